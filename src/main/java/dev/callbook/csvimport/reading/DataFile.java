package dev.callbook.csvimport.reading;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A file of rows under a header, read row by row in bounded memory: at most 65,536 characters a
/// cell, 1,048,576 a row, 1,000 columns.
///
/// Iterating throws [UnreadableFile] at the place where the file stops being one, and
/// `UncheckedIOException` where it cannot be read. For one thread.
public sealed interface DataFile extends Iterator<CsvRow>, Closeable permits CsvFile, SheetFile {
  int PREFIX_BYTES = 1 << 18;

  /// Opens a CSV file, packed by gzip or not, or a sheet of an Excel workbook. Closing it closes
  /// `file`; so does a refusal.
  ///
  /// @param sheet the name of a workbook's sheet; null for the first that is neither hidden nor
  ///   empty. Without meaning for other files
  /// @throws UnreadableFile if it is neither, or in no encoding that can be told for certain
  static DataFile open(SeekableByteChannel file, @Nullable String sheet) throws IOException {
    try {
      InputStream in = Channels.newInputStream(file);
      byte[] prefix = in.readNBytes(PREFIX_BYTES);
      FileKind kind = FileKind.of(prefix);
      file.position(0);
      return switch (kind) {
        case TEXT -> CsvFile.open(in);
        case GZIP -> CsvFile.openPacked(in);
        case ZIP -> Workbook.open(file, prefix).sheet(sheet);
        case OLE -> throw OleContainer.refusal(file, prefix);
      };
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  /// The names of the columns as a report shows them, each different: a name that is there twice
  /// gets a number, a missing one becomes `Column 3`.
  List<String> header();

  /// What separates cells in a report about this file.
  char delimiter();

  /// How many bytes of the file are read so far, for showing progress; may run up to a few hundred
  /// KiB ahead of the rows.
  long bytesRead();

  /// The names of the workbook's sheets that are not hidden; empty where the file is none.
  List<String> sheets();

  /// The sheet that is read; null where the file is no workbook.
  @Nullable String sheet();
}
