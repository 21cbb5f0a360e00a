package dev.callbook.csvimport;

import org.jspecify.annotations.Nullable;

/// Why a row is not applied. A row may have several.
///
/// @param row counted from 0, the header left out
/// @param line of the file, counted from 1
/// @param column its name in the file; null if it is the row as a whole
/// @param rule a stable code, as in the API's errors; `ambiguous` where a row could mean several
///   contacts
/// @param reason one sentence
public record Rejection(long row, long line, @Nullable String column, String rule, String reason) {
  static final String AMBIGUOUS = "ambiguous";
}
