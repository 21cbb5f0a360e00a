package dev.callbook.csvimport;

import dev.callbook.access.Division;
import dev.callbook.access.Scope;
import dev.callbook.csvimport.reading.ColumnGuess;
import dev.callbook.csvimport.reading.ColumnGuesses;
import dev.callbook.csvimport.reading.CsvFile;
import dev.callbook.csvimport.reading.CsvRow;
import dev.callbook.csvimport.reading.ImportField;
import dev.callbook.csvimport.reading.UnreadableFile;
import dev.callbook.customfield.SchemaField;
import dev.callbook.externalsource.ExternalSources;
import dev.callbook.phone.PhoneNumbers;
import dev.callbook.phone.Region;
import dev.callbook.platform.Announcements;
import dev.callbook.platform.Ids;
import dev.callbook.wire.FieldError;
import dev.callbook.wire.Refusal.Conflict;
import dev.callbook.wire.Refusal.Invalid;
import dev.callbook.wire.Refusal.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The rules of imports; the only door for other features.
@ApplicationScoped
public class Imports {
  private static final int SAMPLE_ROWS = 200;
  private static final int MAX_NAME = 200;

  /// What an import's owner may decide.
  ///
  /// @param columns what each column becomes; null to take the guesses
  /// @param source the name of the external source that external ids come from
  /// @param customFields for each column the custom field that it becomes; empty where there are
  ///   none
  /// @param several what becomes of a row that fits several contacts
  /// @param saved the saved settings that all this comes from
  public record Choice(
      @Nullable List<ImportField> columns,
      String source,
      List<MatchKey> matchOn,
      boolean runAtOnce,
      List<String> customFields,
      SeveralMatches several,
      @Nullable UUID saved) {
    public Choice(
        @Nullable List<ImportField> columns,
        String source,
        List<MatchKey> matchOn,
        boolean runAtOnce) {
      this(columns, source, matchOn, runAtOnce, List.of(), SeveralMatches.REJECT, null);
    }

    Choice(List<TargetField> targets, List<MatchKey> matchOn, String source, boolean runAtOnce) {
      this(
          ColumnWords.fields(targets),
          source,
          matchOn,
          runAtOnce,
          ColumnWords.customFields(targets),
          SeveralMatches.REJECT,
          null);
    }
  }

  /// The rights an import needs in its division.
  ///
  /// @param add to add contacts @param edit to correct them @param addOrganizations to add
  ///   organizations; null where the owner may not
  public record Rights(Scope add, Scope edit, @Nullable Scope addOrganizations) {}

  private final ImportStore store;
  private final UploadStore uploads;
  private final ExternalSources sources;
  private final CustomColumns customColumns;
  private final RejectionStore rejections;
  private final PhoneNumbers numbers;
  private final Announcements announcements;
  private final ImportSizes sizes;
  private final Ids ids;
  private final Clock clock;

  Imports(
      ImportStore store,
      UploadStore uploads,
      ExternalSources sources,
      CustomColumns customColumns,
      RejectionStore rejections,
      PhoneNumbers numbers,
      Announcements announcements,
      ImportSizes sizes,
      Ids ids,
      Clock clock) {
    this.store = store;
    this.uploads = uploads;
    this.sources = sources;
    this.customColumns = customColumns;
    this.rejections = rejections;
    this.numbers = numbers;
    this.announcements = announcements;
    this.sizes = sizes;
    this.ids = ids;
    this.clock = clock;
  }

  /// Takes a file in. Nothing of it stays if it is refused.
  ///
  /// @param region for numbers without a country code
  /// @throws Invalid naming `file` and saying what is wrong with it
  public Import add(Scope scope, String fileName, String region, InputStream file) {
    UUID id = ids.next();
    store.begin(scope, id, shortened(fileName), region, clock.instant());
    boolean taken = false;
    try {
      long bytes = uploads.store(scope, id, file, sizes.maxFileBytes());
      if (bytes > sizes.maxFileBytes()) {
        throw refused(
            "too.long",
            "The file is larger than "
                + sizes.maxFileBytes() / 1_000_000
                + " MB. Split it and import the parts.");
      }
      store.arrived(scope, id, bytes);
      checkHeader(scope, id);
      taken = true;
      return get(scope, id);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } finally {
      if (!taken) {
        store.drop(scope, id);
      }
    }
  }

