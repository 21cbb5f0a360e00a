package dev.callbook.csvimport;

import dev.callbook.csvimport.reading.ImportField;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Brings a row's cells into shape before they become fields: values replaced, empty cells filled,
/// columns joined. Safe for many threads.
final class Shaping {
  /// Cell `from` is appended to cell `to`.
  private record Join(int from, int to, String joint) {}

  private final List<ColumnRule> rules;
  private final List<Join> joins = new ArrayList<>();
  private final boolean isIdle;

  Shaping(ImportSettings settings) {
    List<ImportField> fields = settings.columns();
    this.rules = settings.reading().columns();
    Map<String, Integer> heads = new HashMap<>();
    for (int i = 0; i < fields.size(); i++) {
      String field = ColumnWords.of(fields.get(i), settings.customField(i));
      String joint = settings.reading().column(i).joint();
      Integer head = heads.get(field);
      if (joint != null && head != null) {
        joins.add(new Join(i, head, joint));
      } else {
        heads.put(field, i);
      }
    }
    this.isIdle = joins.isEmpty() && rules.stream().noneMatch(ColumnRule::isShaping);
  }

  List<String> shape(List<String> cells) {
    if (isIdle) {
      return cells;
    }
    List<String> shaped = new ArrayList<>(cells);
    for (int i = 0; i < rules.size(); i++) {
      shaped.set(i, rules.get(i).shape(cells.get(i)));
    }
    for (Join join : joins) {
      String more = shaped.get(join.from()).strip();
      String before = shaped.get(join.to()).strip();
      if (!more.isEmpty()) {
        shaped.set(join.to(), before.isEmpty() ? more : before + join.joint() + more);
      }
      shaped.set(join.from(), "");
    }
    return Collections.unmodifiableList(shaped);
  }
}
