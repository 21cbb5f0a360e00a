package dev.callbook.csvimport;

import dev.callbook.contact.Contact;
import dev.callbook.contact.ContactId;
import dev.callbook.contact.Contacts;
import dev.callbook.identity.Merges;
import dev.callbook.wire.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Merges the stored contacts that one row fits, before any row is applied. Each merge is a
/// transaction and an entry of the change log, and can be undone like any other.
@ApplicationScoped
class Merging {
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final int PAGE = 200;

  private final MergeStore store;
  private final Merges merges;
  private final Contacts contacts;
  private final StagingStore staging;
  private final JobStore jobs;

  Merging(MergeStore store, Merges merges, Contacts contacts, StagingStore staging, JobStore jobs) {
    this.store = store;
    this.merges = merges;
    this.contacts = contacts;
    this.staging = staging;
    this.jobs = jobs;
  }

  long left(Job job) {
    return store.left(job);
  }

  void all(Job job) {
    for (Map<UUID, List<UUID>> page = store.next(job, PAGE);
        !page.isEmpty();
        page = store.next(job, PAGE)) {
      page.forEach((standsFor, members) -> {
        job.goOn();
        merge(job, standsFor, members);
      });
    }
  }

  private void merge(Job job, UUID standsFor, List<UUID> members) {
    try {
      Transactions.retried(
          LIMIT,
          () -> {
            store.merged(job, standsFor, merged(job, members));
            jobs.merged(job);
            return true;
          });
    } catch (Refusal refusal) {
      Transactions.in(
          LIMIT,
          () -> {
            List<Rejection> rows =
                store.refused(
                    job,
                    standsFor,
                    "The contacts that this row fits cannot be merged: " + refusal.getMessage());
            staging.keep(job, rows);
            jobs.refused(job, rows.size());
            return true;
          });
    }
  }

  /// Some may have gone, or been merged by somebody else, since the dry run.
  private UUID merged(Job job, List<UUID> members) {
    List<ContactId> left =
        contacts.find(job.scope(), members.stream().map(ContactId::new).toList()).values().stream()
            .map(Contact::id)
            .distinct()
            .toList();
    return switch (left.size()) {
      case 0 -> members.getFirst();
      case 1 -> left.getFirst().value();
      default -> merges.merge(job.scope(), left, Contact::details).id().value();
    };
  }
}
