package dev.callbook.csvimport.reading;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// How bytes become text, decided on the first part of a file.
///
/// @param markLength bytes of the byte order mark at the beginning, which are not text
record TextEncoding(Charset charset, int markLength) {
  static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  /// A text of two-byte units has many zeros, and nearly all of them on one side: those of its
  /// commas, digits and line ends.
  private static final int ZEROS_OF_UTF_16 = 50;

  private static final int ZEROS_OF_BINARY = 50;

  /// The encoding that somebody chose, with its mark if the file has one.
  static TextEncoding of(Charset charset, byte[] prefix) {
    TextEncoding marked = marked(prefix);
    return marked.charset().equals(charset) ? marked : new TextEncoding(charset, 0);
  }

  /// Finds the encoding.
  ///
  /// @param prefix the first bytes; more than a line, if the file has more
  /// @param whole whether `prefix` is all of the file
  /// @throws UnreadableFile if it is in none that can be told for certain
  static TextEncoding detect(byte[] prefix, boolean whole) {
    TextEncoding marked = marked(prefix);
    return marked.markLength() > 0 ? marked : new TextEncoding(withoutMark(prefix, whole), 0);
  }

  private static TextEncoding marked(byte[] prefix) {
    if (startsWith(prefix, 0xEF, 0xBB, 0xBF)) {
      return new TextEncoding(StandardCharsets.UTF_8, 3);
    }
    if (startsWith(prefix, 0xFF, 0xFE)) {
      return new TextEncoding(StandardCharsets.UTF_16LE, 2);
    }
    if (startsWith(prefix, 0xFE, 0xFF)) {
      return new TextEncoding(StandardCharsets.UTF_16BE, 2);
    }
    return new TextEncoding(StandardCharsets.UTF_8, 0);
  }

  private static Charset withoutMark(byte[] prefix, boolean whole) {
    Optional<Charset> wide = twoByte(prefix, whole);
    if (wide.isPresent()) {
      return wide.get();
    }
    refuseBinary(prefix);
    if (decode(prefix, StandardCharsets.UTF_8, whole).isPresent() || isMostlyUtf8(prefix)) {
      return StandardCharsets.UTF_8;
    }
    if (decode(prefix, WINDOWS_1252, whole).filter(WesternText::isPlausible).isEmpty()) {
      throw UnreadableFile.encoding(Trouble.UNKNOWN_ENCODING);
    }
    return WINDOWS_1252;
  }

  /// A few broken characters do not make UTF-8 something else: read as Windows-1252, all others
  /// would be garbage. The broken ones are refused where they stand.
  private static boolean isMostlyUtf8(byte[] prefix) {
    String text = new String(prefix, StandardCharsets.UTF_8);
    long broken = text.chars().filter(c -> c == '\uFFFD').count();
    long whole = text.chars().filter(c -> c >= 128).count() - broken;
    return whole > 0 && broken <= whole;
  }

  private static Optional<Charset> twoByte(byte[] prefix, boolean whole) {
    int[] zeros = new int[2];
    for (int i = 0; i < prefix.length; i++) {
      if (prefix[i] == 0) {
        zeros[i & 1]++;
      }
    }
    int most = Math.max(zeros[0], zeros[1]);
    boolean oneSided = Math.min(zeros[0], zeros[1]) * 10 <= most;
    if (most < 2 || most < prefix.length / ZEROS_OF_UTF_16 || !oneSided) {
      return Optional.empty();
    }
    Charset wide = zeros[1] > zeros[0] ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
    // A text with a few stray zeros decodes too, but into characters among which no line ends.
    boolean mostlyAscii = most * 4 >= prefix.length;
    return decode(prefix, wide, whole)
        .filter(text -> mostlyAscii || text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0)
        .filter(text -> text.indexOf('\0') < 0)
        .map(text -> wide);
  }

  private static void refuseBinary(byte[] prefix) {
    int zeros = 0;
    for (byte b : prefix) {
      zeros += b == 0 ? 1 : 0;
    }
    if (zeros > prefix.length / ZEROS_OF_BINARY && zeros > 2) {
      throw UnreadableFile.encoding(Trouble.BINARY);
    }
  }

  /// The text of the first bytes without the mark.
  ///
  /// @throws UnreadableFile if a byte among them is not in this encoding, with its line
  String text(byte[] prefix, boolean whole) {
    CharBuffer text = CharBuffer.allocate(prefix.length);
    ByteBuffer bytes = ByteBuffer.wrap(prefix, markLength, prefix.length - markLength);
    boolean broken = strict(charset).decode(bytes, text, whole).isError();
    String decoded = text.flip().toString();
    if (broken) {
      throw UnreadableFile.encoding(
          decoded.lines().count() + (endsLine(decoded) ? 1 : 0),
          Trouble.BROKEN_CHARACTER,
          charset.displayName());
    }
    return decoded;
  }

  private static boolean endsLine(String text) {
    return text.isEmpty() || text.endsWith("\n") || text.endsWith("\r");
  }

  private static Optional<String> decode(byte[] bytes, Charset charset, boolean whole) {
    CharBuffer text = CharBuffer.allocate(bytes.length);
    CoderResult result = strict(charset).decode(ByteBuffer.wrap(bytes), text, whole);
    return result.isError() ? Optional.empty() : Optional.of(text.flip().toString());
  }

  /// A decoder that reports what it cannot decode.
  static CharsetDecoder strict(Charset charset) {
    return charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  private static boolean startsWith(byte[] bytes, int... start) {
    if (bytes.length < start.length) {
      return false;
    }
    for (int i = 0; i < start.length; i++) {
      if ((bytes[i] & 0xFF) != start[i]) {
        return false;
      }
    }
    return true;
  }
}
