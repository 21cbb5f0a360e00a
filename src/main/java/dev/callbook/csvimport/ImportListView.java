package dev.callbook.csvimport;

import dev.callbook.web.FormErrors;
import dev.callbook.web.Pager;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The page that takes a file and lists earlier imports.
///
/// @param maxMegabytes how large a file may be
record ImportListView(
    List<Row> rows, Pager pager, FormErrors errors, String maxMegabytes, boolean mayAdd) {
  /// One import. The counts are what is written so far.
  record Row(
      String path,
      String fileName,
      ImportState state,
      boolean isPaused,
      @Nullable UndoState undo,
      long rows,
      long added,
      long changed,
      long rejected,
      Instant at,
      String by) {
    static Row of(Import it) {
      return new Row(
          ImportPages.PATH + "/" + it.id(),
          it.fileName(),
          it.state(),
          it.isPaused(),
          it.undo(),
          it.plan().rows(),
          it.applied().added(),
          it.applied().changed(),
          it.plan().rejected() + it.plan().ambiguous(),
          it.times().createdAt(),
          it.actor().name());
    }
  }
}
