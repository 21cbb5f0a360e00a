package dev.callbook.crm.salesforce;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/// CSV that ends behind its last quote. One that was cut within a cell would pass for a shorter
/// cell otherwise.
final class WholeQuotes extends FilterReader {
  private boolean isOpen;

  WholeQuotes(Reader text) {
    super(text);
  }

  @Override
  public int read() throws IOException {
    char[] one = new char[1];
    return read(one, 0, 1) < 0 ? -1 : one[0];
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    int count = in.read(buffer, offset, length);
    if (count < 0 && isOpen) {
      throw new IOException("CSV that ends within a cell");
    }
    for (int at = offset; at < offset + count; at++) {
      isOpen ^= buffer[at] == '"';
    }
    return count;
  }
}
