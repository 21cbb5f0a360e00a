package dev.callbook.bulkaction;

import dev.callbook.contact.Contact;
import dev.callbook.contact.ContactId;
import dev.callbook.contact.ContactListFilter;
import dev.callbook.contact.Contacts;
import dev.callbook.directory.ScanPlace;
import dev.callbook.directory.ScanRange;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// What is done to contacts.
abstract class ContactEffect implements Effect {
  private final Contacts contacts;

  ContactEffect(Contacts contacts) {
    this.contacts = contacts;
  }

  /// What would become of a contact that the action's owner may do it to.
  abstract BulkOutcome plan(BulkJob job, Contact contact);

  /// Does it. @param there those that are there, by the ids of the items
  abstract List<BulkItem> run(BulkJob job, List<BulkItem> items, Map<ContactId, Contact> there);

  @Override
  public final List<BulkItem> find(BulkJob job, Collection<UUID> ids) {
    return contacts.find(job.seen(), ids.stream().map(ContactId::new).toList()).values().stream()
        .distinct()
        .map(contact -> planned(job, contact))
        .toList();
  }

  @Override
  public final List<BulkItem> scan(BulkJob job, Optional<ScanPlace> after, int maxRows) {
    var filter = ContactListFilter.of(job.selection().filter());
    var seen = job.seen().within("division", filter.values("division"));
    return contacts.scan(seen, new ScanRange(after, maxRows), filter.allConditions()).stream()
        .map(contact -> planned(job, contact))
        .toList();
  }

  @Override
  public final long beside(BulkJob job, List<BulkItem> items) {
    return 0;
  }

  @Override
  public final List<BulkItem> run(BulkJob job, List<BulkItem> items) {
    Map<ContactId, Contact> there = keep(job, items.stream().map(BulkItem::id).toList());
    // Whoever was merged into another since is found as that one.
    there.entrySet().removeIf(one -> !one.getKey().equals(one.getValue().id()));
    return run(job, items, there);
  }

  /// Those that are there, held for the rest of the transaction.
  final Map<ContactId, Contact> keep(BulkJob job, Collection<UUID> ids) {
    return contacts.keep(job.writing(), ids.stream().map(ContactId::new).toList());
  }

  /// As [#plan], for contacts of all divisions.
  final BulkOutcome outlook(BulkJob job, Contact contact) {
    return job.scope().division(contact.division()).isEmpty()
        ? BulkOutcome.FORBIDDEN
        : plan(job, contact);
  }

  private BulkItem planned(BulkJob job, Contact contact) {
    return new BulkItem(contact.id().value(), contact.division(), outlook(job, contact), null);
  }
}
