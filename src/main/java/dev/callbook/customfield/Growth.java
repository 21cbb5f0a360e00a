package dev.callbook.customfield;

import dev.callbook.directory.Checks;
import java.util.Map;

/// What a new version must keep of the one before: records hold values of every field and of every
/// option there ever was, so these are disabled and never taken away.
final class Growth {
  private Growth() {}

  static void check(
      Checks checks, Map<String, SchemaField> before, Map<String, SchemaField> after) {
    before.forEach((key, old) -> {
      String where = "jsonSchema.properties." + key;
      SchemaField now = after.get(key);
      if (now == null) {
        checks.note(
            where,
            "fixed",
            "A field stays, since records may hold values of it. Set _disabled to true instead.");
        return;
      }
      for (SchemaField.Option option : old.options()) {
        if (now.option(option.value()).isEmpty()) {
          checks.note(
              where + ".enum",
              "fixed",
              "An option stays, since records may hold it. Set its _disabled in _enumProperties"
                  + " instead.");
        }
      }
    });
  }
}
