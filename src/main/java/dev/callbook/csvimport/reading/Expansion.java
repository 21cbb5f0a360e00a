package dev.callbook.csvimport.reading;

/// How far packed data may grow: a few kilobytes can be made to unpack to more than any machine
/// holds.
final class Expansion {
  /// What honest files of any size may reach; below it no ratio counts, since a short file of
  /// blanks packs well.
  private static final long FREE_BYTES = 16L << 20;

  /// Tables of text pack ten to twenty times, repetitive ones fifty; gzip's utmost is a thousand.
  private static final int MOST_TIMES = 200;

  private static final long MOST_BYTES = 16L << 30;

  private long unpacked;

  /// @param more bytes that were unpacked
  /// @param packed how many bytes all that was unpacked had
  /// @throws UnreadableFile if it is too much
  void add(long more, long packed) {
    unpacked += more;
    if (unpacked > FREE_BYTES && (unpacked > MOST_BYTES || unpacked / MOST_TIMES > packed)) {
      throw new UnreadableFile(Trouble.EXPANDS_TOO_FAR);
    }
  }

  long unpacked() {
    return unpacked;
  }
}
