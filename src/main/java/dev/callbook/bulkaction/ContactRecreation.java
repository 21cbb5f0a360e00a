package dev.callbook.bulkaction;

import dev.callbook.access.DivisionId;
import dev.callbook.contact.Belongings;
import dev.callbook.contact.Contact;
import dev.callbook.contact.ContactId;
import dev.callbook.contact.Contacts;
import dev.callbook.contact.Recreation;
import dev.callbook.identity.Recreations;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/// Makes contacts anew in another division.
@Singleton
class ContactRecreation extends ContactEffect {
  private final Recreations recreations;

  ContactRecreation(Contacts contacts, Recreations recreations) {
    super(contacts);
    this.recreations = recreations;
  }

  @Override
  BulkOutcome plan(BulkJob job, Contact contact) {
    if (contact.division().equals(job.target())) {
      return BulkOutcome.SAME;
    }
    return contact.mergeSet().isMerged() ? BulkOutcome.MERGED : BulkOutcome.PLANNED;
  }

  @Override
  List<BulkItem> run(BulkJob job, List<BulkItem> items, Map<ContactId, Contact> there) {
    DivisionId target = Objects.requireNonNull(job.target());
    Map<ContactId, Recreation.Place> places = new LinkedHashMap<>();
    List<BulkItem> done = new ArrayList<>(items.size());
    for (BulkItem item : items) {
      Contact contact = there.get(new ContactId(item.id()));
      BulkOutcome outlook = contact == null ? BulkOutcome.GONE : outlook(job, contact);
      if (contact == null || outlook != BulkOutcome.PLANNED) {
        done.add(item.as(outlook));
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
                    Belongings.NONE,
                    place.id().value())));
      }
    }
    recreations.recreate(job.writing(), places);
    return done;
  }

  /// Makes those anew where they came from, under the ids they had, that nobody edited since.
  @Override
  public List<BulkItem> undo(BulkJob job, List<BulkItem> items, boolean isWhole) {
    Map<UUID, BulkItem> byNewId = new LinkedHashMap<>();
    for (BulkItem item : items) {
      byNewId.put(Objects.requireNonNull(item.whatWasKept().recreated()), item);
    }
    Map<ContactId, Contact> there = keep(job, byNewId.keySet());
    Map<ContactId, Recreation.Place> places = new LinkedHashMap<>();
    List<BulkItem> done = new ArrayList<>(items.size());
    byNewId.forEach((id, item) -> {
      ContactId newId = new ContactId(id);
      Contact contact = there.get(newId);
      BulkItem.Kept kept = item.whatWasKept();
      if (contact == null) {
        done.add(item.as(BulkOutcome.GONE));
      } else if (!contact.id().equals(newId) || contact.version() > 1) {
        done.add(item.as(BulkOutcome.KEPT));
      } else {
        places.put(
            newId,
            new Recreation.Place(
                new ContactId(item.id()), item.division(), kept.createdAt(), kept.version() + 1));
        done.add(item.as(BulkOutcome.UNDONE));
      }
    });
    recreations.recreate(job.writing(), places);
    return done;
  }
}
