package dev.callbook.csvimport.reading;

import dev.callbook.csvimport.reading.ColumnGuess.Ground;
import dev.callbook.csvimport.reading.ContactWords.Kind;
import dev.callbook.csvimport.reading.ContactWords.Meaning;
import dev.callbook.csvimport.reading.ImportField.Label;
import dev.callbook.phone.PhoneNumbers;
import dev.callbook.phone.Region;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/// Guesses what the columns of a file are: by their names, and where a name says nothing by a
/// sample of their cells.
public final class ColumnGuesses {
  private record Named(int column, FieldNames.Match match) {}

  private final Columns columns;
  private final PhoneNumbers numbers;
  private final Region region;
  private final List<ColumnGuess> guesses = new ArrayList<>();
  private final Set<ImportField> taken = EnumSet.noneOf(ImportField.class);

  private ColumnGuesses(Columns columns, PhoneNumbers numbers, Region region) {
    this.columns = columns;
    this.numbers = numbers;
    this.region = region;
    for (int column = 0; column < columns.count(); column++) {
      guesses.add(new ColumnGuess(column, ImportField.IGNORE, Ground.NOTHING, false));
    }
  }

  /// One guess for each column, in their order.
  ///
  /// @param header names of the columns
  /// @param sample some of the rows, each with one cell for each column
  /// @param region whose phone numbers may come without a country code
  public static List<ColumnGuess> of(
      List<String> header, List<List<String>> sample, PhoneNumbers numbers, Region region) {
    Columns columns = new Columns(header, sample);
    ColumnGuesses guesses = new ColumnGuesses(columns, numbers, region);
    guesses.takeNames();
    guesses.takePhonesAndEmails();
    guesses.takeValues();
    guesses.takeWhatBelongsToPhones();
    NameColumns.settle(guesses.guesses, columns);
    return List.copyOf(guesses.guesses);
  }

  /// Whether the first row looks like a contact rather than like names of columns: the file may
  /// have no header.
  public static boolean looksLikeData(List<String> firstRow, PhoneNumbers numbers, Region region) {
    return firstRow.stream()
        .anyMatch(cell -> ValueKind.of(List.of(cell), numbers, region) != ValueKind.TEXT);
  }

  private void takeNames() {
    List<Named> named = new ArrayList<>();
    for (int i = 0; i < columns.count(); i++) {
      int column = i;
      FieldNames.find(columns.name(column)).ifPresent(it -> named.add(new Named(column, it)));
    }
    // The surest name first; of two alike the left one, for sorting keeps their order.
    named.sort(Comparator.comparingInt(it -> it.match().rank()));
    for (Named it : named) {
      if (!taken.contains(it.match().field())) {
        take(it.column(), it.match().field(), Ground.NAME);
      }
    }
  }

  private void takePhonesAndEmails() {
    forEachMeaning(
        (column, meaning) -> {
          Optional<Label> label = meaning.label().or(() -> columns.labelBeside(column));
          label.ifPresent(it -> take(column, field(meaning.kind(), it), Ground.NAME));
        },
        Set.of(Kind.PHONE, Kind.EMAIL));
    forEachMeaning(
        (column, meaning) -> {
          if (isFree(column)) {
            take(column, firstFree(meaning.kind()), Ground.NAME);
          }
        },
        Set.of(Kind.PHONE, Kind.EMAIL));
  }

  private void takeValues() {
    for (int column = 0; column < columns.count(); column++) {
      if (!isFree(column) || columns.isUnderstood(column)) {
        continue;
      }
      ImportField field =
          switch (ValueKind.of(columns.cells(column), numbers, region)) {
            case EMAIL -> firstFree(Kind.EMAIL);
            case PHONE -> firstFree(Kind.PHONE);
            case MOBILE_PHONE -> ImportField.CELL_PHONE;
            case URL ->
                taken.contains(ImportField.EXTERNAL_SYSTEM_URL)
                    ? ImportField.IGNORE
                    : ImportField.EXTERNAL_SYSTEM_URL;
            case DATE, TEXT -> ImportField.IGNORE;
          };
      if (field != ImportField.IGNORE) {
        take(column, field, Ground.VALUES);
      }
    }
  }

  /// Extensions and permissions; without a word that says whose, those of the number to their left.
  private void takeWhatBelongsToPhones() {
    forEachMeaning(
        (column, meaning) ->
            meaning
                .label()
                .or(() -> phoneBefore(column))
                .ifPresent(label -> take(column, ImportField.extension(label), Ground.NAME)),
        Set.of(Kind.EXTENSION));
    forEachMeaning(
        (column, meaning) ->
            meaning
                .label()
                .or(() -> phoneBefore(column))
                .ifPresent(label -> take(column, ImportField.smsPermission(label), Ground.NAME)),
        Set.of(Kind.SMS_PERMISSION));
  }

  private Optional<Label> phoneBefore(int column) {
    for (int i = column - 1; i >= 0; i--) {
      for (Label label : Label.values()) {
        if (guesses.get(i).field() == ImportField.phone(label)) {
          return Optional.of(label);
        }
      }
    }
    return Optional.empty();
  }

  private void forEachMeaning(BiConsumer<Integer, Meaning> action, Set<Kind> kinds) {
    for (int column = 0; column < columns.count(); column++) {
      Optional<Meaning> meaning = columns.meaning(column);
      if (isFree(column) && meaning.isPresent() && kinds.contains(meaning.get().kind())) {
        action.accept(column, meaning.get());
      }
    }
  }

  private static ImportField field(Kind kind, Label label) {
    return kind == Kind.EMAIL ? ImportField.email(label) : ImportField.phone(label);
  }

  /// A number or address of which nothing more is known is the one at work, unless another is that.
  private ImportField firstFree(Kind kind) {
    ImportField work = field(kind, Label.WORK);
    return taken.contains(work) ? field(kind, Label.OTHER) : work;
  }

  private boolean isFree(int column) {
    return guesses.get(column).field() == ImportField.IGNORE;
  }

  private void take(int column, ImportField field, Ground ground) {
    boolean permission = field.kind() == ImportField.Kind.SMS_PERMISSION;
    guesses.set(column, new ColumnGuess(column, field, ground, permission));
    taken.add(field);
  }
}
