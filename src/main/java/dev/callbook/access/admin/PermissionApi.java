package dev.callbook.access.admin;

import dev.callbook.access.Permission;
import dev.callbook.access.SignedIn;
import dev.callbook.wire.Listing;
import dev.callbook.wire.Listing.Link;
import dev.callbook.wire.Parse;
import dev.callbook.wire.Refusal.Invalid;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// All permissions that there are, a collection for each domain.
@Path(PermissionApi.PATH)
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class PermissionApi {
  static final String PATH = "/api/v2/authorization/permissions";

  /// Source: model `DomainPermissionCollection`. @param permissionMap by entity
  public record CollectionJson(
      String id, String name, String domain, Map<String, List<PermissionJson>> permissionMap) {}

  /// Source: model `DomainPermission`. @param label what it is called in roles
  public record PermissionJson(
      String domain,
      String entityType,
      String action,
      String label,
      boolean allowsConditions,
      boolean divisionAware) {
    static PermissionJson of(Permission permission) {
      String[] parts = permission.value().split(":", 3);
      return new PermissionJson(
          parts[0],
          parts[1],
          parts[2],
          permission.value(),
          false,
          parts[0].equals("externalContacts"));
    }
  }

  /// `getAuthorizationPermissions`
  ///
  /// @param queryType what `query` is a part of: `domain` or `permission`
  @GET
  @SignedIn("the same for everyone")
  public Listing<CollectionJson> list(
      @QueryParam("pageSize") @Nullable String pageSize,
      @QueryParam("pageNumber") @Nullable String pageNumber,
      @QueryParam("queryType") @Nullable String queryType,
      @QueryParam("query") @Nullable String query) {
    String part = query == null ? "" : query.strip().toLowerCase(Locale.ROOT);
    boolean byDomain = isByDomain(queryType);
    Map<String, Map<String, List<PermissionJson>>> domains = new TreeMap<>();
    Arrays.stream(Permission.values())
        .map(PermissionJson::of)
        .filter(permission ->
            (byDomain ? permission.domain() : permission.label())
                .toLowerCase(Locale.ROOT)
                .contains(part))
        .forEach(permission ->
            domains
                .computeIfAbsent(permission.domain(), _ -> new TreeMap<>())
                .computeIfAbsent(permission.entityType(), _ -> new ArrayList<>())
                .add(permission));
    Link link = Link.to(PATH).with("queryType", queryType).with("query", query);
    return Paging.of(
        List.copyOf(domains.entrySet()),
        Paging.request(pageSize, pageNumber),
        link,
        entry ->
            new CollectionJson(entry.getKey(), entry.getKey(), entry.getKey(), entry.getValue()));
  }

  private static boolean isByDomain(@Nullable String queryType) {
    if (Parse.isAbsent(queryType)) {
      return false;
    }
    return switch (String.valueOf(queryType).strip()) {
      case "domain" -> true;
      case "permission" -> false;
      default ->
          throw new Invalid(
              "queryType", "invalid.value", "queryType must be domain or permission.");
    };
  }
}
