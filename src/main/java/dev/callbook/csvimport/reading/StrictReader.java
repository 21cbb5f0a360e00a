package dev.callbook.csvimport.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;

/// Decodes a stream without ever guessing: the first byte that is not in the encoding ends it, with
/// its line.
final class StrictReader extends Reader {
  private static final int BUFFER_BYTES = 1 << 16;

  private final InputStream in;
  private final CharsetDecoder decoder;
  private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER_BYTES).flip();
  private long bytesTaken;
  private long lineBreaks;
  private boolean lastWasReturn;
  private boolean atEnd;
  private int left = -1;

  StrictReader(InputStream in, Charset charset) {
    this.in = in;
    this.decoder = TextEncoding.strict(charset);
  }

  /// How many bytes were taken from the stream and are decoded.
  long bytesRead() {
    return bytesTaken - bytes.remaining();
  }

  /// How many lines have ended so far; `\r\n`, `\n` and `\r` each end one.
  long lineBreaks() {
    return lineBreaks;
  }

  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (left >= 0) {
      target[offset] = (char) left;
      left = -1;
      return 1;
    }
    return length > 1 ? decode(target, offset, length) : readOne(target, offset);
  }

  /// A character outside the basic plane needs room for two; the second waits for the next call.
  private int readOne(char[] target, int offset) throws IOException {
    char[] two = new char[2];
    int decoded = decode(two, 0, 2);
    target[offset] = two[0];
    left = decoded == 2 ? two[1] : -1;
    return Math.min(decoded, 1);
  }

  private int decode(char[] target, int offset, int length) throws IOException {
    CharBuffer chars = CharBuffer.wrap(target, offset, length);
    while (true) {
      CoderResult result = decoder.decode(bytes, chars, atEnd);
      int decoded = chars.position() - offset;
      countLines(target, offset, decoded);
      if (result.isError()) {
        throw UnreadableFile.encoding(
            lineBreaks + 1, Trouble.BROKEN_CHARACTER, decoder.charset().displayName());
      }
      if (decoded > 0) {
        return decoded;
      }
      if (atEnd) {
        return -1;
      }
      fill();
    }
  }

  private void fill() throws IOException {
    bytes.compact();
    int taken = in.read(bytes.array(), bytes.position(), bytes.remaining());
    if (taken > 0) {
      bytes.position(bytes.position() + taken);
      bytesTaken += taken;
    }
    atEnd = taken < 0;
    bytes.flip();
  }

  private void countLines(char[] text, int offset, int length) {
    for (int i = offset; i < offset + length; i++) {
      char c = text[i];
      if (c > '\r') {
        lastWasReturn = false;
      } else if (c == '\r' || c == '\n') {
        lineBreaks += c == '\n' && lastWasReturn ? 0 : 1;
        lastWasReturn = c == '\r';
      } else {
        lastWasReturn = false;
      }
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
