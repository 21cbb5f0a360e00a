package dev.callbook.contact;

import dev.callbook.wire.Parse;
import java.util.UUID;

/// A contact's id.
public record ContactId(UUID value) {
  /// @throws dev.callbook.wire.Refusal.Invalid naming `field` unless `text` is a UUID
  public static ContactId parse(String field, String text) {
    return new ContactId(Parse.id(field, text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
