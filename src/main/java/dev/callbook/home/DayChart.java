package dev.callbook.home;

import dev.callbook.interaction.CallFigures.Day;
import java.text.NumberFormat;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Calls by day as stacked columns, ready to be drawn as SVG: places and sizes in a box of 640 by
/// 200. What was recognized stands at the foot of each column; each part has a pattern of its own,
/// so that the picture is read without its colours.
///
/// @param title what a reader who does not see the picture is told
/// @param lines horizontal ones, with what they stand for
/// @param days also the table beside the picture
public record DayChart(String title, List<Line> lines, List<Column> days) {
  static final int LEFT = 40;
  static final int RIGHT = 640;
  static final int TOP = 22;
  static final int BOTTOM = 172;
  private static final double GAP = 1;
  private static final double WIDTH_SHARE = 0.5;

  /// A horizontal line. @param label how many calls it stands for
  public record Line(String y, String labelY, String label) {}

  /// One day.
  ///
  /// @param share such as `93.8 %`; empty where nobody called with a number
  public record Column(
      String label,
      String x,
      String width,
      String middle,
      String shareY,
      String share,
      List<Part> parts,
      String matched,
      String several,
      String unknown,
      String withheld) {}

  /// A part of a column. @param style `m` matched, `p` several, `u` unknown, `w` withheld
  public record Part(String style, String y, String height) {}

  /// Words the chart is made with. @param title takes the days, each with its share
  record Speech(Locale locale, String title, String today) {}

  static DayChart of(List<Day> days, Speech speech) {
    long most = days.stream().mapToLong(Day::all).max().orElse(0);
    long top = roundUp(most);
    double unit = (double) (BOTTOM - TOP) / top;
    List<Line> lines = new ArrayList<>();
    for (long value : top == 1 ? new long[] {1, 0} : new long[] {top, top / 2, 0}) {
      double y = BOTTOM - value * unit;
      lines.add(new Line(number(y), number(y + 4), grouped(value, speech)));
    }
    List<Column> columns = new ArrayList<>();
    double step = (double) (RIGHT - LEFT) / Math.max(1, days.size());
    for (int i = 0; i < days.size(); i++) {
      boolean isToday = i == days.size() - 1;
      columns.add(column(days.get(i), LEFT + step * i, step, unit, isToday, speech));
    }
    return new DayChart(title(columns, speech), lines, columns);
  }

  /// The least of 1, 2, 4, 6, 10, 20, 40, 60, 100 and so on that is not less.
  static long roundUp(long value) {
    for (long power = 1; ; power *= 10) {
      for (long factor : new long[] {1, 2, 4, 6}) {
        if (factor * power >= value) {
          return factor * power;
        }
      }
    }
  }

  private static Column column(
      Day day, double left, double step, double unit, boolean isToday, Speech speech) {
    List<Part> parts = new ArrayList<>();
    double foot = BOTTOM;
    foot = add(parts, "m", day.matched() * unit, foot);
    foot = add(parts, "p", day.several() * unit, foot);
    foot = add(parts, "u", day.unknown() * unit, foot);
    foot = add(parts, "w", day.withheld() * unit, foot);
    String label =
        isToday
            ? speech.today()
            : DateTimeFormatter.ofPattern("EEE d", speech.locale()).format(day.day());
    return new Column(
        label,
        number(left + step * (1 - WIDTH_SHARE) / 2),
        number(step * WIDTH_SHARE),
        number(left + step / 2),
        number(foot - 8),
        day.recognized().map(share -> percent(share, speech.locale())).orElse(""),
        parts,
        grouped(day.matched(), speech),
        grouped(day.several(), speech),
        grouped(day.unknown(), speech),
        grouped(day.withheld(), speech));
  }

  private static double add(List<Part> parts, String style, double height, double foot) {
    if (height <= 0) {
      return foot;
    }
    double gap = parts.isEmpty() || height <= GAP ? 0 : GAP;
    parts.add(new Part(style, number(foot - height), number(height - gap)));
    return foot - height;
  }

  static String percent(double share, Locale locale) {
    NumberFormat format = NumberFormat.getPercentInstance(locale);
    format.setMinimumFractionDigits(1);
    format.setMaximumFractionDigits(1);
    return format.format(share);
  }

  private static String grouped(long value, Speech speech) {
    return NumberFormat.getIntegerInstance(speech.locale()).format(value);
  }

  private static String title(List<Column> columns, Speech speech) {
    List<String> said = new ArrayList<>();
    for (Column column : columns) {
      said.add(column.label() + " " + (column.share().isEmpty() ? "–" : column.share()));
    }
    return speech.title() + ": " + String.join(", ", said);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
