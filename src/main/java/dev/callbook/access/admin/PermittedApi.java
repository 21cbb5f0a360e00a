package dev.callbook.access.admin;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.callbook.access.Access;
import dev.callbook.access.Admissions;
import dev.callbook.access.Caller;
import dev.callbook.access.Division;
import dev.callbook.access.Permission;
import dev.callbook.access.SignedIn;
import dev.callbook.wire.Listing;
import dev.callbook.wire.Listing.Link;
import dev.callbook.wire.PageRequest;
import dev.callbook.wire.Parse;
import dev.callbook.wire.Refusal.Invalid;
import dev.callbook.wire.Refusal.NotFound;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// In which divisions somebody holds a permission.
@Path("/api/v2/authorization/divisionspermitted")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class PermittedApi {
  private static final String PATH = "/api/v2/authorization/divisionspermitted";

  /// A page of them. Source: model `DivsPermittedEntityListing`.
  ///
  /// @param allDivsPermitted whether it is all there are, those to come too
  public record PermittedJson(
      @JsonUnwrapped Listing<AuthzDivisionJson> page, boolean allDivsPermitted) {}

  private final Admissions admissions;
  private final Caller caller;

  PermittedApi(Admissions admissions, Caller caller) {
    this.admissions = admissions;
    this.caller = caller;
  }

  /// `getAuthorizationDivisionspermittedMe`
  @GET
  @Path("me")
  @SignedIn("what the caller themselves may do")
  public List<AuthzDivisionJson> mine(
      @QueryParam("name") @Nullable String name,
      @QueryParam("permission") @Nullable String permission) {
    String part = name == null ? "" : name.strip().toLowerCase(Locale.ROOT);
    return divisions(caller.access(), permission(permission)).stream()
        .filter(division -> division.name().toLowerCase(Locale.ROOT).contains(part))
        .map(AuthzDivisionJson::of)
        .toList();
  }

  /// `getAuthorizationDivisionspermittedPagedMe`
  @GET
  @Path("paged/me")
  @SignedIn("what the caller themselves may do")
  public PermittedJson minePaged(
      @QueryParam("permission") @Nullable String permission,
      @QueryParam("pageSize") @Nullable String pageSize,
      @QueryParam("pageNumber") @Nullable String pageNumber) {
    return page(caller.access(), "me", permission, pageSize, pageNumber);
  }

  /// `getAuthorizationDivisionspermittedPagedSubjectId`
  @GET
  @Path("paged/{subjectId}")
  @SignedIn("everyone's own; another's needs authorization:grant:view")
  public PermittedJson paged(
      @PathParam("subjectId") String subjectId,
      @QueryParam("permission") @Nullable String permission,
      @QueryParam("pageSize") @Nullable String pageSize,
      @QueryParam("pageNumber") @Nullable String pageNumber) {
    UUID id = Parse.id("subjectId", subjectId);
    Access own = caller.access();
    if (id.equals(own.actor().idOrNull())) {
      return page(own, subjectId, permission, pageSize, pageNumber);
    }
    caller.scope(Permission.GRANT_VIEW);
    Access subject =
        admissions.accessOfSubject(own.org(), id).orElseThrow(() -> new NotFound("subject", id));
    return page(subject, subjectId, permission, pageSize, pageNumber);
  }

  private static PermittedJson page(
      Access access,
      String subject,
      @Nullable String permission,
      @Nullable String pageSize,
      @Nullable String pageNumber) {
    PageRequest wanted = Paging.request(pageSize, pageNumber);
    Permission asked = permission(permission);
    Link link = Link.to(PATH + "/paged/" + subject).with("permission", permission);
    return new PermittedJson(
        Paging.of(divisions(access, asked), wanted, link, AuthzDivisionJson::of),
        access.everywhere().contains(asked));
  }

  private static List<Division> divisions(Access access, Permission permission) {
    return access.granted().getOrDefault(permission, List.of()).stream()
        .filter(division -> division.kind() != Division.Kind.STARRED)
        .toList();
  }

  private static Permission permission(@Nullable String sent) {
    if (Parse.isAbsent(sent)) {
      throw new Invalid("permission", "required", "permission is missing.");
    }
    return Permission.of(String.valueOf(sent).strip())
        .orElseThrow(
            () -> new Invalid("permission", "unknown", "There is no such permission here."));
  }
}
