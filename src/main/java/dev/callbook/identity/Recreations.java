package dev.callbook.identity;

import dev.callbook.access.DivisionId;
import dev.callbook.access.Scope;
import dev.callbook.contact.Contact;
import dev.callbook.contact.ContactId;
import dev.callbook.contact.MergeTrees;
import dev.callbook.contact.Recreation;
import dev.callbook.contact.Recreation.Place;
import dev.callbook.note.NoteSubject;
import dev.callbook.note.Notes;
import dev.callbook.platform.Ids;
import dev.callbook.wire.Refusal.Outdated;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.UUID;

/// A contact's division never changes: whoever belongs into another is made anew there, and the old
/// contact is removed, in one step. The old id leads to the new contact.
@ApplicationScoped
public class Recreations {
  private final MergeTrees trees;
  private final Recreation recreation;
  private final Notes notes;
  private final Ids ids;
  private final Clock clock;

  Recreations(MergeTrees trees, Recreation recreation, Notes notes, Ids ids, Clock clock) {
    this.trees = trees;
    this.recreation = recreation;
    this.notes = notes;
    this.ids = ids;
    this.clock = clock;
  }

  /// A place in a division that no contact had before.
  public Place placeIn(DivisionId division) {
    return new Place(new ContactId(ids.next()), division, clock.instant(), 1);
  }

  /// Makes one contact anew as the caller saw it.
  ///
  /// @param scope where the caller may both create and delete contacts
  /// @throws dev.callbook.wire.Refusal.NotFound if it is not within `scope`
  /// @throws Outdated if someone else changed it since `seenVersion`; and whatever
  ///   [Recreation#recreate] refuses
  @Transactional
  public Contact recreate(Scope scope, ContactId id, int seenVersion, DivisionId division) {
    if (trees.lock(scope, List.of(id)).getFirst().version() != seenVersion) {
      throw new Outdated("contact", id.value());
    }
    return recreate(scope, Map.of(id, placeIn(division))).getFirst();
  }

  /// Makes contacts anew with their notes, all of them in one step or none.
  ///
  /// @return the new ones
  @Transactional
  public List<Contact> recreate(Scope scope, Map<ContactId, Place> wanted) {
    SequencedMap<Contact, Place> places = new LinkedHashMap<>();
    Map<UUID, Notes.Home> homes = new LinkedHashMap<>();
    for (Contact contact : trees.lock(scope, wanted.keySet())) {
      Place place = Objects.requireNonNull(wanted.get(contact.id()));
      places.put(contact, place);
      homes.put(
          contact.id().value(),
          new Notes.Home(NoteSubject.contact(place.id().value()), place.division()));
    }
    notes.recreate(scope, homes);
    return recreation.recreate(scope, places);
  }
}
