package dev.callbook.people;

import dev.callbook.access.Caller;
import dev.callbook.access.Division;
import dev.callbook.access.DivisionId;
import dev.callbook.access.Divisions;
import dev.callbook.access.Permission;
import dev.callbook.access.Role;
import dev.callbook.access.Roles;
import dev.callbook.access.Scope;
import dev.callbook.web.Choice;
import dev.callbook.web.Words;
import dev.callbook.wire.Parse;
import dev.callbook.wire.Refusal.Forbidden;
import dev.callbook.wire.Refusal.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/// What the pages of users and clients share: giving roles, within what the giver holds.
@ApplicationScoped
class Grants {
  private final Roles roles;
  private final Divisions divisions;
  private final Caller caller;
  private final Words words;

  Grants(Roles roles, Divisions divisions, Caller caller, Words words) {
    this.roles = roles;
    this.divisions = divisions;
    this.caller = caller;
    this.words = words;
  }

  /// Every grant of the organization.
  List<Roles.Held> held(Scope scope) {
    return roles.held(scope);
  }

  List<Choice> roleChoices(Scope scope) {
    return roles.all(scope).stream()
        .map(role -> new Choice(role.id().toString(), role.name(), role.name().equals("Agent")))
        .toList();
  }

  /// All divisions first, under the starred one's id.
  List<Choice> divisionChoices(Scope scope) {
    return divisions.all(scope.org()).stream()
        .sorted((a, b) ->
            Boolean.compare(b.kind() == Division.Kind.STARRED, a.kind() == Division.Kind.STARRED))
        .map(division -> new Choice(division.id().value().toString(), name(division), false))
        .toList();
  }

  private String name(Division division) {
    return division.kind() == Division.Kind.STARRED
        ? words.of(PeopleMessages.class).everywhere()
        : division.name();
  }

  /// `Agent, EMEA`
  String inWords(Roles.Held held) {
    boolean everywhere = held.divisionName().equals("*");
    return held.roleName()
        + ", "
        + (everywhere ? words.of(PeopleMessages.class).everywhere() : held.divisionName());
  }

  /// @throws Forbidden if the role allows something the giver may not do in that division
  void give(Scope scope, UUID subject, String role, String division) {
    UUID roleId = Parse.id("role", role);
    DivisionId divisionId = new DivisionId(Parse.id("division", division));
    Role known =
        roles.all(scope).stream()
            .filter(r -> r.id().equals(roleId))
            .findFirst()
            .orElseThrow(() -> new NotFound("role", roleId));
    boolean everywhere =
        divisions.all(scope.org()).stream()
            .anyMatch(d -> d.id().equals(divisionId) && d.kind() == Division.Kind.STARRED);
    for (Permission permission : known.permissions()) {
      if (!holds(permission, divisionId, everywhere)) {
        throw new Forbidden(permission.value());
      }
    }
    roles.grant(scope, subject, roleId, divisionId);
  }

  private boolean holds(Permission permission, DivisionId division, boolean everywhere) {
    if (!caller.access().may(permission)) {
      return false;
    }
    Scope held = caller.scope(permission);
    return everywhere
        ? held.divisions().size() == divisions.all(held.org()).size()
        : held.division(division).isPresent();
  }

  void take(Scope scope, UUID subject, String role, String division) {
    roles.revoke(
        scope, subject, Parse.id("role", role), new DivisionId(Parse.id("division", division)));
  }
}
