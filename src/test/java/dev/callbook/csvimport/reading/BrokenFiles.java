package dev.callbook.csvimport.reading;

import static dev.callbook.csvimport.reading.Samples.cells;
import static dev.callbook.csvimport.reading.Samples.gzip;
import static dev.callbook.csvimport.reading.Samples.row;
import static dev.callbook.csvimport.reading.Samples.written;
import static dev.callbook.csvimport.reading.Samples.zip;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.callbook.csvimport.reading.Samples.WorkbookSample;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/// A hundred ways in which a file is broken, or no file to import at all.
public final class BrokenFiles {
  /// A broken file.
  ///
  /// @param words out of what its owner is told
  @SuppressWarnings("ArrayRecordComponent") // nobody compares broken files
  public record Broken(String name, byte[] bytes, String words) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static final String HEADER = "First Name,Last Name,Work Phone\n";
  private static final String GOOD = "Ana,Ruiz,+34911234567\n";
  private static final String CELLS =
      row(1, "First Name", "Last Name", "Work Phone") + row(2, "Ana", "Ruiz", "+34911234567");
  private static final String DAMAGED = "This workbook is damaged";
  private static final String ENTITIES = "This workbook declares XML entities";
  private static final String TOO_FAR = "more than 200 times as large";

  private final List<Broken> files = new ArrayList<>();

  private BrokenFiles() {}

  public static List<Broken> all() {
    BrokenFiles broken = new BrokenFiles();
    broken.nothing();
    broken.otherKinds();
    broken.encodings();
    broken.texts();
    broken.archives();
    broken.packages();
    broken.workbooks();
    broken.cellsOfWorkbooks();
    return broken.files;
  }

  private void add(String name, byte[] bytes, String words) {
    files.add(new Broken(name, bytes, words));
  }

  private void add(String name, String text, String words) {
    add(name, text.getBytes(UTF_8), words);
  }

  private void hex(String name, String hex, String words) {
    byte[] start = HexFormat.of().parseHex(hex);
    add(name, Arrays.copyOf(start, 600), words);
  }

  private void nothing() {
    add("empty.csv", "", "The file is empty.");
    add("only-mark.csv", "\uFEFF", "The file is empty.");
    add("only-mark-16.csv", "\uFEFF".getBytes(UTF_16LE), "The file is empty.");
    add("blank-lines.csv", "\n \r\n\n", "The file is empty.");
    add("only-delimiters.csv", ",,,\n,,,\n", "The file is empty.");
    add("only-header.csv", HEADER, "a header and no rows");
    add("only-header-no-end.csv", HEADER.strip(), "a header and no rows");
    add("header-and-blanks.csv", HEADER + "\n,,\n \n", "a header and no rows");
  }

  private void otherKinds() {
    add("page.csv", "<!DOCTYPE html><html><body>Sign in</body></html>", "This is a web page");
    add("page-16.csv", "\uFEFF<html lang=\"de\">".getBytes(UTF_16LE), "This is a web page");
    add("table.xls", "<table><tr><td>Ana</td></tr></table>", "This is a web page");
    add("data.csv", "<?xml version=\"1.0\"?><contacts/>", "This is an XML document");
    add("object.csv", "{\"contacts\": [1]}", "This is JSON");
    add("list.csv", "[{\"a\": 1}]", "This is JSON");
    add("card.csv", "BEGIN:VCARD\nVERSION:4.0\n", "This is a vCard file");
    hex("letter.csv", "255044462D312E37", "This is a PDF document");
    hex("picture.png", "89504E470D0A1A0A", "This is a picture");
    hex("photo.csv", "FFD8FFE0", "This is a picture");
    hex("text.rtf", "7B5C7274663120", "This is an RTF document");
    hex("packed.bz2", "425A683931415926", "This is a bzip2 archive");
    hex("packed.xz", "FD377A585A0000", "This is an xz archive");
    hex("packed.zst", "28B52FFD04", "This is a Zstandard archive");
    hex("packed.7z", "377ABCAF271C0004", "This is a 7-Zip archive");
    hex("packed.rar", "526172211A0700", "This is a RAR archive");
    add("zeros.csv", new byte[5_000], "This is not a text file");
    byte[] noise = new byte[20_000];
    new Random(7).nextBytes(noise);
    noise[0] = 2;
    add("noise.csv", noise, "");
  }

