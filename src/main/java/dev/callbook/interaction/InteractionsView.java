package dev.callbook.interaction;

import dev.callbook.web.Pager;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A contact's interactions, newest first.
///
/// @param path the page with all of them
/// @param rows those of this page
/// @param pager the way to the neighbouring pages
record InteractionsView(String path, List<Row> rows, Pager pager) {

  /// One call, or one thread of messages.
  ///
  /// @param icon the name of a symbol in `icons.svg`
  /// @param what direction and channel, or that it was missed: `Inbound call`
  /// @param at when it began
  /// @param length how long they talked, such as `4:12`; empty where they did not
  /// @param live whether it is going on
  /// @param number the number or address they used; empty where it was withheld
  /// @param dialled what they dialled; null if the source does not tell
  /// @param agent who had it; null for nobody
  /// @param why how it came to this contact, in words
  /// @param outcome what the agent wrote down; null for nothing
  record Row(
      String icon,
      String what,
      Instant at,
      String length,
      boolean live,
      String number,
      @Nullable String dialled,
      @Nullable String queue,
      @Nullable String agent,
      String why,
      @Nullable String outcome) {}
}
