package dev.callbook.contact;

import dev.callbook.access.Caller;
import dev.callbook.access.Permission;
import dev.callbook.access.Requires;
import dev.callbook.access.Scope;
import dev.callbook.web.Flash;
import dev.callbook.web.PageShells;
import dev.callbook.web.Place;
import dev.callbook.web.Words;
import dev.callbook.wire.Refusal.Invalid;
import dev.callbook.wire.Refusal.Outdated;
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
import java.net.URI;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// The form that makes or changes a contact. It fails with itself: what was typed stays, each
/// message stands at its field, and where two people edited, both versions stand side by side.
@Path("/contacts")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class ContactFormPages {
  private final Contacts contacts;
  private final ContactForms forms;
  private final PageShells shells;
  private final Flash flash;
  private final Caller caller;
  private final Words words;

  ContactFormPages(
      Contacts contacts,
      ContactForms forms,
      PageShells shells,
      Flash flash,
      Caller caller,
      Words words) {
    this.contacts = contacts;
    this.forms = forms;
    this.shells = shells;
    this.flash = flash;
    this.caller = caller;
    this.words = words;
  }

  @GET
  @Path("new")
  @Requires(Permission.CONTACT_ADD)
  public TemplateInstance blank(@QueryParam("organization") @Nullable String organization) {
    return ContactTemplates.edit(
        shells.at(Place.CONTACTS), forms.blank(caller.scope(), organization));
  }

  @GET
  @Path("{contactId}/edit")
  @Requires(Permission.CONTACT_EDIT)
  public TemplateInstance edit(@PathParam("contactId") String id) {
    Scope scope = caller.scope();
    Contact contact = contacts.get(scope, ContactId.parse("contactId", id));
    return ContactTemplates.edit(shells.at(Place.CONTACTS), forms.of(scope, contact));
  }

  @POST
  @Requires(Permission.CONTACT_ADD)
  public Response add(MultivaluedMap<String, String> sent) {
    Scope scope = caller.scope();
    Posted posted = new Posted(sent);
    if (!posted.isSave()) {
      return again(200, forms.withRows(scope, null, posted));
    }
    try {
      Contact added = contacts.add(scope, forms.draft(scope, posted));
      flash.say(words.of(ContactMessages.class).contactCreated());
      return Response.seeOther(URI.create("/contacts/" + added.id())).build();
    } catch (Invalid refused) {
      return again(422, forms.refused(scope, null, posted, refused));
    }
  }

  @POST
  @Path("{contactId}")
  @Requires(Permission.CONTACT_EDIT)
  public Response save(@PathParam("contactId") String id, MultivaluedMap<String, String> sent) {
    Scope scope = caller.scope();
    ContactId contactId = ContactId.parse("contactId", id);
    Posted posted = new Posted(sent);
    Contact stored = contacts.get(scope, contactId);
    if (!posted.isSave()) {
      return again(200, forms.withRows(scope, stored, posted));
    }
    try {
      contacts.correct(
          scope,
          contactId,
          OptionalInt.of(posted.version()),
          before -> before.withDetails(forms.details(scope, posted, before.details())));
      flash.say(words.of(ContactMessages.class).contactSaved());
      return Response.seeOther(URI.create("/contacts/" + contactId)).build();
    } catch (Invalid refused) {
      return again(422, forms.refused(scope, stored, posted, refused));
    } catch (Outdated _) {
      return overtaken(scope, contacts.get(scope, contactId), posted);
    }
  }

  /// What breaks a rule is put right first: two versions can only be compared where both are valid.
  private Response overtaken(Scope scope, Contact saved, Posted posted) {
    try {
      return again(409, forms.conflicting(scope, saved, posted));
    } catch (Invalid refused) {
      return again(422, forms.refused(scope, saved, posted, refused));
    }
  }

  private Response again(int status, ContactForm form) {
    return Response.status(status)
        .entity(ContactTemplates.edit(shells.at(Place.CONTACTS), form))
        .build();
  }
}
