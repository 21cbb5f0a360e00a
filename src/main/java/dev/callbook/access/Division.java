package dev.callbook.access;

/// A division of an organization.
public record Division(DivisionId id, String name, Kind kind) {
  /// What a division stands for.
  public enum Kind {
    /// where users and settings live that belong nowhere else
    HOME,
    /// `*`: not tied to a division; whoever holds a permission anywhere may use it here
    STARRED,
    PLAIN
  }

  /// The id as clients see it: `*` for the starred division, else a UUID.
  public String wireId() {
    return kind == Kind.STARRED ? "*" : id.value().toString();
  }
}
