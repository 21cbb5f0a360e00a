package dev.callbook.csvimport;

import dev.callbook.access.Origin;
import dev.callbook.change.Change;
import dev.callbook.change.Change.Action;
import dev.callbook.change.Changes;
import dev.callbook.contact.Contact;
import dev.callbook.contact.ContactId;
import dev.callbook.contact.Contacts;
import dev.callbook.identity.MergeUndo;
import dev.callbook.identity.MergeUndo.Wish;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;

/// What an undo does to the contacts that its import made one: they become several again, unless
/// somebody has changed the one since. What it was given besides, notes and calls, goes to one of
/// them.
@ApplicationScoped
class UndoMerges {
  private final Contacts contacts;
  private final MergeUndo merges;
  private final Changes changes;

  UndoMerges(Contacts contacts, MergeUndo merges, Changes changes) {
    this.contacts = contacts;
    this.merges = merges;
    this.changes = changes;
  }

  /// Does it within the caller's transaction, or only finds out what would be done.
  ///
  /// @param canonical the contact that others were merged into
  /// @throws dev.callbook.wire.Refusal.Conflict if another contact has an external id of one of
  ///   them
  UndoTally take(UndoJob job, UUID canonical) {
    UndoTally tally = new UndoTally();
    List<Change> log = changes.since(job.scope(), List.of(canonical), job.id());
    if (log.stream().noneMatch(change -> isTheMerge(change, canonical))) {
      // It was merged before, and only the rest of its set had gone when the import ran.
      return tally;
    }
    ContactId id = new ContactId(canonical);
    Contact contact = contacts.keep(job.scope(), List.of(id)).get(id);
    if (contact == null) {
      tally.add(UndoItem.contact(canonical, UndoOutcome.GONE, UndoReason.DELETED));
    } else if (!contact.id().equals(id)) {
      tally.add(UndoItem.contact(canonical, UndoOutcome.STILL_MERGED, UndoReason.MERGED));
    } else if (log.stream().anyMatch(change -> isOthers(change, job, canonical))) {
      tally.add(
          UndoItem.contact(canonical, UndoOutcome.STILL_MERGED, UndoReason.EDITED)
              .workingFor(contact.details().organization()));
    } else {
      if (!job.isCounting()) {
        merges.undo(job.scope(), new Wish(id, OptionalInt.empty(), true));
      }
      tally.add(UndoItem.contact(canonical, UndoOutcome.PARTED, UndoReason.APART));
    }
    return tally;
  }

  /// The entries of one merge have the canonical contact as their origin.
  private static boolean isTheMerge(Change change, UUID canonical) {
    return change.action() == Action.ADDED
        && change.origin().equals(Origin.Kind.IMPORT.word())
        && canonical.equals(change.originId());
  }

  private static boolean isOthers(Change change, UndoJob job, UUID canonical) {
    return !job.id().equals(change.originId()) && !canonical.equals(change.originId());
  }
}
