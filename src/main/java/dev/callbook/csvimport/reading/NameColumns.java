package dev.callbook.csvimport.reading;

import dev.callbook.csvimport.reading.ColumnGuess.Ground;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// Settles names that mean different things in different files, by the other columns and by the
/// cells.
final class NameColumns {
  private static final Set<String> SALUTATIONS =
      Set.of(
          "mr",
          "mrs",
          "ms",
          "miss",
          "mx",
          "dr",
          "prof",
          "herr",
          "frau",
          "sr",
          "sra",
          "srta",
          "don",
          "dona",
          "m",
          "mme",
          "mlle",
          "monsieur",
          "madame");

  private NameColumns() {}

  static void settle(List<ColumnGuess> guesses, Columns columns) {
    for (ColumnGuess guess : List.copyOf(guesses)) {
      guesses.set(guess.column(), settled(guess, guesses, columns));
    }
  }

  private static ColumnGuess settled(ColumnGuess guess, List<ColumnGuess> all, Columns columns) {
    return switch (guess.field()) {
      // Outlook's Title is Mr or Dr beside a Job Title, the German Titel too; everyone else's is a
      // job.
      case TITLE -> isAddress(guess, all, columns) ? with(guess, ImportField.SALUTATION) : guess;
      case IGNORE ->
          isTitle(columns.name(guess.column())) && isAddress(guess, all, columns)
              ? with(guess, ImportField.SALUTATION)
              : guess;
      // Name beside Vorname is the last name.
      case FULL_NAME ->
          has(all, ImportField.FIRST_NAME) && !has(all, ImportField.LAST_NAME)
              ? with(guess, ImportField.LAST_NAME)
              : guess;
      // Nombre or Nom alone, with both names in the cells.
      case FIRST_NAME -> alone(guess, ImportField.LAST_NAME, all, columns);
      case LAST_NAME -> alone(guess, ImportField.FIRST_NAME, all, columns);
      default -> guess;
    };
  }

  private static ColumnGuess alone(
      ColumnGuess guess, ImportField other, List<ColumnGuess> all, Columns columns) {
    boolean alone = !has(all, other) && !has(all, ImportField.FULL_NAME);
    return alone && most(columns.cells(guess.column()), cell -> cell.strip().contains(" "))
        ? with(guess, ImportField.FULL_NAME)
        : guess;
  }

  private static boolean isTitle(HeaderText name) {
    return FieldNames.find(name).filter(match -> match.field() == ImportField.TITLE).isPresent();
  }

  private static boolean isAddress(ColumnGuess guess, List<ColumnGuess> all, Columns columns) {
    return !has(all, ImportField.SALUTATION)
        && most(columns.cells(guess.column()), NameColumns::isSalutation);
  }

  private static boolean has(List<ColumnGuess> guesses, ImportField field) {
    return guesses.stream().anyMatch(guess -> guess.field() == field);
  }

  private static ColumnGuess with(ColumnGuess guess, ImportField field) {
    return new ColumnGuess(guess.column(), field, Ground.NAME, guess.needsConfirmation());
  }

  private static boolean isSalutation(String cell) {
    return HeaderText.of(cell).words().stream()
        .findFirst()
        .filter(SALUTATIONS::contains)
        .isPresent();
  }

  private static boolean most(List<String> cells, Predicate<String> such) {
    List<String> values = cells.stream().filter(cell -> !cell.isBlank()).toList();
    return !values.isEmpty() && 2 * values.stream().filter(such).count() > values.size();
  }
}
