package dev.callbook.export;

import dev.callbook.web.Choice;
import dev.callbook.web.Sent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What somebody may choose of an export before it is ordered.
///
/// @param said whom it is of, as the list sent it; the form sends it along
/// @param picked how many records were picked one by one; 0 if none were
/// @param list the list with its filters; null for all records of the kind
/// @param kinds those that this person may order; only the given one where a list sent it
/// @param divisions those that can be left out; empty where there is no choice
/// @param columns all of the kind
record ExportForm(
    ExportKind kind,
    List<Sent> said,
    int picked,
    @Nullable String list,
    List<ExportKind> kinds,
    List<Choice> divisions,
    List<String> columns,
    List<String> errors) {

  /// Whether the records of a list are meant, and not all of the kind.
  public boolean isOfList() {
    return picked > 0 || list != null;
  }
}
