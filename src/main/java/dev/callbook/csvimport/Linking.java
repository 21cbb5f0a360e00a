package dev.callbook.csvimport;

import dev.callbook.csvimport.Import.Applied;
import dev.callbook.csvimport.Import.Planned;
import dev.callbook.organization.Organization;
import dev.callbook.organization.OrganizationDetails;
import dev.callbook.organization.OrganizationDraft;
import dev.callbook.organization.Organizations;
import dev.callbook.platform.Folding;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// The external organizations that a file names: those of the import's division by name, and new
/// ones for the rest.
@ApplicationScoped
class Linking {
  private static final int PAGE = 1_000;

  private final LinkStore store;
  private final Organizations organizations;

  Linking(LinkStore store, Organizations organizations) {
    this.store = store;
    this.organizations = organizations;
  }

  /// Finds those that exist.
  void find(Job job) {
    String after = "";
    for (List<String> names = store.missing(job, after, PAGE);
        !names.isEmpty();
        names = store.missing(job, after, PAGE)) {
      store.link(job, store.stored(job, names));
      after = Folding.key(names.getLast());
    }
  }

  /// What the run will do about them: those that it does not find, it adds.
  Planned planned(Job job) {
    return store.planned(job);
  }

  /// Adds some of those that do not exist, within the caller's transaction.
  ///
  /// @return how many were added, and how many were found since; nothing when all are there
  Applied addSome(Job job) {
    List<String> wanted = store.missing(job, "", PAGE);
    // Somebody may have added them since the dry run.
    Map<String, UUID> known = store.stored(job, wanted);
    List<String> names =
        wanted.stream().filter(name -> !known.containsKey(Folding.key(name))).toList();
    Optional<String> division = Optional.of(job.division().wireId());
    List<Organization> added =
        organizations.add(
            job.scope(),
            names.stream().map(name -> new OrganizationDraft(division, named(name))).toList());
    for (int i = 0; i < names.size(); i++) {
      known.put(Folding.key(names.get(i)), added.get(i).id().value());
    }
    store.link(job, known);
    return new Applied(added.size(), 0, wanted.size() - added.size());
  }

  private static OrganizationDetails named(String name) {
    return new OrganizationDetails(
        name, null, null, null, null, null, null, null, List.of(), List.of(), List.of(), null, null,
        List.of(), null, null);
  }
}
