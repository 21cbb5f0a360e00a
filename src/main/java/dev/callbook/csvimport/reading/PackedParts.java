package dev.callbook.csvimport.reading;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/// The parts of a ZIP archive, found by its directory and unpacked as they are read.
final class PackedParts implements Closeable {
  private static final int END_BYTES = 22;
  private static final int LONGEST_COMMENT = 0xFFFF;
  private static final int END_SIGNATURE = 0x06054B50;
  private static final int DIRECTORY_AT = 16;
  private static final int BUFFER_BYTES = 1 << 16;

  /// A workbook has some dozen parts. The directory is kept in memory.
  private static final long LONGEST_DIRECTORY = 1L << 20;

  private final ZipFile zip;

  private PackedParts(ZipFile zip) {
    this.zip = zip;
  }

  /// @throws UnreadableFile if it is no whole archive, or one of more parts than any workbook has
  static PackedParts open(SeekableByteChannel file) throws IOException {
    long end = findEnd(file);
    if (end < 0) {
      throw new UnreadableFile(Trouble.WORKBOOK_CUT_OFF);
    }
    if (directoryBytes(file, end) > LONGEST_DIRECTORY) {
      throw new UnreadableFile(Trouble.WORKBOOK_BROKEN);
    }
    file.position(0);
    try {
      return new PackedParts(
          ZipFile.builder().setSeekableByteChannel(file).setIgnoreLocalFileHeader(true).get());
    } catch (IOException | IllegalArgumentException fault) {
      throw broken(fault);
    }
  }

  private static UnreadableFile broken(Exception fault) throws IOException {
    if (fault instanceof IOException io && !isBroken(io)) {
      throw io;
    }
    return new UnreadableFile(Trouble.WORKBOOK_BROKEN);
  }

  /// Whether it is the archive that is wrong rather than what it is read from.
  static boolean isBroken(IOException fault) {
    String origin = fault.getClass().getName();
    return fault instanceof ZipException
        || fault instanceof EOFException
        || origin.startsWith("org.apache.commons.compress.")
        || origin.startsWith("com.fasterxml.aalto.")
        || (fault.getClass().equals(IOException.class) && isBroken(fault.getCause()));
  }

  /// The library wraps what it finds.
  private static boolean isBroken(@Nullable Throwable cause) {
    return cause == null
        || cause instanceof IllegalArgumentException
        || (cause instanceof IOException fault && isBroken(fault));
  }

  private static long findEnd(SeekableByteChannel file) throws IOException {
    long start = Math.max(0, file.size() - END_BYTES - LONGEST_COMMENT);
    ByteBuffer tail = read(file, start, (int) (file.size() - start));
    for (int i = tail.limit() - END_BYTES; i >= 0; i--) {
      if (tail.getInt(i) == END_SIGNATURE) {
        return start + i;
      }
    }
    return -1;
  }

  private static long directoryBytes(SeekableByteChannel file, long end) throws IOException {
    long begins = read(file, end, END_BYTES).getInt(DIRECTORY_AT) & 0xFFFFFFFFL;
    return end - begins;
  }

  private static ByteBuffer read(SeekableByteChannel file, long position, int bytes)
      throws IOException {
    ByteBuffer read = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    file.position(position);
    while (read.hasRemaining() && file.read(read) >= 0) {
      // A channel may give less than is asked for.
    }
    return read.flip();
  }

  /// A part that is read once.
  ///
  /// @param name its path, with or without a slash before it
  Optional<TokenGuard> find(String name) throws IOException {
    String path = name.startsWith("/") ? name.substring(1) : name;
    ZipArchiveEntry entry = entry(path);
    if (entry == null) {
      return Optional.empty();
    }
    if (entry.getGeneralPurposeBit().usesEncryption()) {
      throw new UnreadableFile(Trouble.PROTECTED_WORKBOOK);
    }
    try {
      InputStream unpacked = zip.getInputStream(entry);
      if (unpacked == null) {
        throw new UnreadableFile(Trouble.WORKBOOK_BROKEN);
      }
      return Optional.of(
          new TokenGuard(
              new BufferedInputStream(unpacked, BUFFER_BYTES),
              Math.max(0, entry.getCompressedSize())));
    } catch (IOException | IllegalArgumentException fault) {
      throw broken(fault);
    }
  }

  /// How many bytes a part has unpacked, as the directory says; at least 1.
  long bytes(String name) {
    ZipArchiveEntry entry = entry(name.startsWith("/") ? name.substring(1) : name);
    return entry == null ? 1 : Math.max(1, entry.getSize());
  }

  private @Nullable ZipArchiveEntry entry(String path) {
    ZipArchiveEntry exact = zip.getEntry(path);
    if (exact != null) {
      return exact;
    }
    var entries = zip.getEntries();
    while (entries.hasMoreElements()) {
      ZipArchiveEntry entry = entries.nextElement();
      if (entry.getName().toLowerCase(Locale.ROOT).equals(path.toLowerCase(Locale.ROOT))) {
        return entry;
      }
    }
    return null;
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
