package dev.callbook.csvimport.reading;

import dev.callbook.csvimport.reading.ContactWords.Meaning;
import dev.callbook.csvimport.reading.ImportField.Label;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The columns of a file: their names as words, and a sample of their cells.
final class Columns {
  private final List<HeaderText> names;
  private final List<List<String>> sample;

  Columns(List<String> header, List<List<String>> sample) {
    this.names = header.stream().map(HeaderText::of).toList();
    this.sample = sample;
  }

  int count() {
    return names.size();
  }

  HeaderText name(int column) {
    return names.get(column);
  }

  List<String> cells(int column) {
    return sample.stream().map(row -> row.get(column)).toList();
  }

  Optional<Meaning> meaning(int column) {
    return isSecondSpelling(column) ? Optional.empty() : ContactWords.read(name(column));
  }

  /// `workPhone.e164` beside `workPhone.display` is the same number again.
  private boolean isSecondSpelling(int column) {
    String phrase = name(column).phrase();
    String display = phrase.replace("e164", "display");
    return !display.equals(phrase)
        && names.stream().anyMatch(name -> name.phrase().equals(display));
  }

  /// Whether the name tells that the column is a field, or none of ours, so that its cells need not
  /// be asked.
  boolean isUnderstood(int column) {
    return ContactWords.read(name(column)).isPresent() || FieldNames.find(name(column)).isPresent();
  }

  /// Google writes `Mobile` beside a number, in a column of its own: `Phone 1 - Label` beside
  /// `Phone 1 - Value`. The label that most cells have counts for the column.
  Optional<Label> labelBeside(int column) {
    String phrase = name(column).phrase();
    if (!phrase.endsWith(" value")) {
      return Optional.empty();
    }
    String beside = phrase.substring(0, phrase.length() - "value".length());
    for (int i = 0; i < count(); i++) {
      String other = name(i).phrase();
      if (other.equals(beside + "label") || other.equals(beside + "type")) {
        return commonLabel(i);
      }
    }
    return Optional.empty();
  }

  private Optional<Label> commonLabel(int column) {
    Map<Label, Integer> counts = new HashMap<>();
    for (String cell : cells(column)) {
      ContactWords.label(HeaderText.of(cell))
          .ifPresent(label -> counts.merge(label, 1, Integer::sum));
    }
    return counts.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
  }
}
