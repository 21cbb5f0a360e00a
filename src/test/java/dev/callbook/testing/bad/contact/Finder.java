package dev.callbook.testing.bad.contact;

import dev.callbook.testing.bad.BadOnPurpose;

@BadOnPurpose(breaks = "interfaces_have_several_implementations")
interface Finder {
  String find();

  record Only(String found) implements Finder {
    @Override
    public String find() {
      return found;
    }
  }
}
