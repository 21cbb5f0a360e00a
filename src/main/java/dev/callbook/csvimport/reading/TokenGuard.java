package dev.callbook.csvimport.reading;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Lets no XML through in which one text or tag is larger than any cell: parsers keep them in
/// memory whole. Also counts, and holds unpacking to what is honest.
final class TokenGuard extends FilterInputStream {
  /// A cell of 65,536 characters, each written as a reference of a dozen bytes.
  private static final int LONGEST_TOKEN = 1 << 20;

  private static final byte[] CDATA_BEGINS = {'<', '!', '[', 'C', 'D', 'A', 'T', 'A', '['};
  private static final byte[] CDATA_ENDS = {']', ']', '>'};

  private final Expansion expansion = new Expansion();
  private final long packedBytes;
  private int sinceTag;
  private boolean inCdata;
  private int found;

  /// @param packedBytes how many bytes of the archive all of it takes
  TokenGuard(InputStream in, long packedBytes) {
    super(in);
    this.packedBytes = packedBytes;
  }

  /// How many bytes went through.
  long bytes() {
    return expansion.unpacked();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int taken = in.read(target, offset, length);
    if (taken > 0) {
      expansion.add(taken, packedBytes);
      for (int i = offset; i < offset + taken; i++) {
        follow(target[i]);
      }
    }
    return taken;
  }

  private void follow(byte b) {
    byte[] sought = inCdata ? CDATA_ENDS : CDATA_BEGINS;
    found = b == sought[found] ? found + 1 : b == sought[0] ? 1 : 0;
    if (found == sought.length) {
      inCdata = !inCdata;
      found = 0;
    }
    sinceTag = b == '<' && !inCdata ? 0 : sinceTag + 1;
    if (sinceTag > LONGEST_TOKEN) {
      throw new UnreadableFile(Trouble.WORKBOOK_BROKEN);
    }
  }
}
