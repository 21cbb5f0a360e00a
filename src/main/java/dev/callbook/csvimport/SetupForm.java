package dev.callbook.csvimport;

import dev.callbook.csvimport.Imports.Choice;
import dev.callbook.csvimport.reading.Reason;
import dev.callbook.csvimport.reading.Trouble;
import dev.callbook.wire.Problem;
import dev.callbook.wire.Refusal.Invalid;
import jakarta.ws.rs.FormParam;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The form that says what columns become, as it was posted: one of `columns`, `otherwise`,
/// `values`, `dates`, `joints`, `winners` and `numbers` for each column.
public record SetupForm(
    @FormParam("column") @Nullable List<String> columns,
    @FormParam("otherwise") @Nullable List<String> otherwise,
    @FormParam("values") @Nullable List<String> values,
    @FormParam("dates") @Nullable List<String> dates,
    @FormParam("joint") @Nullable List<String> joints,
    @FormParam("wins") @Nullable List<String> winners,
    @FormParam("numbers") @Nullable List<String> numbers,
    @FormParam("sheet") @Nullable String sheet,
    @FormParam("region") @Nullable String region,
    @FormParam("timeZone") @Nullable String timeZone,
    @FormParam("division") @Nullable String division,
    @FormParam("source") @Nullable String source,
    @FormParam("matchOn") @Nullable List<String> matchOn,
    @FormParam("saveAs") @Nullable String saveAs,
    @FormParam("kind") @Nullable String kindWord,
    @FormParam("several") @Nullable String severalWord) {
  private static final int MOST_VALUES = 200;
  private static final int LONGEST_VALUES = 20_000;

  List<String> words() {
    return Objects.requireNonNullElse(columns, List.of());
  }

  List<TargetField> targets() {
    return words().stream().map(ColumnWords::read).toList();
  }

  String goal() {
    return Objects.requireNonNullElse(division, "*");
  }

  String from() {
    return Objects.requireNonNullElse(source, "");
  }

  List<MatchKey> keys() {
    return ImportApi.matchKeys(matchOn);
  }

  ImportKind kind() {
    return kindWord == null ? ImportKind.CONTACTS : ImportApi.kind(kindWord);
  }

  /// What becomes of a row that fits several.
  SeveralMatches several() {
    return Objects.requireNonNullElse(
        severalWord == null ? null : SeveralMatches.read(severalWord), SeveralMatches.REJECT);
  }

  Choice choice(List<MatchKey> keys, ReadingRules reading) {
    List<TargetField> targets = targets();
    return new Choice(
        ColumnWords.fields(targets),
        from(),
        keys,
        false,
        ColumnWords.customFields(targets),
        several(),
        null,
        reading,
        kind());
  }

  /// The name under which all this is to be kept; empty where it is not.
  String keepAs() {
    return saveAs == null ? "" : saveAs.strip();
  }

  /// @throws Invalid naming `columns`, `region` or `timeZone`
  ReadingRules reading() {
    List<ColumnRule> rules = rules(false);
    return Imports.reading(
        sheet,
        region,
        timeZone,
        rules.stream().allMatch(ColumnRule.NONE::equals) ? List.of() : rules);
  }

  /// The same as it was typed, right or wrong, to be shown again.
  ReadingRules asTyped() {
    return new ReadingRules(
        sheet == null || sheet.isBlank() ? null : sheet, region, rules(true), timeZone);
  }

  private List<ColumnRule> rules(boolean asTyped) {
    return IntStream.range(0, words().size())
        .mapToObj(i ->
            new ColumnRule(
                at(otherwise, i),
                values(at(values, i), asTyped),
                DateWords.read(at(dates, i)),
                Joint.read(at(joints, i)),
                Objects.requireNonNullElse(Winner.read(at(winners, i)), Winner.FILE),
                NumberStyle.read(at(numbers, i))))
        .toList();
  }

  private static String at(@Nullable List<String> list, int index) {
    return list == null || index >= list.size() ? "" : list.get(index);
  }

  /// Lines such as `Gold = gold_tier`.
  private static Map<String, String> values(String typed, boolean asTyped) {
    Map<String, String> values = new LinkedHashMap<>();
    if (typed.length() > LONGEST_VALUES && !asTyped) {
      throw unreadable();
    }
    for (String line : typed.lines().filter(line -> !line.isBlank()).toList()) {
      int mark = line.indexOf('=');
      boolean isWhole =
          mark > 0 && !line.substring(0, mark).isBlank() && values.size() < MOST_VALUES;
      if (!isWhole && !asTyped) {
        throw unreadable();
      }
      if (!isWhole) {
        values.put(line.strip(), "");
        continue;
      }
      values.put(line.substring(0, mark).strip(), line.substring(mark + 1).strip());
    }
    return values;
  }

  private static Invalid unreadable() {
    Reason reason = Reason.of(Trouble.VALUES_NOT_READ);
    return new Invalid(
        "columns", "invalid.value", reason.in(Locale.ENGLISH), new Problem.Said(reason));
  }

  /// The same as it is typed.
  static String typed(Map<String, String> values) {
    List<String> lines = new ArrayList<>();
    values.forEach((from, to) -> lines.add(from + " = " + to));
    return String.join("\n", lines.stream().sorted().toList());
  }

  /// The words of [DateOrder] in forms.
  static final class DateWords {
    private DateWords() {}

    /// @return null where the cells themselves tell
    static @Nullable DateOrder read(String word) {
      for (DateOrder order : DateOrder.values()) {
        if (order.name().equals(word)) {
          return order;
        }
      }
      return null;
    }
  }
}