  static String shortened(String fileName) {
    String name =
        fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
    String tidy = name.strip().replaceAll("\\p{Cntrl}", "");
    return tidy.isEmpty() ? "file.csv" : tidy.substring(0, Math.min(255, tidy.length()));
  }

  private void checkHeader(Scope scope, UUID id) {
    try (CsvFile file = CsvFile.open(uploads.open(scope, id))) {
      if (!file.hasNext()) {
        throw refused("required", "The file has a header and no rows.");
      }
    } catch (UnreadableFile refusal) {
      throw refused("unreadable", String.valueOf(refusal.getMessage()));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static Invalid refused(String rule, String message) {
    return new Invalid("file", rule, message);
  }

  /// @throws NotFound if there is none within `scope`
  public Import get(Scope scope, UUID id) {
    return store.find(scope, id).orElseThrow(() -> new NotFound("import", id));
  }

  /// Newest first.
  ///
  /// @param olderThan the last id of the page before; null for the first page
  public List<Import> list(Scope scope, @Nullable UUID olderThan, int maxRows) {
    return store.list(scope, olderThan, maxRows);
  }

  /// The file's columns with what they most likely are, or, once that is decided, with what they
  /// become.
  public List<Column> columns(Scope scope, Import it) {
    try (CsvFile file = CsvFile.open(uploads.open(scope, it.id()))) {
      List<List<String>> sample = new ArrayList<>();
      while (sample.size() < SAMPLE_ROWS && file.hasNext()) {
        if (file.next() instanceof CsvRow.Regular row) {
          sample.add(row.cells());
        }
      }
      return Column.of(
          file.header(), sample, fields(it, file.header(), sample), keptCustomFields(it));
    } catch (UnreadableFile refusal) {
      throw refused("unreadable", String.valueOf(refusal.getMessage()));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private List<ImportField> fields(Import it, List<String> header, List<List<String>> sample) {
    return it.settings() != null
        ? it.settings().columns()
        : ColumnGuesses.of(header, sample, numbers, Region.find(it.region()).orElseThrow()).stream()
            .map(Imports::harmless)
            .toList();
  }

  /// A guess must not switch a permission on; and the division is chosen for the whole file.
  private static ImportField harmless(ColumnGuess guess) {
    return guess.needsConfirmation() || guess.field() == ImportField.DIVISION
        ? ImportField.IGNORE
        : guess.field();
  }

  /// The external sources there are, by name.
  public List<String> sources(Scope scope) {
    return sources.names(scope);
  }

  /// Orders the dry run; may be ordered again, with other choices, until the run.
  ///
  /// @param rights in the division named `division`, or `*`
  /// @throws Invalid naming `columns`, `source` or `division.id`
  /// @throws Conflict if it runs already
  @Transactional
  public Import check(Scope scope, UUID id, Rights rights, String division, Choice choice) {
    Import it = get(scope, id);
    Division goal = scope.divisionToWrite(Optional.of(division));
    rights.add().divisionToWrite(Optional.of(division));
    rights.edit().divisionToWrite(Optional.of(division));
    List<Column> columns = columns(scope, it);
    List<ImportField> fields =
        choice.columns() == null
            ? columns.stream().map(Column::field).toList()
            : List.copyOf(choice.columns());
    checkFields(fields, columns.size());
    if (fields.contains(ImportField.ORGANIZATION_NAME)) {
      checkMayAddOrganizations(rights, division);
    }
    String source = choice.source().isBlank() ? "Import" : choice.source().strip();
    if (source.length() > MAX_NAME) {
      throw new Invalid("source", "too.long", "A source's name has at most 200 characters.");
    }
    List<String> customFields =
        choice.columns() == null ? keptCustomFields(it) : choice.customFields();
    UUID sourceId = sources.named(scope, source);
    ImportSettings settings =
        new ImportSettings(
            fields,
            sourceId,
            choice.matchOn(),
            choice.runAtOnce(),
            customFields,
            customColumns.schemaOf(scope, fields, customFields),
            choice.several());
    if (!store.check(scope, id, goal.id(), settings, choice.saved(), clock.instant())) {
      throw new Conflict("state", "This import runs already, or is over.");
    }
    announcements.publish(ImportWorker.TOPIC, id.toString());
    return get(scope, id);
  }

  private static List<String> keptCustomFields(Import it) {
    return it.settings() == null ? List.of() : it.settings().customFields();
  }

  /// The custom fields that a column can become.
  public List<SchemaField> customFields(Scope scope) {
    return customColumns.all(scope);
  }

  private static void checkMayAddOrganizations(Rights rights, String division) {
    if (rights.addOrganizations() == null) {
      throw new Invalid(
          "columns",
          "forbidden",
          "You may not add external organizations: leave out the column that names them.");
    }
    rights.addOrganizations().divisionToWrite(Optional.of(division));
  }

  private static void checkFields(List<ImportField> fields, int columns) {
    List<FieldError> errors = new ArrayList<>();
    if (fields.size() != columns) {
      errors.add(
          new FieldError(
              "columns",
              "invalid.value",
              "The file has " + columns + " columns; " + fields.size() + " were named."));
    }
    Set<ImportField> seen = EnumSet.noneOf(ImportField.class);
    for (ImportField field : fields) {
      if (!seen.add(field) && !field.repeats()) {
        errors.add(
            new FieldError(
                "columns", "too.many", "Two columns are " + field + "; only one can be."));
      }
      if (field == ImportField.DIVISION) {
        errors.add(
            new FieldError(
                "columns",
                "invalid.value",
                "A file goes into one division, which is chosen for all its rows."));
      }
    }
    boolean isNamed = seen.contains(ImportField.FULL_NAME);
    if (!isNamed && !seen.contains(ImportField.LAST_NAME)) {
      errors.add(
          new FieldError(
              "columns",
              "required",
              "No column is the last name. Every contact needs a first and a last name."));
    } else if (!isNamed && !seen.contains(ImportField.FIRST_NAME)) {
      errors.add(
          new FieldError(
              "columns",
              "required",
              "No column is the first name. Every contact needs a first and a last name."));
    }
    if (!errors.isEmpty()) {
      throw new Invalid(errors);
    }
  }

  /// Orders the run of what the dry run found.
  ///
  /// @throws Conflict unless the dry run is done
  @Transactional
  public Import run(Scope scope, UUID id) {
    get(scope, id);
    if (!store.run(scope, id, clock.instant())) {
      throw new Conflict("state", "Only an import whose dry run is done can be run, once.");
    }
    announcements.publish(ImportWorker.TOPIC, id.toString());
    return get(scope, id);
  }

  /// Takes one that failed up again where it stood: what is applied is not applied again.
  ///
  /// @throws Conflict unless it failed
  @Transactional
  public Import retry(Scope scope, UUID id) {
    get(scope, id);
    if (!store.retry(scope, id, clock.instant())) {
      throw new Conflict("state", "Only an import that failed can be tried again.");
    }
    announcements.publish(ImportWorker.TOPIC, id.toString());
    return get(scope, id);
  }

  /// Imports that were ordered, as [ImportJobFilter] says.
  ///
  /// @param after the last of the page before; null for the first page
  List<Import> ordered(Scope scope, ImportJobFilter filter, @Nullable UUID after, int maxRows) {
    return store.ordered(scope, filter, after, maxRows);
  }

  /// Stops it for good. What is applied stays.
  ///
  /// @throws Conflict if it is over
  @Transactional
  public Import cancel(Scope scope, UUID id) {
    get(scope, id);
    if (!store.cancel(scope, id, clock.instant())) {
      throw new Conflict("state", "This import is over.");
    }
    return get(scope, id);
  }

  /// The first rejected rows with their reasons.
  public List<Rejection> rejections(Scope scope, Import it, int maxRows) {
    return rejections.first(scope, it.id(), maxRows);
  }
}
