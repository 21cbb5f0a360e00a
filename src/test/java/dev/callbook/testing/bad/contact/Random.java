package dev.callbook.testing.bad.contact;

import dev.callbook.testing.bad.BadOnPurpose;
import java.util.UUID;

@BadOnPurpose(breaks = "ids_come_from_ids")
record Random() {
  UUID id() {
    return UUID.randomUUID();
  }

  @BadOnPurpose(breaks = "ids_come_from_ids")
  record Own() {
    UUID id() {
      return com.github.f4b6a3.uuid.UuidCreator.getTimeOrderedEpoch();
    }
  }
}
