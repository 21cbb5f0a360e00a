package dev.callbook.csvimport.reading;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An Excel workbook (.xlsx): its sheets, and what they share. Formulas are never calculated, nor
/// macros run; the results that are stored count. Source: ECMA-376 part 1, 18; part 2.
///
/// Not fastexcel-reader, whose parser this uses: that keeps all shared texts in memory, unpacks
/// without a limit, and makes room for a cell at whatever address stands there.
final class Workbook implements Closeable {
  private static final int MOST_SHEETS = 10_000;
  private static final String WORKBOOK = "xl/workbook.xml";

  /// @param relation by which the workbook refers to the part
  private record Sheet(String name, String relation, boolean isHidden) {}

  private final PackedParts parts;
  private final long bytes;
  private final List<Sheet> sheets = new ArrayList<>();
  private final Map<String, String> targets = new HashMap<>();
  private String sharedStrings = "xl/sharedStrings.xml";
  private String styles = "xl/styles.xml";
  private boolean is1904;

  private Workbook(PackedParts parts, long bytes) {
    this.parts = parts;
    this.bytes = bytes;
  }

  /// Opens an archive. A refusal closes it.
  ///
  /// @param prefix its first bytes
  /// @throws UnreadableFile if there is no workbook in it
  static Workbook open(SeekableByteChannel file, byte[] prefix) throws IOException {
    PackedParts parts = PackedParts.open(file);
    Workbook workbook = new Workbook(parts, file.size());
    try {
      if (parts.find("xl/workbook.bin").isPresent()) {
        throw new UnreadableFile(Trouble.BINARY_WORKBOOK);
      }
      String main = workbook.main().orElseThrow(() -> FileKind.archive(prefix));
      workbook.readRelations(main);
      workbook.readSheets(main);
      return workbook;
    } catch (IOException | RuntimeException e) {
      parts.close();
      throw e;
    }
  }

  /// Where the workbook proper is; usually where everybody has it.
  private Optional<String> main() throws IOException {
    if (parts.find(WORKBOOK).isPresent()) {
      return Optional.of(WORKBOOK);
    }
    Optional<TokenGuard> relations = parts.find("_rels/.rels");
    if (relations.isEmpty()) {
      return Optional.empty();
    }
    try (XmlPart part = new XmlPart(relations.get())) {
      for (String element = part.nextElement(); element != null; element = part.nextElement()) {
        String target = part.attribute("Target");
        if (element.equals("Relationship")
            && target != null
            && String.valueOf(part.attribute("Type")).endsWith("/officeDocument")
            && target.endsWith("workbook.xml")
            && parts.find(target).isPresent()) {
          return Optional.of(target);
        }
      }
    }
    return Optional.empty();
  }

  private void readRelations(String main) throws IOException {
    String folder = main.substring(0, main.lastIndexOf('/') + 1);
    String name = main.substring(folder.length());
    Optional<TokenGuard> relations = parts.find(folder + "_rels/" + name + ".rels");
    if (relations.isEmpty()) {
      throw new UnreadableFile(Trouble.WORKBOOK_BROKEN);
    }
    try (XmlPart part = new XmlPart(relations.get())) {
      for (String element = part.nextElement(); element != null; element = part.nextElement()) {
        String id = part.attribute("Id");
        String target = part.attribute("Target");
        if (!element.equals("Relationship") || id == null || target == null) {
          continue;
        }
        String path = target.startsWith("/") ? target : folder + target;
        String type = String.valueOf(part.attribute("Type"));
        if (type.endsWith("/sharedStrings")) {
          sharedStrings = path;
        } else if (type.endsWith("/styles")) {
          styles = path;
        } else if (type.endsWith("/worksheet") && targets.size() < MOST_SHEETS) {
          targets.put(id, path);
        }
      }
    }
  }

  private void readSheets(String main) throws IOException {
    try (XmlPart part = new XmlPart(parts.find(main).orElseThrow())) {
      for (String element = part.nextElement(); element != null; element = part.nextElement()) {
        if (element.equals("workbookPr")) {
          String flag = part.attribute("date1904");
          is1904 = "1".equals(flag) || "true".equals(flag);
        } else if (element.equals("sheet") && sheets.size() < MOST_SHEETS) {
          String name = part.attribute("name");
          String relation = part.attribute("id");
          String state = part.attribute("state");
          // Charts are sheets too; they have no cells.
          if (name != null && relation != null && targets.containsKey(relation)) {
            sheets.add(new Sheet(name, relation, state != null && !state.equals("visible")));
          }
        }
      }
    }
    if (sheets.isEmpty()) {
      throw new UnreadableFile(Trouble.WORKBOOK_WITHOUT_SHEETS);
    }
  }

  /// The sheets to choose from: all of them where all are hidden.
  List<String> sheetNames() {
    List<String> shown =
        sheets.stream().filter(sheet -> !sheet.isHidden()).map(Sheet::name).toList();
    return shown.isEmpty() ? sheets.stream().map(Sheet::name).toList() : shown;
  }

  /// Opens a sheet, with which the workbook is closed. So it is with a refusal.
  ///
  /// @param name null for the first one with anything in it
  SheetFile sheet(@Nullable String name) throws IOException {
    try {
      return name == null ? firstSheet() : openSheet(name);
    } catch (IOException | RuntimeException e) {
      parts.close();
      throw e;
    }
  }

  private SheetFile firstSheet() throws IOException {
    List<String> names = sheetNames();
    for (String name : names.subList(0, names.size() - 1)) {
      try {
        return openSheet(name);
      } catch (UnreadableFile refusal) {
        if (refusal.reason().trouble() != Trouble.SHEET_EMPTY) {
          throw refusal;
        }
      }
    }
    return openSheet(names.getLast());
  }

  private SheetFile openSheet(String name) throws IOException {
    Sheet sheet =
        sheets.stream()
            .filter(one -> one.name().equals(name))
            .findFirst()
            .orElseThrow(() -> new UnreadableFile(Trouble.NO_SUCH_SHEET));
    String path = String.valueOf(targets.get(sheet.relation()));
    XmlPart cells =
        new XmlPart(
            parts.find(path).orElseThrow(() -> new UnreadableFile(Trouble.WORKBOOK_BROKEN)));
    return new SheetFile(this, name, cells, parts.bytes(path));
  }

  CellFormats formats() throws IOException {
    Optional<TokenGuard> part = parts.find(styles);
    if (part.isEmpty()) {
      return new CellFormats();
    }
    try (XmlPart xml = new XmlPart(part.get())) {
      return CellFormats.read(xml);
    }
  }

  SharedStrings sharedStrings() throws IOException {
    return new SharedStrings(parts.find(sharedStrings).map(XmlPart::new).orElse(null));
  }

  boolean is1904() {
    return is1904;
  }

  /// How large the workbook's file is.
  long bytes() {
    return bytes;
  }

  @Override
  public void close() throws IOException {
    parts.close();
  }
}
