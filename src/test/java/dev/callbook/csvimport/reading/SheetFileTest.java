package dev.callbook.csvimport.reading;

import static dev.callbook.csvimport.reading.Samples.cells;
import static dev.callbook.csvimport.reading.Samples.row;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.callbook.csvimport.reading.CsvRow.Flaw;
import dev.callbook.csvimport.reading.CsvRow.Flawed;
import dev.callbook.csvimport.reading.CsvRow.Misfit;
import dev.callbook.csvimport.reading.CsvRow.Regular;
import dev.callbook.csvimport.reading.Samples.WorkbookSample;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Workbooks as spreadsheet programs write them.
class SheetFileTest {
  private static List<CsvRow> rows(WorkbookSample workbook) throws IOException {
    return rows(workbook.bytes(), null);
  }

  private static List<CsvRow> rows(byte[] file, @Nullable String sheet) throws IOException {
    List<CsvRow> rows = new ArrayList<>();
    try (DataFile source = DataFile.open(Samples.channel(file), sheet)) {
      source.forEachRemaining(rows::add);
    }
    return rows;
  }

  private static String cell(String xml, String formats, String styles) throws IOException {
    var workbook =
        new WorkbookSample()
            .styles(formats, styles)
            .sheet("A", row(1, "Name", "Value") + cells(2, "<c r=\"B2\"" + xml));
    return rows(workbook).getFirst().cells().get(1);
  }

  @Test
  void texts_are_read_wherever_they_are_kept() throws IOException {
    var workbook =
        new WorkbookSample()
            .texts("<si><t>Name</t></si><si><r><t>An</t></r><r><rPr><b/></rPr><t>a</t></r></si>")
            .texts("<si><t>東京</t><rPh sb=\"0\" eb=\"2\"><t>トウキョウ</t></rPh></si>")
            .sheet(
                "Contacts",
                cells(
                        1,
                        "<c r=\"A1\" t=\"s\"><v>0</v></c>",
                        "<c r=\"B1\" t=\"inlineStr\"><is><t>City</t></is></c>")
                    + cells(
                        2, "<c r=\"A2\" t=\"s\"><v>1</v></c>", "<c r=\"B2\" t=\"s\"><v>2</v></c>")
                    + cells(3, "<c r=\"A3\" t=\"str\"><f>B1&amp;1</f><v>Eva &amp; Co</v></c>"));

    try (DataFile file = DataFile.open(Samples.channel(workbook.bytes()), null)) {
      assertEquals(List.of("Name", "City"), file.header());
    }
    assertEquals(
        List.of(new Regular(2, List.of("Ana", "東京")), new Regular(3, List.of("Eva & Co", ""))),
        rows(workbook));
  }

  @Test
  void the_sheet_is_chosen_and_hidden_ones_are_not_offered() throws IOException {
    byte[] workbook =
        new WorkbookSample()
            .sheet("Notes", "hidden", row(1, "x"))
            .sheet("People", row(1, "Name") + row(2, "Ana"))
            .sheet("Firms", row(1, "Firm") + row(2, "Acme"))
            .bytes();

    try (DataFile file = DataFile.open(Samples.channel(workbook), null)) {
      assertEquals(List.of("People", "Firms"), file.sheets());
      assertEquals("People", file.sheet());
    }
    assertEquals(List.of(new Regular(2, List.of("Acme"))), rows(workbook, "Firms"));
    UnreadableFile refused =
        assertThrows(UnreadableFile.class, () -> rows(workbook, "No such sheet"));
    assertEquals("The workbook has no sheet of that name.", refused.getMessage());
  }

  @Test
  void a_first_sheet_without_cells_is_passed_over() throws IOException {
    var workbook =
        new WorkbookSample()
            .sheet("Cover", "")
            .sheet("People", row(1, "Name") + row(2, "Ana"))
            .sheet("More", row(1, "Name") + row(2, "Eva"));
    assertEquals(List.of(new Regular(2, List.of("Ana"))), rows(workbook));
  }

