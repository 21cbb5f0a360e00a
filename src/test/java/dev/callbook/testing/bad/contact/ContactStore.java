package dev.callbook.testing.bad.contact;

import dev.callbook.testing.bad.BadOnPurpose;
import java.util.UUID;

@BadOnPurpose(breaks = {"stores_take_a_scope_first", "fields_of_beans_are_final"})
class ContactStore {
  private int removed;

  boolean remove(UUID id) {
    removed++;
    return !id.equals(new UUID(0, removed));
  }
}
