package dev.callbook.testing.bad.contact;

import dev.callbook.testing.bad.BadOnPurpose;
import jakarta.inject.Inject;

@BadOnPurpose(breaks = "beans_are_built_by_their_constructors")
class Injected {
  @Inject String name;
}
