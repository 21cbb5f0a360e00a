package dev.callbook.access;

import dev.callbook.wire.Problem;
import dev.callbook.wire.Refusal.Forbidden;
import dev.callbook.wire.Refusal.Invalid;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What one caller may touch for one permission: one organization of ours and some of its
/// divisions.
///
/// Every store method that reads or writes divided data takes it first and filters every statement
/// by it.
///
/// @param org the caller's organization
/// @param actor who acts
/// @param origin where the write comes from
/// @param permission what the divisions were granted for
/// @param divisions those the caller may use for the permission; never empty
public record Scope(
    OrgId org, Actor actor, Origin origin, Permission permission, List<Division> divisions) {
  public Scope {
    if (divisions.isEmpty()) {
      throw new Forbidden(permission.value());
    }
    divisions = List.copyOf(divisions);
  }

  /// The organization's key, for SQL's `:org`.
  public UUID orgKey() {
    return org.value();
  }

  /// The divisions' keys, for SQL's `division_id = any(:divisions)`.
  public UUID[] divisionKeys() {
    return divisions.stream().map(division -> division.id().value()).toArray(UUID[]::new);
  }

  /// The same rights, for writes that belong to `source`.
  public Scope from(Origin source) {
    return new Scope(org, actor, source, permission, divisions);
  }

  /// The same rights in one division alone, which must be one of the scope's.
  public Scope only(Division division) {
    return new Scope(org, actor, origin, permission, List.of(division));
  }

  /// The same rights in some divisions alone, which must be of the scope's.
  public Scope only(List<Division> some) {
    return new Scope(org, actor, origin, permission, some);
  }

  /// A division of the scope.
  public Optional<Division> division(DivisionId id) {
    return divisions.stream().filter(division -> division.id().equals(id)).findFirst();
  }

  /// Only the divisions that another of the caller's scopes has too.
  ///
  /// @throws Forbidden naming the other's permission if there are none
  public Scope and(Scope other) {
    List<Division> both = divisions.stream().filter(other.divisions()::contains).toList();
    if (both.isEmpty()) {
      throw new Forbidden(other.permission().value());
    }
    return new Scope(org, actor, origin, permission, both);
  }

  /// Only the divisions named; `*` alone, or nothing, leaves the scope as it is.
  ///
  /// @throws Invalid naming `field` if one is unknown or not the caller's
  public Scope within(String field, List<String> wireIds) {
    if (wireIds.isEmpty() || wireIds.equals(List.of("*"))) {
      return this;
    }
    List<Division> named = wireIds.stream().map(id -> divisionFor(field, id)).distinct().toList();
    return new Scope(org, actor, origin, permission, named);
  }

  /// The division a new record goes to: the one named, else the starred one.
  ///
  /// @throws Invalid naming `division.id` if it is unknown or not the caller's
  public Division divisionToWrite(Optional<String> wireId) {
    return divisionFor("division.id", wireId.orElse("*"));
  }

  private Division divisionFor(String field, String wireId) {
    return divisions.stream()
        .filter(division -> division.wireId().equalsIgnoreCase(wireId.strip()))
        .findFirst()
        .orElseThrow(() ->
            new Invalid(
                field,
                "invalid.value",
                "There is no such division, or you lack " + permission.value() + " in it.",
                new Problem.NotYours()));
  }
}
