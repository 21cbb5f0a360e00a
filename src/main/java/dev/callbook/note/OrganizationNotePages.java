package dev.callbook.note;

import dev.callbook.access.Caller;
import dev.callbook.access.Permission;
import dev.callbook.access.Requires;
import dev.callbook.access.Scope;
import dev.callbook.organization.OrganizationHeader;
import dev.callbook.organization.OrganizationHeaders;
import dev.callbook.organization.OrganizationId;
import dev.callbook.organization.Organizations;
import dev.callbook.web.Flash;
import dev.callbook.web.PageShells;
import dev.callbook.web.Place;
import dev.callbook.web.Words;
import dev.callbook.wire.Parse;
import dev.callbook.wire.Refusal.Invalid;
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
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The notes of an organization on pages.
@Path("/organizations/{id}/notes")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class OrganizationNotePages {
  private final Notes notes;
  private final NoteViews views;
  private final Organizations organizations;
  private final OrganizationHeaders headers;
  private final PageShells shells;
  private final Caller caller;
  private final Flash flash;
  private final Words words;

  OrganizationNotePages(
      Notes notes,
      NoteViews views,
      Organizations organizations,
      OrganizationHeaders headers,
      PageShells shells,
      Caller caller,
      Flash flash,
      Words words) {
    this.notes = notes;
    this.views = views;
    this.organizations = organizations;
    this.headers = headers;
    this.shells = shells;
    this.caller = caller;
    this.flash = flash;
    this.words = words;
  }

  @GET
  @Requires(Permission.ORGANIZATION_VIEW)
  public TemplateInstance list(
      @PathParam("id") String id, @QueryParam("page") @Nullable String page) {
    Scope scope = caller.scope();
    OrganizationHeader header = header(scope, id);
    return NoteTemplates.ofOrganization(
        shells.at(Place.CONTACTS), header, views.page(scope, target(header), page));
  }

  /// The panel of the profile.
  @GET
  @Path("latest")
  @Requires(Permission.ORGANIZATION_VIEW)
  public TemplateInstance latest(@PathParam("id") String id) {
    Scope scope = caller.scope();
    return NoteTemplates.latest(views.latest(scope, target(header(scope, id))));
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Requires(Permission.ORGANIZATION_EDIT)
  public Response add(@PathParam("id") String id, @FormParam("noteText") @Nullable String text) {
    Scope scope = caller.scope();
    OrganizationId subject = OrganizationId.parse("id", id);
    try {
      notes.add(scope, NoteSubject.organization(subject.value()), text);
    } catch (Invalid refused) {
      OrganizationHeader header = header(scope, id);
      return Response.status(422)
          .entity(
              NoteTemplates.ofOrganization(
                  shells.at(Place.CONTACTS),
                  header,
                  views.refused(scope, target(header), Objects.requireNonNullElse(text, ""))))
          .build();
    }
    flash.say(words.of(NoteMessages.class).saved());
    return back(subject);
  }

  @POST
  @Path("{noteId}/delete")
  @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.WILDCARD})
  @Requires(Permission.ORGANIZATION_EDIT)
  public Response remove(@PathParam("id") String id, @PathParam("noteId") String noteId) {
    OrganizationId subject = OrganizationId.parse("id", id);
    notes.remove(
        caller.scope(), NoteSubject.organization(subject.value()), Parse.id("noteId", noteId));
    flash.say(words.of(NoteMessages.class).deleted());
    return back(subject);
  }

  private OrganizationHeader header(Scope scope, String id) {
    return headers.header(
        scope,
        organizations.get(scope, OrganizationId.parse("id", id)),
        OrganizationHeaders.Tab.NOTES);
  }

  private static NoteViews.Target target(OrganizationHeader header) {
    NoteSubject subject = NoteSubject.organization(Parse.id("id", header.id()));
    return new NoteViews.Target(subject, path(header.id()), header.mayEdit());
  }

  private static Response back(OrganizationId subject) {
    return Response.seeOther(URI.create(path(subject.toString()))).build();
  }

  private static String path(String id) {
    return "/organizations/" + id + "/notes";
  }
}
