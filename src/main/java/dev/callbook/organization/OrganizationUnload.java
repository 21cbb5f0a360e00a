package dev.callbook.organization;

import dev.callbook.access.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/// Takes organizations out that nobody has had to do with since they were added, and that nobody
/// works for.
@ApplicationScoped
public class OrganizationUnload {
  private final OrganizationUnloadStore store;
  private final Organizations organizations;

  OrganizationUnload(OrganizationUnloadStore store, Organizations organizations) {
    this.store = store;
    this.organizations = organizations;
  }

  /// What became of an organization since it was added.
  public enum Use {
    /// it is not there, or not within the scope
    GONE,
    /// it is in another version than its first
    CHANGED,
    /// somebody wrote a note about it
    NOTED,
    /// one of our users has a relationship with it, or it has a trustor
    RELATED,
    /// contacts work there
    STAFFED
  }

  /// Why organizations would stay even if nobody worked for them.
  ///
  /// @return without those that nobody has had to do with
  public Map<OrganizationId, Use> uses(Scope scope, Collection<OrganizationId> ids) {
    return ids.isEmpty() ? Map.of() : store.uses(scope, ids);
  }

  /// Removes those that nobody has had to do with, and that nobody works for.
  ///
  /// @param evenChanged those of them that may be in another version than their first
  /// @return why the others stay
  @Transactional
  public Map<OrganizationId, Use> remove(
      Scope scope, Collection<OrganizationId> ids, Set<OrganizationId> evenChanged) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    // Whoever is about to work for one of them waits, and finds none then.
    store.lock(scope, ids);
    Map<OrganizationId, Use> staying = new HashMap<>(store.uses(scope, ids));
    staying
        .entrySet()
        .removeIf(one -> one.getValue() == Use.CHANGED && evenChanged.contains(one.getKey()));
    store.staffed(scope, ids).forEach(id -> staying.putIfAbsent(id, Use.STAFFED));
    Set<OrganizationId> leaving = new LinkedHashSet<>(ids);
    leaving.removeAll(staying.keySet());
    organizations.remove(scope, leaving);
    return Map.copyOf(staying);
  }
}
