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
import dev.callbook.contact.Identifier;
import dev.callbook.contact.IdentifierReader;
import dev.callbook.contact.Identifiers;
import dev.callbook.contact.Identifiers.Held;
import dev.callbook.directory.References.DivisionJson;
import dev.callbook.wire.Parse;
import dev.callbook.wire.Refusal.Invalid;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A contact's identifiers. Translates; decides nothing.
@Path("/api/v2/externalcontacts/contacts/{contactId}/identifiers")
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ContactIdentifierApi {
  private final Contacts contacts;
  private final Identifiers identifiers;
  private final IdentifierReader reader;
  private final Caller caller;

  ContactIdentifierApi(
      Contacts contacts, Identifiers identifiers, IdentifierReader reader, Caller caller) {
    this.contacts = contacts;
    this.identifiers = identifiers;
    this.reader = reader;
    this.caller = caller;
  }

  /// `getExternalcontactsContactIdentifiers`
  @GET
  @Requires(Permission.CONTACT_VIEW)
  public IdentifierJson.Identifiers<ContactJson.IdentifierJson> list(
      @PathParam("contactId") String id) {
    Scope scope = caller.scope();
    Contact contact = contacts.get(scope, ContactId.parse("contactId", id));
    return new IdentifierJson.Identifiers<>(
        identifiers.of(scope, List.of(contact)).getOrDefault(contact.id(), List.of()).stream()
            .map(held -> ContactWriter.write(scope, contact, held))
            .toList());
  }

  /// `patchExternalcontactsContactIdentifiers`
  @PATCH
  @Requires(Permission.CONTACT_EDIT)
  public ContactJson.IdentifierJson change(
      @PathParam("contactId") String id, IdentifierJson.@Nullable ContactClaim body) {
    Scope scope = caller.scope();
    ContactId wanted = ContactId.parse("contactId", id);
    IdentifierJson.ContactClaim sent = Parse.body(body);
    IdentifierJson.Operation operation = operation(sent.operation());
    if (sent.identifier() == null) {
      throw new Invalid("identifier", "required", "An identifier is needed.");
    }
    Identifier identifier = reader.read("identifier.", sent.identifier(), caller.access().region());
    Contact contact = contacts.get(scope, wanted);
    checkDivision(scope, contact, DivisionJson.idOf(sent.identifier().division()));
    Held held =
        switch (operation) {
          case Claim -> identifiers.claim(scope, contact.id(), identifier);
          case Release -> identifiers.release(scope, contact.id(), identifier);
        };
    return ContactWriter.write(scope, contact, held);
  }

  static IdentifierJson.Operation operation(IdentifierJson.@Nullable Operation sent) {
    if (sent == null) {
      throw new Invalid("operation", "required", "operation is Claim or Release.");
    }
    return sent;
  }

  private static void checkDivision(Scope scope, Contact contact, Optional<String> sent) {
    String own = String.valueOf(DivisionJson.of(scope, contact.division()).id());
    if (sent.isPresent() && !sent.get().equalsIgnoreCase(own)) {
      throw elsewhere();
    }
  }

  /// The refusal of an identifier in another division than its record's.
  static Invalid elsewhere() {
    return new Invalid(
        "identifier.division.id",
        "invalid.value",
        "An identifier belongs to the division of its record.");
  }
}
