package dev.callbook.contact;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callbook.access.Scope;
import dev.callbook.directory.References.DivisionJson;
import dev.callbook.wire.Patch;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// What a contact becomes by its JSON.
public final class ContactEdits {
  private static final Map<String, Set<String>> SLOTS_BY_LIST =
      Map.of(
          "phoneNumbers",
          Set.of("workPhone", "cellPhone", "homePhone", "otherPhone"),
          "emailAddresses",
          Set.of("workEmail", "personalEmail", "otherEmail"));

  private ContactEdits() {}

  /// Applies a patch to a contact's JSON. Slots and full lists show the same numbers; what the
  /// patch does not name of the two must not bring back what it takes away.
  static void patch(ObjectNode json, Patch patch) {
    SLOTS_BY_LIST.forEach((list, slots) -> {
      boolean namesSlots = slots.stream().anyMatch(patch::names);
      if (namesSlots && !patch.names(list)) {
        json.remove(list);
      } else if (!namesSlots && patch.names(list)) {
        json.remove(slots);
      }
    });
    patch.applyTo(json);
    SLOTS_BY_LIST.keySet().stream()
        .filter(list -> patch.names(list) && !json.has(list))
        .forEach(json::putArray);
  }

  /// Slots and full lists show the same numbers: takes out of a contact's JSON, to which another's
  /// was added, what would bring back the numbers of before.
  ///
  /// @param stored the JSON before
  /// @param given what was added
  public static void settle(ObjectNode json, ObjectNode stored, ObjectNode given) {
    SLOTS_BY_LIST.forEach((list, slots) -> {
      boolean changes =
          slots.stream().anyMatch(slot -> !Objects.equals(json.get(slot), stored.get(slot)));
      if (given.has(list) && slots.stream().noneMatch(given::has)) {
        json.remove(slots);
      } else if (changes && !given.has(list)) {
        json.remove(list);
      }
    });
  }

  /// Lays over a contact's JSON whatever another holds: neither null nor an empty list or object,
  /// which some clients send for everything they do not set.
  public static void override(ObjectNode json, ObjectNode over) {
    ObjectNode set = json.objectNode();
    over.properties().stream()
        .filter(field -> !field.getValue().isNull())
        .filter(field -> !(field.getValue().isContainerNode() && field.getValue().isEmpty()))
        .forEach(field -> set.set(field.getKey(), field.getValue()));
    SLOTS_BY_LIST.forEach((list, slots) -> {
      if (set.has(list)) {
        json.remove(slots);
      } else if (slots.stream().anyMatch(set::has)) {
        json.remove(list);
      }
    });
    json.setAll(set);
  }

  /// @throws dev.callbook.wire.Refusal.Invalid naming `division.id` if it differs, or any field
  ///   whose rule is broken
  public static Contact apply(
      Scope scope, Contact stored, ContactJson sent, ContactReader reader, String region) {
    Optional<String> division = DivisionJson.idOf(sent.division());
    if (division.isPresent()
        && !division.get().equalsIgnoreCase(DivisionJson.of(scope, stored.division()).id())) {
      throw Contacts.divisionIsFixed();
    }
    ContactDetails details = reader.read(scope, sent, stored.details(), region);
    return new Contact(
        stored.id(),
        stored.division(),
        stored.type(),
        details,
        stored.version(),
        stored.createdAt(),
        stored.modifiedAt());
  }
}
