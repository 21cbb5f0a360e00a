package dev.callbook.identity.duplicate;

import dev.callbook.access.DivisionId;
import dev.callbook.contact.ContactId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The pairs that a look found so far. No more than [#MAX_PAIRS] are kept: who has more duplicates
/// than that has enough to do until the next look.
final class Likenesses {
  static final int MAX_PAIRS = 200_000;

  private record Key(ContactId one, ContactId other) {}

  private final Map<Key, Pair> pairs = new LinkedHashMap<>();

  /// Contacts of one division that have something in common.
  record Group(DivisionId division, List<ContactId> contacts) {}

  void sharingNumber(Collection<Group> groups) {
    add(groups, Pair::sharingNumber);
  }

  void sharingEmail(Collection<Group> groups) {
    add(groups, Pair::sharingEmail);
  }

  /// Groups that have too little in common: of them only near names count.
  void worthALook(Collection<Group> groups) {
    add(groups, UnaryOperator.identity());
  }

  private void add(Collection<Group> groups, UnaryOperator<Pair> mark) {
    for (Group group : groups) {
      List<ContactId> contacts = group.contacts();
      for (int i = 0; i < contacts.size(); i++) {
        for (int j = i + 1; j < contacts.size(); j++) {
          add(Pair.of(contacts.get(i), contacts.get(j), group.division()), mark);
        }
      }
    }
  }

  private void add(Pair pair, UnaryOperator<Pair> mark) {
    Key key = new Key(pair.one(), pair.other());
    Pair known = pairs.get(key);
    if (known != null || pairs.size() < MAX_PAIRS) {
      pairs.put(key, mark.apply(known == null ? pair : known));
    }
  }

  /// Everybody whose name must be known.
  Set<ContactId> contacts() {
    return pairs.keySet().stream()
        .flatMap(key -> Stream.of(key.one(), key.other()))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /// What remains once names are compared. @param names folded, by contact
  List<Pair> found(Map<ContactId, String> names) {
    return pairs.values().stream()
        .map(pair ->
            pair.named(
                NearNames.areNear(
                    names.getOrDefault(pair.one(), ""), names.getOrDefault(pair.other(), ""))))
        .filter(Pair::isAlike)
        .toList();
  }
}