  @Test
  void cells_keep_their_columns_and_rows_their_numbers() throws IOException {
    var workbook =
        new WorkbookSample()
            .sheet(
                "A",
                cells(2, "<c r=\"A2\" t=\"str\"><v>a</v></c>", "<c r=\"C2\" t=\"str\"><v>c</v></c>")
                    + "<row r=\"3\"/>"
                    + cells(5, "<c r=\"C5\" t=\"str\"><v>x</v></c>")
                    + "<row><c t=\"str\"><v>y</v></c><c><v>7</v></c></row>"
                    + cells(9, "<c r=\"D9\"/>"));

    assertEquals(
        List.of(new Regular(5, List.of("", "", "x")), new Regular(6, List.of("y", "7", ""))),
        rows(workbook));
    try (DataFile file = DataFile.open(Samples.channel(workbook.bytes()), null)) {
      assertEquals(List.of("a", "Column 2", "c"), file.header());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "34911234567, 34911234567",
    "3.4911234567E10, 34911234567",
    "4915112345678, 4915112345678",
    "12, 12",
    "0.1, 0.1",
    "0.10000000000000001, 0.1",
    "1E-3, 0.001",
    "-0, 0",
    "999999999999999, 999999999999999"
  })
  void numbers_keep_their_digits(String stored, String shown) throws IOException {
    assertEquals(shown, cell("><v>" + stored + "</v></c>", "", ""));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 46349, 2026-11-23",
    "0, 46349.604166666664, 2026-11-23T14:30:00",
    "0, 0.5, 12:00:00",
    "0, 59, 1900-02-28",
    "0, 61, 1900-03-01",
    "1, 46349, 2026-11-23",
    "2, 46349, 46349",
    "3, 46349, 46349",
    "4, 1234, 01234",
    "5, 34911234567, +34911234567",
    "6, 46349, 2026-11-23"
  })
  void dates_and_what_a_format_adds_come_as_they_are_shown(
      String style, String stored, String shown) throws IOException {
    assertEquals(
        shown,
        cell(
            " s=\"" + style + "\"><v>" + stored + "</v></c>",
            "<numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy;@\"/>"
                + "<numFmt numFmtId=\"165\" formatCode=\"[Red]0.00&quot; days&quot;\"/>"
                + "<numFmt numFmtId=\"166\" formatCode=\"00000\"/>"
                + "<numFmt numFmtId=\"167\" formatCode=\"&quot;+&quot;0\"/>"
                + "<numFmt numFmtId=\"168\" formatCode=\"[$-407]d\\.\\ mmmm\\ yyyy\"/>",
            "<xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/>"
                + "<xf numFmtId=\"0\"/><xf numFmtId=\"166\"/><xf numFmtId=\"167\"/>"
                + "<xf numFmtId=\"168\"/>"));
  }

  @Test
  void a_workbook_that_counts_from_1904_has_its_own_days() throws IOException {
    var workbook =
        new WorkbookSample()
            .countedFrom1904()
            .styles("", "<xf numFmtId=\"14\"/>")
            .sheet("A", row(1, "Day") + cells(2, "<c s=\"0\"><v>44887</v></c>"));
    assertEquals(List.of(new Regular(2, List.of("2026-11-23"))), rows(workbook));
  }

  @Test
  void a_cell_without_a_value_worth_having_is_named_with_what_to_do() throws IOException {
    var workbook =
        new WorkbookSample()
            .sheet(
                "A",
                row(1, "Name", "Phone", "Id", "Total", "Happy")
                    + cells(
                        2,
                        "<c r=\"A2\" t=\"e\"><v>#N/A</v></c>",
                        "<c r=\"B2\"><v>1234567890123456</v></c>",
                        "<c r=\"C2\"><v>1.23456789012346E+20</v></c>",
                        "<c r=\"D2\"><f>SUM(A1:A2)</f></c>",
                        "<c r=\"E2\" t=\"b\"><v>1</v></c>"));

    Flawed row = (Flawed) rows(workbook).getFirst();

    assertEquals(
        List.of(
            new Flaw(0, Reason.of(Trouble.CELL_ERROR, "#N/A")),
            new Flaw(1, Reason.of(Trouble.DIGITS_LOST)),
            new Flaw(2, Reason.of(Trouble.DIGITS_LOST)),
            new Flaw(3, Reason.of(Trouble.FORMULA_WITHOUT_RESULT))),
        row.flaws());
    assertEquals("true", row.cells().getLast());
  }

  @Test
  void cells_beside_the_table_are_no_columns() throws IOException {
    var workbook = new WorkbookSample().sheet("A", row(1, "a") + row(2, "1", "2"));
    assertEquals(
        List.of(new Misfit(2, List.of("1", "2"), Reason.of(Trouble.CELLS_BESIDE, 2, 1))),
        rows(workbook));
  }

  @Test
  void texts_that_no_memory_would_hold_are_found_by_their_numbers() throws IOException {
    StringBuilder texts = new StringBuilder();
    StringBuilder cells = new StringBuilder(row(1, "a", "b"));
    int count = 60_000;
    for (int i = 0; i < count; i++) {
      texts
          .append("<si><t>text ")
          .append(i)
          .append(" ")
          .append("x".repeat(i % 90))
          .append("</t></si>");
      cells.append(
          cells(
              i + 2,
              "<c t=\"s\"><v>" + i + "</v></c>",
              "<c t=\"s\"><v>" + (i * 7919L % (i + 1)) + "</v></c>"));
    }
    var workbook = new WorkbookSample().texts(texts.toString()).sheet("A", cells.toString());

    List<CsvRow> rows = rows(workbook);

    assertEquals(count, rows.size());
    for (int i = 0; i < count; i++) {
      List<String> found = rows.get(i).cells();
      assertTrue(found.get(0).startsWith("text " + i + " "));
      assertTrue(found.get(1).startsWith("text " + i * 7919L % (i + 1) + " "));
    }
  }

  @Test
  void gzip_is_unpacked_member_by_member() throws IOException {
    byte[] first = Samples.gzip("Name,City\nAna,Málaga\n".getBytes(UTF_8));
    byte[] second = Samples.gzip("Eva,Köln\n".getBytes(UTF_8));
    byte[] both =
        Samples.written(out -> {
          out.write(first);
          out.write(second);
          out.write(new byte[512]);
        });
    assertEquals(
        List.of(new Regular(2, List.of("Ana", "Málaga")), new Regular(3, List.of("Eva", "Köln"))),
        rows(both, null));
  }

  @Test
  void how_far_a_file_is_read_is_told_in_bytes_of_the_file() throws IOException {
    byte[] csv = ("a,b\n" + "1,2\n".repeat(200_000)).getBytes(UTF_8);
    for (byte[] file :
        List.of(
            Samples.gzip(csv),
            new WorkbookSample().sheet("A", row(1, "a") + row(2, "1").repeat(50_000)).bytes())) {
      try (DataFile source = DataFile.open(Samples.channel(file), null)) {
        source.forEachRemaining(row -> {});
        assertEquals(file.length, (double) source.bytesRead(), file.length / 20.0);
      }
    }
  }
}
