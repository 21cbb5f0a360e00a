package dev.callbook.web;

import dev.callbook.wire.Parse;
import dev.callbook.wire.Refusal.Invalid;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A place in an ordered list, as a page's address carries it.
///
/// @param sortKey what the list is ordered by
public record Keyset(String sortKey, UUID id) {
  /// For the query parameter `after`.
  public String text() {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((id + sortKey).getBytes(StandardCharsets.UTF_8));
  }

  /// @return empty where nothing was sent
  /// @throws Invalid naming `after`
  public static Optional<Keyset> parse(@Nullable String after) {
    if (after == null || after.isBlank()) {
      return Optional.empty();
    }
    try {
      String text = new String(Base64.getUrlDecoder().decode(after), StandardCharsets.UTF_8);
      if (text.length() >= 36) {
        return Optional.of(
            new Keyset(text.substring(36), Parse.id("after", text.substring(0, 36))));
      }
    } catch (IllegalArgumentException malformed) {
      // falls through to the same refusal
    }
    throw new Invalid("after", "invalid.value", "after is no place in this list.");
  }
}
