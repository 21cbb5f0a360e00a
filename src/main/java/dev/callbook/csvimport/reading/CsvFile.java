package dev.callbook.csvimport.reading;

import dev.callbook.csvimport.reading.CellCollector.Cells;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/// A CSV file. Encoding, delimiter and quotes are told from the first 256 KiB.
public final class CsvFile implements DataFile {
  private static final int SAMPLE_CHARS = 1 << 16;

  private final TextEncoding encoding;
  private final Dialect dialect;
  private final RecordReader records;
  private final List<String> header;
  private final RowCheck check;
  private @Nullable GunzipStream packed;
  private @Nullable Cells ahead;
  private boolean looked;

  private CsvFile(TextEncoding encoding, Dialect dialect, RecordReader records, Cells header) {
    this.encoding = encoding;
    this.dialect = dialect;
    this.records = records;
    this.header = ColumnNames.distinct(header.values());
    this.check = new RowCheck(this.header.size());
    records.expect(this.header.size());
  }

  /// Opens a file of which nothing is known. Closing the source closes `in`; so does a refusal.
  ///
  /// @throws UnreadableFile if it is no CSV file, or in no encoding that can be told for certain
  public static CsvFile open(InputStream in) throws IOException {
    return open(in, null);
  }

  /// Opens a file that gzip packed.
  static CsvFile openPacked(InputStream in) throws IOException {
    GunzipStream packed = new GunzipStream(in);
    CsvFile file = open(packed, null);
    file.packed = packed;
    return file;
  }

  /// Opens a file whose encoding somebody chose, or with null one of which it is not known.
  public static CsvFile open(InputStream in, @Nullable Charset charset) throws IOException {
    try {
      byte[] prefix = in.readNBytes(PREFIX_BYTES);
      boolean whole = prefix.length < PREFIX_BYTES;
      refuseIfNoText(FileKind.of(prefix));
      TextEncoding encoding =
          charset == null ? TextEncoding.detect(prefix, whole) : TextEncoding.of(charset, prefix);
      String start = encoding.text(prefix, whole);
      FileKind.refuseIfOtherText(start);
      Dialect dialect = Dialect.detect(start.substring(0, Math.min(SAMPLE_CHARS, start.length())));
      InputStream all = new SequenceInputStream(new ByteArrayInputStream(prefix), in);
      all.skipNBytes(encoding.markLength());
      RecordReader records = new RecordReader(new StrictReader(all, encoding.charset()), dialect);
      Cells header = records.next();
      if (header == null) {
        throw new UnreadableFile(Trouble.EMPTY);
      }
      return new CsvFile(encoding, dialect, records, header);
    } catch (IOException | RuntimeException e) {
      in.close();
      throw e;
    }
  }

  @Override
  public List<String> header() {
    return header;
  }

  Charset charset() {
    return encoding.charset();
  }

  @Override
  public char delimiter() {
    return dialect.delimiter();
  }

  char quote() {
    return dialect.quote();
  }

  @Override
  public long bytesRead() {
    return packed == null ? encoding.markLength() + records.bytesRead() : packed.packedBytesRead();
  }

  @Override
  public List<String> sheets() {
    return List.of();
  }

  @Override
  public @Nullable String sheet() {
    return null;
  }

  @Override
  public boolean hasNext() {
    if (!looked) {
      ahead = records.next();
      looked = true;
    }
    return ahead != null;
  }

  @Override
  public CsvRow next() {
    if (!hasNext() || ahead == null) {
      throw new NoSuchElementException();
    }
    looked = false;
    return check.check(ahead);
  }

  @Override
  public void close() throws IOException {
    records.close();
  }

  private static void refuseIfNoText(FileKind kind) {
    switch (kind) {
      case TEXT -> {}
      case GZIP -> throw new UnreadableFile(Trouble.GZIP_IN_GZIP);
      case ZIP, OLE -> throw new UnreadableFile(Trouble.WORKBOOK_IN_GZIP);
    }
  }
}
