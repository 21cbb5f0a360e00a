package dev.callbook.organization;

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

/// All organizations, page by page.
@Path(OrganizationScanApi.PATH)
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class OrganizationScanApi {
  static final String PATH = "/api/v2/externalcontacts/scan/organizations";

  private final Organizations organizations;
  private final Scans scans;
  private final Divisions divisions;
  private final Caller caller;

  OrganizationScanApi(
      Organizations organizations, Scans scans, Divisions divisions, Caller caller) {
    this.organizations = organizations;
    this.scans = scans;
    this.divisions = divisions;
    this.caller = caller;
  }

  /// `getExternalcontactsScanOrganizations`
  @GET
  @Requires(Permission.ORGANIZATION_VIEW)
  public CursorListing<OrganizationJson> scan(
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("divisionId") @Nullable String divisionId) {
    return page(caller.scope(), new Scans.Request(PATH, limit, cursor, divisionId));
  }

  /// `getExternalcontactsScanOrganizationsDivisionviewsAll`
  @GET
  @Path("divisionviews/all")
  @Requires(value = Permission.ORGANIZATION_VIEW_ALL, mode = Requires.Mode.ALL)
  public CursorListing<OrganizationJson> scanAll(
      @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
    return page(
        divisions.everywhere(caller.scope()),
        new Scans.Request(PATH + "/divisionviews/all", limit, cursor, null));
  }

  private CursorListing<OrganizationJson> page(Scope all, Scans.Request request) {
    Scope scope = request.within(all);
    return scans.page(
        scope,
        request,
        new Scans.Of<>(
            range -> organizations.scan(scope, range, Filter.everything()),
            organization -> new ScanPlace(organization.division(), organization.id().value()),
            page ->
                page.stream().map(each -> OrganizationJson.of(scope, each, Set.of())).toList()));
  }
}
