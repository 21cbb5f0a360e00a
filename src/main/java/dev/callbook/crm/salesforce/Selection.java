package dev.callbook.crm.salesforce;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What to read of an object's records.
///
/// @param fields that there are
/// @param missing those that were wanted and that our user may not see, or that are gone; whoever
///   set them up should hear of it
public record Selection(ObjectShape shape, List<String> fields, List<String> missing) {
  /// All columns, without repetition: those that every reading needs come first.
  List<String> columns() {
    Set<String> all = new LinkedHashSet<>(shape.ownColumns());
    all.addAll(fields);
    return List.copyOf(all);
  }
}
