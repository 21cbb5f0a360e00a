package dev.callbook.testing.bad.contact;

import dev.callbook.testing.bad.BadOnPurpose;
import dev.callbook.testing.bad.lookup.FoundJson;

@BadOnPurpose(
    breaks = {
      "packages_use_only_those_below_them",
      "only_resources_and_translators_use_wire_shapes"
    })
record UpwardContact(FoundJson found) {}
