package dev.callbook.access;

import dev.callbook.wire.FieldError;
import dev.callbook.wire.Refusal.Invalid;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Names and descriptions of whatever admins add.
final class Texts {
  private Texts() {}

  /// @throws Invalid naming `name`, `description` or both
  static void check(String name, @Nullable String description) {
    List<FieldError> errors = new ArrayList<>();
    if (name.isBlank() || name.strip().length() > 200 || name.indexOf('\0') >= 0) {
      errors.add(new FieldError("name", "required", "Enter a name of 1 to 200 characters."));
    }
    if (description != null && (description.length() > 1_000 || description.indexOf('\0') >= 0)) {
      errors.add(
          new FieldError(
              "description", "too.long", "description must not exceed 1000 characters."));
    }
    if (!errors.isEmpty()) {
      throw new Invalid(errors);
    }
  }

  /// A description without space around it; null for none.
  static @Nullable String clean(@Nullable String description) {
    return description == null || description.isBlank() ? null : description.strip();
  }
}
