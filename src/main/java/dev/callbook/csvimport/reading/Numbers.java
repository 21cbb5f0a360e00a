package dev.callbook.csvimport.reading;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A workbook's numbers as text, as a person would write them.
final class Numbers {
  /// What a workbook keeps of a number. Source: Excel specifications and limits.
  private static final int DIGITS = 15;

  private static final int LONGEST = 40;

  /// The last day of the year 9999.
  private static final double LAST_DAY = 2_958_466;

  /// Excel takes 1900 for a leap year, so that its days are one off until March.
  private static final int FALSE_LEAP_DAY = 60;

  private static final LocalDate FIRST_1900 = LocalDate.of(1899, 12, 30);
  private static final LocalDate FIRST_1904 = LocalDate.of(1904, 1, 1);
  private static final long SECONDS_A_DAY = 86_400;

  private Numbers() {}

  /// A small number such as an index; -1 where it is none.
  static int whole(@Nullable String text) {
    if (text == null || text.isEmpty() || text.length() > 9) {
      return -1;
    }
    int number = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      number = 10 * number + c - '0';
    }
    return number;
  }

  /// @return empty if it is no number
  static Optional<BigDecimal> read(String stored) {
    try {
      return stored.length() > LONGEST
          ? Optional.empty()
          : Optional.of(new BigDecimal(stored.strip())).filter(n -> Math.abs(n.scale()) < 400);
    } catch (NumberFormatException none) {
      return Optional.empty();
    }
  }

  /// Whether it has more digits before the point than a workbook keeps.
  static boolean hasLostDigits(BigDecimal number) {
    return number.precision() - number.scale() > DIGITS;
  }

  /// All digits, without those that come from storing it in binary: `0.1`, not
  /// `0.10000000000000001`.
  static String plain(BigDecimal number) {
    BigDecimal rounded =
        number.round(new MathContext(DIGITS, RoundingMode.HALF_EVEN)).stripTrailingZeros();
    return rounded.signum() == 0 ? "0" : rounded.toPlainString();
  }

  /// With a plus before it or zeros, as its format shows it.
  static String digits(BigDecimal number, CellFormats.Format.Digits format) {
    String plain = plain(number);
    boolean isWhole = plain.chars().allMatch(c -> c >= '0' && c <= '9');
    return isWhole
        ? (format.plus() ? "+" : "")
            + "0".repeat(Math.max(0, format.atLeast() - plain.length()))
            + plain
        : plain;
  }

  /// `2026-11-23`, `2026-11-23T14:30:00`, or `14:30:00` for a time without a day.
  ///
  /// @param is1904 whether the workbook counts from 1904, as old Macs do
  /// @return empty if the calendar has no such day
  static Optional<String> date(BigDecimal number, boolean is1904) {
    double days = number.doubleValue();
    if (!(days >= 0 && days < LAST_DAY)) {
      return Optional.empty();
    }
    long seconds = Math.round(days * SECONDS_A_DAY);
    long day = Math.floorDiv(seconds, SECONDS_A_DAY);
    LocalTime time = LocalTime.ofSecondOfDay(Math.floorMod(seconds, SECONDS_A_DAY));
    if (day == 0 && !is1904) {
      return Optional.of(inFull(time));
    }
    LocalDate date =
        is1904
            ? FIRST_1904.plusDays(day)
            : FIRST_1900.plusDays(day < FALSE_LEAP_DAY ? day + 1 : day);
    return Optional.of(
        time.equals(LocalTime.MIDNIGHT) ? date.toString() : inFull(LocalDateTime.of(date, time)));
  }

  private static String inFull(LocalTime time) {
    return time.truncatedTo(ChronoUnit.SECONDS) + (time.getSecond() == 0 ? ":00" : "");
  }

  private static String inFull(LocalDateTime at) {
    return at.toLocalDate() + "T" + inFull(at.toLocalTime());
  }
}
