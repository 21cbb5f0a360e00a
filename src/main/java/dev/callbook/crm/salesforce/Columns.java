package dev.callbook.crm.salesforce;

import java.util.ArrayList;
import java.util.List;

/// Columns in parts of which each fits into one request: Salesforce reads no more than 16,384
/// characters of address and headers together.
///
/// @param first what the query itself asks for
/// @param others what is fetched by id behind it, the id and the stamp always among them
record Columns(List<String> first, List<List<String>> others) {
  private static final int LONGEST = 10_000;
  private static final int ENCODED_COMMA = 3;

  static Columns of(Selection selection) {
    List<List<String>> parts = new ArrayList<>();
    List<String> part = new ArrayList<>(selection.shape().ownColumns());
    int length = length(part);
    for (String column : selection.columns()) {
      if (part.contains(column)) {
        continue;
      }
      if (length + column.length() > LONGEST) {
        parts.add(part);
        part = new ArrayList<>(List.of("Id", "SystemModstamp"));
        length = length(part);
      }
      part.add(column);
      length += column.length() + ENCODED_COMMA;
    }
    parts.add(part);
    return new Columns(parts.getFirst(), parts.subList(1, parts.size()));
  }

  private static int length(List<String> columns) {
    return columns.stream().mapToInt(column -> column.length() + ENCODED_COMMA).sum();
  }
}
