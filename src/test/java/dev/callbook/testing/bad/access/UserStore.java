package dev.callbook.testing.bad.access;

import dev.callbook.testing.bad.BadOnPurpose;
import java.util.UUID;

@BadOnPurpose(breaks = "stores_take_a_scope_first")
class UserStore {
  boolean remove(UUID id) {
    return id.version() == 7;
  }
}
