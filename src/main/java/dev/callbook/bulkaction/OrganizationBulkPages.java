package dev.callbook.bulkaction;

import dev.callbook.access.Permission;
import dev.callbook.access.Requires;
import dev.callbook.directory.Selection;
import dev.callbook.organization.OrganizationListFilter;
import dev.callbook.wire.Listing;
import dev.callbook.wire.Refusal.Invalid;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Actions on many organizations, as [ContactBulkPages].
@Path("/organizations/bulk")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class OrganizationBulkPages {
  private final BulkPages pages;

  OrganizationBulkPages(BulkPages pages) {
    this.pages = pages;
  }

  @GET
  @Requires(Permission.ORGANIZATION_VIEW)
  public TemplateInstance list(@QueryParam("olderThan") @Nullable String olderThan) {
    return pages.list(BulkSubject.ORGANIZATION, olderThan);
  }

  /// Asks for something to be done to those that were picked (`id`, repeated), or, with `all`, to
  /// all that the filters let through that were sent along.
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Requires(Permission.ORGANIZATION_VIEW)
  public Response order(MultivaluedMap<String, String> form) {
    OrganizationListFilter filter = OrganizationListFilter.of(form);
    Optional<Selection> selection = BulkPages.selection(form, filter.said());
    if (selection.isEmpty()) {
      return pages.nobody(BulkSubject.ORGANIZATION, list(filter));
    }
    if (!"delete".equals(form.getFirst("action"))) {
      throw new Invalid("action", "invalid.value", "There is no such action on organizations.");
    }
    return pages.order(BulkKind.DELETE_ORGANIZATIONS, selection.get(), null);
  }

  private static String list(OrganizationListFilter filter) {
    return filter.on(Listing.Link.to(BulkSubject.ORGANIZATION.list())).text();
  }

  @GET
  @Path("{actionId}")
  @Requires(Permission.ORGANIZATION_VIEW)
  public TemplateInstance show(@PathParam("actionId") String id) {
    return pages.show(BulkSubject.ORGANIZATION, id);
  }

  /// The part of the page that moves.
  @GET
  @Path("{actionId}/progress")
  @Requires(Permission.ORGANIZATION_VIEW)
  public Response progress(@PathParam("actionId") String id) {
    return pages.progress(BulkSubject.ORGANIZATION, id);
  }

  @POST
  @Path("{actionId}/run")
  @Requires(Permission.ORGANIZATION_VIEW)
  public Response run(@PathParam("actionId") String id) {
    return pages.run(BulkSubject.ORGANIZATION, id);
  }

  @POST
  @Path("{actionId}/cancel")
  @Requires(Permission.ORGANIZATION_VIEW)
  public Response cancel(@PathParam("actionId") String id) {
    BulkAction action = pages.cancel(BulkSubject.ORGANIZATION, id);
    return BulkPages.goTo(list(OrganizationListFilter.of(action.selection().filter())));
  }

  @POST
  @Path("{actionId}/undo")
  @Requires(Permission.ORGANIZATION_VIEW)
  public Response undo(@PathParam("actionId") String id) {
    return pages.undo(BulkSubject.ORGANIZATION, id);
  }
}
