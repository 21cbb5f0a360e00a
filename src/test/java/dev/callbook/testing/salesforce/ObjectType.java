package dev.callbook.testing.salesforce;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A kind of record and its fields, in their order.
///
/// @param prefix the first three characters of its ids
record ObjectType(String name, String prefix, List<Field> fields) {
  ObjectType {
    fields = List.copyOf(fields);
  }

  /// Names are not case-sensitive.
  Optional<Field> field(String wanted) {
    return fields.stream().filter(field -> field.name().equalsIgnoreCase(wanted)).findFirst();
  }

  Optional<Field> parent(String relationship) {
    return fields.stream()
        .filter(field -> relationship.equalsIgnoreCase(field.relationship()))
        .findFirst();
  }

  ObjectType with(Field field) {
    List<Field> more = new ArrayList<>(without(field.name()).fields());
    more.add(field);
    return new ObjectType(name, prefix, more);
  }

  ObjectType without(String gone) {
    return new ObjectType(
        name,
        prefix,
        fields.stream()
            .filter(field ->
                !field.name().toLowerCase(Locale.ROOT).equals(gone.toLowerCase(Locale.ROOT)))
            .toList());
  }
}
