package dev.callbook.contact;

import dev.callbook.access.Scope;
import dev.callbook.wire.Refusal;
import dev.callbook.wire.Refusal.NotFound;
import dev.callbook.wire.Refusal.Superseded;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Contacts by id, where an id may be that of one which was merged into another. Merged contacts
/// are only looked for where an id is none of a contact that stands for itself.
@ApplicationScoped
class Canonicals {
  private final ContactStore store;
  private final MergedStore merged;

  Canonicals(ContactStore store, MergedStore merged) {
    this.store = store;
    this.merged = merged;
  }

  /// By the ids asked for, in their order: the contact, or the canonical one it was merged into.
  Map<ContactId, Contact> find(Scope scope, Collection<ContactId> wanted) {
    Map<ContactId, Contact> found = byId(store.find(scope, wanted));
    Map<ContactId, ContactId> moved = canonicals(scope, wanted, found);
    Map<ContactId, Contact> heads = byId(store.find(scope, Set.copyOf(moved.values())));
    Map<ContactId, Contact> instead = new LinkedHashMap<>();
    moved.forEach((id, canonical) -> {
      if (heads.containsKey(canonical)) {
        instead.put(id, heads.get(canonical));
      }
    });
    return ordered(wanted, found, instead);
  }

  /// By the ids asked for, in their order: the very record, merged into another or not.
  Map<ContactId, Contact> unresolved(Scope scope, Collection<ContactId> wanted) {
    Map<ContactId, Contact> found = byId(store.find(scope, wanted));
    List<ContactId> missing = wanted.stream().filter(id -> !found.containsKey(id)).toList();
    return ordered(wanted, found, byId(merged.find(scope, missing)));
  }

  /// As [#find] for one, which nobody removes or merges for the rest of the transaction.
  Optional<Contact> keep(Scope scope, ContactId id) {
    List<Contact> kept = store.keep(scope, List.of(id));
    return (kept.isEmpty()
            ? store.keep(scope, merged.canonicals(scope, List.of(id)).values())
            : kept)
        .stream().findFirst();
  }

  /// As [#keep(Scope, ContactId)], by the ids asked for.
  Map<ContactId, Contact> keep(Scope scope, Collection<ContactId> wanted) {
    Map<ContactId, Contact> kept = byId(store.keep(scope, wanted));
    Map<ContactId, ContactId> moved = canonicals(scope, wanted, kept);
    Map<ContactId, Contact> heads = byId(store.keep(scope, Set.copyOf(moved.values())));
    Map<ContactId, Contact> instead = new LinkedHashMap<>();
    moved.forEach((id, canonical) -> {
      if (heads.containsKey(canonical)) {
        instead.put(id, heads.get(canonical));
      }
    });
    return ordered(wanted, kept, instead);
  }

  /// Why a write does not find a contact.
  Refusal absent(Scope scope, ContactId id) {
    return absent(id, canonicals(scope, List.of(id), Map.of()));
  }

  /// As [#absent] for several, by id.
  Map<ContactId, Refusal> absent(Scope scope, Collection<ContactId> ids) {
    Map<ContactId, ContactId> moved = canonicals(scope, ids, Map.of());
    return ids.stream().distinct().collect(Collectors.toMap(id -> id, id -> absent(id, moved)));
  }

  private static Refusal absent(ContactId id, Map<ContactId, ContactId> moved) {
    ContactId canonical = moved.get(id);
    return canonical == null
        ? new NotFound("contact", id.value())
        : new Superseded("contact", id.value(), canonical.value());
  }

  private Map<ContactId, ContactId> canonicals(
      Scope scope, Collection<ContactId> wanted, Map<ContactId, Contact> found) {
    List<ContactId> missing = wanted.stream().filter(id -> !found.containsKey(id)).toList();
    return missing.isEmpty() ? Map.of() : merged.canonicals(scope, missing);
  }

  private static Map<ContactId, Contact> byId(List<Contact> contacts) {
    return contacts.stream().collect(Collectors.toMap(Contact::id, Function.identity()));
  }

  private static Map<ContactId, Contact> ordered(
      Collection<ContactId> wanted,
      Map<ContactId, Contact> found,
      Map<ContactId, Contact> otherwise) {
    Map<ContactId, Contact> ordered = new LinkedHashMap<>();
    for (ContactId id : wanted) {
      Contact contact = found.get(id);
      Contact other = otherwise.get(id);
      if (contact != null) {
        ordered.put(id, contact);
      } else if (other != null) {
        ordered.put(id, other);
      }
    }
    return ordered;
  }
}
