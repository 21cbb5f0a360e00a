package dev.callbook.csvimport;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// How a column's cells are brought into shape before they become a field.
///
/// @param otherwise what an empty cell counts as; empty for nothing
/// @param values what certain cells become, whatever their case and the blanks around them
/// @param dates in which order dates are written; null where only `2026-03-31` and `31.03.2026` are
///   read
/// @param joint what stands between this cell and that of the column before it that becomes the
///   same field; null where the column does not join another
/// @param wins which value counts where one is stored already
/// @param numbers how numbers are written; null where only `1234.5` and `1234,5` are read
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ColumnRule(
    String otherwise,
    Map<String, String> values,
    @Nullable DateOrder dates,
    // Nothing between two columns is something else than two columns that are not joined.
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String joint,
    Winner wins,
    @Nullable NumberStyle numbers) {
  public static final ColumnRule NONE = new ColumnRule("", Map.of(), null, null, Winner.FILE, null);

  public ColumnRule {
    otherwise = Objects.requireNonNullElse(otherwise, "");
    Map<String, String> tidy = new TreeMap<>();
    Objects.requireNonNullElse(values, Map.<String, String>of())
        .forEach((from, to) -> tidy.put(key(from), to));
    values = Map.copyOf(tidy);
    // Absent in what older versions stored.
    wins = Objects.requireNonNullElse(wins, Winner.FILE);
  }

  private static String key(String cell) {
    return cell.strip().toLowerCase(Locale.ROOT);
  }

  /// The same, with another value counting.
  ColumnRule winning(Winner winner) {
    return new ColumnRule(otherwise, values, dates, joint, winner, numbers);
  }

  /// The cell as it counts.
  String shape(String cell) {
    String shaped = values.isEmpty() ? cell : values.getOrDefault(key(cell), cell);
    String filled = shaped.isBlank() ? otherwise : shaped;
    return numbers == null ? filled : numbers.plain(filled);
  }

  /// Whether cells may become others.
  @JsonIgnore
  boolean isShaping() {
    return !otherwise.isEmpty() || !values.isEmpty() || numbers != null;
  }
}
