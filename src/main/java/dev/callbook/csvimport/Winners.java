package dev.callbook.csvimport;

import dev.callbook.csvimport.reading.ImportField;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// For each field of a file, which value counts. Safe for many threads.
final class Winners {
  /// By field, in the order of the columns: a file may have several numbers of one kind.
  private final Map<ImportField, List<Winner>> fields = new EnumMap<>(ImportField.class);

  private final Map<String, Winner> customs = new HashMap<>();
  private final Map<String, Winner> organizationCustoms = new HashMap<>();
  private final boolean areTheFile;

  Winners(ImportSettings settings) {
    for (int i = 0; i < settings.columns().size(); i++) {
      Winner winner = settings.reading().column(i).wins();
      fields.computeIfAbsent(settings.columns().get(i), _ -> new ArrayList<>(1)).add(winner);
      if (settings.columns().get(i) == ImportField.CUSTOM_FIELD) {
        customs.put(settings.customField(i), winner);
      }
      if (settings.columns().get(i) == ImportField.ORGANIZATION_CUSTOM_FIELD) {
        organizationCustoms.put(settings.customField(i), winner);
      }
    }
    this.areTheFile =
        settings.reading().columns().stream().allMatch(rule -> rule.wins() == Winner.FILE);
  }

  /// Whether whatever the file says counts.
  boolean areTheFile() {
    return areTheFile;
  }

  Winner of(ImportField field) {
    return of(field, 0);
  }

  /// Of columns that are the same field, the one counted from 0.
  Winner of(ImportField field, int nth) {
    List<Winner> winners = fields.getOrDefault(field, List.of());
    return nth < winners.size() ? winners.get(nth) : Winner.FILE;
  }

  /// Of a part of the name that may stand in a column of its own or in the one with the full name.
  Winner ofName(ImportField part) {
    return of(fields.containsKey(part) ? part : ImportField.FULL_NAME);
  }

  /// @param key of a custom field
  Winner ofCustom(String key) {
    return customs.getOrDefault(key, Winner.FILE);
  }

  /// As [#ofCustom], of organizations.
  Winner ofOrganizationCustom(String key) {
    return organizationCustoms.getOrDefault(key, Winner.FILE);
  }
}
