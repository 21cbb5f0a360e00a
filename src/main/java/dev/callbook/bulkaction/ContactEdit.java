package dev.callbook.bulkaction;

import dev.callbook.change.Change;
import dev.callbook.change.Changes;
import dev.callbook.change.EarlierStates;
import dev.callbook.contact.Contact;
import dev.callbook.contact.ContactDetails;
import dev.callbook.contact.ContactId;
import dev.callbook.contact.Contacts;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

/// Changes contacts: no SMS, no surveys.
@Singleton
class ContactEdit extends ContactEffect {
  private final Contacts contacts;
  private final Changes changes;
  private final EarlierStates states;

  ContactEdit(Contacts contacts, Changes changes, EarlierStates states) {
    super(contacts);
    this.contacts = contacts;
    this.changes = changes;
    this.states = states;
  }

  @Override
  BulkOutcome plan(BulkJob job, Contact contact) {
    return changed(job.kind(), contact.details()).equals(contact.details())
        ? BulkOutcome.SAME
        : BulkOutcome.PLANNED;
  }

  private static ContactDetails changed(BulkKind kind, ContactDetails details) {
    return switch (kind) {
      case REFUSE_SURVEYS -> details.withoutSurveys();
      case SMS_OFF -> details.withoutSms();
      case DELETE, RECREATE, DELETE_ORGANIZATIONS ->
          throw new IllegalArgumentException("a removal is no edit");
    };
  }

  @Override
  List<BulkItem> run(BulkJob job, List<BulkItem> items, Map<ContactId, Contact> there) {
    Map<ContactId, UnaryOperator<Contact>> edits = new LinkedHashMap<>();
    List<BulkItem> done = new ArrayList<>(items.size());
    for (BulkItem item : items) {
      Contact contact = there.get(new ContactId(item.id()));
      BulkOutcome outlook = contact == null ? BulkOutcome.GONE : outlook(job, contact);
      if (contact == null || outlook != BulkOutcome.PLANNED) {
        done.add(item.as(outlook));
      } else {
        edits.put(contact.id(), now -> now.withDetails(changed(job.kind(), now.details())));
        done.add(item.as(BulkOutcome.CHANGED));
      }
    }
    contacts.amend(job.writing(), edits);
    return done;
  }

  @Override
  public List<BulkItem> undo(BulkJob job, List<BulkItem> items, boolean isWhole) {
    List<UUID> ids = items.stream().map(BulkItem::id).toList();
    Map<UUID, List<Change>> since = changes.sinceOf(job.writing(), ids, job.id());
    Map<ContactId, Contact> there = keep(job, ids);
    Map<ContactId, UnaryOperator<Contact>> edits = new LinkedHashMap<>();
    List<BulkItem> done = new ArrayList<>(items.size());
    for (BulkItem item : items) {
      Contact contact = there.get(new ContactId(item.id()));
      List<Change> later = since.getOrDefault(item.id(), List.of());
      Optional<Change> step = job.own(later);
      if (contact == null || !contact.id().value().equals(item.id()) || step.isEmpty()) {
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

  private static boolean isTouchedSince(Change step, List<Change> since) {
    Set<String> fields = EarlierStates.fields(step);
    return since.stream()
        .filter(change -> change.id().compareTo(step.id()) > 0)
        .anyMatch(change -> EarlierStates.fields(change).stream().anyMatch(fields::contains));
  }
}
