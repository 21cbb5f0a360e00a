package dev.callbook.csvimport;

import dev.callbook.csvimport.reading.ImportField;
import dev.callbook.csvimport.reading.Reason;
import dev.callbook.csvimport.reading.Trouble;
import dev.callbook.wire.FieldError;
import dev.callbook.wire.Problem;
import dev.callbook.wire.Refusal.Invalid;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What the columns of a file may become together.
final class FieldRules {
  private FieldRules() {}

  /// @param columns how many the file has
  /// @throws Invalid naming `columns`, with every rule that is broken
  static void check(ImportKind kind, List<ImportField> fields, ReadingRules reading, int columns) {
    List<FieldError> errors = new ArrayList<>();
    if (fields.size() != columns) {
      errors.add(error("invalid.value", Reason.of(Trouble.OTHER_COLUMNS, columns, fields.size())));
    }
    Set<ImportField> seen = EnumSet.noneOf(ImportField.class);
    for (int i = 0; i < fields.size(); i++) {
      ImportField field = fields.get(i);
      if (!seen.add(field) && !field.repeats() && reading.column(i).joint() == null) {
        errors.add(error("too.many", Reason.of(Trouble.TWO_COLUMNS_ALIKE, field)));
      }
    }
    seen.remove(ImportField.IGNORE);
    switch (kind) {
      case CONTACTS -> checkNames(seen, errors);
      case ORGANIZATIONS -> {
        if (!seen.stream()
            .allMatch(field -> field.isOfOrganization() || field == ImportField.DIVISION)) {
          errors.add(error("invalid.value", Reason.of(Trouble.CONTACT_AMONG_ORGANIZATIONS)));
        }
      }
    }
    boolean needsName =
        kind == ImportKind.ORGANIZATIONS
            || seen.stream().anyMatch(ImportField::describesOrganization);
    if (needsName && !seen.contains(ImportField.ORGANIZATION_NAME)) {
      errors.add(error("required", Reason.of(Trouble.NO_ORGANIZATION_NAME)));
    }
    if (!errors.isEmpty()) {
      throw new Invalid(errors);
    }
  }

  private static void checkNames(Set<ImportField> seen, List<FieldError> errors) {
    if (seen.contains(ImportField.FULL_NAME)) {
      return;
    }
    if (!seen.contains(ImportField.LAST_NAME)) {
      errors.add(error("required", Reason.of(Trouble.NO_LAST_NAME)));
    } else if (!seen.contains(ImportField.FIRST_NAME)) {
      errors.add(error("required", Reason.of(Trouble.NO_FIRST_NAME)));
    }
  }

  private static FieldError error(String rule, Reason reason) {
    return new FieldError("columns", rule, reason.in(Locale.ENGLISH), new Problem.Said(reason));
  }
}
