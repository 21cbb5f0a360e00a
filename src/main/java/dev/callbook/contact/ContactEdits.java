package dev.callbook.contact;

import dev.callbook.access.Scope;
import dev.callbook.directory.References.DivisionJson;
import java.util.Optional;

/// What a contact becomes by its JSON.
final class ContactEdits {
  private ContactEdits() {}

  /// @throws dev.callbook.wire.Refusal.Invalid naming `division.id` if it differs, or any field
  ///   whose rule is broken
  static Contact apply(
      Scope scope, Contact stored, ContactJson sent, ContactReader reader, String region) {
    Optional<String> division = DivisionJson.idOf(sent.division());
    if (division.isPresent()
        && !division.get().equalsIgnoreCase(DivisionJson.of(scope, stored.division()).id())) {
      throw Contacts.divisionIsFixed();
    }
    ContactDetails details = reader.read(sent, stored.details(), region);
    return new Contact(
        stored.id(),
        stored.division(),
        stored.type(),
        details,
        stored.version(),
        stored.createdAt(),
        stored.modifiedAt());
  }
}
