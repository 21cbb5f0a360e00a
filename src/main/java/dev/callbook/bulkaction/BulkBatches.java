package dev.callbook.bulkaction;

import dev.callbook.access.DivisionId;
import dev.callbook.access.Scope;
import dev.callbook.change.Change;
import dev.callbook.change.Changes;
import dev.callbook.change.EarlierStates;
import dev.callbook.contact.Contact;
import dev.callbook.contact.ContactDetails;
import dev.callbook.contact.ContactExpiry;
import dev.callbook.contact.ContactId;
import dev.callbook.contact.ContactType;
import dev.callbook.contact.Contacts;
import dev.callbook.contact.Recreation;
import dev.callbook.directory.ScanPlace;
import dev.callbook.identity.Recreations;
import dev.callbook.note.Notes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// What an action does to a few contacts, and how that is undone: each a transaction, with what
/// became of them.
@ApplicationScoped
class BulkBatches {
  private final BulkJobStore jobs;
  private final Contacts contacts;
  private final Notes notes;
  private final Recreations recreations;
  private final Changes changes;
  private final EarlierStates states;
  private final ContactExpiry expiry;
  private final Clock clock;

  BulkBatches(
      BulkJobStore jobs,
      Contacts contacts,
      Notes notes,
      Recreations recreations,
      Changes changes,
      EarlierStates states,
      ContactExpiry expiry,
      Clock clock) {
    this.jobs = jobs;
    this.contacts = contacts;
    this.notes = notes;
    this.recreations = recreations;
    this.changes = changes;
    this.states = states;
    this.expiry = expiry;
    this.clock = clock;
  }

  /// What would become of a contact.
  static BulkOutcome plan(BulkJob job, Contact contact) {
    if (job.scope().division(contact.division()).isEmpty()) {
      return BulkOutcome.FORBIDDEN;
    }
    return switch (job.kind()) {
      case DELETE -> contact.mergeSet().isMerged() ? BulkOutcome.MERGED : BulkOutcome.PLANNED;
      case RECREATE ->
          contact.division().equals(job.target())
              ? BulkOutcome.SAME
              : contact.mergeSet().isMerged() ? BulkOutcome.MERGED : BulkOutcome.PLANNED;
      case REFUSE_SURVEYS, SMS_OFF ->
          changed(job.kind(), contact.details()).equals(contact.details())
              ? BulkOutcome.SAME
              : BulkOutcome.PLANNED;
    };
  }

  private static ContactDetails changed(BulkKind kind, ContactDetails details) {
    return switch (kind) {
      case REFUSE_SURVEYS -> details.withoutSurveys();
      case SMS_OFF -> details.withoutSms();
      case DELETE, RECREATE -> throw new IllegalArgumentException("a removal is no edit");
    };
  }

  /// Notes contacts as [#plan] has them. @return the counts with them
  @Transactional
  BulkCounts count(BulkJob job, List<Contact> found, BulkCounts before) {
    List<BulkItem> items =
        found.stream()
            .map(
                contact -> new BulkItem(contact.id(), contact.division(), plan(job, contact), null))
            .toList();
    BulkCounts after = before.plus(items.stream().map(BulkItem::outcome).toList());
    jobs.count(
        job,
        items,
        Optional.of(new ScanPlace(found.getLast().division(), found.getLast().id().value())),
        after);
    return after;
  }

  /// Does it. @return the counts afterwards
  @Transactional
  BulkCounts run(BulkJob job, List<BulkItem> items, BulkCounts before) {
    Map<ContactId, Contact> there =
        contacts.keep(job.writing(), items.stream().map(BulkItem::contact).toList());
    // Whoever was merged into another since is found as that one.
    there.entrySet().removeIf(one -> !one.getKey().equals(one.getValue().id()));
    List<BulkItem> done =
        switch (job.kind()) {
          case DELETE -> removed(job, items, there);
          case RECREATE -> recreated(job, items, there);
          case REFUSE_SURVEYS, SMS_OFF -> edited(job, items, there);
        };
    return keep(job, BulkOutcome.PLANNED, done, before);
  }

  private BulkCounts keep(BulkJob job, BulkOutcome from, List<BulkItem> done, BulkCounts before) {
    BulkCounts after = before.moved(from, done.stream().map(BulkItem::outcome).toList());
    jobs.keep(job, done, after);
    return after;
  }

  /// Notes that nothing can be done to these. @return the counts afterwards
  @Transactional
  BulkCounts refuse(
      BulkJob job, BulkOutcome from, BulkOutcome to, List<BulkItem> items, BulkCounts before) {
    return keep(job, from, items.stream().map(item -> item.as(to)).toList(), before);
  }

