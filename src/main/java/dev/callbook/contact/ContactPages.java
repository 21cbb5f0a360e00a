package dev.callbook.contact;

import dev.callbook.access.Caller;
import dev.callbook.access.Permission;
import dev.callbook.access.Requires;
import dev.callbook.access.Scope;
import dev.callbook.contact.ContactForm.NumberCheck;
import dev.callbook.phone.Region;
import dev.callbook.web.Flash;
import dev.callbook.web.PageShells;
import dev.callbook.web.Place;
import dev.callbook.web.Words;
import dev.callbook.wire.Parse;
import dev.callbook.wire.Refusal.NotFound;
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
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// One contact: profile, the SMS switch beside each number, removal.
@Path("/contacts")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class ContactPages {
  private final Contacts contacts;
  private final ContactViews views;
  private final NumberChecks numbers;
  private final PageShells shells;
  private final Flash flash;
  private final Caller caller;
  private final Words words;

  ContactPages(
      Contacts contacts,
      ContactViews views,
      NumberChecks numbers,
      PageShells shells,
      Flash flash,
      Caller caller,
      Words words) {
    this.contacts = contacts;
    this.views = views;
    this.numbers = numbers;
    this.shells = shells;
    this.flash = flash;
    this.caller = caller;
    this.words = words;
  }

  /// The page of a contact that was merged into another leads to the one of the canonical contact.
  @GET
  @Path("{contactId}")
  @Requires(Permission.CONTACT_VIEW)
  public Response show(@PathParam("contactId") String id) {
    Scope scope = caller.scope();
    ContactId asked = ContactId.parse("contactId", id);
    Contact contact = contacts.get(scope, asked);
    if (!contact.id().equals(asked)) {
      return Response.seeOther(URI.create("/contacts/" + contact.id())).build();
    }
    return Response.ok(ContactTemplates.show(shells.at(Place.CONTACTS), views.of(scope, contact)))
        .build();
  }

  /// What can be said about a number while it is typed.
  @GET
  @Path("numbers/check")
  @Requires(Permission.CONTACT_VIEW)
  public TemplateInstance check(@QueryParam("phoneNumber") @Nullable String typed) {
    NumberCheck check =
        numbers.of(typed == null ? "" : typed, Region.find(caller.access().region()).orElseThrow());
    return ContactTemplates.numberCheck(check);
  }

  /// Switches SMS on or off for one number. The number is posted along, so that a switch never hits
  /// another number that took its place meanwhile.
  @POST
  @Path("{contactId}/phones/{position}/sms")
  @Requires(Permission.CONTACT_EDIT)
  public Response switchSms(
      @PathParam("contactId") String id,
      @PathParam("position") String position,
      @FormParam("number") @Nullable String number,
      @FormParam("on") boolean on) {
    int place = Parse.number("position", position, 0, 0, 1000);
    ContactId contact = ContactId.parse("contactId", id);
    contacts.correct(
        caller.scope(), contact, OptionalInt.empty(), stored -> withSms(stored, place, number, on));
    return Response.seeOther(URI.create("/contacts/" + contact)).build();
  }

  private static Contact withSms(Contact stored, int place, @Nullable String number, boolean on) {
    List<ContactPhone> phones = new ArrayList<>(stored.details().phones());
    if (place >= phones.size() || !phones.get(place).number().display().equals(number)) {
      throw new NotFound("number", "at this place");
    }
    ContactPhone phone = phones.get(place);
    phones.set(place, new ContactPhone(phone.label(), phone.number().acceptingSms(on)));
    return stored.withDetails(stored.details().withPhones(phones));
  }

  @POST
  @Path("{contactId}/delete")
  @Requires(Permission.CONTACT_DELETE)
  public Response remove(
      @PathParam("contactId") String id, @FormParam("version") @Nullable String version) {
    ContactId contact = ContactId.parse("contactId", id);
    int seen = Parse.number("version", version, 0, 0, Integer.MAX_VALUE);
    contacts.remove(caller.scope(), contact, seen);
    flash.say(words.of(ContactMessages.class).contactDeleted());
    return Response.seeOther(URI.create("/contacts")).build();
  }
}
