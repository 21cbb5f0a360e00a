package dev.callbook.note;

import dev.callbook.access.Caller;
import dev.callbook.access.Permission;
import dev.callbook.access.Requires;
import dev.callbook.access.Scope;
import dev.callbook.contact.ContactHeader;
import dev.callbook.contact.ContactHeaders;
import dev.callbook.contact.ContactId;
import dev.callbook.contact.Contacts;
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

/// The notes of a contact on pages.
@Path("/contacts/{id}/notes")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class ContactNotePages {
  private final Notes notes;
  private final NoteViews views;
  private final Contacts contacts;
  private final ContactHeaders headers;
  private final PageShells shells;
  private final Caller caller;
  private final Flash flash;
  private final Words words;

  ContactNotePages(
      Notes notes,
      NoteViews views,
      Contacts contacts,
      ContactHeaders headers,
      PageShells shells,
      Caller caller,
      Flash flash,
      Words words) {
    this.notes = notes;
    this.views = views;
    this.contacts = contacts;
    this.headers = headers;
    this.shells = shells;
    this.caller = caller;
    this.flash = flash;
    this.words = words;
  }

  @GET
  @Requires(Permission.CONTACT_VIEW)
  public TemplateInstance list(
      @PathParam("id") String id, @QueryParam("page") @Nullable String page) {
    Scope scope = caller.scope();
    ContactHeader header = header(scope, id);
    return NoteTemplates.ofContact(
        shells.at(Place.CONTACTS), header, views.page(scope, target(header), page));
  }

  /// The panel of the profile.
  @GET
  @Path("latest")
  @Requires(Permission.CONTACT_VIEW)
  public TemplateInstance latest(@PathParam("id") String id) {
    Scope scope = caller.scope();
    return NoteTemplates.latest(views.latest(scope, target(header(scope, id))));
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Requires(Permission.CONTACT_EDIT)
  public Response add(@PathParam("id") String id, @FormParam("noteText") @Nullable String text) {
    Scope scope = caller.scope();
    ContactId subject = ContactId.parse("id", id);
    try {
      notes.add(scope, NoteSubject.contact(subject.value()), text);
    } catch (Invalid refused) {
      ContactHeader header = header(scope, id);
      return Response.status(422)
          .entity(
              NoteTemplates.ofContact(
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
  @Requires(Permission.CONTACT_EDIT)
  public Response remove(@PathParam("id") String id, @PathParam("noteId") String noteId) {
    ContactId subject = ContactId.parse("id", id);
    notes.remove(caller.scope(), NoteSubject.contact(subject.value()), Parse.id("noteId", noteId));
    flash.say(words.of(NoteMessages.class).deleted());
    return back(subject);
  }

  private ContactHeader header(Scope scope, String id) {
    return headers.of(
        scope, contacts.get(scope, ContactId.parse("id", id)), ContactHeaders.Tab.NOTES);
  }

  private static NoteViews.Target target(ContactHeader header) {
    NoteSubject subject = NoteSubject.contact(Parse.id("id", header.id()));
    return new NoteViews.Target(subject, path(header.id()), header.mayEdit());
  }

  private static Response back(ContactId subject) {
    return Response.seeOther(URI.create(path(subject.toString()))).build();
  }

  private static String path(String id) {
    return "/contacts/" + id + "/notes";
  }
}
