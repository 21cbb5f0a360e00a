package dev.callbook.csvimport.reading;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Unpacks gzip, all members one after the other, and never more of it than is honest. Source: RFC
/// 1952.
///
/// Not the library's: those take an archive that is cut off between members for whole, or keep the
/// file name of its header in memory however long it is.
final class GunzipStream extends InputStream {
  private static final int BUFFER_BYTES = 1 << 16;
  private static final int FIXED_HEADER = 10;
  private static final int DEFLATE = 8;
  private static final int HEADER_CHECKSUM = 2;
  private static final int EXTRA = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;
  private static final int RESERVED = 0xE0;

  private final InputStream in;
  private final byte[] packed = new byte[BUFFER_BYTES];
  private final Inflater inflater = new Inflater(true);
  private final CRC32 checksum = new CRC32();
  private final Expansion expansion = new Expansion();
  private long packedBytes;
  private int position;
  private int limit;
  private boolean inMember;
  private boolean ended;

  GunzipStream(InputStream in) {
    this.in = in;
  }

  /// How many bytes of the archive are taken.
  long packedBytesRead() {
    return packedBytes - (limit - position);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (!ended) {
      if (!inMember) {
        beginMember();
      } else if (inflater.finished()) {
        endMember();
      } else {
        int unpacked = inflate(target, offset, length);
        if (unpacked > 0) {
          checksum.update(target, offset, unpacked);
          expansion.add(unpacked, packedBytes);
          return unpacked;
        }
      }
    }
    return -1;
  }

  private int inflate(byte[] target, int offset, int length) throws IOException {
    if (inflater.needsInput()) {
      require(fill());
      inflater.setInput(packed, position, limit - position);
    }
    try {
      int unpacked = inflater.inflate(target, offset, length);
      position = limit - inflater.getRemaining();
      if (unpacked == 0 && inflater.needsDictionary()) {
        throw new UnreadableFile(Trouble.GZIP_BROKEN);
      }
      return unpacked;
    } catch (DataFormatException broken) {
      throw new UnreadableFile(Trouble.GZIP_BROKEN);
    }
  }

  private void beginMember() throws IOException {
    if (position == limit && !fill()) {
      ended = true;
      return;
    }
    byte[] header = new byte[FIXED_HEADER];
    for (int i = 0; i < FIXED_HEADER; i++) {
      header[i] = (byte) next();
    }
    int flags = header[3];
    if (header[0] != 0x1F
        || (header[1] & 0xFF) != 0x8B
        || header[2] != DEFLATE
        || (flags & RESERVED) != 0) {
      throw new UnreadableFile(Trouble.GZIP_BROKEN);
    }
    if ((flags & EXTRA) != 0) {
      skip(next() | next() << 8);
    }
    if ((flags & NAME) != 0) {
      skipText();
    }
    if ((flags & COMMENT) != 0) {
      skipText();
    }
    if ((flags & HEADER_CHECKSUM) != 0) {
      skip(2);
    }
    inflater.reset();
    inflater.setInput(packed, position, limit - position);
    checksum.reset();
    inMember = true;
  }

  private void endMember() throws IOException {
    position = limit - inflater.getRemaining();
    boolean isWhole = nextInt() == checksum.getValue();
    isWhole &= nextInt() == (inflater.getBytesWritten() & 0xFFFFFFFFL);
    if (!isWhole) {
      throw new UnreadableFile(Trouble.GZIP_BROKEN);
    }
    inMember = false;
    skipPadding();
  }

  /// Tapes and some tools fill the last block up with zeros.
  private void skipPadding() throws IOException {
    while (position < limit || fill()) {
      if (packed[position] != 0) {
        return;
      }
      position++;
    }
  }

  private void skip(int bytes) throws IOException {
    for (int i = 0; i < bytes; i++) {
      next();
    }
  }

  private void skipText() throws IOException {
    while (next() != 0) {
      // Nobody needs it.
    }
  }

  private long nextInt() throws IOException {
    return next() | next() << 8 | next() << 16 | (long) next() << 24;
  }

  private int next() throws IOException {
    if (position == limit) {
      require(fill());
    }
    return packed[position++] & 0xFF;
  }

  private static void require(boolean hasMore) {
    if (!hasMore) {
      throw new UnreadableFile(Trouble.GZIP_CUT_OFF);
    }
  }

  private boolean fill() throws IOException {
    position = 0;
    limit = Math.max(0, in.read(packed, 0, BUFFER_BYTES));
    packedBytes += limit;
    return limit > 0;
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    in.close();
  }
}
