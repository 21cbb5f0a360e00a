package dev.callbook.organization;

import dev.callbook.access.Scope;
import dev.callbook.change.Changes;
import dev.callbook.change.Changes.Step;
import dev.callbook.change.Subject;
import dev.callbook.wire.Refusal.Conflict;
import dev.callbook.wire.Refusal.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Which external organization stands for which trustor. The link is part of the organization's
/// history but not of its version: no edit of the record collides with it.
@ApplicationScoped
public class Trustors {
  static final String FIELD = "trustor";

  private final TrustorStore store;
  private final OrganizationStore organizations;
  private final Changes changes;
  private final Clock clock;

  Trustors(TrustorStore store, OrganizationStore organizations, Changes changes, Clock clock) {
    this.store = store;
    this.organizations = organizations;
    this.changes = changes;
    this.clock = clock;
  }

  /// Those of some organizations, by organization.
  public Map<OrganizationId, Trustor> of(Scope scope, Collection<OrganizationId> wanted) {
    return store.of(scope, wanted).stream()
        .collect(Collectors.toMap(Trustor::organization, Function.identity()));
  }

  /// The organizations linked to trustors, in the order of these.
  public List<Organization> organizations(Scope scope, List<UUID> trustors) {
    List<OrganizationId> linked = store.linkedTo(scope, trustors);
    Map<OrganizationId, Organization> found =
        organizations.find(scope, linked).stream()
            .collect(Collectors.toMap(Organization::id, Function.identity()));
    return linked.stream().flatMap(id -> Optional.ofNullable(found.get(id)).stream()).toList();
  }

  /// Links an organization to a trustor, instead of the one it had. The same again changes nothing.
  ///
  /// @throws NotFound if the organization is not within `scope`
  /// @throws Conflict if another organization of the division is linked to the trustor
  @Transactional
  public Trustor link(Scope scope, OrganizationId id, UUID trustor) {
    Organization organization = lock(scope, id);
    Optional<Trustor> before = store.of(scope, List.of(id)).stream().findFirst();
    if (before.isPresent() && before.get().id().equals(trustor)) {
      return before.get();
    }
    Trustor after = new Trustor(id, organization.division(), trustor, clock.instant());
    store.remove(scope, id);
    if (!store.insert(scope, after)) {
      throw new Conflict(
          "trustorId", "Another organization of the division is linked to this trustor.");
    }
    record(scope, organization, before.orElse(null), after);
    return after;
  }

  /// @throws NotFound if the organization is not within `scope`, or linked to no trustor
  @Transactional
  public void unlink(Scope scope, OrganizationId id) {
    Organization organization = lock(scope, id);
    Trustor before =
        store.of(scope, List.of(id)).stream()
            .findFirst()
            .orElseThrow(() -> new NotFound("trustor", id.value()));
    store.remove(scope, id);
    record(scope, organization, before, null);
  }

  private Organization lock(Scope scope, OrganizationId id) {
    return organizations.lock(scope, List.of(id)).stream()
        .findFirst()
        .orElseThrow(() -> new NotFound("external organization", id.value()));
  }

  private void record(
      Scope scope, Organization organization, @Nullable Trustor before, @Nullable Trustor after) {
    changes.record(
        scope,
        List.of(
            new Step(
                Subject.ORGANIZATION,
                organization.id().value(),
                organization.division(),
                organization.version(),
                fields(before),
                fields(after))));
  }

  private static Map<String, Object> fields(@Nullable Trustor trustor) {
    return trustor == null ? Map.of() : Map.of(FIELD, trustor.id());
  }
}
