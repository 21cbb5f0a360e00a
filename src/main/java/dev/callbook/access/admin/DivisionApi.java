package dev.callbook.access.admin;

import static dev.callbook.access.Permission.DIVISION_ADD;
import static dev.callbook.access.Permission.DIVISION_DELETE;
import static dev.callbook.access.Permission.DIVISION_DELETED_VIEW;
import static dev.callbook.access.Permission.DIVISION_EDIT;
import static dev.callbook.access.Permission.GRANT_ADD;

import dev.callbook.access.Caller;
import dev.callbook.access.Division;
import dev.callbook.access.DivisionEntry;
import dev.callbook.access.DivisionId;
import dev.callbook.access.Divisions;
import dev.callbook.access.OrgId;
import dev.callbook.access.Requires;
import dev.callbook.access.SignedIn;
import dev.callbook.wire.Listing;
import dev.callbook.wire.Listing.Link;
import dev.callbook.wire.Parse;
import dev.callbook.wire.Refusal.Invalid;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The public API's divisions. Translates; decides nothing.
@Path(AuthzDivisionJson.PATH)
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class DivisionApi {
  private static final String WHY = "every colleague may know the names of the divisions";

  private final Divisions divisions;
  private final Caller caller;

  DivisionApi(Divisions divisions, Caller caller) {
    this.divisions = divisions;
    this.caller = caller;
  }

  private OrgId org() {
    return caller.access().org();
  }

  private DivisionId id(String text) {
    return DivisionIds.parse(divisions, org(), "divisionId", text);
  }

  /// `getAuthorizationDivisions`
  @GET
  @SignedIn(WHY)
  public Listing<AuthzDivisionJson> list(
      @QueryParam("pageSize") @Nullable String pageSize,
      @QueryParam("pageNumber") @Nullable String pageNumber,
      @QueryParam("sortBy") @Nullable String sortBy,
      @QueryParam("id") @Nullable List<String> ids,
      @QueryParam("name") @Nullable String name,
      @QueryParam("objectCount") @Nullable String count) {
    boolean isCounted = Flag.of("objectCount", count);
    if (!Parse.isAbsent(sortBy) && !"name".equals(sortBy)) {
      throw new Invalid("sortBy", "invalid.value", "sortBy must be name.");
    }
    Link link =
        Link.to(AuthzDivisionJson.PATH)
            .with("sortBy", sortBy)
            .with("id", String.join(",", Parse.list(ids)))
            .with("name", name)
            .with("objectCount", isCounted ? "true" : null);
    return Paging.of(
        found(ids, name),
        Paging.request(pageSize, pageNumber),
        link,
        entry -> toJson(entry, isCounted));
  }

  private AuthzDivisionJson toJson(DivisionEntry entry, boolean isCounted) {
    return isCounted
        ? AuthzDivisionJson.of(
            entry.division(),
            entry.description(),
            divisions.contents(caller.access(), entry.division()))
        : AuthzDivisionJson.of(entry);
  }

  /// Those with one of the ids, if any are named, and a part of their name, in whatever case.
  private List<DivisionEntry> found(@Nullable List<String> ids, @Nullable String name) {
    List<DivisionId> wanted =
        Parse.list(ids).stream().map(id -> new DivisionId(Parse.id("id", id))).toList();
    String part = name == null ? "" : name.strip().toLowerCase(Locale.ROOT);
    return divisions.entries(org()).stream()
        .filter(entry -> wanted.isEmpty() || wanted.contains(entry.division().id()))
        .filter(entry -> entry.division().name().toLowerCase(Locale.ROOT).contains(part))
        .toList();
  }

  /// `postAuthorizationDivisions`
  @POST
  @Requires(
      value = {DIVISION_ADD, GRANT_ADD},
      mode = Requires.Mode.ALL)
  public AuthzDivisionJson add(@Nullable AuthzDivisionJson body) {
    AuthzDivisionJson sent = Parse.body(body);
    return AuthzDivisionJson.of(divisions.add(caller.scope(), nameOf(sent), sent.description()));
  }

  private static String nameOf(AuthzDivisionJson sent) {
    return sent.name() == null ? "" : sent.name();
  }

  /// `getAuthorizationDivision`
  @GET
  @Path("{divisionId}")
  @SignedIn(WHY)
  public AuthzDivisionJson get(
      @PathParam("divisionId") String id, @QueryParam("objectCount") @Nullable String count) {
    return toJson(divisions.get(org(), id(id)), Flag.of("objectCount", count));
  }

  /// `putAuthorizationDivision`
  @PUT
  @Path("{divisionId}")
  @Requires(DIVISION_EDIT)
  public AuthzDivisionJson replace(
      @PathParam("divisionId") String id, @Nullable AuthzDivisionJson body) {
    AuthzDivisionJson sent = Parse.body(body);
    return AuthzDivisionJson.of(
        divisions.correct(caller.scope(), id(id), nameOf(sent), sent.description()));
  }

  /// `deleteAuthorizationDivision`: one that holds no records; with `force` roles granted in it go.
  @DELETE
  @Path("{divisionId}")
  @Requires(DIVISION_DELETE)
  public void remove(
      @PathParam("divisionId") String id, @QueryParam("force") @Nullable String force) {
    divisions.remove(caller.scope(), id(id), Flag.of("force", force));
  }

  /// `getAuthorizationDivisionsHome`
  @GET
  @Path("home")
  @SignedIn(WHY)
  public AuthzDivisionJson home() {
    return divisions.entries(org()).stream()
        .filter(entry -> entry.division().kind() == Division.Kind.HOME)
        .map(AuthzDivisionJson::of)
        .findFirst()
        .orElseThrow();
  }

  /// `getAuthorizationDivisionsLimit`
  @GET
  @Path("limit")
  @SignedIn("the same for everyone")
  public int limit() {
    return Divisions.MOST;
  }

  /// `getAuthorizationDivisionsDeleted`
  @GET
  @Path("deleted")
  @Requires(DIVISION_DELETED_VIEW)
  public Listing<AuthzDivisionJson> removed(
      @QueryParam("pageSize") @Nullable String pageSize,
      @QueryParam("pageNumber") @Nullable String pageNumber) {
    return Paging.of(
        divisions.removed(caller.scope()),
        Paging.request(pageSize, pageNumber),
        Link.to(AuthzDivisionJson.PATH + "/deleted"),
        AuthzDivisionJson::of);
  }

  /// `postAuthorizationDivisionRestore`: the body says nothing that the division does not know.
  @POST
  @Path("{divisionId}/restore")
  @Requires(DIVISION_ADD)
  public AuthzDivisionJson restore(@PathParam("divisionId") String id) {
    return AuthzDivisionJson.of(divisions.restore(caller.scope(), id(id)));
  }
}
