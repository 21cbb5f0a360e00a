package dev.callbook.csvimport;

import dev.callbook.csvimport.reading.Reason;
import dev.callbook.wire.Problem;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Why a row is not applied. A row may have several.
///
/// @param row counted from 0, the header left out
/// @param line of the file, counted from 1
/// @param column its name in the file; null if it is the row as a whole
/// @param rule a stable code, as in the API's errors; `ambiguous` where a row could mean several
///   contacts
/// @param reason one sentence
/// @param coded the same for pages, as [ReasonCode] writes it; null where there is none
public record Rejection(
    long row,
    long line,
    @Nullable String column,
    String rule,
    String reason,
    @Nullable String coded) {
  static final String AMBIGUOUS = "ambiguous";

  Rejection(
      long row, long line, @Nullable String column, String rule, String reason, Problem problem) {
    this(row, line, column, rule, reason, ReasonCode.of(problem));
  }

  Rejection(long row, long line, @Nullable String column, String rule, Reason reason) {
    this(row, line, column, rule, reason.in(Locale.ENGLISH), ReasonCode.of(reason));
  }
}
