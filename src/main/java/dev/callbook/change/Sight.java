package dev.callbook.change;

import dev.callbook.access.Access;
import dev.callbook.access.Division;
import dev.callbook.access.DivisionId;
import dev.callbook.access.Permission;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/// What of the log somebody may see besides the entries of their divisions: entries about what
/// belongs to no division, by the permission to view such things; and what stands in an entry, by
/// the permission to view the record itself.
public final class Sight {
  private final Access access;

  public Sight(Access access) {
    this.access = access;
  }

  /// The kinds of records outside divisions whose entries are seen.
  Set<Subject> undivided() {
    return Arrays.stream(Subject.values())
        .filter(subject -> access.may(subject.permission()))
        .collect(Collectors.toUnmodifiableSet());
  }

  /// Whether the fields of an entry are seen.
  public boolean sees(Change change) {
    Permission needed = change.subject().permission();
    DivisionId division = change.division();
    return division == null ? access.may(needed) : sees(needed, division);
  }

  /// In the starred division a record is seen by whoever may see one anywhere.
  private boolean sees(Permission needed, DivisionId division) {
    return access.granted().getOrDefault(needed, java.util.List.of()).stream()
        .map(Division::id)
        .anyMatch(division::equals);
  }
}
