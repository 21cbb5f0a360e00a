package dev.callbook.access;

import dev.callbook.wire.Refusal.Forbidden;
import dev.callbook.wire.Refusal.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Who holds which role in which division. Nobody gives more than they hold.
@ApplicationScoped
public class Grants {
  /// A subject's role in a division. @param subject a user or a client
  public record Grant(UUID subject, UUID role, DivisionId division) {}

  /// The same with what the role allows and how things are called.
  ///
  /// @param grantedAt null for what was granted before this was kept
  public record Held(
      UUID subject,
      UUID roleId,
      String roleName,
      boolean builtIn,
      Set<Permission> permissions,
      Division division,
      @Nullable Instant grantedAt) {}

  private final GrantStore store;
  private final RoleStore roles;
  private final AccessStore access;
  private final Admissions admissions;
  private final Event<AccessChanges> changes;
  private final Clock clock;

  Grants(
      GrantStore store,
      RoleStore roles,
      AccessStore access,
      Admissions admissions,
      Event<AccessChanges> changes,
      Clock clock) {
    this.store = store;
    this.roles = roles;
    this.access = access;
    this.admissions = admissions;
    this.changes = changes;
    this.clock = clock;
  }

  /// Every grant of the organization, by the names of roles and divisions.
  public List<Held> all(OrgId org) {
    return store.all(org);
  }

  /// A subject's.
  public List<Held> of(OrgId org, UUID subject) {
    return store.of(org, subject);
  }

  /// Those of several, by the names of roles and divisions.
  public List<Held> of(OrgId org, Collection<UUID> subjects) {
    return store.of(org, subjects);
  }

  /// Those in a division. @param maxRows at most so many
  public List<Held> in(Scope scope, DivisionId division, int offset, int maxRows) {
    return store.in(scope.org(), division, offset, maxRows);
  }

  /// How many there are in a division.
  public int countIn(Scope scope, DivisionId division) {
    return store.countIn(scope.org(), division);
  }

  /// How many there are in each division; those without any are missing.
  public Map<DivisionId, Integer> countsByDivision(Scope scope) {
    return store.countsByDivision(scope.org());
  }

  /// A user's or a client's name.
  ///
  /// @throws NotFound if the organization has no such user or client
  public String nameOf(OrgId org, UUID subject) {
    String name = store.subjects(org, List.of(subject)).get(subject);
    if (name == null) {
      throw new NotFound("subject", subject);
    }
    return name;
  }

  /// How many roles each subject holds, each counted once.
  public Map<UUID, Integer> roleCounts(Scope scope, Collection<UUID> subjects) {
    return store.roleCounts(scope.org(), subjects);
  }

  /// Gives roles; what is held already is nothing new.
  ///
  /// @throws NotFound if the organization has no such subject, role or division
  /// @throws Forbidden naming a permission that a role would give and the giver does not hold there
  @Transactional
  public void give(Access giver, Scope scope, List<Grant> grants) {
    Books books = books(scope.org());
    requireHeld(giver, books, grants);
    giveUnchecked(scope, books, grants);
  }

  /// As [#give], where Callbook itself gives.
  @Transactional
  public void give(Scope scope, UUID subject, UUID role, DivisionId division) {
    giveUnchecked(scope, books(scope.org()), List.of(new Grant(subject, role, division)));
  }

  private void giveUnchecked(Scope scope, Books books, List<Grant> grants) {
    requireKnown(scope, books, grants);
    record(scope, books, List.of(), store.add(scope.org(), grants, clock.instant()));
  }

  /// Takes roles back; what is not held is passed over.
  ///
  /// @throws NotFound if the organization has no such subject, role or division
  @Transactional
  public void take(Scope scope, List<Grant> grants) {
    Books books = books(scope.org());
    requireKnown(scope, books, grants);
    record(scope, books, store.remove(scope.org(), grants), List.of());
  }

