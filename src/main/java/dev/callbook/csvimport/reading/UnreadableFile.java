package dev.callbook.csvimport.reading;

import java.util.OptionalLong;

/// The file as a whole cannot be read as CSV. The message is one or two sentences for the person
/// who brought it: what is wrong, and what to do. It holds line numbers and sizes, never anything
/// out of the file.
public final class UnreadableFile extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final long line;

  UnreadableFile(String message) {
    super(message);
    this.line = 0;
  }

  /// Refuses the file because of one place in it.
  ///
  /// @param line counted from 1, as a text editor counts them
  /// @param message without the line number, which is put in front
  UnreadableFile(long line, String message) {
    super("Line " + line + ": " + message);
    this.line = line;
  }

  /// The line at which reading stopped, if it was one place that is wrong.
  public OptionalLong line() {
    return line == 0 ? OptionalLong.empty() : OptionalLong.of(line);
  }
}
