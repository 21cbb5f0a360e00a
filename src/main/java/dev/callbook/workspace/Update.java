package dev.callbook.workspace;

/// What a tab is sent at once.
sealed interface Update {
  /// @param html the list and the panels that changed
  record Changed(String html) implements Update {}

  /// Nothing, to keep the connection open.
  record Beat() implements Update {}
}
