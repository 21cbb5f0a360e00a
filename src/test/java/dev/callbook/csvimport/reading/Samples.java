package dev.callbook.csvimport.reading;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.SeekableByteChannel;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/// Files as programs write them, in memory.
public final class Samples {
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String RELATIONS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String PACKAGE =
      "http://schemas.openxmlformats.org/package/2006/relationships";

  private Samples() {}

  static SeekableByteChannel channel(byte[] file) {
    return new SeekableInMemoryByteChannel(file);
  }

  public static byte[] gzip(byte[] text) {
    return written(out -> {
      try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
        gzip.write(text);
      }
    });
  }

  static byte[] zip(Map<String, byte[]> parts) {
    return written(out -> {
      try (ZipOutputStream zip = new ZipOutputStream(out)) {
        for (Map.Entry<String, byte[]> part : parts.entrySet()) {
          zip.putNextEntry(new ZipEntry(part.getKey()));
          zip.write(part.getValue());
        }
      }
    });
  }

  /// Something that writes.
  interface Writing {
    void to(OutputStream out) throws IOException;
  }

  static byte[] written(Writing writing) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      writing.to(bytes);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
    return bytes.toByteArray();
  }

  /// A workbook under construction. Cells are given as XML: `<c r="A1"><v>7</v></c>`.
  public static final class WorkbookSample {
    private final Map<String, byte[]> parts = new LinkedHashMap<>();
    private final StringBuilder sheets = new StringBuilder();
    private final StringBuilder relations = new StringBuilder();
    private final StringBuilder texts = new StringBuilder();
    private String properties = "";
    private String styles = "";
    private int count;

    /// @param rows `<row>` elements
    public WorkbookSample sheet(String name, String rows) {
      return sheet(name, "visible", rows);
    }

    WorkbookSample sheet(String name, String state, String rows) {
      count++;
      sheets.append(
          "<sheet name=\"%s\" sheetId=\"%d\" state=\"%s\" r:id=\"r%d\"/>"
              .formatted(name, count, state, count));
      relations.append(relation("r" + count, "worksheet", "worksheets/sheet" + count + ".xml"));
      return part(
          "xl/worksheets/sheet" + count + ".xml",
          "<worksheet xmlns=\"" + MAIN + "\"><sheetData>" + rows + "</sheetData></worksheet>");
    }

    private static String relation(String id, String type, String target) {
      return "<Relationship Id=\"%s\" Type=\"%s/%s\" Target=\"%s\"/>"
          .formatted(id, RELATIONS, type, target);
    }

    /// @param more `<si>` elements
    WorkbookSample texts(String more) {
      texts.append(more);
      return this;
    }

    /// @param formats `<numFmt>` elements
    /// @param cells `<xf>` elements
    WorkbookSample styles(String formats, String cells) {
      styles =
          "<styleSheet xmlns=\"%s\"><numFmts>%s</numFmts><cellXfs>%s</cellXfs></styleSheet>"
              .formatted(MAIN, formats, cells);
      return this;
    }

    WorkbookSample countedFrom1904() {
      properties = "<workbookPr date1904=\"1\"/>";
      return this;
    }

    /// Adds a part, or puts another in its place.
    WorkbookSample part(String name, String content) {
      parts.put(name, content.getBytes(UTF_8));
      return this;
    }

    /// All parts, to be spoiled.
    Map<String, byte[]> parts() {
      Map<String, byte[]> all = new LinkedHashMap<>();
      all.put(
          "[Content_Types].xml",
          "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"
              .getBytes(UTF_8));
      all.put(
          "xl/workbook.xml",
          "<workbook xmlns=\"%s\" xmlns:r=\"%s\">%s<sheets>%s</sheets></workbook>"
              .formatted(MAIN, RELATIONS, properties, sheets)
              .getBytes(UTF_8));
      StringBuilder links = new StringBuilder(relations);
      if (!texts.isEmpty()) {
        links.append(relation("rT", "sharedStrings", "sharedStrings.xml"));
        all.put(
            "xl/sharedStrings.xml",
            ("<sst xmlns=\"" + MAIN + "\">" + texts + "</sst>").getBytes(UTF_8));
      }
      if (!styles.isEmpty()) {
        links.append(relation("rS", "styles", "styles.xml"));
        all.put("xl/styles.xml", styles.getBytes(UTF_8));
      }
      all.put(
          "xl/_rels/workbook.xml.rels",
          ("<Relationships xmlns=\"" + PACKAGE + "\">" + links + "</Relationships>")
              .getBytes(UTF_8));
      all.putAll(parts);
      return all;
    }

    public byte[] bytes() {
      return zip(parts());
    }
  }

  /// A row of texts.
  public static String row(int number, String... cells) {
    StringBuilder row = new StringBuilder("<row r=\"" + number + "\">");
    for (String cell : cells) {
      row.append("<c t=\"inlineStr\"><is><t>").append(cell).append("</t></is></c>");
    }
    return row.append("</row>").toString();
  }

  /// A row of cells that are given as XML.
  static String cells(int number, String... cells) {
    return "<row r=\"" + number + "\">" + String.join("", cells) + "</row>";
  }
}
