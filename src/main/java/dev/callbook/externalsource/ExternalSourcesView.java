package dev.callbook.externalsource;

import dev.callbook.externalsource.ExternalSourceView.Typed;
import dev.callbook.web.FormErrors;
import dev.callbook.web.Pager;
import java.util.List;

/// All external sources: `GET /external-sources`.
///
/// @param beginning what the names shown begin with; empty for all
/// @param typed what stands in the form that adds one
record ExternalSourcesView(
    String beginning, List<Row> rows, Pager pager, Typed typed, FormErrors errors, boolean mayAdd) {

  /// Whether there is none at all.
  public boolean noneYet() {
    return rows.isEmpty() && beginning.isEmpty() && pager.previous() == null;
  }

  /// What a link template has where the id goes.
  public String gap() {
    return LinkTemplate.GAP;
  }

  /// @param link the template of its records' addresses; empty if there is none
  record Row(String id, String name, boolean active, String link) {}
}
