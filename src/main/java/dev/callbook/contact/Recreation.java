package dev.callbook.contact;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callbook.access.DivisionId;
import dev.callbook.access.Scope;
import dev.callbook.change.Changes;
import dev.callbook.change.Changes.Step;
import dev.callbook.change.Subject;
import dev.callbook.directory.Vocabulary;
import dev.callbook.wire.Problem;
import dev.callbook.wire.Refusal.Conflict;
import dev.callbook.wire.Refusal.Invalid;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// Makes contacts anew in another division, under another id, with all that they are found by and
/// all their interactions, and removes the old ones: the only way a person gets into another
/// division. Notes are the caller's.
@ApplicationScoped
public class Recreation {
  static final String FROM = "recreatedFrom";
  static final String AS = "recreatedAs";

  private final ContactStore store;
  private final ContactRemovalStore removals;
  private final SuccessorStore successors;
  private final Vocabulary vocabulary;
  private final Changes changes;
  private final Clock clock;

  Recreation(
      ContactStore store,
      ContactRemovalStore removals,
      SuccessorStore successors,
      Vocabulary vocabulary,
      Changes changes,
      Clock clock) {
    this.store = store;
    this.removals = removals;
    this.successors = successors;
    this.vocabulary = vocabulary;
    this.changes = changes;
    this.clock = clock;
  }

  /// Where and as what a contact is made anew.
  ///
  /// @param version the one it begins with
  public record Place(ContactId id, DivisionId division, Instant createdAt, int version) {}

  /// Makes contacts anew in one step, or none of them.
  ///
  /// @param scope the divisions they leave and those they come to
  /// @param places by contact; the contacts must be locked
  /// @return the new ones, in the order of the old
  /// @throws Invalid naming `division.id` if one is there already
  /// @throws Conflict naming `contactId` for one that a merge made; `externalIds` or
  ///   `identifier.value` if another contact there has one of these
  @Transactional
  public List<Contact> recreate(Scope scope, SequencedMap<Contact, Place> places) {
    Instant now = clock.instant();
    List<Contact> olds = List.copyOf(places.sequencedKeySet());
    List<Contact> news = new ArrayList<>(places.size());
    List<Step> steps = new ArrayList<>(2 * places.size());
    places.forEach((old, place) -> {
      check(old, place.division());
      Contact anew =
          new Contact(
              place.id(),
              place.division(),
              old.type(),
              old.details(),
              place.version(),
              place.createdAt(),
              now);
      news.add(anew);
      steps.add(step(old, fields(old).put(AS, anew.id().toString()), null));
      steps.add(step(anew, null, fields(anew).put(FROM, old.id().toString())));
    });
    successors.handOn(scope, places);
    if (!successors.claim(scope, places)) {
      throw new Conflict(
          "identifier.value", "Another contact in that division claimed one of its identifiers.");
    }
    successors.point(scope, places);
    removals.remove(scope, olds);
    store.insert(scope, news);
    vocabulary.replace(scope, Contacts.words(olds), Contacts.words(news));
    changes.record(scope, steps);
    return List.copyOf(news);
  }

  private static void check(Contact old, DivisionId division) {
    if (old.mergeSet().isMerged()) {
      throw new Conflict(
          "contactId",
          "A merge made this contact. Undo the merge first.",
          new Problem.Impossible());
    }
    if (old.division().equals(division)) {
      throw new Invalid(
          "division.id",
          "invalid.value",
          "The contact is in this division already.",
          new Problem.Repeated());
    }
  }

  private ObjectNode fields(Contact contact) {
    return changes.fieldsOf(contact.details());
  }

  private static Step step(Contact contact, @Nullable Object before, @Nullable Object after) {
    return new Step(
        Subject.CONTACT,
        contact.id().value(),
        contact.division(),
        contact.version(),
        before,
        after);
  }
}
