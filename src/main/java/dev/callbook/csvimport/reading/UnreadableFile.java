package dev.callbook.csvimport.reading;

import dev.callbook.wire.Problem;
import java.util.Locale;
import java.util.OptionalLong;

/// The file as a whole cannot be read. The message is one or two sentences for the person who
/// brought it: what is wrong, and what to do. It holds line numbers and sizes, never anything out
/// of the file.
public final class UnreadableFile extends RuntimeException implements Problem.Sayable {
  private static final long serialVersionUID = 1;

  private final transient Reason reason;
  private final long line;
  private final boolean isEncoding;

  private UnreadableFile(Reason reason, long line, boolean isEncoding) {
    super(inWords(reason, line, Locale.ENGLISH));
    this.reason = reason;
    this.line = line;
    this.isEncoding = isEncoding;
  }

  public UnreadableFile(Trouble trouble, Object... details) {
    this(Reason.of(trouble, details), 0, false);
  }

  /// Refuses the file because of one place in it.
  ///
  /// @param line counted from 1, as a text editor counts them
  static UnreadableFile at(long line, Trouble trouble, Object... details) {
    return new UnreadableFile(Reason.of(trouble, details), line, false);
  }

  /// Refuses the file because its bytes are not text in any encoding that is understood.
  static UnreadableFile encoding(Trouble trouble) {
    return new UnreadableFile(Reason.of(trouble), 0, true);
  }

  /// As [#encoding(Trouble)], because of one place in it.
  static UnreadableFile encoding(long line, Trouble trouble, Object... details) {
    return new UnreadableFile(Reason.of(trouble, details), line, true);
  }

  private static String inWords(Reason reason, long line, Locale language) {
    String words = reason.in(language);
    return line == 0 ? words : Reason.of(Trouble.LINE, line, words).in(language);
  }

  public Reason reason() {
    return reason;
  }

  /// The message in a language.
  @Override
  public String in(Locale language) {
    return inWords(reason, line, language);
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
