package dev.callbook.identity;

import dev.callbook.access.Scope;
import dev.callbook.directory.ExternalId;
import dev.callbook.organization.Organization;
import dev.callbook.organization.OrganizationDraft;
import dev.callbook.organization.OrganizationId;
import dev.callbook.organization.Organizations;
import dev.callbook.wire.Refusal.Conflict;
import dev.callbook.wire.Refusal.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// The rules of enrichment for organizations, which match by their external ids. Source: CONTRACT
/// section 7, "Enrich".
@ApplicationScoped
public class OrganizationEnrichment {
  private final Organizations organizations;
  private final TransactionSynchronizationRegistry transaction;

  OrganizationEnrichment(
      Organizations organizations, TransactionSynchronizationRegistry transaction) {
    this.organizations = organizations;
    this.transaction = transaction;
  }

  /// @param dryRun does all of it and keeps nothing
  /// @throws Conflict naming the identifier that matches where nothing may; or what another request
  ///   added at the same moment
  /// @throws NotFound if nothing matches where something must
  /// @throws dev.callbook.wire.Refusal.Invalid naming the field whose rule is broken
  @Transactional
  Enriched<Organization> write(Scope scope, OrganizationWish wish, boolean dryRun) {
    Enriched<Organization> done = write(scope, wish);
    if (dryRun) {
      transaction.setRollbackOnly();
    }
    return done;
  }

  private Enriched<Organization> write(Scope scope, OrganizationWish wish) {
    Map<ExternalId, OrganizationId> holders =
        organizations.byExternalIds(scope.only(wish.division()), wish.identifiers());
    Optional<ExternalId> match =
        wish.identifiers().stream().filter(holders::containsKey).findFirst();
    if (match.isPresent() && wish.action() == EnrichAction.Insert) {
      throw new Conflict(
          EnrichReader.IDENTIFIERS + "[" + wish.identifiers().indexOf(match.get()) + "]",
          "An organization holds this identifier already.");
    }
    if (match.isEmpty() && wish.action() == EnrichAction.Update) {
      throw new NotFound("external organization", "by these identifiers");
    }
    return match
        .map(holders::get)
        .map(id ->
            Enriched.updated(organizations.correct(scope, id, OptionalInt.empty(), wish.edit())))
        .orElseGet(() ->
            Enriched.inserted(
                organizations.add(
                    scope,
                    new OrganizationDraft(
                        Optional.of(wish.division().wireId()), wish.details().get()))));
  }
}
