package dev.callbook.bulkaction;

import dev.callbook.access.Scope;
import dev.callbook.change.Change;
import dev.callbook.change.Changes;
import dev.callbook.change.EarlierStates;
import dev.callbook.contact.Belongings;
import dev.callbook.contact.Contact;
import dev.callbook.contact.ContactDetails;
import dev.callbook.contact.ContactExpiry;
import dev.callbook.contact.ContactId;
import dev.callbook.contact.ContactType;
import dev.callbook.contact.Contacts;
import dev.callbook.contact.Restoration;
import dev.callbook.note.Notes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Deletes contacts with their notes.
@Singleton
class ContactRemoval extends ContactEffect {
  private final Contacts contacts;
  private final Restoration restoration;
  private final Notes notes;
  private final Changes changes;
  private final EarlierStates states;
  private final ContactExpiry expiry;
  private final Clock clock;

  ContactRemoval(
      Contacts contacts,
      Restoration restoration,
      Notes notes,
      Changes changes,
      EarlierStates states,
      ContactExpiry expiry,
      Clock clock) {
    super(contacts);
    this.contacts = contacts;
    this.restoration = restoration;
    this.notes = notes;
    this.changes = changes;
    this.states = states;
    this.expiry = expiry;
    this.clock = clock;
  }

  @Override
  BulkOutcome plan(BulkJob job, Contact contact) {
    return contact.mergeSet().isMerged() ? BulkOutcome.MERGED : BulkOutcome.PLANNED;
  }

  @Override
  List<BulkItem> run(BulkJob job, List<BulkItem> items, Map<ContactId, Contact> there) {
    Map<ContactId, Contact> doomed = new LinkedHashMap<>(there);
    doomed.values().removeIf(contact -> outlook(job, contact) != BulkOutcome.PLANNED);
    Scope scope = job.writing();
    Map<ContactId, Belongings> tied = restoration.belongingsOf(scope, doomed.keySet());
    Map<UUID, List<UUID>> written =
        notes.removeAll(scope, doomed.keySet().stream().map(ContactId::value).toList());
    Set<ContactId> gone = contacts.remove(scope, doomed.keySet());
    List<BulkItem> done = new ArrayList<>(items.size());
    for (BulkItem item : items) {
      Contact contact = there.get(new ContactId(item.id()));
      if (contact == null) {
        done.add(item.as(BulkOutcome.GONE));
      } else if (!gone.contains(contact.id())) {
        done.add(item.as(outlook(job, contact)));
      } else {
        done.add(
            item.keeping(
                new BulkItem.Kept(
                    contact.type().name(),
                    contact.createdAt(),
                    contact.version(),
                    written.getOrDefault(item.id(), List.of()),
                    tied.getOrDefault(contact.id(), Belongings.NONE),
                    null)));
      }
    }
    return done;
  }

  @Override
  public List<BulkItem> undo(BulkJob job, List<BulkItem> items, boolean isWhole) {
    Map<UUID, List<Change>> since =
        changes.sinceOf(job.writing(), items.stream().map(BulkItem::id).toList(), job.id());
    List<Contact> removed = new ArrayList<>(items.size());
    Map<ContactId, Belongings> tied = new HashMap<>();
    List<UUID> noteIds = new ArrayList<>();
    for (BulkItem item : items) {
      Optional<Change> removal =
          job.own(since.getOrDefault(item.id(), List.of()))
              .filter(change -> change.action() == Change.Action.REMOVED && !change.isForgotten());
      if (item.kept() != null && removal.isPresent()) {
        removed.add(contact(item, removal.get(), isWhole));
        tied.put(new ContactId(item.id()), item.kept().belongings());
        noteIds.addAll(item.kept().notes());
      }
    }
    Restoration.Restored restored = restoration.restore(job.writing(), removed, tied);
    Map<UUID, Contact> back =
        restored.back().stream()
            .collect(Collectors.toMap(contact -> contact.id().value(), Function.identity()));
    notes.restore(
        job.writing(),
        changes.since(job.writing(), noteIds, job.id()).stream()
            .filter(change -> change.action() == Change.Action.REMOVED)
            .toList());
    return items.stream()
        .map(item -> item.as(outcome(item, back, restored.lacking(), isWhole)))
        .toList();
  }

  private static BulkOutcome outcome(
      BulkItem item, Map<UUID, Contact> back, Set<ContactId> lacking, boolean isWhole) {
    if (!back.containsKey(item.id())) {
      return BulkOutcome.KEPT;
    }
    return isWhole && !lacking.contains(new ContactId(item.id()))
        ? BulkOutcome.UNDONE
        : BulkOutcome.PARTLY;
  }

  private Contact contact(BulkItem item, Change removal, boolean isWhole) {
    ContactDetails details = states.removed(removal, ContactDetails.class);
    Instant now = clock.instant();
    Contact contact =
        new Contact(
            new ContactId(item.id()),
            item.division(),
            ContactType.valueOf(item.whatWasKept().type()),
            isWhole ? details : details.withExternalIds(List.of()),
            item.whatWasKept().version() + 1,
            item.whatWasKept().createdAt(),
            now);
    // It would be removed at the next look: nobody brings a contact back for that.
    return expiry.isOver(contact) ? contact.as(ContactType.Curated, now) : contact;
  }
}
