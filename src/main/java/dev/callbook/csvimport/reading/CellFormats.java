package dev.callbook.csvimport.reading;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How a workbook's cells show their numbers, as far as it changes what they mean. Source: ECMA-376
/// part 1, 18.8.30 and 18.8.31.
final class CellFormats {
  /// What a number with such a format is.
  sealed interface Format {
    /// A number as it stands.
    record Plain() implements Format {}

    /// Days since the workbook's first.
    record Date() implements Format {}

    /// A number shown with a plus before it, or filled up with zeros: a telephone number, a postal
    /// code.
    record Digits(boolean plus, int atLeast) implements Format {}
  }

  private static final Format PLAIN = new Format.Plain();
  private static final Format DATE = new Format.Date();
  private static final int MOST_FORMATS = 100_000;

  /// Quoted and escaped characters, colours, conditions and languages are no part of a date's
  /// pattern; what counts hours beyond a day is.
  private static final Pattern NO_PATTERN =
      Pattern.compile(
          "\"[^\"]*\"|\\\\.|_.|\\*.|\\[(?!h+]|m+]|s+])[^]]*]", Pattern.CASE_INSENSITIVE);

  private static final Pattern DATE_PATTERN =
      Pattern.compile(".*[ymdhs].*", Pattern.CASE_INSENSITIVE);
  private static final Pattern DIGITS = Pattern.compile("(\\\\?\\+|\"\\+\")?(#*)(0*)");

  private final List<Format> formats = new ArrayList<>();

  /// The cells of workbooks without styles.
  CellFormats() {}

  static CellFormats read(XmlPart styles) throws IOException {
    CellFormats read = new CellFormats();
    Map<Integer, Format> own = new HashMap<>();
    boolean ofCells = false;
    for (String element = styles.nextElement(); element != null; element = styles.nextElement()) {
      switch (element) {
        case "numFmt" -> {
          int id = Numbers.whole(styles.attribute("numFmtId"));
          String code = styles.attribute("formatCode");
          if (id >= 0 && code != null && own.size() < MOST_FORMATS) {
            own.put(id, ofCode(code));
          }
        }
        case "cellXfs" -> ofCells = true;
        case "cellStyles", "dxfs" -> ofCells = false;
        case "xf" -> {
          if (ofCells && read.formats.size() < MOST_FORMATS) {
            int id = Numbers.whole(styles.attribute("numFmtId"));
            Format known = own.get(id);
            read.formats.add(known == null ? builtIn(id) : known);
          }
        }
        default -> {}
      }
    }
    return read;
  }

  /// @param style the number of a cell's style; null where it has none
  Format of(@Nullable String style) {
    int number = style == null ? -1 : Numbers.whole(style);
    return number >= 0 && number < formats.size() ? formats.get(number) : PLAIN;
  }

  private static Format builtIn(int id) {
    boolean isDate =
        (id >= 14 && id <= 22)
            || (id >= 27 && id <= 36)
            || (id >= 45 && id <= 47)
            || (id >= 50 && id <= 58);
    return isDate ? DATE : PLAIN;
  }

  static Format ofCode(String code) {
    String first = code.length() > 255 ? "" : code.split(";", -1)[0];
    var digits = DIGITS.matcher(first);
    if (digits.matches()) {
      int zeros = digits.group(3).length();
      return digits.group(1) == null && zeros < 2
          ? PLAIN
          : new Format.Digits(digits.group(1) != null, zeros);
    }
    String pattern = NO_PATTERN.matcher(first).replaceAll("");
    return DATE_PATTERN.matcher(pattern).matches() && !pattern.equalsIgnoreCase("general")
        ? DATE
        : PLAIN;
  }
}
