package dev.callbook.csvimport.reading;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;

/// Tells a workbook behind a password from one of an old Excel: both are such containers. Source:
/// [MS-CFB] 2.2, [MS-OFFCRYPTO] 1.3.3.
final class OleContainer {
  private static final int HEADER_BYTES = 512;
  private static final int SECTOR_SHIFT_AT = 30;
  private static final int DIRECTORY_AT = 48;
  private static final int DIRECTORY_BYTES = 4_096;

  private OleContainer() {}

  /// The words for such a file.
  static UnreadableFile refusal(SeekableByteChannel file, byte[] prefix) throws IOException {
    return new UnreadableFile(
        prefix.length >= HEADER_BYTES && isProtected(directory(file, prefix))
            ? Trouble.PROTECTED_WORKBOOK
            : Trouble.OLD_WORKBOOK);
  }

  private static boolean isProtected(byte[] directory) {
    return new String(directory, StandardCharsets.UTF_16LE).contains("EncryptedPackage");
  }

  private static byte[] directory(SeekableByteChannel file, byte[] prefix) throws IOException {
    ByteBuffer header = ByteBuffer.wrap(prefix).order(ByteOrder.LITTLE_ENDIAN);
    // Sectors have 512 or 4096 bytes; anything else is a broken file, whose directory is nowhere.
    int shift = header.getShort(SECTOR_SHIFT_AT) == 12 ? 12 : 9;
    long sector = header.getInt(DIRECTORY_AT) & 0xFFFFFFFFL;
    ByteBuffer directory = ByteBuffer.allocate(DIRECTORY_BYTES);
    file.position(Math.min(file.size(), (sector + 1) << shift));
    while (directory.hasRemaining() && file.read(directory) >= 0) {
      // A channel may give less than is asked for.
    }
    return directory.array();
  }
}
