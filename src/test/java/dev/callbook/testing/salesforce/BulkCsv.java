package dev.callbook.testing.salesforce;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/// Bulk results as they are sent: every cell quoted, nothing for null; and the marks of their
/// pages.
final class BulkCsv {
  private final Org org;
  private final Values values;

  BulkCsv(Org org, Values values) {
    this.org = org;
    this.values = values;
  }

  String write(Soql query, List<Row> rows, boolean hasHeader) {
    ObjectType type = org.schema().get(query.from());
    List<List<String>> lines = new ArrayList<>();
    if (hasHeader) {
      lines.add(query.fields());
    }
    for (Row row : rows) {
      lines.add(
          query.fields().stream().map(path -> Values.inBulk(values.at(row, type, path))).toList());
    }
    return lines.stream()
        .map(line ->
            line.stream()
                .map(cell -> "\"" + cell.replace("\"", "\"\"") + "\"")
                .collect(Collectors.joining(",", "", "\n")))
        .collect(Collectors.joining());
  }

  static String locator(int offset) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(String.valueOf(offset).getBytes(StandardCharsets.US_ASCII));
  }

  /// @throws ApiError if it is no locator
  static int offset(String locator) {
    try {
      return Integer.parseInt(
          new String(Base64.getUrlDecoder().decode(locator), StandardCharsets.US_ASCII));
    } catch (IllegalArgumentException e) {
      throw new ApiError(400, "INVALIDLOCATOR", "locator is not valid");
    }
  }
}
