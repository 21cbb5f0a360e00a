package dev.callbook.relationship;

import dev.callbook.access.Caller;
import dev.callbook.access.Divisions;
import dev.callbook.access.Permission;
import dev.callbook.access.Requires;
import dev.callbook.access.Scope;
import dev.callbook.directory.Filter;
import dev.callbook.directory.ScanPlace;
import dev.callbook.directory.Scans;
import dev.callbook.wire.CursorListing;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// All relationships, page by page. The public API asks for the permission of contacts here, not
/// for that of organizations.
@Path(RelationshipScanApi.PATH)
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class RelationshipScanApi {
  static final String PATH = "/api/v2/externalcontacts/scan/relationships";

  private final Relationships relationships;
  private final Scans scans;
  private final Divisions divisions;
  private final Caller caller;

  RelationshipScanApi(
      Relationships relationships, Scans scans, Divisions divisions, Caller caller) {
    this.relationships = relationships;
    this.scans = scans;
    this.divisions = divisions;
    this.caller = caller;
  }

  /// `getExternalcontactsScanRelationships`
  @GET
  @Requires(Permission.CONTACT_VIEW)
  public CursorListing<RelationshipJson> scan(
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("divisionId") @Nullable String divisionId) {
    return page(caller.scope(), new Scans.Request(PATH, limit, cursor, divisionId));
  }

  /// `getExternalcontactsScanRelationshipsDivisionviewsAll`
  @GET
  @Path("divisionviews/all")
  @Requires(value = Permission.CONTACT_VIEW_ALL, mode = Requires.Mode.ALL)
  public CursorListing<RelationshipJson> scanAll(
      @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
    return page(
        divisions.everywhere(caller.scope()),
        new Scans.Request(PATH + "/divisionviews/all", limit, cursor, null));
  }

  private CursorListing<RelationshipJson> page(Scope all, Scans.Request request) {
    Scope scope = request.within(all);
    return scans.page(
        scope,
        request,
        new Scans.Of<>(
            range -> relationships.scan(scope, range, Filter.everything()),
            one -> new ScanPlace(one.division(), one.id()),
            page ->
                page.stream().map(each -> RelationshipJson.of(scope, each, Set.of())).toList()));
  }
}
