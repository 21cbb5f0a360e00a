package dev.callbook.demo;

import dev.callbook.access.Actor;
import dev.callbook.access.Division;
import dev.callbook.access.Divisions;
import dev.callbook.access.FirstStart;
import dev.callbook.access.Grants;
import dev.callbook.access.OrgId;
import dev.callbook.access.Origin;
import dev.callbook.access.Permission;
import dev.callbook.access.Role;
import dev.callbook.access.Roles;
import dev.callbook.access.Scope;
import dev.callbook.access.User;
import dev.callbook.access.Users;
import dev.callbook.platform.CannotStart;
import dev.callbook.platform.Vault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The company that the demo shows.
@ApplicationScoped
public class DemoCompany {
  static final String NAME = "Brightwell Networks";
  private static final int PASSWORD_BYTES = 12;

  private final FirstStart firstStart;
  private final Divisions divisions;
  private final Users users;
  private final Roles roles;
  private final Grants grants;
  private final DemoDirectory directory;
  private final DemoPast past;
  private final Vault vault;

  DemoCompany(
      FirstStart firstStart,
      Divisions divisions,
      Users users,
      Roles roles,
      Grants grants,
      DemoDirectory directory,
      DemoPast past,
      Vault vault) {
    this.firstStart = firstStart;
    this.divisions = divisions;
    this.users = users;
    this.roles = roles;
    this.grants = grants;
    this.directory = directory;
    this.past = past;
    this.vault = vault;
  }

  /// Makes the company with everything in it on an empty database, in one step: a start that is
  /// killed on the way leaves nothing behind. Does nothing where it is there already.
  ///
  /// @throws CannotStart if the database holds another organization
  @Transactional
  public OrgId open() {
    Optional<OrgId> made = firstStart.prepare(NAME);
    if (made.isEmpty()) {
      return find()
          .orElseThrow(() ->
              CannotStart.because(
                  "the demo needs a database of its own, and this one is in use; unset"
                      + " CALLBOOK_DATABASE_URL or name an empty database"));
    }
    OrgId org = made.get();
    List.of(Staff.SERVICE, Staff.SALES, Staff.BILLING)
        .forEach(name -> divisions.add(everything(org), name));
    Staff.ALL.forEach(staff -> hire(org, staff));
    directory.fill(everything(org));
    past.fill(org);
    return org;
  }

  /// Empty where this database holds none.
  Optional<OrgId> find() {
    return firstStart.organizations().stream()
        .filter(org -> Staff.ALL.stream().anyMatch(one -> users.idOf(org, one.email()).isPresent()))
        .findFirst();
  }

  /// The password somebody was given: made from this installation's own secret key, so that it can
  /// be told again at every start and is written down nowhere.
  String password(Staff staff) {
    byte[] secret = vault.derive("demo password of " + staff.email());
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(java.util.Arrays.copyOf(secret, PASSWORD_BYTES));
  }

  private void hire(OrgId org, Staff staff) {
    Scope scope = everything(org);
    User user = users.add(scope, staff.name(), staff.email(), password(staff));
    UUID role =
        roles.all(scope).stream()
            .filter(one -> one.name().equals(staff.role()))
            .map(Role::id)
            .findFirst()
            .orElseThrow();
    divisions.all(org).stream()
        .filter(division -> staff.divisions().contains(division.name()))
        .map(Division::id)
        .forEach(division -> grants.give(scope, user.id(), role, division));
  }

  private Scope everything(OrgId org) {
    return new Scope(
        org, new Actor.Itself(), Origin.SYSTEM, Permission.CONTACT_ADD, divisions.all(org));
  }
}
