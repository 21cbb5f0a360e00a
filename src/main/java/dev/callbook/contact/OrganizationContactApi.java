package dev.callbook.contact;

import dev.callbook.access.Caller;
import dev.callbook.access.Permission;
import dev.callbook.access.Requires;
import dev.callbook.access.Scope;
import dev.callbook.directory.Sort;
import dev.callbook.organization.OrganizationId;
import dev.callbook.organization.OrganizationJson;
import dev.callbook.organization.Organizations;
import dev.callbook.wire.Listing;
import dev.callbook.wire.PageRequest;
import dev.callbook.wire.Parse;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The people of one organization.
@Path(OrganizationJson.PATH)
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class OrganizationContactApi {
  private final Organizations organizations;
  private final ContactListings listings;
  private final Caller caller;

  OrganizationContactApi(Organizations organizations, ContactListings listings, Caller caller) {
    this.organizations = organizations;
    this.listings = listings;
    this.caller = caller;
  }

  /// `getExternalcontactsOrganizationContacts`
  @GET
  @Path("{externalOrganizationId}/contacts")
  @Requires(Permission.CONTACT_VIEW)
  public Listing<ContactJson> list(
      @PathParam("externalOrganizationId") String id,
      @QueryParam("q") @Nullable String q,
      @QueryParam("pageSize") @Nullable String pageSize,
      @QueryParam("pageNumber") @Nullable String pageNumber,
      @QueryParam("sortOrder") @Nullable String sortOrder,
      @QueryParam("expand") @Nullable List<String> expand) {
    Scope scope = caller.scope();
    OrganizationId organization = OrganizationId.parse("externalOrganizationId", id);
    organizations.get(scope, organization);
    return listings.list(
        scope,
        new ContactListings.Request(
            OrganizationJson.PATH + "/" + organization + "/contacts",
            Optional.of(organization.value()),
            q,
            PageRequest.of(pageSize, pageNumber),
            Sort.parse(sortOrder, ContactListings.SORTS),
            Parse.expand(expand, ContactWriter.EXPAND),
            List.of()));
  }
}
