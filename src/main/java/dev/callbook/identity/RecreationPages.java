package dev.callbook.identity;

import dev.callbook.access.Caller;
import dev.callbook.access.Permission;
import dev.callbook.access.Requires;
import dev.callbook.access.Scope;
import dev.callbook.contact.Contact;
import dev.callbook.contact.ContactHeaders;
import dev.callbook.contact.ContactId;
import dev.callbook.contact.Contacts;
import dev.callbook.web.Choice;
import dev.callbook.web.Flash;
import dev.callbook.web.PageShells;
import dev.callbook.web.Place;
import dev.callbook.web.RefusalWords;
import dev.callbook.web.Words;
import dev.callbook.wire.Parse;
import dev.callbook.wire.Refusal;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Makes one contact anew in another division: what goes along is said first. Needs the permissions
/// to create and to delete contacts in both divisions.
@Path("/contacts/{contactId}/recreate")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class RecreationPages {
  private final Contacts contacts;
  private final Recreations recreations;
  private final ContactHeaders headers;
  private final PageShells shells;
  private final Flash flash;
  private final Caller caller;
  private final RefusalWords refusals;
  private final Words words;

  RecreationPages(
      Contacts contacts,
      Recreations recreations,
      ContactHeaders headers,
      PageShells shells,
      Flash flash,
      Caller caller,
      RefusalWords refusals,
      Words words) {
    this.contacts = contacts;
    this.recreations = recreations;
    this.headers = headers;
    this.shells = shells;
    this.flash = flash;
    this.caller = caller;
    this.refusals = refusals;
    this.words = words;
  }

  @GET
  @Requires(Permission.CONTACT_DELETE)
  public TemplateInstance ask(@PathParam("contactId") String id) {
    return page(ContactId.parse("contactId", id), "", false, List.of());
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Requires(Permission.CONTACT_DELETE)
  public Response recreate(
      @PathParam("contactId") String id,
      @FormParam("version") @Nullable String version,
      @FormParam("division") @Nullable String division) {
    ContactId contact = ContactId.parse("contactId", id);
    int seen = Parse.number("version", version, 0, 0, Integer.MAX_VALUE);
    String chosen = division == null ? "" : division;
    try {
      Scope scope = scope();
      Contact anew =
          recreations.recreate(
              scope, contact, seen, scope.divisionToWrite(Optional.of(chosen)).id());
      flash.say(words.of(MergeMessages.class).recreated());
      return Response.seeOther(URI.create("/contacts/" + anew.id())).build();
    } catch (Refusal.Outdated _) {
      return Response.status(Response.Status.CONFLICT)
          .entity(page(contact, chosen, true, List.of()))
          .build();
    } catch (Refusal.Invalid | Refusal.Conflict refusal) {
      return Response.status(
              refusal instanceof Refusal.Conflict
                  ? Response.Status.CONFLICT
                  : Response.Status.BAD_REQUEST)
          .entity(page(contact, chosen, false, refusals.of(refusal)))
          .build();
    }
  }

  private Scope scope() {
    return caller.scope(Permission.CONTACT_DELETE).and(caller.scope(Permission.CONTACT_ADD));
  }

  private TemplateInstance page(
      ContactId id, String chosen, boolean changedMeanwhile, List<String> errors) {
    Scope scope = scope();
    Contact contact = contacts.get(scope, id);
    List<Choice> divisions =
        scope.divisions().stream()
            .filter(division -> !division.id().equals(contact.division()))
            .map(division ->
                new Choice(
                    division.wireId(), words.nameOf(division), division.wireId().equals(chosen)))
            .toList();
    return MergeTemplates.recreate(
        shells.at(Place.CONTACTS),
        new RecreationView(
            headers.of(scope, contact, ContactHeaders.Tab.PROFILE),
            divisions,
            contact.mergeSet().isMerged(),
            changedMeanwhile,
            errors));
  }
}