  /// Leaves a subject these roles and no others.
  ///
  /// @throws NotFound if the organization has no such subject, role or division
  /// @throws Forbidden naming a permission that a new role would give and the giver does not hold
  @Transactional
  public void replace(Access giver, Scope scope, UUID subject, List<Grant> grants) {
    Books books = books(scope.org());
    nameOf(scope.org(), subject);
    List<Grant> had =
        store.of(scope.org(), subject).stream()
            .map(held -> new Grant(subject, held.roleId(), held.division().id()))
            .toList();
    List<Grant> gone = had.stream().filter(grant -> !grants.contains(grant)).toList();
    List<Grant> added = grants.stream().filter(grant -> !had.contains(grant)).distinct().toList();
    requireKnown(scope, books, added);
    requireHeld(giver, books, added);
    record(
        scope,
        books,
        store.remove(scope.org(), gone),
        store.add(scope.org(), added, clock.instant()));
  }

  /// @throws Forbidden naming a permission that the subject holds and the other does not: who can
  ///   act as the subject would gain it
  public void requireAllOf(Access other, UUID subject) {
    beyond(other, of(other.org(), subject))
        .ifPresent(permission -> {
          throw new Forbidden(permission.value());
        });
  }

  /// What grants allow and the other may not do there; empty if the other holds all of it.
  public static Optional<Permission> beyond(Access other, List<Held> held) {
    return held.stream()
        .flatMap(grant ->
            grant.permissions().stream()
                .filter(permission -> !other.may(permission, grant.division())))
        .sorted()
        .findFirst();
  }

  /// The organization's roles and divisions.
  private record Books(Map<UUID, Role> roles, Map<DivisionId, Division> divisions) {
    Role role(UUID id) {
      Role role = roles.get(id);
      if (role == null) {
        throw new NotFound("role", id);
      }
      return role;
    }

    Division division(DivisionId id) {
      Division division = divisions.get(id);
      if (division == null) {
        throw new NotFound("division", id.value());
      }
      return division;
    }
  }

  private Books books(OrgId org) {
    return new Books(
        roles.all(org).stream().collect(Collectors.toMap(Role::id, Function.identity())),
        access.divisions(org).stream()
            .collect(Collectors.toMap(Division::id, Function.identity())));
  }

  private void requireKnown(Scope scope, Books books, List<Grant> grants) {
    Set<UUID> subjects = grants.stream().map(Grant::subject).collect(Collectors.toSet());
    Set<UUID> known = store.subjects(scope.org(), subjects).keySet();
    for (Grant grant : grants) {
      if (!known.contains(grant.subject())) {
        throw new NotFound("subject", grant.subject());
      }
      books.role(grant.role());
      books.division(grant.division());
    }
  }

  private static void requireHeld(Access giver, Books books, List<Grant> grants) {
    for (Grant grant : grants) {
      Division division = books.division(grant.division());
      for (Permission permission : books.role(grant.role()).permissions()) {
        if (!giver.may(permission, division)) {
          throw new Forbidden(permission.value());
        }
      }
    }
  }

  /// One entry for each subject.
  private void record(Scope scope, Books books, List<Grant> taken, List<Grant> given) {
    List<AccessChange> entries = new ArrayList<>();
    Set<UUID> subjects =
        java.util.stream.Stream.concat(taken.stream(), given.stream())
            .map(Grant::subject)
            .collect(Collectors.toSet());
    for (UUID subject : subjects) {
      entries.add(
          new AccessChange(
              scope.org(),
              scope.actor(),
              scope.origin(),
              "grant",
              subject,
              1,
              fields(books, subject, taken),
              fields(books, subject, given)));
    }
    if (!entries.isEmpty()) {
      changes.fire(new AccessChanges(scope.org(), entries));
      admissions.changed(scope.org());
    }
  }

  private static Map<String, Object> fields(Books books, UUID subject, List<Grant> grants) {
    List<Map<String, Object>> own =
        grants.stream()
            .filter(grant -> grant.subject().equals(subject))
            .map(grant ->
                Map.<String, Object>of(
                    "role", books.role(grant.role()).name(), "division", grant.division().value()))
            .toList();
    return own.isEmpty() ? Map.of() : Map.of("grants", own);
  }
}
