package dev.callbook.csvimport.reading;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.callbook.csvimport.reading.CsvRow.Flaw;
import dev.callbook.csvimport.reading.CsvRow.Flawed;
import dev.callbook.csvimport.reading.CsvRow.Misfit;
import dev.callbook.csvimport.reading.CsvRow.Regular;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is read, and how. What is refused: [UnreadableFileTest].
class CsvFileTest {
  private static CsvFile open(byte[] file) throws IOException {
    return CsvFile.open(new ByteArrayInputStream(file));
  }

  private static CsvFile open(String file) throws IOException {
    return open(file.getBytes(UTF_8));
  }

  private static List<CsvRow> rows(CsvFile source) throws IOException {
    try (source) {
      List<CsvRow> rows = new ArrayList<>();
      source.forEachRemaining(rows::add);
      return rows;
    }
  }

  private static List<CsvRow> rows(String file) throws IOException {
    return rows(open(file));
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] all = new byte[first.length + second.length];
    System.arraycopy(first, 0, all, 0, first.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    return all;
  }

  @Test
  void rows_come_with_their_cells_and_the_line_they_begin_in() throws IOException {
    var source = open("Name,Phone\nAna,+34 911\n\n\"Ruiz,\nLuis\",\"he said \"\"hi\"\"\"\r\nEva,");

    assertEquals(List.of("Name", "Phone"), source.header());
    assertEquals(
        List.of(
            new Regular(2, List.of("Ana", "+34 911")),
            new Regular(4, List.of("Ruiz,\nLuis", "he said \"hi\"")),
            new Regular(6, List.of("Eva", ""))),
        rows(source));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void every_kind_of_line_end_counts_as_one_line(String end) throws IOException {
    assertEquals(
        List.of(new Regular(3, List.of("1", "2" + end + "3")), new Regular(5, List.of("4", "5"))),
        rows("a,b" + end + end + "1,\"2" + end + "3\"" + end + "4,5" + end));
  }

  @Test
  void a_file_with_only_a_header_has_no_rows() throws IOException {
    for (String file : List.of("Name,Phone", "Name,Phone\n", "Name,Phone\r\n\r\n,\r\n")) {
      var source = open(file);
      assertEquals(List.of("Name", "Phone"), source.header());
      assertEquals(List.of(), rows(source));
    }
  }

  @Test
  void blank_lines_before_the_header_are_skipped() throws IOException {
    var source = open("\n,,\n  \nName,Phone\nAna,1\n");
    assertEquals(List.of("Name", "Phone"), source.header());
    assertEquals(List.of(new Regular(5, List.of("Ana", "1"))), rows(source));
  }

  @Test
  void rows_of_nothing_but_delimiters_are_skipped() throws IOException {
    assertEquals(List.of(new Regular(2, List.of("1", "2"))), rows("a,b\n1,2\n,\n , \n"));
  }

  @Test
  void names_of_columns_are_made_different() throws IOException {
    assertEquals(
        List.of("Phone", "Phone (2)", "Column 3", "Phone (2) (2)", "Phone (3)"),
        open("Phone, Phone ,,Phone (2),Phone\n").header());
  }

  @Test
  void the_end_is_the_end() throws IOException {
    var source = open("a\n1\n");
    source.next();
    assertFalse(source.hasNext());
    assertThrows(NoSuchElementException.class, source::next);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {"','~','", "';'~';'", "'|'~'|'", "'\t'~'\t'"})
  void the_delimiter_is_found(char delimiter) throws IOException {
    String file =
        "Name#Street#Note\nAna#1, Main; St#x\nEva#\"a#b\"#5 | 6\n".replace('#', delimiter);
    if (delimiter == ',' || delimiter == '|' || delimiter == ';') {
      file = file.replace("1, Main; St", "\"1, Main; St\"").replace("5 | 6", "\"5 | 6\"");
    }
    var source = open(file);
    assertEquals(delimiter, source.delimiter());
    assertEquals(
        List.of(
            new Regular(2, List.of("Ana", "1, Main; St", "x")),
            new Regular(3, List.of("Eva", "a" + delimiter + "b", "5 | 6"))),
        rows(source));
  }

  @Test
  void a_delimiter_that_only_the_header_has_is_none() throws IOException {
    var source = open("Name, first;Name, last\nAna;Ruiz\nEva;Gil\n");
    assertEquals(';', source.delimiter());
    assertEquals(List.of("Name, first", "Name, last"), source.header());
  }

  @Test
  void one_column_needs_no_delimiter() throws IOException {
    assertEquals(
        List.of(new Regular(2, List.of("+34 911")), new Regular(3, List.of("+34 912"))),
        rows("Phone\n+34 911\n+34 912\n"));
  }

  @Test
  void excels_delimiter_hint_is_obeyed_and_is_no_row() throws IOException {
    for (String hint : List.of("sep=;\r\n", "\"sep=;\"\n", "SEP=;\n")) {
      var source = open(hint + "a,x;b\n1;2,3\n");
      assertEquals(List.of("a,x", "b"), source.header());
      assertEquals(List.of(new Regular(3, List.of("1", "2,3"))), rows(source));
    }
  }

  @Test
  void single_quotes_are_found_and_apostrophes_are_none() throws IOException {
    assertEquals(
        List.of(new Regular(2, List.of("Ruiz, Ana", "it's"))),
        rows("'Name','Note'\n'Ruiz, Ana','it''s'\n"));
    assertEquals(
        List.of(new Regular(2, List.of("'s Gravenhage", "O'Brien"))),
        rows("City,Name\n's Gravenhage,O'Brien\n"));
  }

  @Test
  void blanks_before_a_quote_belong_to_no_cell() throws IOException {
    assertEquals(
        List.of(new Regular(2, List.of("1", "Ruiz, Ana")), new Regular(3, List.of("2", "x"))),
        rows("Id, Name\n1, \"Ruiz, Ana\"\n2, \"x\" \n"));
  }

  @Test
  void quotes_inside_an_unquoted_cell_are_part_of_it() throws IOException {
    assertEquals(
        List.of(new Regular(2, List.of("5\" pipe", "6\""))), rows("Name,Size\n5\" pipe,6\"\n"));
  }

  @Test
  void a_row_with_a_cell_too_many_or_too_few_is_a_misfit_and_the_next_is_read() throws IOException {
    assertEquals(
        List.of(
            new Misfit(2, List.of("1", "2", "3"), Reason.of(Trouble.TOO_MANY_CELLS, 3, 2)),
            new Misfit(3, List.of("1"), Reason.of(Trouble.TOO_FEW_CELLS, 1, 2)),
            new Regular(4, List.of("1", "2"))),
        rows("a,b\n1,2,3\n1\n1,2\n"));
  }

  @Test
  void empty_cells_behind_the_last_column_do_no_harm() throws IOException {
    assertEquals(List.of(new Regular(2, List.of("1", "2"))), rows("a,b\n1,2,, ,\n"));
  }

  @Test
  void a_nul_character_rejects_its_row_and_names_the_column() throws IOException {
    List<CsvRow> rows = rows("Name,Phone\nAna,1\0 2\nEva,3\n");

    Flawed flawed = assertInstanceOf(Flawed.class, rows.getFirst());
    assertEquals(2, flawed.line());
    assertEquals(List.of(new Flaw(1, Reason.of(Trouble.NUL_CHARACTER))), flawed.flaws());
    assertEquals(new Regular(3, List.of("Eva", "3")), rows.getLast());
    assertInstanceOf(Flawed.class, rows("a,b\n1\0,2\0\n3\0,4\n" + "5,6\n".repeat(99)).getFirst());
  }

  @Test
  void every_common_encoding_is_read() throws IOException {
    String text = "Name,Größe\nJosé Muñoz,ß\n";
    byte[] mark8 = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    byte[] little = {(byte) 0xFF, (byte) 0xFE};
    byte[] big = {(byte) 0xFE, (byte) 0xFF};
    assertReads(text.getBytes(UTF_8), UTF_8);
    assertReads(joined(mark8, text.getBytes(UTF_8)), UTF_8);
    assertReads(joined(little, text.getBytes(UTF_16LE)), UTF_16LE);
    assertReads(joined(big, text.getBytes(UTF_16BE)), UTF_16BE);
    assertReads(text.getBytes(UTF_16LE), UTF_16LE);
    assertReads(text.getBytes(UTF_16BE), UTF_16BE);
    assertReads(text.getBytes(ISO_8859_1), TextEncoding.WINDOWS_1252);
  }

  private static void assertReads(byte[] file, Charset charset) throws IOException {
    var source = open(file);
    assertEquals(charset, source.charset());
    assertEquals(List.of("Name", "Größe"), source.header());
    assertEquals(List.of(new Regular(2, List.of("José Muñoz", "ß"))), rows(source));
    assertEquals(file.length, source.bytesRead());
  }

  @Test
  void scripts_of_all_the_world_survive_utf_16() throws IOException {
    String text = "Имя,名前\nИван Петров,山田太郎\n".repeat(3);
    assertEquals(UTF_16LE, open(text.getBytes(UTF_16LE)).charset());
    assertEquals(List.of("Имя", "名前"), open(text.getBytes(UTF_16BE)).header());
  }

  @Test
  void western_text_in_windows_1252_keeps_its_euro_signs_and_apostrophes() throws IOException {
    String text = "Name,Note\nO’Brien,5 €\nCol·lègi,“ß”\nMÜLLER,10 ½\n";
    assertEquals(
        List.of("O’Brien", "5 €"),
        rows(open(text.getBytes(TextEncoding.WINDOWS_1252))).getFirst().cells());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Name\nJosé\n",
        "Größe\nGröße\nGröße\n",
        "Name;Fläche\nMüller;50 m²\nGroß;20 m³\n",
        "Nom,N°\nHélène,n°5\nÉtienne,«é»\n",
        "Nombre,Nota\nÍñigo,¿Qué?\nMªJosé,1º\n",
        "Name,Note\nAna,£5\nPål,Firma®\n",
        "NOM,VILLE\nÉÈVE,CRÉÉ\n"
      })
  void western_text_is_recognised_even_if_there_is_little_of_it(String text) throws IOException {
    var source = open(text.getBytes(TextEncoding.WINDOWS_1252));
    assertEquals(TextEncoding.WINDOWS_1252, source.charset());
    assertEquals(
        text.lines().findFirst().orElseThrow(),
        String.join("" + source.delimiter(), source.header()));
  }

