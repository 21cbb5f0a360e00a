package dev.callbook.interaction;

import dev.callbook.access.Caller;
import dev.callbook.access.Permission;
import dev.callbook.access.Requires;
import dev.callbook.access.Scope;
import dev.callbook.contact.Contact;
import dev.callbook.contact.ContactHeaders;
import dev.callbook.contact.ContactId;
import dev.callbook.contact.Contacts;
import dev.callbook.web.PageShells;
import dev.callbook.web.Place;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/// The calls and messages of a contact: a page, and a panel of its profile. Who reads them may see
/// interactions and contacts in the contact's division.
@Path("/contacts/{contactId}/interactions")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class ContactInteractionPages {
  private final InteractionViews views;
  private final Contacts contacts;
  private final ContactHeaders headers;
  private final PageShells shells;
  private final Caller caller;

  ContactInteractionPages(
      InteractionViews views,
      Contacts contacts,
      ContactHeaders headers,
      PageShells shells,
      Caller caller) {
    this.views = views;
    this.contacts = contacts;
    this.headers = headers;
    this.shells = shells;
    this.caller = caller;
  }

  @GET
  @Requires(Permission.INTERACTION_VIEW)
  public TemplateInstance list(
      @PathParam("contactId") String id, @QueryParam("after") @Nullable String after) {
    Contact contact = contact(id);
    return InteractionTemplates.ofContact(
        shells.at(Place.CONTACTS),
        headers.of(caller.scope(Permission.CONTACT_VIEW), contact, ContactHeaders.Tab.INTERACTIONS),
        views.page(caller.scope(), contact.id(), after));
  }

  /// The panel of the profile.
  @GET
  @Path("latest")
  @Requires(Permission.INTERACTION_VIEW)
  public TemplateInstance latest(@PathParam("contactId") String id) {
    return InteractionTemplates.latest(views.latest(caller.scope(), contact(id).id()));
  }

  /// A contact within both permissions' divisions.
  private Contact contact(String id) {
    Scope interactions = caller.scope();
    Contact contact =
        contacts.get(caller.scope(Permission.CONTACT_VIEW), ContactId.parse("contactId", id));
    return contacts.get(interactions, contact.id());
  }
}
