package dev.callbook.testing.bad.contact;

import dev.callbook.testing.bad.BadOnPurpose;

@BadOnPurpose(breaks = "nothing_is_kept_in_a_thread")
record Ambient(ThreadLocal<String> user) {}
