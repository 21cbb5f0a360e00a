package dev.callbook.csvimport;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A file that was announced and is sent by itself.
///
/// @param bytes as announced
/// @param check null until the file is here
public record CsvUpload(UUID id, String fileName, long bytes, @Nullable Check check) {
  /// What was found in the file.
  ///
  /// @param splits whether it has several columns
  /// @param isText whether its encoding is understood
  /// @param problems the first of them, in the order of the file
  public record Check(boolean splits, boolean isText, List<Problem> problems) {}

  /// One thing that is wrong. @param line counted from 1
  public record Problem(long line, String message) {}

  /// The beginning of the file.
  public record Preview(List<String> header, List<List<String>> rows) {}
}
