package dev.callbook.lookup;

import dev.callbook.access.Scope;
import dev.callbook.contact.Contact;
import dev.callbook.contact.ContactJson.IdentifierJson;
import dev.callbook.contact.Contacts;
import dev.callbook.contact.Identifier;
import dev.callbook.contact.IdentifierReader;
import dev.callbook.contact.Identifiers;
import dev.callbook.phone.Callers;
import dev.callbook.phone.DialPlan;
import dev.callbook.phone.Presentation;
import dev.callbook.phone.Region;
import dev.callbook.wire.Refusal.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/// Understands what a program sends to find a contact by: a number, an address, a handle, an
/// external id.
@ApplicationScoped
class Identification {
  private final Lookup lookup;
  private final Contacts contacts;
  private final Identifiers identifiers;
  private final IdentifierReader reader;
  private final Callers callers;

  Identification(
      Lookup lookup,
      Contacts contacts,
      Identifiers identifiers,
      IdentifierReader reader,
      Callers callers) {
    this.lookup = lookup;
    this.contacts = contacts;
    this.identifiers = identifiers;
    this.reader = reader;
    this.callers = callers;
  }

  /// @param value an e-mail address, a number in any spelling, or a screen name
  List<Contact> anyOf(Scope scope, String value, String region) {
    String text = value.strip();
    if (text.indexOf('@') > 0) {
      return contactsOf(lookup.byEmail(scope, text));
    }
    // A plus that nobody encoded arrives as a blank.
    String number = value.startsWith(" ") && !text.startsWith("+") ? "+" + text : text;
    long digits = number.chars().filter(Character::isDigit).count();
    long letters = number.chars().filter(Character::isLetter).count();
    if (text.startsWith("@") || letters > 0 || digits == 0) {
      return contactsOf(lookup.byHandle(scope, "twitter", text));
    }
    return contactsOf(lookup.find(scope, caller(number, region)));
  }

  /// The contact that holds an identifier: whoever claimed it, else the oldest whose fields say so.
  ///
  /// @throws dev.callbook.wire.Refusal.Invalid naming `type`, `value` or `externalSource.id`
  /// @throws NotFound if nobody within `scope` holds it
  Contact byIdentifier(Scope scope, IdentifierJson sent, String region) {
    Identifier identifier = reader.read("", sent, region);
    return Optional.ofNullable(identifiers.holders(scope, List.of(identifier)).get(identifier))
        .flatMap(id -> contacts.find(scope, id))
        .orElseThrow(() -> new NotFound("contact", "by this identifier"));
  }

  private dev.callbook.phone.Caller caller(String number, String region) {
    return callers.identify(
        number, Presentation.ALLOWED, DialPlan.of(Region.find(region).orElseThrow()));
  }

  private static List<Contact> contactsOf(CallerMatch match) {
    return switch (match) {
      case CallerMatch.Known known -> List.of(known.contact());
      case CallerMatch.Ambiguous several ->
          several.candidates().stream().map(Candidate::contact).toList();
      case CallerMatch.Unknown _, CallerMatch.Withheld _ -> List.of();
    };
  }
}