  private List<BulkItem> edited(BulkJob job, List<BulkItem> items, Map<ContactId, Contact> there) {
    Map<ContactId, UnaryOperator<Contact>> edits = new LinkedHashMap<>();
    List<BulkItem> done = new ArrayList<>(items.size());
    for (BulkItem item : items) {
      Contact contact = there.get(item.contact());
      if (contact == null) {
        done.add(item.as(BulkOutcome.GONE));
      } else if (plan(job, contact) != BulkOutcome.PLANNED) {
        done.add(item.as(plan(job, contact)));
      } else {
        edits.put(contact.id(), now -> now.withDetails(changed(job.kind(), now.details())));
        done.add(item.as(BulkOutcome.CHANGED));
      }
    }
    contacts.amend(job.writing(), edits);
    return done;
  }

  private List<BulkItem> removed(BulkJob job, List<BulkItem> items, Map<ContactId, Contact> there) {
    Map<ContactId, Contact> doomed = new LinkedHashMap<>(there);
    doomed.values().removeIf(contact -> plan(job, contact) != BulkOutcome.PLANNED);
    Scope scope = job.writing();
    Map<ContactId, List<UUID>> interactions = contacts.interactionsOf(scope, doomed.keySet());
    Map<UUID, List<UUID>> written =
        notes.removeAll(scope, doomed.keySet().stream().map(ContactId::value).toList());
    Set<ContactId> gone = contacts.remove(scope, doomed.keySet());
    List<BulkItem> done = new ArrayList<>(items.size());
    for (BulkItem item : items) {
      Contact contact = there.get(item.contact());
      if (contact == null) {
        done.add(item.as(BulkOutcome.GONE));
      } else if (!gone.contains(item.contact())) {
        done.add(item.as(plan(job, contact)));
      } else {
        done.add(
            item.keeping(
                new BulkItem.Kept(
                    contact.type().name(),
                    contact.createdAt(),
                    contact.version(),
                    written.getOrDefault(contact.id().value(), List.of()),
                    interactions.getOrDefault(contact.id(), List.of()),
                    null)));
      }
    }
    return done;
  }

  private List<BulkItem> recreated(
      BulkJob job, List<BulkItem> items, Map<ContactId, Contact> there) {
    DivisionId target = Objects.requireNonNull(job.target());
    Map<ContactId, Recreation.Place> places = new LinkedHashMap<>();
    List<BulkItem> done = new ArrayList<>(items.size());
    for (BulkItem item : items) {
      Contact contact = there.get(item.contact());
      if (contact == null) {
        done.add(item.as(BulkOutcome.GONE));
      } else if (plan(job, contact) != BulkOutcome.PLANNED) {
        done.add(item.as(plan(job, contact)));
      } else {
        Recreation.Place place = recreations.placeIn(target);
        places.put(contact.id(), place);
        done.add(
            item.keeping(
                new BulkItem.Kept(
                    contact.type().name(),
                    contact.createdAt(),
                    contact.version(),
                    List.of(),
                    List.of(),
                    place.id().value())));
      }
    }
    recreations.recreate(job.writing(), places);
    return done;
  }

  /// Makes those anew where they came from, under the ids they had, that nobody edited since.
  private List<BulkItem> broughtHome(BulkJob job, List<BulkItem> items) {
    Map<ContactId, BulkItem> byNewId = new LinkedHashMap<>();
    for (BulkItem item : items) {
      byNewId.put(
          new ContactId(Objects.requireNonNull(Objects.requireNonNull(item.kept()).recreated())),
          item);
    }
    Map<ContactId, Contact> there = contacts.keep(job.writing(), byNewId.keySet());
    Map<ContactId, Recreation.Place> places = new LinkedHashMap<>();
    List<BulkItem> done = new ArrayList<>(items.size());
    byNewId.forEach((newId, item) -> {
      Contact contact = there.get(newId);
      BulkItem.Kept kept = Objects.requireNonNull(item.kept());
      if (contact == null) {
        done.add(item.as(BulkOutcome.GONE));
      } else if (!contact.id().equals(newId) || contact.version() > 1) {
        done.add(item.as(BulkOutcome.KEPT));
      } else {
        places.put(
            newId,
            new Recreation.Place(
                item.contact(), item.division(), kept.createdAt(), kept.version() + 1));
        done.add(item.as(BulkOutcome.UNDONE));
      }
    });
    recreations.recreate(job.writing(), places);
    return done;
  }

