package dev.callbook.csvimport.reading;

import dev.callbook.csvimport.reading.CellFormats.Format;
import dev.callbook.csvimport.reading.CsvRow.Flaw;
import dev.callbook.csvimport.reading.SheetFile.SheetRow;
import java.io.Closeable;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import org.jspecify.annotations.Nullable;

/// Reads a sheet's cells as text. Source: ECMA-376 part 1, 18.3.
final class SheetReader implements Closeable {
  private static final List<String> ERRORS =
      List.of("#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A");

  private final XmlPart part;
  private final SharedStrings shared;
  private final CellFormats formats;
  private final boolean is1904;
  private final StringBuilder text = new StringBuilder();
  private long line;

  /// The row under construction.
  private List<String> cells = new ArrayList<>();

  private List<Flaw> flaws = List.of();
  private int rowLength;
  private int column;

  SheetReader(XmlPart part, SharedStrings shared, CellFormats formats, boolean is1904) {
    this.part = part;
    this.shared = shared;
    this.formats = formats;
    this.is1904 = is1904;
  }

  /// How many bytes of the sheet are read, unpacked.
  long bytes() {
    return part.bytes();
  }

  /// The next row that has anything in it; null at the end.
  ///
  /// @param columns filled up with empty cells to so many
  @Nullable SheetRow next(int columns) throws IOException {
    for (int event = part.next(); event != XMLStreamConstants.END_DOCUMENT; event = part.next()) {
      if (event == XMLStreamConstants.START_ELEMENT && part.name().equals("row")) {
        readRow(columns);
        if (!flaws.isEmpty() || !cells.stream().allMatch(String::isBlank)) {
          while (cells.size() < columns) {
            cells.add("");
          }
          return new SheetRow(line, Collections.unmodifiableList(cells), flaws);
        }
      } else if (event == XMLStreamConstants.END_ELEMENT && part.name().equals("sheetData")) {
        return null;
      }
    }
    // A sheet of charts only has no cells; one that stops within them is not whole.
    throw new UnreadableFile(Trouble.WORKBOOK_BROKEN);
  }

  private void readRow(int columns) throws IOException {
    int number = Numbers.whole(part.attribute("r"));
    line = number > line ? number : line + 1;
    cells = new ArrayList<>(columns);
    flaws = List.of();
    rowLength = 0;
    column = -1;
    while (true) {
      int event = part.next();
      if (event == XMLStreamConstants.START_ELEMENT && part.name().equals("c")) {
        readCell();
      } else if (event == XMLStreamConstants.END_ELEMENT && part.name().equals("row")) {
        return;
      } else if (event == XMLStreamConstants.END_DOCUMENT) {
        throw new UnreadableFile(Trouble.WORKBOOK_BROKEN);
      }
    }
  }

  private void readCell() throws IOException {
    int named = columnOf(part.attribute("r"));
    // Cells stand in order; one that claims a place before its neighbour's is one further on.
    column = named > column ? named : column + 1;
    if (column >= CellCollector.MOST_COLUMNS) {
      throw UnreadableFile.at(line, Trouble.TOO_MANY_COLUMNS, CellCollector.MOST_COLUMNS);
    }
    String type = part.attribute("t");
    String style = part.attribute("s");
    boolean isCalculated = readContent();
    put(type == null ? "n" : type, style, isCalculated);
  }

  /// Reads the cell to its end, its text into `text`. @return whether it has a formula
  private boolean readContent() throws IOException {
    text.setLength(0);
    boolean isCalculated = false;
    while (true) {
      switch (part.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          switch (part.name()) {
            case "v" -> readValue();
            case "is" -> SharedStrings.readText(part, "is", text);
            case "f" -> isCalculated = true;
            default -> {}
          }
        }
        case XMLStreamConstants.END_ELEMENT -> {
          if (part.name().equals("c")) {
            return isCalculated;
          }
        }
        case XMLStreamConstants.END_DOCUMENT -> throw new UnreadableFile(Trouble.WORKBOOK_BROKEN);
        default -> {}
      }
    }
  }

  private void readValue() throws IOException {
    while (true) {
      switch (part.next()) {
        case XMLStreamConstants.END_ELEMENT -> {
          return;
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
            part.appendText(text);
        default -> throw new UnreadableFile(Trouble.WORKBOOK_BROKEN);
      }
    }
  }

  private void put(String type, @Nullable String style, boolean isCalculated) throws IOException {
    String stored = text.toString();
    if (stored.isEmpty()) {
      if (isCalculated && !type.equals("str")) {
        flaw(Trouble.FORMULA_WITHOUT_RESULT);
      }
      return;
    }
    switch (type) {
      case "s" -> {
        String found = shared.get(Numbers.whole(stored.strip()));
        if (found == null) {
          throw UnreadableFile.at(line, Trouble.WORKBOOK_BROKEN);
        }
        put(found);
      }
      case "b" -> put(stored.strip().equals("1") ? "true" : "false");
      case "e" -> flaw(Trouble.CELL_ERROR, ERRORS.contains(stored) ? stored : "#?");
      case "n" -> number(stored, formats.of(style));
      default -> put(stored);
    }
  }

  private void number(String stored, Format format) {
    Optional<BigDecimal> read = Numbers.read(stored);
    if (read.isEmpty()) {
      throw UnreadableFile.at(line, Trouble.WORKBOOK_BROKEN);
    }
    BigDecimal number = read.get();
    switch (format) {
      case Format.Date() -> put(Numbers.date(number, is1904).orElse(Numbers.plain(number)));
      case Format.Digits digits -> put(number, Numbers.digits(number, digits));
      case Format.Plain() -> put(number, Numbers.plain(number));
    }
  }

  private void put(BigDecimal number, String asText) {
    if (Numbers.hasLostDigits(number)) {
      flaw(Trouble.DIGITS_LOST);
    }
    put(asText);
  }

  private void put(String cell) {
    rowLength += cell.length();
    if (rowLength > CellCollector.LONGEST_ROW) {
      throw UnreadableFile.at(line, Trouble.ROW_TOO_LONG);
    }
    if (cell.indexOf('\0') >= 0) {
      flaw(Trouble.NUL_CHARACTER);
    }
    while (cells.size() < column) {
      cells.add("");
    }
    if (cells.size() == column) {
      cells.add(cell);
    }
  }

  private void flaw(Trouble trouble, Object... details) {
    if (flaws.isEmpty()) {
      flaws = new ArrayList<>();
    }
    flaws.add(new Flaw(column, Reason.of(trouble, details)));
  }

  /// The column of an address such as `C5`, from 0; -1 where there is none, or none that fits.
  private static int columnOf(@Nullable String address) {
    int number = 0;
    for (int i = 0; address != null && i < address.length(); i++) {
      char c = address.charAt(i);
      if (c < 'A' || c > 'Z') {
        break;
      }
      number = Math.min(CellCollector.MOST_COLUMNS + 1, 26 * number + c - 'A' + 1);
    }
    return number - 1;
  }

  @Override
  public void close() throws IOException {
    try (part) {
      shared.close();
    }
  }
}
