package dev.callbook.testing.bad.unplaced;

import dev.callbook.testing.bad.BadOnPurpose;

@BadOnPurpose(breaks = {"packages_use_only_those_below_them", "null_is_marked"})
record Nowhere(String name) {}