  private void encodings() {
    hex("utf-32be.csv", "0000FEFF00000041", "UTF-32");
    hex("utf-32le.csv", "FFFE000041000000", "UTF-32");
    String cannotBeTold = "The encoding of this file cannot be told.";
    String[][] texts = {
      {"windows-1251", "Имя,Город\nИван Петров,Москва\n"},
      {"windows-1250", "Imię,Miasto\nPaweł,Łódź\nWałęsa,Gdańsk\n"},
      {"windows-1253", "Όνομα,Πόλη\nΓιώργος,Αθήνα\n"},
      {"GBK", "姓名,城市\n张伟,北京市\n"},
      {"Shift_JIS", "名前,都市\n山田太郎,東京都\n"},
      {"EUC-KR", "이름,도시\n김민수,서울\n"},
      {"KOI8-R", "Имя,Город\nИван Петров,Москва\n"}
    };
    for (String[] text : texts) {
      add(text[0] + ".csv", text[1].getBytes(Charset.forName(text[0])), cannotBeTold);
    }
    String notInIt = "a character is not in the encoding UTF-8";
    add(
        "mixed.csv",
        joined((HEADER + "José,Ruiz,1\n").getBytes(UTF_8), "Zoë,Gil,2\n".getBytes(ISO_8859_1)),
        "Line 3: " + notInIt);
    add(
        "mixed-far-behind.csv",
        joined((HEADER + GOOD.repeat(20_000)).getBytes(UTF_8), "Zoë,Gil,2\n".getBytes(ISO_8859_1)),
        "Line 20002: " + notInIt);
    add(
        "mark-of-another.csv",
        joined("\uFEFF".getBytes(UTF_8), (HEADER + "Zoë,Gil,2\n").getBytes(ISO_8859_1)),
        "Line 2: " + notInIt);
    byte[] cut = (HEADER + GOOD.repeat(20_000) + "Zoë").getBytes(UTF_8);
    add("cut-in-a-character.csv", Arrays.copyOf(cut, cut.length - 1), "Line 20002: " + notInIt);
    byte[] wide = ("\uFEFF" + HEADER + GOOD.repeat(20_000)).getBytes(UTF_16LE);
    add("cut-in-a-unit.csv", Arrays.copyOf(wide, wide.length - 1), "encoding UTF-16LE");
  }

  private void texts() {
    add("nul.csv", HEADER + "An\0a,Ruiz,1\n" + GOOD.repeat(99), "The cell holds a NUL character.");
    add("open-quote.csv", HEADER + GOOD + "\"Ana,Ruiz,1\n", "Line 3: a quote opens here");
    add(
        "swallowed.csv",
        HEADER + "\"" + GOOD.repeat(20_000),
        "does not close within 65,536 characters");
    add("quote-in-cell.csv", HEADER + "\"Ana\" María,Ruiz,1\n", "closes in the middle of a cell");
    add("columns.csv", "x,".repeat(100_000) + "\n", "more than 1000 columns");
    add("columns-in-a-row.csv", HEADER + "x,".repeat(100_000), "more than 1000 columns");
    add("giant-cell.csv", HEADER + "x".repeat(5_000_000), "a cell has more than 65,536 characters");
    add("giant-header.csv", "x".repeat(5_000_000), "a cell has more than 65,536 characters");
    add(
        "giant-row.csv",
        HEADER + ("x".repeat(60_000) + ",").repeat(30),
        "the row has more than 1,048,576 characters");
    add(
        "short-row.csv",
        HEADER + "Ana,Ruiz\n" + GOOD,
        "The row has fewer cells (2) than the header (3)");
    add(
        "long-row.csv",
        HEADER + "Ana,Ruiz,1,2\n" + GOOD,
        "The row has more cells (4) than the header (3)");
    add("cut-row.csv", HEADER + GOOD + "Ana", "The row has fewer cells (1) than the header (3)");
  }

