package dev.callbook.csvimport.reading;

import java.util.OptionalLong;

/// The file as a whole cannot be read as CSV. The message is one or two sentences for the person
/// who brought it: what is wrong, and what to do. It holds line numbers and sizes, never anything
/// out of the file.
public final class UnreadableFile extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final long line;
  private final boolean isEncoding;

  UnreadableFile(String message) {
    this(message, 0, false);
  }

  private UnreadableFile(String message, long line, boolean isEncoding) {
    super(message);
    this.line = line;
    this.isEncoding = isEncoding;
  }

  /// Refuses the file because its bytes are not text in any encoding that is understood.
  static UnreadableFile encoding(String message) {
    return new UnreadableFile(message, 0, true);
  }

  /// As [#encoding(String)], because of one place in it.
  static UnreadableFile encoding(long line, String message) {
    return new UnreadableFile("Line " + line + ": " + message, line, true);
  }

  /// Refuses the file because of one place in it.
  ///
  /// @param line counted from 1, as a text editor counts them
  /// @param message without the line number, which is put in front
  UnreadableFile(long line, String message) {
    this("Line " + line + ": " + message, line, false);
  }

  /// The line at which reading stopped, if it was one place that is wrong.
  public OptionalLong line() {
    return line == 0 ? OptionalLong.empty() : OptionalLong.of(line);
  }

  /// Whether it is the encoding that is wrong.
  public boolean isEncoding() {
    return isEncoding;
  }
}
