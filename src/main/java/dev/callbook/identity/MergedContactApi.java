package dev.callbook.identity;

import dev.callbook.access.Caller;
import dev.callbook.access.Permission;
import dev.callbook.access.Requires;
import dev.callbook.access.Scope;
import dev.callbook.contact.Contact;
import dev.callbook.contact.ContactId;
import dev.callbook.contact.ContactJson;
import dev.callbook.contact.ContactWriter;
import dev.callbook.contact.Contacts;
import dev.callbook.wire.Parse;
import dev.callbook.wire.Refusal.NotFound;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A contact itself, whatever it was merged into.
@Path("/api/v2/externalcontacts/contacts/{contactId}/unresolved")
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class MergedContactApi {
  private static final Set<String> EXPAND =
      Set.of("externalOrganization", "externalDataSources", "identifiers", "division");

  private final Contacts contacts;
  private final ContactWriter writer;
  private final Caller caller;

  MergedContactApi(Contacts contacts, ContactWriter writer, Caller caller) {
    this.contacts = contacts;
    this.writer = writer;
    this.caller = caller;
  }

  /// `getExternalcontactsContactUnresolved`
  @GET
  @Requires(Permission.CONTACT_VIEW)
  public ContactJson get(
      @PathParam("contactId") String id, @QueryParam("expand") @Nullable List<String> expand) {
    Scope scope = caller.scope();
    Set<String> expanded = Parse.expand(expand, EXPAND);
    ContactId wanted = ContactId.parse("contactId", id);
    Contact found =
        Optional.ofNullable(contacts.unresolved(scope, List.of(wanted)).get(wanted))
            .orElseThrow(() -> new NotFound("contact", wanted.value()));
    return writer.write(scope, found, expanded);
  }
}
