package dev.callbook.contact;

import dev.callbook.access.Scope;
import dev.callbook.change.Changes;
import dev.callbook.directory.SearchWords;
import dev.callbook.directory.Vocabulary;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// Takes contacts out by the thousand that nobody has had to do with since they were added: the
/// opposite of [ContactLoad], by a fixed number of statements.
@ApplicationScoped
public class ContactUnload {
  /// How many contacts at most let go of the words of their names themselves.
  public static final int FEW = 200;

  private final ContactUnloadStore store;
  private final Changes changes;
  private final Vocabulary vocabulary;

  ContactUnload(ContactUnloadStore store, Changes changes, Vocabulary vocabulary) {
    this.store = store;
    this.changes = changes;
    this.vocabulary = vocabulary;
  }

  /// What became of a contact since it was added.
  public enum Use {
    /// it is not there, or not within the scope
    GONE,
    /// it was merged into another
    MERGED,
    /// somebody wrote a note about it
    NOTED,
    /// a call or message is attached to it
    CALLED,
    /// an agent picked it among those that hold a number
    PICKED,
    /// somebody claimed an identifier for it, or let go of one
    CLAIMED,
    /// it is in another version than its first
    CHANGED
  }

  /// @return by contact, without those that nobody has had to do with
  public Map<ContactId, Use> uses(Scope scope, Collection<ContactId> contacts) {
    return contacts.isEmpty()
        ? Map.of()
        : uses(scope, contacts, store.versions(scope, contacts, false));
  }

  private Map<ContactId, Use> uses(
      Scope scope, Collection<ContactId> contacts, Map<ContactId, Integer> versions) {
    Map<ContactId, Use> uses = new HashMap<>();
    versions.forEach((id, version) -> {
      if (version > 1) {
        uses.put(id, Use.CHANGED);
      }
    });
    uses.putAll(store.attachments(scope, contacts));
    List<ContactId> missing = contacts.stream().filter(id -> !versions.containsKey(id)).toList();
    if (!missing.isEmpty()) {
      missing.forEach(id -> uses.put(id, Use.GONE));
      store.merged(scope, missing).forEach(id -> uses.put(id, Use.MERGED));
    }
    return Map.copyOf(uses);
  }

  /// Removes those that nobody has had to do with. The words of their names are left to
  /// [Vocabulary#forgetUnused], unless they are few.
  ///
  /// @param additions for each contact the entry of its addition in the log
  /// @return why the others stay
  @Transactional
  public Map<ContactId, Use> remove(Scope scope, Map<ContactId, UUID> additions) {
    if (additions.isEmpty()) {
      return Map.of();
    }
    // Who is about to write what points at one of them waits, and finds nobody then.
    Map<ContactId, Integer> versions = store.versions(scope, additions.keySet(), true);
    Map<ContactId, Use> staying = uses(scope, additions.keySet(), versions);
    Map<ContactId, UUID> leaving = new LinkedHashMap<>(additions);
    leaving.keySet().removeAll(staying.keySet());
    if (leaving.isEmpty()) {
      return staying;
    }
    List<SearchWords> names = store.remove(scope, leaving.keySet());
    changes.recordRemovals(scope, new ArrayList<>(leaving.values()));
    if (names.size() <= FEW) {
      vocabulary.forget(scope, words(names));
    }
    return staying;
  }

  private static Set<String> words(List<SearchWords> names) {
    return names.stream()
        .flatMap(name -> name.words().stream())
        .collect(Collectors.toUnmodifiableSet());
  }
}
