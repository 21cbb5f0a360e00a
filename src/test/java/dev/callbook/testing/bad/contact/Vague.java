package dev.callbook.testing.bad.contact;

import dev.callbook.testing.bad.BadOnPurpose;

@BadOnPurpose(breaks = "methods_say_what_they_do")
record Vague(String name) {
  String processName() {
    return name.strip();
  }
}