  @Test
  void an_encoding_somebody_chose_is_used() throws IOException {
    byte[] polish = "Imię,Miasto\nPaweł,Łódź\n".getBytes(Charset.forName("windows-1250"));
    var source = CsvFile.open(new ByteArrayInputStream(polish), Charset.forName("windows-1250"));
    assertEquals(List.of(new Regular(2, List.of("Paweł", "Łódź"))), rows(source));
  }

  @Test
  void characters_cut_by_a_buffer_stay_whole() throws IOException {
    for (int shift = 0; shift < 4; shift++) {
      String cell = "é€𝄞名".repeat(4_000);
      String file = "x".repeat(shift) + ",b\n" + (cell + ",1\n").repeat(20);
      List<CsvRow> rows = rows(file);
      assertEquals(20, rows.size());
      assertTrue(rows.stream().allMatch(row -> row.cells().equals(List.of(cell, "1"))));
    }
  }

  @Test
  void characters_are_whole_even_if_read_one_by_one() throws IOException {
    String text = "a𝄞é名\n𝄞";
    try (StrictReader reader =
        new StrictReader(new ByteArrayInputStream(text.getBytes(UTF_8)), UTF_8)) {
      StringBuilder read = new StringBuilder();
      for (int c = reader.read(); c >= 0; c = reader.read()) {
        read.append((char) c);
      }
      assertEquals(text, read.toString());
      assertEquals(-1, reader.read());
    }
  }

