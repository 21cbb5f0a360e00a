package dev.callbook.lookup;

import dev.callbook.access.Scope;
import dev.callbook.contact.Contact;
import dev.callbook.contact.ContactJson.IdentifierJson;
import dev.callbook.contact.Contacts;
import dev.callbook.contact.Identifier;
import dev.callbook.directory.References.EntityRef;
import dev.callbook.phone.Callers;
import dev.callbook.phone.DialPlan;
import dev.callbook.phone.Presentation;
import dev.callbook.phone.Region;
import dev.callbook.wire.Parse;
import dev.callbook.wire.Refusal.Invalid;
import dev.callbook.wire.Refusal.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Understands what a program sends to find a contact by: a number, an address, a handle, an
/// external id.
@ApplicationScoped
class Identification {
  private final Lookup lookup;
  private final Contacts contacts;
  private final Callers callers;

  Identification(Lookup lookup, Contacts contacts, Callers callers) {
    this.lookup = lookup;
    this.contacts = contacts;
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

  /// The contact an identifier names; where several hold it, the oldest.
  ///
  /// @throws Invalid naming `type`, `value` or `externalSource.id`
  /// @throws NotFound if nobody within `scope` holds it
  Contact byIdentifier(Scope scope, IdentifierJson sent, String region) {
    Identifier.Type type = typeOf(sent.type());
    String value = sent.value() == null ? "" : Parse.text("value", sent.value()).strip();
    if (value.isEmpty() || value.length() > 255) {
      throw new Invalid("value", "required", "value holds 1 to 255 characters.");
    }
    List<Contact> found =
        switch (type) {
          case Phone -> contactsOf(lookup.find(scope, caller(international(value), region)));
          case Email -> contactsOf(lookup.byEmail(scope, value));
          case SocialTwitter -> contactsOf(lookup.byHandle(scope, "twitter", value));
          case SocialLine -> contactsOf(lookup.byHandle(scope, "line", value));
          case SocialFacebook -> contactsOf(lookup.byHandle(scope, "facebook", value));
          case SocialInstagram -> contactsOf(lookup.byHandle(scope, "instagram", value));
          case SocialWhatsapp -> byWhatsApp(scope, value, region);
          case AppleOpaqueId -> contactsOf(lookup.byHandle(scope, "apple", value));
          case ExternalId -> contacts.holdingExternalId(scope, source(sent), value);
          case SocialWhatsappBsuid, Cookie -> List.of();
        };
    return found.stream()
        .min(java.util.Comparator.comparing(Contact::createdAt).thenComparing(c -> c.id().value()))
        .orElseThrow(() -> new NotFound("contact", "by this identifier"));
  }

  private List<Contact> byWhatsApp(Scope scope, String value, String region) {
    String number = value.startsWith("+") ? value : "+" + value;
    return caller(number, region) instanceof dev.callbook.phone.Caller.Telephone known
        ? contactsOf(lookup.byHandle(scope, "whatsapp", known.number().key().value()))
        : List.of();
  }

  private dev.callbook.phone.Caller caller(String number, String region) {
    return callers.identify(
        number, Presentation.ALLOWED, DialPlan.of(Region.find(region).orElseThrow()));
  }

  private static Identifier.Type typeOf(@Nullable String name) {
    return Arrays.stream(Identifier.Type.values())
        .filter(type -> type.name().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new Invalid(
                "type",
                "invalid.value",
                "type is one of "
                    + String.join(
                        ", ", Arrays.stream(Identifier.Type.values()).map(Enum::name).toList())
                    + "."));
  }

  private static String international(String value) {
    if (!value.startsWith("+")) {
      throw new Invalid(
          "value", "invalid.value", "A phone number needs a leading + and its country code.");
    }
    return value;
  }

  private static UUID source(IdentifierJson sent) {
    UUID source = EntityRef.idOf("externalSource", sent.externalSource());
    if (source == null) {
      throw new Invalid(
          "externalSource.id", "required", "An external id needs the source it comes from.");
    }
    return source;
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
