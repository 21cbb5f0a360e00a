package dev.callbook.identity.duplicate;

import dev.callbook.web.Pager;
import dev.callbook.web.Tab;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A page of pairs.
///
/// @param tabs those that look alike and those that were told apart
/// @param isApart whether these were told apart
/// @param looked when the directory was looked through last; null if it was not yet
/// @param isLooking whether it is being looked through
/// @param back the address of this page, to come back to
record DuplicatesView(
    List<Tab> tabs,
    boolean isApart,
    List<Row> rows,
    @Nullable Instant looked,
    boolean isLooking,
    String back,
    Pager pager) {

  /// Two contacts side by side.
  ///
  /// @param why what they have in common, in words
  record Row(Side one, Side other, List<Why> why, String mergePath) {}

  /// @param icon the name of a symbol in `icons.svg`
  record Why(String icon, String text) {}

  /// One of the two. @param facts numbers, addresses and what else tells them apart
  record Side(String id, String name, String organization, String division, List<String> facts) {}
}
