package dev.callbook.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The figures as one Markdown table.
final class Report {
  private record Line(String what, String measured, String beside, String aim) {}

  private final List<Line> lines = new ArrayList<>();

  /// @param beside what the same machine did in the same run by other means; may be empty
  /// @param aim what we want; may be empty
  void add(String what, String measured, String beside, String aim) {
    lines.add(new Line(what, measured, beside, aim));
    // Whoever waits for the table sees it grow.
    System.err.println("  " + what + ": " + measured + (beside.isEmpty() ? "" : "; " + beside));
  }

  String markdown() {
    StringBuilder table =
        new StringBuilder("| what | measured | beside it | aim |\n|---|---|---|---|\n");
    for (Line line : lines) {
      table.append(
          "| %s | %s | %s | %s |\n"
              .formatted(line.what(), line.measured(), line.beside(), line.aim()));
    }
    return table.toString();
  }

  /// A number as read in a table: `12,345` or `0.47`.
  static String number(double value) {
    return String.format(
        Locale.ROOT, value >= 100 ? "%,.0f" : value >= 10 ? "%.1f" : "%.2f", value);
  }

  static String milliseconds(double p50, double p95, double p99) {
    return "p50 %s ms, p95 %s ms, p99 %s ms".formatted(number(p50), number(p95), number(p99));
  }
}
