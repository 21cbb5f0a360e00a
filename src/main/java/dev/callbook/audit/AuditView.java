package dev.callbook.audit;

import dev.callbook.web.Choice;
import dev.callbook.web.FormErrors;
import dev.callbook.web.Link;
import dev.callbook.web.Pager;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The audit log's page.
///
/// @param filters what is asked for
/// @param entries newest first
/// @param pager the way to the neighbouring pages
/// @param looking whether older entries than these were not looked at, though the page is not full
/// @param exportPath where a POST of `format`, `csv` or `jsonl`, answers all that is asked for
/// @param retention how long details are kept
record AuditView(
    Filters filters,
    List<AuditEntry> entries,
    Pager pager,
    boolean looking,
    String exportPath,
    RetentionForm retention) {

  /// The filters as their form shows them.
  ///
  /// @param who the one chosen, whose `path` leads to the same without them; null for everybody
  /// @param name what was typed to find somebody
  /// @param people those whom it finds, if several or none; null where nobody was looked for
  /// @param record an id; empty for all records
  /// @param within as `who`: the import or interaction
  /// @param any whether anything is asked for
  record Filters(
      @Nullable Chip who,
      String name,
      @Nullable List<Link> people,
      List<Choice> subjects,
      List<Choice> changes,
      List<Choice> sources,
      @Nullable Chip record,
      @Nullable Chip within,
      String from,
      String to,
      boolean any,
      FormErrors errors) {}

  /// A filter that was chosen elsewhere than in the form.
  ///
  /// @param value as the form posts it
  /// @param removePath the same page without it
  record Chip(String value, String shown, String removePath) {}

  /// @param mayEdit whether the viewer may change it
  record RetentionForm(String days, int least, int most, boolean mayEdit, FormErrors errors) {}
}
