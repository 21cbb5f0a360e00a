package dev.callbook.access.admin;

import static dev.callbook.access.Permission.GRANT_VIEW;

import dev.callbook.access.Caller;
import dev.callbook.access.DivisionId;
import dev.callbook.access.Divisions;
import dev.callbook.access.Grants;
import dev.callbook.access.Requires;
import dev.callbook.access.Scope;
import dev.callbook.wire.Listing;
import dev.callbook.wire.Listing.Link;
import dev.callbook.wire.PageRequest;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/// Who holds what in one division.
@Path(AuthzDivisionJson.PATH + "/{divisionId}/grants")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class DivisionGrantApi {
  private final Divisions divisions;
  private final Grants grants;
  private final Caller caller;

  DivisionGrantApi(Divisions divisions, Grants grants, Caller caller) {
    this.divisions = divisions;
    this.grants = grants;
    this.caller = caller;
  }

  /// `getAuthorizationDivisionGrants`
  @GET
  @Requires(GRANT_VIEW)
  public Listing<GrantJson> list(
      @PathParam("divisionId") String id,
      @QueryParam("pageSize") @Nullable String pageSize,
      @QueryParam("pageNumber") @Nullable String pageNumber) {
    Scope scope = caller.scope();
    DivisionId division = DivisionIds.parse(divisions, scope.org(), "divisionId", id);
    divisions.get(scope.org(), division);
    PageRequest page = Paging.request(pageSize, pageNumber);
    return Listing.of(
        grants.in(scope, division, page.offset(), page.size()).stream().map(GrantJson::of).toList(),
        page,
        grants.countIn(scope, division),
        Link.to(AuthzDivisionJson.PATH + "/" + id + "/grants"));
  }
}
