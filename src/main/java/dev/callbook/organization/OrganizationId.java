package dev.callbook.organization;

import dev.callbook.wire.Parse;
import java.util.UUID;

/// An external organization's id.
public record OrganizationId(UUID value) {
  /// @throws dev.callbook.wire.Refusal.Invalid naming `field` unless `text` is a UUID
  public static OrganizationId parse(String field, String text) {
    return new OrganizationId(Parse.id(field, text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
