package dev.callbook.contact;

import dev.callbook.access.Caller;
import dev.callbook.access.Permission;
import dev.callbook.access.Requires;
import dev.callbook.access.Scope;
import dev.callbook.change.EarlierStates;
import dev.callbook.web.Flash;
import dev.callbook.web.PageShells;
import dev.callbook.web.Place;
import dev.callbook.web.RefusalWords;
import dev.callbook.web.WebMessages;
import dev.callbook.web.Words;
import dev.callbook.wire.Parse;
import dev.callbook.wire.Refusal.Conflict;
import dev.callbook.wire.Refusal.Invalid;
import dev.callbook.wire.Refusal.NotFound;
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
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What happened to a contact, and the way back to an earlier version or to one field of it. To
/// restore is to correct: it has its own entry in the history, and obeys every rule that saving a
/// form does.
@Path("/contacts/{contactId}/history")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class ContactHistoryPages {
  private final Contacts contacts;
  private final ContactHistory history;
  private final ContactHeaders headers;
  private final EarlierStates states;
  private final PageShells shells;
  private final Flash flash;
  private final Caller caller;
  private final RefusalWords refusals;
  private final Words words;

  ContactHistoryPages(
      Contacts contacts,
      ContactHistory history,
      ContactHeaders headers,
      EarlierStates states,
      PageShells shells,
      Flash flash,
      Caller caller,
      RefusalWords refusals,
      Words words) {
    this.contacts = contacts;
    this.history = history;
    this.headers = headers;
    this.states = states;
    this.shells = shells;
    this.flash = flash;
    this.caller = caller;
    this.refusals = refusals;
    this.words = words;
  }

  /// @param after the oldest entry of the page before
  @GET
  @Requires(Permission.CONTACT_VIEW)
  public TemplateInstance list(
      @PathParam("contactId") String id, @QueryParam("after") @Nullable String after) {
    UUID olderThan = Parse.isAbsent(after) ? null : Parse.id("after", String.valueOf(after));
    return page(ContactId.parse("contactId", id), olderThan, List.of());
  }

  private TemplateInstance page(ContactId id, @Nullable UUID olderThan, List<String> refused) {
    Scope scope = caller.scope();
    Contact contact = contacts.get(scope, id);
    return ContactTemplates.history(
        shells.at(Place.CONTACTS),
        headers.of(scope, contact, ContactHeaders.Tab.HISTORY),
        history.of(scope, contact, olderThan, refused));
  }

  /// @param version the version that the person's page showed
  /// @param field the name of the only field to restore; absent for all of them
  @POST
  @Path("{changeId}/restore")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Requires(Permission.CONTACT_EDIT)
  public Response restore(
      @PathParam("contactId") String id,
      @PathParam("changeId") String changeId,
      @FormParam("version") @Nullable String version,
      @FormParam("field") @Nullable String field) {
    ContactId contact = ContactId.parse("contactId", id);
    UUID change = Parse.id("changeId", changeId);
    int seen = Parse.number("version", version, 0, 0, Integer.MAX_VALUE);
    try {
      contacts.correct(
          caller.scope(), contact, OptionalInt.of(seen), stored -> asOf(stored, change, field));
    } catch (Outdated _) {
      return refused(409, contact, List.of(words.of(WebMessages.class).restoreOutdated()));
    } catch (Invalid refusal) {
      return refused(422, contact, refusals.of(refusal));
    } catch (Conflict refusal) {
      return refused(422, contact, refusals.of(refusal));
    }
    flash.say(words.of(WebMessages.class).restored());
    return Response.seeOther(URI.create("/contacts/" + contact)).build();
  }

  private Contact asOf(Contact stored, UUID change, @Nullable String field) {
    return states
        .asOf(caller.scope(), stored.id().value(), change, field, stored.details())
        .map(stored::withDetails)
        .orElseThrow(() -> new NotFound("change", change));
  }

  private Response refused(int status, ContactId id, List<String> reasons) {
    return Response.status(status).entity(page(id, null, reasons)).build();
  }
}
