package dev.callbook.organization;

import dev.callbook.directory.ExternalId;
import dev.callbook.directory.ExternalSourceJson;
import dev.callbook.wire.Parse;
import dev.callbook.wire.Problem;
import dev.callbook.wire.Refusal.Invalid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads an organization's identifier from its JSON.
public final class OrganizationIdentifierReader {
  private static final int MAX_VALUE = 255;

  private OrganizationIdentifierReader() {}

  /// @param within what refusals put before the fields' names: nothing, or a path with a dot at its
  ///   end
  /// @throws Invalid naming `type`, `value` or `externalSource.id`
  public static ExternalId read(String within, @Nullable OrganizationIdentifierJson sent) {
    if (sent == null || !OrganizationIdentifierJson.TYPE.equals(sent.type())) {
      throw new Invalid(
          within + "type", "invalid.value", "Organizations are identified by ExternalId only.");
    }
    UUID source = ExternalSourceJson.idOf(within + "externalSource", sent.externalSource());
    if (source == null || Parse.isAbsent(sent.value())) {
      throw new Invalid(
          within + "externalSource.id",
          "required",
          "An external id needs its source and its value.");
    }
    String field = within + "value";
    String value = Parse.text(field, String.valueOf(sent.value())).strip();
    if (value.length() > MAX_VALUE) {
      throw new Invalid(
          field,
          "too.long",
          field + " may hold " + MAX_VALUE + " characters; " + value.length() + " were sent.",
          new Problem.TooLong(MAX_VALUE, value.length()));
    }
    return new ExternalId(source, value);
  }
}
