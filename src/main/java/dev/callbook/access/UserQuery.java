package dev.callbook.access;

import java.util.Optional;
import java.util.UUID;

/// Which users, and where in the list.
///
/// @param part what the name or the e-mail holds, in whatever case; empty for all
/// @param active only those who may sign in, or only those who may not
/// @param role only those who hold it anywhere
/// @param after the last one of the page before
/// @param maxRows at most so many
public record UserQuery(
    String part, Optional<Boolean> active, Optional<UUID> role, Optional<Key> after, int maxRows) {
  /// A place in the list. @param name as the database orders it
  public record Key(String name, UUID id) {}
}
