package dev.callbook.people;

import dev.callbook.access.Caller;
import dev.callbook.access.ClientDraft;
import dev.callbook.access.Clients;
import dev.callbook.access.Division;
import dev.callbook.access.DivisionId;
import dev.callbook.access.Divisions;
import dev.callbook.access.Grants;
import dev.callbook.access.Grants.Grant;
import dev.callbook.access.Permission;
import dev.callbook.access.Roles;
import dev.callbook.access.Scope;
import dev.callbook.access.User;
import dev.callbook.access.Users;
import dev.callbook.web.Choice;
import dev.callbook.web.Words;
import dev.callbook.wire.Parse;
import dev.callbook.wire.Refusal.Forbidden;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/// What the pages of users and clients share: giving roles, within what the giver holds.
@ApplicationScoped
class GrantForms {
  private final Roles roles;
  private final Divisions divisions;
  private final Grants grants;
  private final Clients clients;
  private final Users users;
  private final Caller caller;
  private final Words words;

  GrantForms(
      Roles roles,
      Divisions divisions,
      Grants grants,
      Clients clients,
      Users users,
      Caller caller,
      Words words) {
    this.roles = roles;
    this.grants = grants;
    this.clients = clients;
    this.users = users;
    this.divisions = divisions;
    this.caller = caller;
    this.words = words;
  }

  /// A user without a password, with a role where one is named: both or neither.
  ///
  /// @throws Forbidden if the role allows something the giver may not do in that division
  @Transactional
  User addUser(Scope scope, String name, String email, String role, String division) {
    User user = users.invite(scope, name, email);
    if (!role.isBlank() && !division.isBlank()) {
      give(caller.scope(Permission.GRANT_ADD), user.id(), role, division);
    }
    return user;
  }

  /// The grants of several users or clients.
  List<Grants.Held> held(Scope scope, Collection<UUID> subjects) {
    return grants.of(scope.org(), subjects);
  }

  UserView.Held held(Grants.Held grant) {
    return new UserView.Held(
        grant.roleId().toString(),
        grant.division().id().value().toString(),
        grant.roleName(),
        words.nameOf(grant.division()),
        grant.grantedAt());
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
        .map(
            division -> new Choice(division.id().value().toString(), words.nameOf(division), false))
        .toList();
  }

  /// `Agent, EMEA`
  String inWords(Grants.Held held) {
    return held.roleName() + ", " + words.nameOf(held.division());
  }

  /// @throws Forbidden if the role allows something the giver may not do in that division
  void give(Scope scope, UUID subject, String role, String division) {
    grants.give(caller.access(), scope, List.of(grant(subject, role, division)));
  }

  /// A client that acts for itself, with a role where one is named: both or neither.
  ///
  /// @throws Forbidden if the role allows something the giver may not do in that division
  @Transactional
  Clients.Issued addClient(Scope scope, String name, String role, String division) {
    Clients.Issued issued = clients.add(scope, ClientDraft.ofProgram(name));
    if (!role.isBlank() && !division.isBlank()) {
      give(caller.scope(Permission.GRANT_ADD), issued.client().id(), role, division);
    }
    return issued;
  }

  /// @throws Forbidden if the client may do what the caller may not: its secret would give it to
  ///   them
  void requireAllOf(UUID client) {
    grants.requireAllOf(caller.access(), client);
  }

  void take(Scope scope, UUID subject, String role, String division) {
    grants.take(scope, List.of(grant(subject, role, division)));
  }

  private static Grant grant(UUID subject, String role, String division) {
    return new Grant(
        subject, Parse.id("role", role), new DivisionId(Parse.id("division", division)));
  }
}
