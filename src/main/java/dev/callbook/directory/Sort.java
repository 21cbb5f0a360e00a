package dev.callbook.directory;

import dev.callbook.wire.Parse;
import dev.callbook.wire.Refusal.Invalid;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The wire's `sortOrder`: `field`, `field:asc` or `field:desc`. @param text as it was sent
public record Sort<T>(T by, boolean descending, String text) {
  /// @throws Invalid naming `sortOrder`
  public static <T> Optional<Sort<T>> parse(@Nullable String sortOrder, Map<String, T> fields) {
    if (Parse.isAbsent(sortOrder)) {
      return Optional.empty();
    }
    String text = String.valueOf(sortOrder).strip();
    String[] parts = text.split(":", 2);
    String direction = parts.length == 2 ? parts[1].toLowerCase(java.util.Locale.ROOT) : "asc";
    T field = fields.get(parts[0]);
    if (field == null || !(direction.equals("asc") || direction.equals("desc"))) {
      throw new Invalid(
          "sortOrder",
          "invalid.value",
          "sortOrder is field:asc or field:desc; the fields are "
              + String.join(", ", fields.keySet().stream().sorted().toList())
              + ".");
    }
    return Optional.of(new Sort<>(field, direction.equals("desc"), text));
  }
}
