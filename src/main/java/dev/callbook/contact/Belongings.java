package dev.callbook.contact;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is tied to a contact and goes, or loses it, when it is removed, beyond what its fields say
/// and the change log keeps.
///
/// @param interactions their ids
/// @param claims what it claimed as its identifiers, or let go of
/// @param picks the numbers for which an agent picked it among several contacts
public record Belongings(List<UUID> interactions, List<Claim> claims, List<Pick> picks) {
  public static final Belongings NONE = new Belongings(List.of(), List.of(), List.of());

  /// @param key the form that is looked up
  /// @param isClaim false for what it let go of
  /// @param origin what it was claimed by; null for a request of its own
  public record Claim(
      String type,
      String key,
      String value,
      boolean isClaim,
      Instant createdAt,
      @Nullable UUID origin) {}

  /// @param key the number's look-up key
  /// @param by the agent; null if they are gone
  public record Pick(String key, @Nullable UUID by, Instant at) {}
}
