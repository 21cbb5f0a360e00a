package dev.callbook.csvimport;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// How a file is read, besides what its columns become.
///
/// @param sheet of a workbook; null for the first one, and for files that are none
/// @param region for numbers without a country code; null for the one of whoever brought the file
/// @param columns one for each column, in their order; empty where all stay as they are
/// @param timeZone of times without one, as `Europe/Madrid`; null for UTC
public record ReadingRules(
    @Nullable String sheet,
    @Nullable String region,
    List<ColumnRule> columns,
    @Nullable String timeZone) {
  public static final ReadingRules NONE = new ReadingRules(null, null, List.of(), null);

  public ReadingRules {
    columns = List.copyOf(Objects.requireNonNullElse(columns, List.of()));
  }

  ReadingRules ofSheet(@Nullable String chosen) {
    return new ReadingRules(chosen, region, columns, timeZone);
  }

  /// The zone of times without one.
  ZoneId zone() {
    return timeZone == null ? ZoneOffset.UTC : ZoneId.of(timeZone);
  }

  ColumnRule column(int index) {
    return index < columns.size() ? columns.get(index) : ColumnRule.NONE;
  }
}
