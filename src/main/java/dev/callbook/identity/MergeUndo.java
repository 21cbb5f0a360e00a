package dev.callbook.identity;

import dev.callbook.access.Scope;
import dev.callbook.change.Change;
import dev.callbook.change.Changes;
import dev.callbook.contact.Contact;
import dev.callbook.contact.ContactDetails;
import dev.callbook.contact.ContactExpiry;
import dev.callbook.contact.ContactId;
import dev.callbook.contact.ContactPhone;
import dev.callbook.contact.ContactType;
import dev.callbook.contact.MergeTrees;
import dev.callbook.note.NoteSubject;
import dev.callbook.note.Notes;
import dev.callbook.wire.Problem;
import dev.callbook.wire.Refusal.Conflict;
import dev.callbook.wire.Refusal.Outdated;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Takes merges back, the last one first. The inputs come back as they were; what somebody forbade
/// since, SMS to a number or surveys, stays forbidden.
@ApplicationScoped
public class MergeUndo {
  private static final int MAX_CHANGES = 1_000;

  private final MergeTrees trees;
  private final Notes notes;
  private final Changes changes;
  private final ContactExpiry expiry;
  private final Clock clock;

  MergeUndo(MergeTrees trees, Notes notes, Changes changes, ContactExpiry expiry, Clock clock) {
    this.trees = trees;
    this.notes = notes;
    this.changes = changes;
    this.expiry = expiry;
    this.clock = clock;
  }

  /// @param seenVersion the version the caller last read; empty to undo whatever is there
  /// @param discardsChanges whether fields of the canonical contact that were changed since the
  ///   merge may be lost
  public record Wish(ContactId canonical, OptionalInt seenVersion, boolean discardsChanges) {}

  /// What an undo did.
  ///
  /// @param removed the canonical contact as it was last
  /// @param discarded the names of its fields that were changed since the merge
  /// @param restored its inputs, the one that was changed last before the merge first
  /// @param heir the first of them: it has the notes and interactions that the canonical contact
  ///   got since
  public record Undone(
      Contact removed, List<String> discarded, List<Contact> restored, ContactId heir) {}

  /// Takes back the merge that made a contact.
  ///
  /// @throws dev.callbook.wire.Refusal.NotFound if the contact is not within `scope`
  /// @throws dev.callbook.wire.Refusal.Superseded if it was merged again: that merge comes first
  /// @throws Outdated if someone else changed it since the version seen
  /// @throws Conflict naming `contactId` if no merge made it, `discardChanges` if changes would be
  ///   lost, `externalIds` if another contact has an input's external id by now
  @Transactional
  public Undone undo(Scope scope, Wish wish) {
    Contact canonical = trees.lock(scope, List.of(wish.canonical())).getFirst();
    if (!canonical.mergeSet().isMerged()) {
      throw new Conflict("contactId", "No merge made this contact.", new Problem.Impossible());
    }
    if (wish.seenVersion().isPresent() && wish.seenVersion().getAsInt() != canonical.version()) {
      throw new Outdated("contact", canonical.id().value());
    }
    List<String> changed = changedSince(scope, canonical);
    if (!changed.isEmpty() && !wish.discardsChanges()) {
      throw new Conflict(
          "discardChanges",
          "Changed since the merge and lost by its undo: "
              + String.join(", ", changed)
              + ". With discardChanges true it is undone all the same.",
          new Problem.Impossible());
    }
    List<Contact> inputs = MergedDetails.newestFirst(trees.inputsOf(scope, canonical));
    List<Contact> restored = restored(inputs, canonical.details());
    ContactId heir = inputs.getFirst().id();
    Scope step = trees.step(scope, canonical.id());
    notes.handOn(
        step, NoteSubject.contact(canonical.id().value()), NoteSubject.contact(heir.value()));
    trees.part(step, canonical, inputs, restored, heir);
    return new Undone(canonical, changed, restored, heir);
  }

  /// The fields of a canonical contact that somebody changed; its first version is the merge's.
  private List<String> changedSince(Scope scope, Contact canonical) {
    if (canonical.version() == 1) {
      return List.of();
    }
    Set<String> fields = new TreeSet<>();
    for (Change change : changes.of(scope, canonical.id().value(), null, MAX_CHANGES)) {
      if (change.action() == Change.Action.CHANGED) {
        if (change.isForgotten()) {
          // Nobody can tell what it changed, so something might be lost.
          fields.add("fields that are no longer known");
        }
        fields.addAll(namesOf(change));
      }
    }
    fields.removeAll(MergeTrees.MARKS);
    return List.copyOf(fields);
  }

  private static List<String> namesOf(Change change) {
    List<String> names = new ArrayList<>();
    if (change.before() != null) {
      change.before().fieldNames().forEachRemaining(names::add);
    }
    if (change.after() != null) {
      change.after().fieldNames().forEachRemaining(names::add);
    }
    return names;
  }

  private List<Contact> restored(List<Contact> inputs, ContactDetails canonical) {
    Set<String> revoked = revoked(inputs, canonical);
    boolean refusesSurveys =
        canonical.surveyOptOut()
            && inputs.stream().noneMatch(input -> input.details().surveyOptOut());
    Instant now = clock.instant();
    return inputs.stream().map(input -> restored(input, revoked, refusesSurveys, now)).toList();
  }

  /// The keys of numbers that no input refuses SMS for, and the canonical contact does.
  private static Set<String> revoked(List<Contact> inputs, ContactDetails canonical) {
    Set<String> refusedBefore =
        MergedDetails.withoutSms(inputs.stream().map(Contact::details).toList());
    return MergedDetails.withoutSms(List.of(canonical)).stream()
        .filter(key -> !refusedBefore.contains(key))
        .collect(Collectors.toUnmodifiableSet());
  }

  private Contact restored(
      Contact input, Set<String> revoked, boolean refusesSurveys, Instant now) {
    List<ContactPhone> phones =
        input.details().phones().stream()
            .map(phone ->
                revoked.contains(MergedDetails.key(phone)) ? MergedDetails.silent(phone) : phone)
            .toList();
    ContactDetails details = input.details().withPhones(phones);
    if (refusesSurveys) {
      details = details.withoutSurveys();
    }
    Contact restored = details.equals(input.details()) ? input : input.with(details, now);
    // It would be removed at the next look: nobody undoes a merge for that.
    return expiry.isOver(restored) ? restored.as(ContactType.Curated, now) : restored;
  }
}
