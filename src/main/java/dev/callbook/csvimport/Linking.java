package dev.callbook.csvimport;

import dev.callbook.organization.OrganizationDetails;
import dev.callbook.organization.OrganizationDraft;
import dev.callbook.organization.Organizations;
import dev.callbook.platform.Folding;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The external organizations that a file names: those of the import's division by name, and new
/// ones for the rest.
@ApplicationScoped
class Linking {
  private static final int PAGE = 1_000;

  private final LinkStore store;
  private final StagingStore staging;
  private final Organizations organizations;

  Linking(LinkStore store, StagingStore staging, Organizations organizations) {
    this.store = store;
    this.staging = staging;
    this.organizations = organizations;
  }

  /// Finds those that exist.
  void find(Job job) {
    store.link(job);
  }

  /// Adds some of those that do not exist, within the caller's transaction.
  ///
  /// @return how many were looked at; 0 when all are there
  int addSome(Job job) {
    List<String> wanted = store.missing(job, PAGE);
    // Somebody may have added them since the dry run.
    store.link(job, wanted);
    Set<String> keys = wanted.stream().map(Folding::key).collect(Collectors.toUnmodifiableSet());
    Set<String> linked = staging.organizations(job, keys).keySet();
    List<String> names =
        wanted.stream().filter(name -> !linked.contains(Folding.key(name))).toList();
    Optional<String> division = Optional.of(job.division().wireId());
    organizations.add(
        job.scope(),
        names.stream().map(name -> new OrganizationDraft(division, named(name))).toList());
    store.link(job, names);
    return wanted.size();
  }

  private static OrganizationDetails named(String name) {
    return new OrganizationDetails(
        name, null, null, null, null, null, null, null, List.of(), List.of(), List.of(), null, null,
        List.of(), null, null);
  }
}
