package dev.callbook.access.admin;

import dev.callbook.access.Division;
import dev.callbook.access.DivisionId;
import dev.callbook.access.Divisions;
import dev.callbook.access.OrgId;
import dev.callbook.wire.Parse;
import dev.callbook.wire.Refusal.Invalid;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The ids of divisions on the wire: `*` is the starred one's.
final class DivisionIds {
  private DivisionIds() {}

  /// @throws Invalid naming `field` if it is no id
  static DivisionId parse(Divisions divisions, OrgId org, String field, @Nullable String text) {
    String id = Objects.requireNonNullElse(text, "");
    return id.equals("*") ? starred(divisions, org) : new DivisionId(Parse.id(field, id));
  }

  private static DivisionId starred(Divisions divisions, OrgId org) {
    return divisions.all(org).stream()
        .filter(division -> division.kind() == Division.Kind.STARRED)
        .map(Division::id)
        .findFirst()
        .orElseThrow();
  }
}