  private static byte[] joined(byte[]... parts) {
    return written(out -> {
      for (byte[] part : parts) {
        out.write(part);
      }
    });
  }

  private void archives() {
    byte[] whole = gzip((HEADER + GOOD.repeat(5_000)).getBytes(UTF_8));
    String cutOff = "The gzip archive ends before its content does";
    String damaged = "The gzip archive is damaged";
    add("cut.csv.gz", Arrays.copyOf(whole, whole.length / 2), cutOff);
    add("cut-at-its-sum.csv.gz", Arrays.copyOf(whole, whole.length - 5), cutOff);
    add("two-bytes.gz", new byte[] {0x1F, (byte) 0x8B}, cutOff);
    add("other-sum.csv.gz", spoiled(whole, whole.length - 8), damaged);
    add("other-length.csv.gz", spoiled(whole, whole.length - 1), damaged);
    add("other-method.csv.gz", spoiled(whole, 2), damaged);
    add("other-flags.csv.gz", spoiled(whole, 3), damaged);
    add("garbage-behind.csv.gz", joined(whole, "garbage behind it".getBytes(UTF_8)), damaged);
    byte[] named = joined(Arrays.copyOf(whole, 3), new byte[] {8, 0, 0, 0, 0, 0, 0});
    add("endless-name.csv.gz", joined(named, "x".repeat(3_000_000).getBytes(UTF_8)), cutOff);
    add("bomb.csv.gz", bomb(), TOO_FAR);
    add("twice.csv.gz.gz", gzip(whole), "This gzip archive holds another one");
    add("book.xlsx.gz", gzip(new WorkbookSample().sheet("A", CELLS).bytes()), "holds a workbook");
    add("page.html.gz", gzip("<html></html>".getBytes(UTF_8)), "This is a web page");
    add("empty.csv.gz", gzip(new byte[0]), "The file is empty.");
    add("header.csv.gz", gzip(HEADER.getBytes(UTF_8)), "a header and no rows");
  }

  private static byte[] spoiled(byte[] file, int position) {
    byte[] spoiled = file.clone();
    spoiled[position] ^= (byte) 0xE1;
    return spoiled;
  }

