package dev.callbook.csvimport.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How a file separates and quotes its cells, judged from its first lines.
///
/// @param hint whether the first line is Excel's `sep=;`, which is no row
/// @param spaced whether blanks stand between delimiters and quotes: `1, "a, b"`
record Dialect(char delimiter, char quote, boolean hint, boolean spaced) {
  /// In order of preference where a file is split equally well by several.
  private static final char[] DELIMITERS = {',', ';', '\t', '|'};

  private static final int MOST_ROWS = 200;
  private static final Pattern HINT =
      Pattern.compile("\"?sep=([,;\t|])\"?(?:\r\n|\r|\n|$)", Pattern.CASE_INSENSITIVE);
  private static final Pattern SINGLE_QUOTED =
      Pattern.compile("(?:^|[,;\t|])'[^'\r\n]*'(?=[,;\t|\r\n]|$)", Pattern.MULTILINE);
  private static final Pattern DOUBLE_QUOTED =
      Pattern.compile("(?:^|[,;\t|]) *\"", Pattern.MULTILINE);

  /// Judges the dialect.
  ///
  /// @param sample the first lines; the last may be cut
  static Dialect detect(String sample) {
    Matcher hint = HINT.matcher(sample);
    char quote = quote(sample);
    if (hint.lookingAt()) {
      char delimiter = hint.group(1).charAt(0);
      return new Dialect(delimiter, quote, true, isSpaced(sample, delimiter, quote));
    }
    char best = DELIMITERS[0];
    double bestScore = 0;
    for (char delimiter : DELIMITERS) {
      double score = score(rowLengths(sample, delimiter, quote));
      if (score > bestScore) {
        best = delimiter;
        bestScore = score;
      }
    }
    return new Dialect(best, quote, false, isSpaced(sample, best, quote));
  }

  private static char quote(String sample) {
    long singles = SINGLE_QUOTED.matcher(sample).results().limit(3).count();
    return singles > 1 && !DOUBLE_QUOTED.matcher(sample).find() ? '\'' : '"';
  }

  private static boolean isSpaced(String sample, char delimiter, char quote) {
    return sample.contains(delimiter + " " + quote);
  }

  /// Rows as long as the header count most; of two delimiters that split all rows alike, the one
  /// that finds more columns is the better.
  private static double score(List<Integer> rowLengths) {
    int columns = rowLengths.isEmpty() ? 1 : rowLengths.getFirst();
    if (columns == 1) {
      return 0;
    }
    long alike = rowLengths.stream().filter(length -> length == columns).count();
    return (double) alike / rowLengths.size() + Math.min(columns, 1_000) / 10_000.0;
  }

  /// How many cells each row has, blank lines left out.
  private static List<Integer> rowLengths(String sample, char delimiter, char quote) {
    List<Integer> lengths = new ArrayList<>();
    int cells = 1;
    boolean quoted = false;
    boolean mayOpen = true;
    int rowStart = 0;
    for (int i = 0; i < sample.length() && lengths.size() < MOST_ROWS; i++) {
      char c = sample.charAt(i);
      if (c == quote && (quoted || mayOpen)) {
        quoted = !quoted;
        // A quote right after a closing one was a doubled quote: the cell goes on.
        mayOpen = true;
      } else if (c == delimiter && !quoted) {
        cells++;
        mayOpen = true;
      } else if ((c == '\n' || c == '\r') && !quoted) {
        if (i > rowStart) {
          lengths.add(cells);
        }
        cells = 1;
        rowStart = i + 1;
        mayOpen = true;
      } else {
        mayOpen = c == ' ' && mayOpen;
      }
    }
    return lengths.isEmpty() ? List.of(cells) : lengths;
  }
}
