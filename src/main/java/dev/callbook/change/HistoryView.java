package dev.callbook.change;

import dev.callbook.web.Pager;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What happened to one record, newest first.
///
/// @param entries the changes of this page
/// @param pager the way to the neighbouring pages
/// @param version the record's, as the page shows it; posted back with what is to be restored
/// @param refused why the last try to restore something failed, in sentences; empty if none did
public record HistoryView(List<Entry> entries, Pager pager, int version, List<String> refused) {

  /// One write.
  ///
  /// @param icon the name of a symbol in `icons.svg`, such as `pencil`, `file-import`, `api`
  /// @param what such as `Contact created` or `2 fields changed`
  /// @param who who wrote and from where, such as `Amara Okafor` or `Import of customers.csv, line
  ///   12`
  /// @param at when
  /// @param fields what changed, field by field
  /// @param restorePath where a POST of `version` brings this state back, or with `field` one field
  ///   of it; null where it is the current one, or the person may not
  public record Entry(
      String icon,
      String what,
      String who,
      Instant at,
      List<Field> fields,
      @Nullable String restorePath) {}

  /// One field's change.
  ///
  /// @param name what a POST to the entry's `restorePath` calls it
  /// @param before empty if there was nothing
  /// @param after empty if there is nothing
  /// @param restorable whether it holds something else now
  public record Field(String name, String label, String before, String after, boolean restorable) {}
}
