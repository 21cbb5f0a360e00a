package dev.callbook.access.admin;

import dev.callbook.wire.Parse;
import dev.callbook.wire.Refusal.Invalid;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Query parameters that are `true` or `false`.
final class Flag {
  private Flag() {}

  /// False where it is absent.
  ///
  /// @throws Invalid naming the parameter if it is neither
  static boolean of(String name, @Nullable String text) {
    return of(name, text, false);
  }

  /// @param usual what it is where it is absent
  /// @throws Invalid naming the parameter if it is neither
  static boolean of(String name, @Nullable String text, boolean usual) {
    if (Parse.isAbsent(text)) {
      return usual;
    }
    return switch (String.valueOf(text).strip().toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new Invalid(name, "invalid.value", name + " must be true or false.");
    };
  }
}
