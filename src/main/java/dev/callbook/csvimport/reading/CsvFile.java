package dev.callbook.csvimport.reading;

import dev.callbook.csvimport.reading.CellCollector.Cells;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A CSV file, read row by row in bounded memory: at most 65,536 characters a cell, 1,048,576 a
/// row, 1,000 columns.
///
/// Encoding, delimiter and quotes are told from the first 256 KiB. Iterating throws
/// [UnreadableFile] at the place where the file stops being CSV, and `UncheckedIOException` where
/// it cannot be read. For one thread.
public final class CsvFile implements Iterator<CsvRow>, Closeable {
  private static final int PREFIX_BYTES = 1 << 18;
  private static final int SAMPLE_CHARS = 1 << 16;

  private final TextEncoding encoding;
  private final Dialect dialect;
  private final RecordReader records;
  private final List<String> header;
  private final RowCheck check;
  private @Nullable Cells ahead;
  private boolean looked;

  private CsvFile(TextEncoding encoding, Dialect dialect, RecordReader records, Cells header) {
    this.encoding = encoding;
    this.dialect = dialect;
    this.records = records;
    this.header = distinct(header.values());
    this.check = new RowCheck(this.header);
    records.expect(this.header.size());
  }

  /// Opens a file of which nothing is known. Closing the source closes `in`; so does a refusal.
  ///
  /// @throws UnreadableFile if it is no CSV file, or in no encoding that can be told for certain
  public static CsvFile open(InputStream in) throws IOException {
    return open(in, null);
  }

  /// Opens a file whose encoding somebody chose, or with null one of which it is not known.
  public static CsvFile open(InputStream in, @Nullable Charset charset) throws IOException {
    try {
      byte[] prefix = in.readNBytes(PREFIX_BYTES);
      boolean whole = prefix.length < PREFIX_BYTES;
      FileKind.refuseIfNoText(prefix);
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
        throw new UnreadableFile("The file is empty.");
      }
      return new CsvFile(encoding, dialect, records, header);
    } catch (IOException | RuntimeException e) {
      in.close();
      throw e;
    }
  }

  /// The names of the columns as a report shows them, each different: a name that is there twice
  /// gets a number, a missing one becomes `Column 3`.
  public List<String> header() {
    return header;
  }

  Charset charset() {
    return encoding.charset();
  }

  public char delimiter() {
    return dialect.delimiter();
  }

  char quote() {
    return dialect.quote();
  }

  /// How many bytes of the file are read so far, for showing progress; runs up to a few hundred KiB
  /// ahead of the rows.
  public long bytesRead() {
    return encoding.markLength() + records.bytesRead();
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

  private static List<String> distinct(List<String> names) {
    Set<String> taken = new HashSet<>();
    return IntStream.range(0, names.size())
        .mapToObj(i -> distinct(names.get(i).strip().replace("\0", ""), i, taken))
        .toList();
  }

  private static String distinct(String name, int index, Set<String> taken) {
    String base = name.isEmpty() ? "Column " + (index + 1) : name;
    String free = base;
    for (int n = 2; !taken.add(free); n++) {
      free = base + " (" + n + ")";
    }
    return free;
  }
}
