package dev.callbook.identity;

import dev.callbook.access.Scope;
import dev.callbook.directory.ExternalId;
import dev.callbook.externalsource.ExternalSources;
import dev.callbook.organization.Organization;
import dev.callbook.organization.OrganizationId;
import dev.callbook.organization.Organizations;
import dev.callbook.wire.Problem;
import dev.callbook.wire.Refusal.Conflict;
import dev.callbook.wire.Refusal.Invalid;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/// The rules by which organizations hold identifiers: these are their external ids and nothing
/// else, of which one organization in a division holds each.
@ApplicationScoped
public class OrganizationIdentifiers {
  private static final int MAX_EXTERNAL_IDS = 10;

  private final Organizations organizations;
  private final ExternalSources sources;

  OrganizationIdentifiers(Organizations organizations, ExternalSources sources) {
    this.organizations = organizations;
    this.sources = sources;
  }

  /// Adds an external id. Claiming once more what the organization holds changes nothing.
  ///
  /// @throws dev.callbook.wire.Refusal.NotFound if the organization is not within `scope`
  /// @throws Conflict naming `identifier.value` if another one of its division holds it
  /// @throws Invalid naming `identifier.externalSource.id` if there is no such source; or
  ///   `identifier` if the organization has ten external ids
  @Transactional
  public Organization claim(Scope scope, OrganizationId id, ExternalId wanted) {
    try {
      return organizations.correct(
          scope, id, OptionalInt.empty(), stored -> with(scope, stored, wanted));
    } catch (Conflict taken) {
      throw new Conflict(
          "identifier.value", "Another organization in this division holds this identifier.");
    }
  }

  private Organization with(Scope scope, Organization stored, ExternalId wanted) {
    List<ExternalId> ids = new ArrayList<>(stored.details().externalIds());
    if (ids.contains(wanted)) {
      return stored;
    }
    if (sources.find(scope, List.of(wanted.source())).isEmpty()) {
      throw new Invalid(
          "identifier.externalSource.id", "unknown", "There is no such external source.");
    }
    ids.add(wanted);
    if (ids.size() > MAX_EXTERNAL_IDS) {
      throw new Invalid(
          "identifier",
          "too.many",
          "An organization may have " + MAX_EXTERNAL_IDS + " external ids.",
          new Problem.TooMany(MAX_EXTERNAL_IDS));
    }
    return stored.withDetails(stored.details().withExternalIds(ids));
  }

  /// Takes an external id away.
  ///
  /// @throws dev.callbook.wire.Refusal.NotFound if the organization is not within `scope`
  /// @throws Conflict naming `identifier.value` if it does not hold it
  @Transactional
  public Organization release(Scope scope, OrganizationId id, ExternalId unwanted) {
    return organizations.correct(
        scope, id, OptionalInt.empty(), stored -> without(stored, unwanted));
  }

  private static Organization without(Organization stored, ExternalId unwanted) {
    List<ExternalId> ids = new ArrayList<>(stored.details().externalIds());
    if (!ids.remove(unwanted)) {
      throw new Conflict(
          "identifier.value",
          "The organization does not hold this identifier.",
          new Problem.Unknown());
    }
    return stored.withDetails(stored.details().withExternalIds(ids));
  }
}