  @Test
  void a_long_file_is_read_to_the_end_and_progress_is_told() throws IOException {
    StringBuilder file = new StringBuilder("Id,Name\n");
    for (int i = 0; i < 100_000; i++) {
      file.append(i).append(",\"Ana, ").append(i).append("\"\n");
    }
    byte[] bytes = file.toString().getBytes(UTF_8);
    try (var source = open(bytes)) {
      long before = 0;
      for (int i = 0; i < 100_000; i++) {
        assertEquals(new Regular(i + 2, List.of("" + i, "Ana, " + i)), source.next());
        assertTrue(source.bytesRead() >= before);
        before = source.bytesRead();
      }
      assertFalse(source.hasNext());
      assertEquals(bytes.length, source.bytesRead());
    }
  }

  @Test
  void the_widest_file_that_is_allowed_is_read() throws IOException {
    String header = "c,".repeat(CellCollector.MOST_COLUMNS - 1) + "c\n";
    assertEquals(CellCollector.MOST_COLUMNS, open(header).header().size());
    String longest = "x".repeat(CellCollector.LONGEST_CELL);
    assertEquals(List.of(longest), rows("a\n" + longest + "\n").getFirst().cells());
    assertEquals(List.of(longest), rows("a\n\"" + longest + "\"\n").getFirst().cells());
  }
}
