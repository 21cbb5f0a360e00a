package dev.callbook.organization;

import dev.callbook.access.Caller;
import dev.callbook.access.Permission;
import dev.callbook.access.Requires;
import dev.callbook.access.Scope;
import dev.callbook.directory.ColumnForm;
import dev.callbook.web.Keyset;
import dev.callbook.web.PageShells;
import dev.callbook.web.Place;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jspecify.annotations.Nullable;

/// The list of organizations: all of them by name, or those that the search box finds.
@Path("/organizations")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class OrganizationListPages {
  private final OrganizationListing listing;
  private final OrganizationListViews views;
  private final OrganizationColumns columns;
  private final PageShells shells;
  private final Caller caller;

  OrganizationListPages(
      OrganizationListing listing,
      OrganizationListViews views,
      OrganizationColumns columns,
      PageShells shells,
      Caller caller) {
    this.listing = listing;
    this.views = views;
    this.columns = columns;
    this.shells = shells;
    this.caller = caller;
  }

  @GET
  @Requires(Permission.ORGANIZATION_VIEW)
  public TemplateInstance list(
      @QueryParam("q") @Nullable String q,
      @QueryParam("sort") @Nullable String sort,
      @QueryParam("after") @Nullable String after,
      @QueryParam("before") @Nullable String before,
      @QueryParam("columns") @Nullable String arranging,
      @Context UriInfo address) {
    Scope all = caller.scope();
    OrganizationListing.Asked asked =
        new OrganizationListing.Asked(
            q == null ? "" : q.strip(),
            OrganizationListFilter.of(address.getQueryParameters()),
            "desc".equals(sort),
            Keyset.parse(after),
            Keyset.parse(before),
            "open".equals(arranging));
    return OrganizationTemplates.list(
        shells.at(Place.CONTACTS), views.of(all, asked, listing.find(all, asked)));
  }

  /// Keeps which columns the person's list shows, and in which order.
  @POST
  @Path("columns")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Requires(Permission.ORGANIZATION_VIEW)
  public Response arrange(@BeanParam ColumnForm form) {
    columns.arrange(caller.scope(), form.keys());
    return Response.seeOther(form.next("/organizations")).build();
  }
}
