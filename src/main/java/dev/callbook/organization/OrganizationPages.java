package dev.callbook.organization;

import dev.callbook.access.Caller;
import dev.callbook.access.Permission;
import dev.callbook.access.Requires;
import dev.callbook.access.Scope;
import dev.callbook.change.HistoryView;
import dev.callbook.web.Flash;
import dev.callbook.web.PageShells;
import dev.callbook.web.Place;
import dev.callbook.web.Words;
import dev.callbook.wire.Parse;
import dev.callbook.wire.Refusal.Outdated;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Shows and deletes organizations. The list is in [OrganizationListPages], forms are in
/// [OrganizationFormPages].
@Path("/organizations")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class OrganizationPages {
  private static final int OPTIONS = 10;

  private final Organizations organizations;
  private final OrganizationListing listing;
  private final OrganizationProfile profile;
  private final OrganizationHeaders headers;
  private final OrganizationHistory history;
  private final PageShells shells;
  private final Caller caller;
  private final Flash flash;
  private final Words words;

  OrganizationPages(
      Organizations organizations,
      OrganizationListing listing,
      OrganizationProfile profile,
      OrganizationHeaders headers,
      OrganizationHistory history,
      PageShells shells,
      Caller caller,
      Flash flash,
      Words words) {
    this.organizations = organizations;
    this.listing = listing;
    this.profile = profile;
    this.headers = headers;
    this.history = history;
    this.shells = shells;
    this.caller = caller;
    this.flash = flash;
    this.words = words;
  }

  /// The options of the field that picks an organization.
  @GET
  @Path("pick")
  @Requires(Permission.ORGANIZATION_VIEW)
  public TemplateInstance pick(@QueryParam("organizationName") @Nullable String typed) {
    return OrganizationTemplates.pick(
        Parse.isAbsent(typed)
            ? List.of()
            : listing.options(caller.scope(), String.valueOf(typed), OPTIONS));
  }

  @GET
  @Path("{id}")
  @Requires(Permission.ORGANIZATION_VIEW)
  public TemplateInstance show(@PathParam("id") String id) {
    Scope scope = caller.scope();
    Organization organization = organizations.get(scope, OrganizationId.parse("id", id));
    return OrganizationTemplates.show(shells.at(Place.CONTACTS), profile.view(scope, organization));
  }

  /// Says in numbers what deleting it will do, and asks.
  @GET
  @Path("{id}/delete")
  @Requires(Permission.ORGANIZATION_DELETE)
  public TemplateInstance ask(@PathParam("id") String id) {
    return ask(organizations.get(caller.scope(), OrganizationId.parse("id", id)), null);
  }

  /// Deletes it. Whoever asked for it on a page that someone else's change overtook is shown that
  /// change, and asked once more.
  @POST
  @Path("{id}/delete")
  @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.WILDCARD})
  @Requires(Permission.ORGANIZATION_DELETE)
  public Response remove(
      @PathParam("id") String id, @FormParam("version") @Nullable String version) {
    Scope scope = caller.scope();
    OrganizationId organization = OrganizationId.parse("id", id);
    int seen = Parse.number("version", version, 0, 0, Integer.MAX_VALUE);
    try {
      organizations.remove(scope, organization, seen);
    } catch (Outdated _) {
      Organization saved = organizations.get(scope, organization);
      return Response.status(Response.Status.CONFLICT)
          .entity(ask(saved, history.since(scope, saved, seen)))
          .build();
    }
    flash.say(words.of(OrganizationMessages.class).deleted());
    return Response.seeOther(URI.create("/organizations")).build();
  }

  private TemplateInstance ask(Organization organization, @Nullable HistoryView changedMeanwhile) {
    Scope scope = caller.scope();
    return OrganizationTemplates.delete(
        shells.at(Place.CONTACTS),
        headers.header(scope, organization, OrganizationHeaders.Tab.PROFILE),
        organizations.countPeople(scope, List.of(organization.id())),
        changedMeanwhile);
  }
}
