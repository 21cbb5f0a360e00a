package dev.callbook.access.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.callbook.access.Caller;
import dev.callbook.access.DivisionEntry;
import dev.callbook.access.Divisions;
import dev.callbook.access.SignedIn;
import dev.callbook.wire.Listing.Link;
import dev.callbook.wire.Parse;
import dev.callbook.wire.Refusal.Invalid;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The divisions from cursor to cursor, in the order of their ids, which is that of their age.
@Path(DivisionQueryApi.PATH)
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class DivisionQueryApi {
  static final String PATH = AuthzDivisionJson.PATH + "/query";

  /// Source: model `AuthzDivisionCursorListing`.
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record CursorListingJson(
      List<AuthzDivisionJson> entities,
      @Nullable String nextUri,
      String selfUri,
      @Nullable String previousUri) {}

  private final Divisions divisions;
  private final Caller caller;

  DivisionQueryApi(Divisions divisions, Caller caller) {
    this.divisions = divisions;
    this.caller = caller;
  }

  /// `getAuthorizationDivisionsQuery`: a cursor is the id of the division next to the page.
  @GET
  @SignedIn("every colleague may know the names of the divisions")
  public CursorListingJson query(
      @QueryParam("before") @Nullable String before,
      @QueryParam("after") @Nullable String after,
      @QueryParam("pageSize") @Nullable String pageSize,
      @QueryParam("id") @Nullable List<String> ids,
      @QueryParam("name") @Nullable String name) {
    int size = Parse.number("pageSize", pageSize, 25, 1, 100);
    if (!Parse.isAbsent(before) && !Parse.isAbsent(after)) {
      throw new Invalid("before", "invalid.value", "Send either before or after.");
    }
    List<UUID> wanted = Parse.list(ids).stream().map(id -> Parse.id("id", id)).toList();
    String part = name == null ? "" : name.strip().toLowerCase(Locale.ROOT);
    List<DivisionEntry> all =
        divisions.entries(caller.access().org()).stream()
            .filter(entry -> wanted.isEmpty() || wanted.contains(key(entry)))
            .filter(entry -> entry.division().name().toLowerCase(Locale.ROOT).contains(part))
            .sorted(Comparator.comparing(entry -> key(entry).toString()))
            .toList();
    int from = start(all, before, after, size);
    int to = Math.min(all.size(), from + size);
    Link link =
        Link.to(PATH)
            .with("pageSize", String.valueOf(size))
            .with("id", String.join(",", Parse.list(ids)))
            .with("name", name);
    return new CursorListingJson(
        all.subList(from, to).stream().map(AuthzDivisionJson::of).toList(),
        to < all.size() ? link.with("after", key(all.get(to - 1)).toString()).text() : null,
        link.with("after", after).with("before", before).text(),
        from > 0 && from < all.size()
            ? link.with("before", key(all.get(from)).toString()).text()
            : null);
  }

  private static int start(
      List<DivisionEntry> all, @Nullable String before, @Nullable String after, int size) {
    if (!Parse.isAbsent(after)) {
      String cursor = Parse.id("after", String.valueOf(after)).toString();
      return (int) all.stream().filter(e -> key(e).toString().compareTo(cursor) <= 0).count();
    }
    if (!Parse.isAbsent(before)) {
      String cursor = Parse.id("before", String.valueOf(before)).toString();
      int end = (int) all.stream().filter(e -> key(e).toString().compareTo(cursor) < 0).count();
      return Math.max(0, end - size);
    }
    return 0;
  }

  private static UUID key(DivisionEntry entry) {
    return entry.division().id().value();
  }
}
