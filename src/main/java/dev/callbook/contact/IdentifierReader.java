package dev.callbook.contact;

import dev.callbook.contact.ContactJson.IdentifierJson;
import dev.callbook.directory.Checks;
import dev.callbook.directory.ExternalSourceJson;
import dev.callbook.phone.Caller;
import dev.callbook.phone.Callers;
import dev.callbook.phone.DialPlan;
import dev.callbook.phone.ParsedNumber;
import dev.callbook.phone.Presentation;
import dev.callbook.phone.Region;
import dev.callbook.wire.Parse;
import dev.callbook.wire.Problem;
import dev.callbook.wire.Refusal.Invalid;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads an identifier from its JSON: whatever its spelling, to one key.
@ApplicationScoped
public class IdentifierReader {
  private static final int MAX_VALUE = 255;

  private final Callers callers;

  IdentifierReader(Callers callers) {
    this.callers = callers;
  }

  /// @param within what refusals put before the fields' names: nothing, or a path with a dot at its
  ///   end
  /// @param region the one our organization is in
  /// @throws Invalid naming `type`, `value` or `externalSource.id`
  public Identifier read(String within, IdentifierJson sent, String region) {
    Identifier.Type type = type(within, sent.type());
    String field = within + "value";
    String value = value(field, sent.value());
    return switch (type) {
      case Phone -> phone(field, value, region);
      case SocialWhatsapp -> whatsApp(field, value, region);
      case Email -> email(field, value);
      case SocialTwitter, SocialInstagram ->
          Identifier.anyCase(type, value.startsWith("@") ? value.substring(1) : value);
      case SocialLine, SocialFacebook, AppleOpaqueId -> Identifier.anyCase(type, value);
      case SocialWhatsappBsuid, Cookie -> Identifier.exact(type, value);
      case ExternalId -> Identifier.externalId(source(within, sent), value);
    };
  }

  private static Identifier.Type type(String within, @Nullable String name) {
    return Arrays.stream(Identifier.Type.values())
        .filter(type -> type.name().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new Invalid(
                within + "type",
                "invalid.value",
                "type is one of "
                    + Arrays.stream(Identifier.Type.values())
                        .map(Enum::name)
                        .collect(Collectors.joining(", "))
                    + "."));
  }

  private static String value(String field, @Nullable String sent) {
    String value = sent == null ? "" : Parse.text(field, sent).strip();
    if (value.isEmpty()) {
      throw new Invalid(field, "required", field + " holds 1 to " + MAX_VALUE + " characters.");
    }
    if (value.length() > MAX_VALUE) {
      throw new Invalid(
          field,
          "too.long",
          field + " may hold " + MAX_VALUE + " characters; " + value.length() + " were sent.",
          new Problem.TooLong(MAX_VALUE, value.length()));
    }
    return value;
  }

  private Identifier phone(String field, String value, String region) {
    if (!value.startsWith("+")) {
      throw new Invalid(
          field, "invalid.value", "A phone number needs a leading + and its country code.");
    }
    ParsedNumber.Full number = number(field, value, region);
    return new Identifier(Identifier.Type.Phone, number.e164().value(), number.key().value(), null);
  }

  private Identifier whatsApp(String field, String value, String region) {
    ParsedNumber.Full number = number(field, value.startsWith("+") ? value : "+" + value, region);
    return new Identifier(
        Identifier.Type.SocialWhatsapp, number.e164().value(), number.key().value(), null);
  }

  private ParsedNumber.Full number(String field, String value, String region) {
    Caller caller =
        callers.identify(
            value, Presentation.ALLOWED, DialPlan.of(Region.find(region).orElseThrow()));
    if (caller instanceof Caller.Telephone(ParsedNumber.Full number)) {
      return number;
    }
    throw new Invalid(field, "invalid.value", field + " is no phone number.");
  }

  private static Identifier email(String field, String value) {
    Checks checks = new Checks();
    checks.email(field, value);
    checks.refuseIfAny();
    return Identifier.exact(Identifier.Type.Email, ContactEmail.key(value));
  }

  private static UUID source(String within, IdentifierJson sent) {
    UUID source = ExternalSourceJson.idOf(within + "externalSource", sent.externalSource());
    if (source == null) {
      throw new Invalid(
          within + "externalSource.id",
          "required",
          "An external id needs the source it comes from.");
    }
    return source;
  }
}