  /// Takes it back. @return the counts afterwards
  ///
  /// @param isWhole false to bring contacts back without the external ids they had
  @Transactional
  BulkCounts undo(BulkJob job, List<BulkItem> items, boolean isWhole, BulkCounts before) {
    List<UUID> ids = items.stream().map(item -> item.contact().value()).toList();
    Map<UUID, List<Change>> since =
        changes.since(job.writing(), ids, job.id()).stream()
            .collect(
                Collectors.groupingBy(Change::subjectId, LinkedHashMap::new, Collectors.toList()));
    List<BulkItem> done =
        switch (job.kind()) {
          case DELETE -> restored(job, items, since, isWhole);
          case RECREATE -> broughtHome(job, items);
          case REFUSE_SURVEYS, SMS_OFF -> reverted(job, items, since);
        };
    return keep(job, BulkOutcome.CHANGED, done, before);
  }

  private List<BulkItem> reverted(
      BulkJob job, List<BulkItem> items, Map<UUID, List<Change>> since) {
    Map<ContactId, Contact> there =
        contacts.keep(job.writing(), items.stream().map(BulkItem::contact).toList());
    Map<ContactId, UnaryOperator<Contact>> edits = new LinkedHashMap<>();
    List<BulkItem> done = new ArrayList<>(items.size());
    for (BulkItem item : items) {
      Contact contact = there.get(item.contact());
      List<Change> later = since.getOrDefault(item.contact().value(), List.of());
      Optional<Change> step = ours(job, later);
      if (contact == null || !contact.id().equals(item.contact()) || step.isEmpty()) {
        done.add(item.as(BulkOutcome.GONE));
      } else if (isTouchedSince(step.get(), later)) {
        done.add(item.as(BulkOutcome.KEPT));
      } else {
        edits.put(contact.id(), now -> now.withDetails(states.without(step.get(), now.details())));
        done.add(item.as(BulkOutcome.UNDONE));
      }
    }
    contacts.amend(job.writing(), edits);
    return done;
  }

  /// What the action itself did to a contact: an undo that was interrupted has entries too, later.
  private static Optional<Change> ours(BulkJob job, List<Change> since) {
    return since.stream().filter(change -> job.id().equals(change.originId())).findFirst();
  }

  private static boolean isTouchedSince(Change step, List<Change> since) {
    Set<String> fields = EarlierStates.fields(step);
    return since.stream()
        .filter(change -> change.id().compareTo(step.id()) > 0)
        .anyMatch(change -> EarlierStates.fields(change).stream().anyMatch(fields::contains));
  }

  private List<BulkItem> restored(
      BulkJob job, List<BulkItem> items, Map<UUID, List<Change>> since, boolean isWhole) {
    List<Contact> removed = new ArrayList<>(items.size());
    Map<ContactId, List<UUID>> interactions = new HashMap<>();
    List<UUID> noteIds = new ArrayList<>();
    for (BulkItem item : items) {
      BulkItem.Kept kept = item.kept();
      Optional<Change> removal =
          ours(job, since.getOrDefault(item.contact().value(), List.of()))
              .filter(change -> change.action() == Change.Action.REMOVED);
      if (kept != null && removal.isPresent()) {
        removed.add(contact(item, kept, removal.get(), isWhole));
        interactions.put(item.contact(), kept.interactions());
        noteIds.addAll(kept.notes());
      }
    }
    Contacts.Restored restored = contacts.restore(job.writing(), removed, interactions);
    Map<UUID, DivisionId> divisions =
        restored.back().stream()
            .collect(Collectors.toMap(contact -> contact.id().value(), Contact::division));
    List<Change> gone =
        changes.since(job.writing(), noteIds, job.id()).stream()
            .filter(change -> change.action() == Change.Action.REMOVED)
            .toList();
    notes.restore(job.writing(), gone, divisions);
    Map<ContactId, Contact> back =
        restored.back().stream().collect(Collectors.toMap(Contact::id, Function.identity()));
    return items.stream()
        .map(item ->
            item.as(
                !back.containsKey(item.contact())
                    ? BulkOutcome.KEPT
                    : isWhole && !restored.lacking().contains(item.contact())
                        ? BulkOutcome.UNDONE
                        : BulkOutcome.PARTLY))
        .toList();
  }

  private Contact contact(BulkItem item, BulkItem.Kept kept, Change removal, boolean isWhole) {
    ContactDetails details = states.removed(removal, ContactDetails.class);
    Instant now = clock.instant();
    Contact contact =
        new Contact(
            item.contact(),
            item.division(),
            ContactType.valueOf(kept.type()),
            isWhole ? details : details.withExternalIds(List.of()),
            kept.version() + 1,
            Objects.requireNonNull(kept.createdAt()),
            now);
    // It would be removed at the next look: nobody brings a contact back for that.
    return expiry.isOver(contact) ? contact.as(ContactType.Curated, now) : contact;
  }
}
