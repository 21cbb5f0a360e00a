package dev.callbook.contact;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callbook.access.Origin;
import dev.callbook.access.Scope;
import dev.callbook.change.Changes;
import dev.callbook.change.Changes.Step;
import dev.callbook.change.Subject;
import dev.callbook.directory.Vocabulary;
import dev.callbook.platform.Ids;
import dev.callbook.wire.Refusal.NotFound;
import dev.callbook.wire.Refusal.Superseded;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Makes several contacts one, and takes one apart again, with the log's entries. Which may become
/// one, and what it holds, is decided by the caller.
@ApplicationScoped
public class MergeTrees {
  static final String MERGED_TO = "mergedTo";
  static final String MERGED_FROM = "mergedFrom";

  /// What the log says of a contact's place in a tree, among its fields.
  public static final Set<String> MARKS = Set.of(MERGED_TO, MERGED_FROM);

  private final ContactStore store;
  private final ContactRemovalStore removals;
  private final MergedStore merged;
  private final Canonicals canonicals;
  private final IdentifierStore identifiers;
  private final Vocabulary vocabulary;
  private final Changes changes;
  private final Ids ids;
  private final Clock clock;

  MergeTrees(
      ContactStore store,
      ContactRemovalStore removals,
      MergedStore merged,
      Canonicals canonicals,
      IdentifierStore identifiers,
      Vocabulary vocabulary,
      Changes changes,
      Ids ids,
      Clock clock) {
    this.store = store;
    this.removals = removals;
    this.merged = merged;
    this.canonicals = canonicals;
    this.identifiers = identifiers;
    this.vocabulary = vocabulary;
    this.changes = changes;
    this.ids = ids;
    this.clock = clock;
  }

  /// Contacts in the order asked for, held for the rest of the transaction.
  ///
  /// @throws NotFound if one is not within `scope`
  /// @throws Superseded if one was merged into another
  @Transactional
  public List<Contact> lock(Scope scope, Collection<ContactId> wanted) {
    Map<ContactId, Contact> found =
        store.lock(scope, wanted).stream()
            .collect(Collectors.toMap(Contact::id, Function.identity()));
    List<Contact> locked = new ArrayList<>(wanted.size());
    for (ContactId id : wanted) {
      Contact contact = found.get(id);
      if (contact == null) {
        throw canonicals.absent(scope, id);
      }
      locked.add(contact);
    }
    return List.copyOf(locked);
  }

  /// Merges contacts into a new one, which stands for them from then on.
  ///
  /// @param inputs at least one, of one division; locked
  @Transactional
  public Contact join(Scope scope, List<Contact> inputs, ContactDetails details) {
    ContactId id = new ContactId(ids.next());
    Map<ContactId, ContactId> tree = new LinkedHashMap<>();
    for (Contact input : inputs) {
      tree.putAll(input.mergeSet().mergedTo());
      tree.put(input.id(), id);
    }
    Instant now = clock.instant();
    Contact canonical =
        new Contact(
            id,
            inputs.getFirst().division(),
            ContactType.Curated,
            details,
            1,
            now,
            now,
            new MergeSet(id, tree));
    removals.releaseKeys(scope, inputs);
    store.insert(scope, List.of(canonical));
    identifiers.handOver(scope, inputs.stream().map(Contact::id).toList(), id);
    merged.insert(scope, inputs, id, now);
    removals.withdraw(scope, inputs);
    vocabulary.replace(scope, Contacts.words(inputs), Contacts.words(List.of(canonical)));
    record(step(scope, id), canonical, inputs, inputs, true);
    return canonical;
  }

  /// For writes that belong to one merge or its undo: all their entries in the log have the
  /// canonical contact's id as their origin's.
  public Scope step(Scope scope, ContactId canonical) {
    return scope.from(new Origin(scope.origin().kind(), canonical.value()));
  }

  /// Those that were merged directly into a canonical contact.
  public List<Contact> inputsOf(Scope scope, Contact canonical) {
    return merged.find(scope, canonical.mergeSet().mergedFrom(canonical.id()));
  }

  /// Takes a merge back: removes the contact it made.
  ///
  /// @param scope as [#step] has it
  /// @param canonical locked
  /// @param inputs as they are below it
  /// @param restored the same as they are to be from now on, each the head of what is below it
  /// @param heir the one that gets the interactions of the canonical contact
  /// @throws dev.callbook.wire.Refusal.Conflict if another contact has an external id of one
  @Transactional
  public void part(
      Scope scope,
      Contact canonical,
      List<Contact> inputs,
      List<Contact> restored,
      ContactId heir) {
    List<Contact> heads = restored.stream().map(Contact::apart).toList();
    removals.releaseKeys(scope, List.of(canonical));
    store.insert(scope, heads);
    identifiers.giveBack(scope, canonical.id(), heads, heir);
    merged.release(scope, heads);
    removals.handOn(scope, canonical.id(), heir);
    removals.withdraw(scope, List.of(canonical));
    vocabulary.replace(scope, Contacts.words(List.of(canonical)), Contacts.words(heads));
    record(scope, canonical, inputs, heads, false);
  }

  /// @param joins whether they became one, or several again
  private void record(
      Scope scope, Contact canonical, List<Contact> before, List<Contact> after, boolean joins) {
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < before.size(); i++) {
      ContactId into = canonical.id();
      ObjectNode was = fields(before.get(i), joins ? null : into);
      ObjectNode is = fields(after.get(i), joins ? into : null);
      steps.add(step(after.get(i), was, is));
    }
    ObjectNode whole = changes.fieldsOf(canonical.details());
    ArrayNode from = whole.putArray(MERGED_FROM);
    before.forEach(input -> from.add(input.id().toString()));
    steps.add(step(canonical, joins ? null : whole, joins ? whole : null));
    changes.record(scope, steps);
  }

  private ObjectNode fields(Contact contact, @Nullable ContactId mergedTo) {
    ObjectNode fields = changes.fieldsOf(contact.details());
    fields.put("type", contact.type().name());
    return mergedTo == null ? fields : fields.put(MERGED_TO, mergedTo.toString());
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
