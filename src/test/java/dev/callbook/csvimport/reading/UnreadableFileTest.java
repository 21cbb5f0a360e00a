package dev.callbook.csvimport.reading;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Broken files and files that are no CSV: each is refused, in words, at the right line, in bounded
/// memory.
class UnreadableFileTest {
  private static UnreadableFile refusal(InputStream in) {
    return assertThrows(
        UnreadableFile.class,
        () -> {
          try (var source = CsvFile.open(in)) {
            source.forEachRemaining(row -> {});
          }
        });
  }

  private static String message(byte[] file) {
    UnreadableFile refusal =
        assertThrows(
            UnreadableFile.class,
            () -> {
              try (var source = DataFile.open(Samples.channel(file), null)) {
                source.forEachRemaining(row -> {});
              }
            });
    return String.valueOf(refusal.getMessage());
  }

  private static String message(String file) {
    return message(file.getBytes(UTF_8));
  }

  private static byte[] zip(String... members) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (String member : members) {
        zip.putNextEntry(new ZipEntry(member));
        zip.write("x".getBytes(UTF_8));
      }
    }
    return bytes.toByteArray();
  }

  /// Text without end: what stays in memory is all that a reader of it can use.
  private static final class Endless extends InputStream {
    private final byte[] pattern;
    private long given;

    Endless(String pattern) {
      this.pattern = pattern.getBytes(UTF_8);
    }

    @Override
    public int read() {
      return pattern[(int) (given++ % pattern.length)];
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      for (int i = offset; i < offset + length; i++) {
        target[i] = (byte) read();
      }
      return length;
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "  \r\n", "\uFEFF", ",,,\n,,\n"})
  void an_empty_file(String file) {
    assertEquals("The file is empty.", message(file));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE html><html><body>Sign in</body></html>",
        "\uFEFF \n<html lang=\"de\">",
        "<!-- saved -->\n<!doctype HTML PUBLIC>",
        "<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\">",
        "<table><tr><td>Name</td></tr></table>"
      })
  void a_web_page(String file) {
    assertEquals(
        "This is a web page, not a CSV file. Perhaps a sign-in page was saved in place of the"
            + " export: sign in and download it again.",
        message(file));
    assertTrue(message(file.getBytes(UTF_16LE)).startsWith("This is a web page"));
  }

  @ParameterizedTest
  @CsvSource({
    "255044462D312E37, This is a PDF document",
    "377ABCAF271C0004, This is a 7-Zip archive",
    "526172211A0700, This is a RAR archive",
    "425A6839314159, This is a bzip2 archive",
    "FD377A585A0000, This is an xz archive",
    "28B52FFD04, This is a Zstandard archive",
    "89504E470D0A1A0A, This is a picture",
    "FFD8FFE0, This is a picture",
    "7B5C72746631, This is an RTF document"
  })
  void another_kind_of_file_by_its_first_bytes(String hex, String words) {
    assertTrue(message(HexFormat.of().parseHex(hex)).startsWith(words + ", not a CSV file. "));
  }

  @Test
  void archives() throws IOException {
    assertTrue(message(zip("contacts.csv")).startsWith("This is a ZIP archive, not a CSV file."));
    assertTrue(
        message(zip("mimetype", "application/vnd.oasis.opendocument.spreadsheet"))
            .startsWith("This is an OpenDocument spreadsheet"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "'{\"contacts\": [1]}'~'This is JSON'",
        "'[{\"a\": 1}]'~'This is JSON'",
        "'BEGIN:VCARD'~'This is a vCard file'",
        "'<?xml version=\"1.0\"?><contacts/>'~'This is an XML document'"
      })
  void other_kinds_of_text(String file, String words) {
    assertTrue(message(file).startsWith(words + ", not a CSV file. "));
  }

  @Test
  void binary_data() {
    byte[] noise = new byte[10_000];
    new Random(1).nextBytes(noise);
    noise[0] = 1;
    String refused = message(noise);
    assertTrue(
        refused.startsWith("This is not a text file") || refused.startsWith("The encoding"),
        refused);
    assertTrue(message(new byte[5_000]).startsWith("This is not a text file"));
  }

  @ParameterizedTest
  @CsvSource({
    "windows-1251, 'Имя,Город\nИван Петров,Москва\n'",
    "windows-1250, 'Imię,Miasto\nPaweł,Łódź\nWałęsa,Gdańsk\nŻółć,Wrocław\n'",
    "windows-1253, 'Όνομα,Πόλη\nΓιώργος,Αθήνα\n'",
    "GBK, '姓名,城市\n张伟,北京市\n'",
    "Shift_JIS, '名前,都市\n山田太郎,東京都\n'",
    "EUC-KR, '이름,도시\n김민수,서울\n'",
    "windows-1250, 'Name,City\nPaweł,Bonn\n'",
    "windows-1250, 'Name,City\nAnna,Łódź\n'",
    "GBK, 'Name,City\n张伟,Bonn\n'",
    "KOI8-R, 'Имя,Город\nИван Петров,Москва\n'"
  })
  void an_encoding_that_cannot_be_told_is_never_read_as_garbage(String charset, String text) {
    assertEquals(
        "The encoding of this file cannot be told. Save the file as “CSV UTF-8” and try again.",
        message(text.getBytes(Charset.forName(charset))));
  }

  @Test
  void a_byte_that_is_not_in_the_encoding_is_refused_with_its_line() {
    byte[] rows = "1,Ana\n".repeat(100_000).getBytes(UTF_8);
    InputStream file =
        new SequenceInputStream(
            new SequenceInputStream(
                new ByteArrayInputStream("a,b\n".getBytes(UTF_8)), new ByteArrayInputStream(rows)),
            new ByteArrayInputStream(new byte[] {'2', ',', (byte) 0xE9, '\n', '3', ',', 'x'}));

    UnreadableFile refused = refusal(file);

    assertEquals(OptionalLong.of(100_002), refused.line());
    assertEquals(
        "Line 100002: a character is not in the encoding UTF-8, in which the file begins."
            + " Save the file as “CSV UTF-8” and try again.",
        refused.getMessage());
  }

  @Test
  void a_broken_byte_among_good_utf_8_does_not_make_it_another_encoding() {
    byte[] file = "Name,City\nJosé,Málaga\nAna,x\n".getBytes(UTF_8);
    file[file.length - 2] = (byte) 0xE9;
    assertTrue(message(file).startsWith("Line 3: a character is not in the encoding UTF-8"));
    file[0] = (byte) 0xE9;
    assertTrue(message(file).startsWith("Line 1: a character is not in the encoding UTF-8"));
  }

  @Test
  void a_mark_that_promises_another_encoding_is_held_to_it() {
    byte[] file = "\uFEFFName\nJos?\n".getBytes(UTF_8);
    file[file.length - 2] = (byte) 0xE9;
    assertTrue(message(file).startsWith("Line 2: a character is not in the encoding UTF-8"));
  }

  @Test
  void a_character_cut_off_at_the_end_is_refused() {
    byte[] file = ("a,b\n" + "1,2\n".repeat(100_000) + "1,é").getBytes(UTF_8);
    byte[] cut = java.util.Arrays.copyOf(file, file.length - 1);
    assertEquals(OptionalLong.of(100_002), refusal(new ByteArrayInputStream(cut)).line());
  }

  @Test
  void half_a_unit_of_utf_16_is_refused() {
    byte[] file = ("\uFEFFa,b\n" + "1,2\n".repeat(100_000)).getBytes(UTF_16LE);
    byte[] cut = java.util.Arrays.copyOf(file, file.length - 1);
    assertTrue(message(cut).startsWith("Line 100001: a character is not in the encoding UTF-16LE"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "'a,b\n1,2\n3,\"4\n5,6\n'~3~'a quote opens here and never closes.'",
        "'a,b\n\"x\ny\",\"4\n5,6\n'~3~'a quote opens here and never closes.'",
        "'a,b\n1,2\n\"5\" pipe,3\n'~3~'a quote opens here and closes in the middle of a cell. A quote inside a cell is written twice.'",
        "'a,b\n1,\"2\n3\n4\"5\n'~2~'a quote opens here and closes in the middle of a cell. A quote inside a cell is written twice.'",
        "'a, b\n1, \"2\n3, 4\n'~2~'a quote opens here and never closes.'"
      })
  void broken_quotes_are_refused_at_the_line_where_the_quote_opens(
      String file, long line, String words) {
    UnreadableFile refused = refusal(new ByteArrayInputStream(file.getBytes(UTF_8)));
    assertEquals(OptionalLong.of(line), refused.line());
    assertEquals("Line " + line + ": " + words, refused.getMessage());
  }

  @Test
  void a_quote_that_swallows_the_file_is_refused_where_it_opens() {
    assertEquals(
        "Line 3: a quote opens here and does not close within 65,536 characters.",
        message("a,b\n\"x\ny\",\"" + "swallowed\n".repeat(50_000)));
    assertEquals(
        "Line 2: a cell has more than 65,536 characters.",
        message("a,b\n1,\"" + "x".repeat(300_000)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "'x'~'a cell has more than 65,536 characters.'",
        "'x,'~'more than 1000 columns. Check the delimiter, or import fewer columns.'",
        "'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx,'~'more than 1000 columns. Check the delimiter, or import fewer columns.'"
      })
  void a_line_without_end_is_refused_before_it_fills_the_memory(String pattern, String words) {
    Endless file = new Endless(pattern);

    assertEquals("Line 1: " + words, refusal(file).getMessage());
    assertTrue(file.given < 2_000_000, () -> file.given + " bytes read");
  }

  @Test
  void a_row_of_many_large_cells_is_refused() {
    Endless cells = new Endless("x".repeat(60_000) + ",");
    InputStream file =
        new SequenceInputStream(new ByteArrayInputStream("a,b\n1,2\n".getBytes(UTF_8)), cells);

    assertEquals("Line 3: the row has more than 1,048,576 characters.", refusal(file).getMessage());
    assertTrue(cells.given < 3_000_000, () -> cells.given + " bytes read");
  }

  @Test
  void the_rows_before_the_broken_one_are_given_out() throws IOException {
    try (var source = CsvFile.open(new ByteArrayInputStream("a,b\n1,2\n3,\"4\n".getBytes(UTF_8)))) {
      assertEquals(List.of("1", "2"), source.next().cells());
      assertThrows(UnreadableFile.class, source::hasNext);
    }
  }

  @Test
  void a_refusal_tells_nothing_out_of_the_file() {
    for (String file : List.of("a,b\n1,\"secret\n", "a,b\n1,\"x\"secret\n", "<html>secret")) {
      assertTrue(!message(file).contains("secret"));
    }
  }

  @Test
  void refusing_closes_the_file() {
    AtomicBoolean closed = new AtomicBoolean();
    refusal(
        new ByteArrayInputStream("<html>".getBytes(UTF_8)) {
          @Override
          public void close() {
            closed.set(true);
          }
        });
    assertTrue(closed.get());
  }

  @Test
  void a_file_that_cannot_be_read_is_not_called_broken() {
    InputStream gone =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("disk gone");
          }

          @Override
          public int read(byte[] target, int offset, int length) throws IOException {
            throw new IOException("disk gone");
          }
        };
    byte[] start = "a,b\n".repeat(250_000).getBytes(UTF_8);
    InputStream failing = new SequenceInputStream(new ByteArrayInputStream(start), gone);
    assertThrows(
        UncheckedIOException.class,
        () -> {
          try (var source = CsvFile.open(failing)) {
            source.forEachRemaining(row -> {});
          }
        });
  }
}