  /// 64 MB of rows in 64 KB.
  private static byte[] bomb() {
    return written(out -> {
      try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
        gzip.write(HEADER.getBytes(UTF_8));
        byte[] rows = GOOD.repeat(50_000).getBytes(UTF_8);
        for (int i = 0; i < 60; i++) {
          gzip.write(rows);
        }
      }
    });
  }

  private void packages() {
    add("files.zip", zip(Map.of("contacts.csv", HEADER.getBytes(UTF_8))), "This is a ZIP archive");
    Map<String, byte[]> open = new LinkedHashMap<>();
    open.put("mimetype", "application/vnd.oasis.opendocument.spreadsheet".getBytes(UTF_8));
    open.put("content.xml", "<x/>".getBytes(UTF_8));
    byte[] stored = zip(open);
    add("sheet.ods", withPlainMimetype(stored), "OpenDocument");
    add("nothing.zip", zip(Map.of("a/", new byte[0])), "This is a ZIP archive");
    add("four-bytes.xlsx", new byte[] {'P', 'K', 3, 4}, "This workbook ends before its content");
    byte[] book = new WorkbookSample().sheet("A", CELLS).bytes();
    add("cut.xlsx", Arrays.copyOf(book, book.length / 2), "This workbook ends before its content");
    add("cut-at-its-end.xlsx", Arrays.copyOf(book, book.length - 4), "ends before its content");
    add(
        "binary.xlsb",
        zip(Map.of("xl/workbook.bin", new byte[] {1})),
        "This is an Excel workbook in binary form");
    add("old.xls", container(""), "the form that Excel used before 2007");
    add("locked.xlsx", container("EncryptedPackage"), "This workbook is locked with a password");
    hex("cut.xls", "D0CF11E0A1B11AE1", "the form that Excel used before 2007");
    Map<String, byte[]> many = new LinkedHashMap<>();
    for (int i = 0; i < 30_000; i++) {
      many.put("part-with-a-long-name-" + i, new byte[0]);
    }
    add("many-parts.xlsx", zip(many), DAMAGED);
    byte[] encrypted = book.clone();
    setFlags(encrypted);
    add("encrypted-parts.xlsx", encrypted, "This workbook is locked with a password");
  }

  /// The first member of such files is not compressed.
  private static byte[] withPlainMimetype(byte[] archive) {
    return joined(
        new byte[] {'P', 'K', 3, 4},
        "mimetypeapplication/vnd.oasis.opendocument.spreadsheet".getBytes(UTF_8),
        archive);
  }

  private static byte[] container(String stream) {
    byte[] file = new byte[4_608];
    byte[] mark = HexFormat.of().parseHex("D0CF11E0A1B11AE1");
    System.arraycopy(mark, 0, file, 0, mark.length);
    file[30] = 9;
    file[48] = 1;
    byte[] name = stream.getBytes(UTF_16LE);
    System.arraycopy(name, 0, file, 1_024 + 128, name.length);
    return file;
  }

  /// Says of every part that a password is needed.
  private static void setFlags(byte[] zip) {
    for (int i = 0; i + 10 < zip.length; i++) {
      if (zip[i] == 'P' && zip[i + 1] == 'K') {
        int flags = zip[i + 2] == 1 && zip[i + 3] == 2 ? 8 : zip[i + 2] == 3 ? 6 : 0;
        if (flags > 0) {
          zip[i + flags] |= 1;
        }
      }
    }
  }

  private static byte[] book(String part, String content) {
    Map<String, byte[]> parts = new WorkbookSample().sheet("A", CELLS).parts();
    parts.put(part, content.getBytes(UTF_8));
    return zip(parts);
  }

  private static byte[] without(String part) {
    Map<String, byte[]> parts = new WorkbookSample().sheet("A", CELLS).parts();
    parts.remove(part);
    return zip(parts);
  }

  private void workbooks() {
    String sheet = "xl/worksheets/sheet1.xml";
    add("no-workbook.xlsx", without("xl/workbook.xml"), "This is a ZIP archive");
    add("no-relations.xlsx", without("xl/_rels/workbook.xml.rels"), DAMAGED);
    add("no-sheet.xlsx", without(sheet), DAMAGED);
    add("no-sheets.xlsx", new WorkbookSample().bytes(), "This workbook has no sheet");
    add("charts.xlsx", book("xl/workbook.xml", "<workbook><sheets/></workbook>"), "no sheet");
    add("sheet-not-xml.xlsx", book(sheet, "Ana,Ruiz"), DAMAGED);
    add("sheet-empty-part.xlsx", book(sheet, ""), DAMAGED);
    add("workbook-not-xml.xlsx", book("xl/workbook.xml", "{}"), DAMAGED);
    String open = "<worksheet><sheetData>" + CELLS;
    add("sheet-cut.xlsx", book(sheet, open), DAMAGED);
    add("sheet-cut-in-a-cell.xlsx", book(sheet, open + "<row><c t=\"str\"><v>An"), DAMAGED);
    add("sheet-crossed.xlsx", book(sheet, open + "<row><c></row></c>"), DAMAGED);
    String outside = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>";
    String cell = "<row><c t=\"str\"><v>&e;</v></c></row></sheetData></worksheet>";
    add("entity.xlsx", book(sheet, outside + open + cell), ENTITIES);
    add("entity-workbook.xlsx", book("xl/workbook.xml", outside + "<workbook/>"), ENTITIES);
    add(
        "entity-relations.xlsx",
        book("xl/_rels/workbook.xml.rels", outside + "<Relationships/>"),
        ENTITIES);
    add("entity-styles.xlsx", book("xl/styles.xml", outside + "<styleSheet/>"), ENTITIES);
    add("entity-undeclared.xlsx", book(sheet, open + cell), "This workbook");
    add(
        "entity-outer.xlsx",
        book(sheet, "<!DOCTYPE x SYSTEM \"http://127.0.0.1/x.dtd\">" + open + cell),
        ENTITIES);
    String laughs =
        "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\"><!ENTITY e \"&b;&b;&b;\">]>";
    add("laughs.xlsx", book(sheet, laughs + open + cell), ENTITIES);
    add("deep.xlsx", book(sheet, "<x>".repeat(50_000)), DAMAGED);
    add("bomb.xlsx", book(sheet, open + "<row/>".repeat(4_000_000)), TOO_FAR);
    byte[] damaged = new WorkbookSample().sheet("A", random()).bytes();
    Arrays.fill(damaged, damaged.length / 2, damaged.length / 2 + 200, (byte) 0xFF);
    add("damaged.xlsx", damaged, DAMAGED);
  }

  private static String random() {
    StringBuilder rows = new StringBuilder(CELLS);
    Random random = new Random(3);
    for (int i = 3; i < 3_000; i++) {
      rows.append(row(i, "A" + random.nextLong(), "R" + random.nextLong(), "1"));
    }
    return rows.toString();
  }

  private void cellsOfWorkbooks() {
    sheet("sheet-empty.xlsx", "", "This sheet is empty.");
    sheet("sheet-blank.xlsx", "<row/><row r=\"7\"><c r=\"A7\"/></row>", "This sheet is empty.");
    sheet("sheet-header.xlsx", row(1, "First Name", "Last Name"), "a header and no rows");
    sheet("no-such-text.xlsx", CELLS + cells(3, "<c t=\"s\"><v>7</v></c>"), "Line 3: " + DAMAGED);
    sheet("text-by-name.xlsx", CELLS + cells(3, "<c t=\"s\"><v>x</v></c>"), "Line 3: " + DAMAGED);
    sheet("no-number.xlsx", CELLS + cells(3, "<c><v>seven</v></c>"), "Line 3: " + DAMAGED);
    sheet("far-column.xlsx", CELLS + cells(3, "<c r=\"XFD3\"><v>7</v></c>"), "1000 columns");
    sheet("no-column.xlsx", CELLS + cells(3, "<c r=\"ZZZZZZZZZ3\"><v>7</v></c>"), "1000 columns");
    sheet("many-columns.xlsx", CELLS + cells(3, "<c><v>7</v></c>".repeat(2_000)), "1000 columns");
    sheet("long-text.xlsx", CELLS + row(3, "x".repeat(70_000)), "65,536 characters");
    sheet("endless-text.xlsx", CELLS + row(3, "x".repeat(3_000_000)), DAMAGED);
    sheet(
        "endless-section.xlsx",
        CELLS + row(3, "<![CDATA[" + "<".repeat(3_000_000) + "]]>"),
        DAMAGED);
    sheet("endless-attribute.xlsx", CELLS + "<row r=\"" + "1".repeat(3_000_000) + "\"/>", DAMAGED);
    sheet(
        "long-row.xlsx",
        CELLS
            + row(3, "x".repeat(30_000)).replace("</row>", "")
            + "<c t=\"inlineStr\"><is><t>%s</t></is></c>".formatted("y".repeat(60_000)).repeat(20)
            + "</row>",
        "1,048,576 characters");
    sheet("beside.xlsx", CELLS + row(3, "a", "b", "1", "", "beside"), "up to column 5");
    sheet(
        "error.xlsx",
        CELLS + cells(3, "<c t=\"e\"><v>#REF!</v></c>", "<c t=\"str\"><v>Gil</v></c>"),
        "the error #REF! instead of a value");
    sheet(
        "formula.xlsx",
        CELLS + cells(3, "<c><f>HYPERLINK(\"http://127.0.0.1\")</f></c>"),
        "a formula without its result");
    sheet(
        "digits.xlsx",
        CELLS
            + cells(
                3,
                "<c t=\"str\"><v>a</v></c><c t=\"str\"><v>b</v></c><c><v>4.9151123456789E+17</v></c>"),
        "more than 15 digits");
  }

  private void sheet(String name, String rows, String words) {
    add(name, new WorkbookSample().sheet("A", rows).bytes(), words);
  }
}
