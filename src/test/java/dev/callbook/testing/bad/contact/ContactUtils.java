package dev.callbook.testing.bad.contact;

import dev.callbook.testing.bad.BadOnPurpose;

@BadOnPurpose(breaks = "names_say_what_things_are")
record ContactUtils(String name) {}
