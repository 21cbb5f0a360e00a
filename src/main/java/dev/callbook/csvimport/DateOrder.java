package dev.callbook.csvimport;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// In which order a file writes the parts of a date: `3/4/2026` is in April or in March.
public enum DateOrder {
  DAY_FIRST,
  MONTH_FIRST,
  YEAR_FIRST;

  private static final Pattern FORM =
      Pattern.compile(
          "(\\d{1,4})([./-])(\\d{1,2})\\2(\\d{1,4})(?:[T ,]+(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:\\.\\d{1,9})?)?(?: ?([AaPp])\\.?[Mm]\\.?)?)?");

  private static final int PIVOT = 70;

  /// Reads a date, with a time of day or without.
  ///
  /// @param order null where the cell alone must tell: a year or a dot first does
  /// @return midnight where no time is written; empty if it is no date, or could be two
  static Optional<LocalDateTime> read(String cell, @Nullable DateOrder order) {
    Matcher parts = FORM.matcher(cell.strip());
    if (!parts.matches()) {
      return Optional.empty();
    }
    boolean yearLeads = parts.group(1).length() > 2;
    DateOrder meant = yearLeads ? YEAR_FIRST : order;
    if (meant == null || (meant == YEAR_FIRST && !yearLeads && order == null)) {
      meant = parts.group(2).equals(".") ? DAY_FIRST : null;
    }
    return meant == null ? Optional.empty() : read(parts, meant);
  }

  private static Optional<LocalDateTime> read(Matcher parts, DateOrder order) {
    int first = Integer.parseInt(parts.group(1));
    int second = Integer.parseInt(parts.group(3));
    String third = parts.group(4);
    try {
      LocalDate date =
          switch (order) {
            case DAY_FIRST -> LocalDate.of(year(third), second, first);
            case MONTH_FIRST -> LocalDate.of(year(third), first, second);
            case YEAR_FIRST -> LocalDate.of(year(parts.group(1)), second, Integer.parseInt(third));
          };
      return Optional.of(date.atTime(hour(parts), number(parts, 6), number(parts, 7)));
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }

  /// As a clock of 24 hours has it: `12:30 AM` is half an hour after midnight.
  private static int hour(Matcher parts) {
    int hour = number(parts, 5);
    if (parts.group(8) == null) {
      return hour;
    }
    if (hour < 1 || hour > 12) {
      throw new DateTimeException("no hour of a clock of 12");
    }
    return hour % 12 + (parts.group(8).equalsIgnoreCase("p") ? 12 : 0);
  }

  /// Two digits are of this century or the one before.
  private static int year(String digits) {
    int year = Integer.parseInt(digits);
    return digits.length() > 2 ? year : year < PIVOT ? 2000 + year : 1900 + year;
  }

  private static int number(Matcher parts, int group) {
    return parts.group(group) == null ? 0 : Integer.parseInt(parts.group(group));
  }

  /// The order in which cells are written: the only one in which all of them are dates.
  ///
  /// @return empty where they are none, or could be several
  static Optional<DateOrder> guess(Collection<String> cells) {
    DateOrder found = null;
    for (DateOrder order : values()) {
      boolean fits =
          !cells.isEmpty() && cells.stream().allMatch(cell -> read(cell, order).isPresent());
      if (fits && found != null) {
        return Optional.empty();
      }
      found = fits ? order : found;
    }
    return Optional.ofNullable(found);
  }
}
