package dev.callbook.csvimport;

import dev.callbook.access.Division;
import dev.callbook.access.Scope;
import dev.callbook.csvimport.reading.ColumnGuess;
import dev.callbook.csvimport.reading.ColumnGuesses;
import dev.callbook.csvimport.reading.CsvRow;
import dev.callbook.csvimport.reading.DataFile;
import dev.callbook.csvimport.reading.ImportField;
import dev.callbook.csvimport.reading.OrganizationGuesses;
import dev.callbook.csvimport.reading.Reason;
import dev.callbook.csvimport.reading.Trouble;
import dev.callbook.csvimport.reading.UnreadableFile;
import dev.callbook.customfield.SchemaField;
import dev.callbook.customfield.SchemaKind;
import dev.callbook.externalsource.ExternalSources;
import dev.callbook.phone.PhoneNumbers;
import dev.callbook.phone.Region;
import dev.callbook.platform.Announcements;
import dev.callbook.platform.Ids;
import dev.callbook.wire.FieldError;
import dev.callbook.wire.Problem;
import dev.callbook.wire.Refusal.Conflict;
import dev.callbook.wire.Refusal.Invalid;
import dev.callbook.wire.Refusal.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
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
  /// @param reading how the file is read
  /// @param kind what the rows are
  public record Choice(
      @Nullable List<ImportField> columns,
      String source,
      List<MatchKey> matchOn,
      boolean runAtOnce,
      List<String> customFields,
      SeveralMatches several,
      @Nullable UUID saved,
      ReadingRules reading,
      ImportKind kind) {
    public Choice(
        @Nullable List<ImportField> columns,
        String source,
        List<MatchKey> matchOn,
        boolean runAtOnce,
        ReadingRules reading,
        ImportKind kind) {
      this(
          columns,
          source,
          matchOn,
          runAtOnce,
          List.of(),
          SeveralMatches.REJECT,
          null,
          reading,
          kind);
    }

    Choice(
        List<TargetField> targets,
        List<MatchKey> matchOn,
        String source,
        boolean runAtOnce,
        ReadingRules reading,
        ImportKind kind) {
      this(
          ColumnWords.fields(targets),
          source,
          matchOn,
          runAtOnce,
          ColumnWords.customFields(targets),
          SeveralMatches.REJECT,
          null,
          reading,
          kind);
    }
  }

  /// The rights an import needs in its division.
  ///
  /// @param add to add contacts; null where the rows are none, as `edit`, to correct them
  /// @param addOrganizations to add organizations; null where the owner may not, as
  ///   `editOrganizations`, to correct them
  public record Rights(
      @Nullable Scope add,
      @Nullable Scope edit,
      @Nullable Scope addOrganizations,
      @Nullable Scope editOrganizations) {
    /// @throws Invalid naming `division.id` if contacts may not be written there
    void check(String division) {
      if (add != null && edit != null) {
        add.divisionToWrite(Optional.of(division));
        edit.divisionToWrite(Optional.of(division));
      }
    }

    /// @param corrects whether stored ones are corrected too
    /// @throws Invalid naming `columns` if organizations may not be written, or `division.id` if
    ///   not there
    void checkOrganizations(String division, boolean corrects) {
      if (addOrganizations == null) {
        throw refused("columns", "forbidden", Reason.of(Trouble.NO_RIGHT_TO_ORGANIZATIONS));
      }
      addOrganizations.divisionToWrite(Optional.of(division));
      if (corrects && editOrganizations == null) {
        throw refused("columns", "forbidden", Reason.of(Trouble.NO_RIGHT_TO_CORRECT_ORGANIZATIONS));
      }
      if (corrects && editOrganizations != null) {
        editOrganizations.divisionToWrite(Optional.of(division));
      }
    }
  }

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
            "file",
            "too.long",
            Reason.of(Trouble.FILE_TOO_LARGE, sizes.maxFileBytes() / 1_000_000));
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
    try (DataFile file = DataFile.open(uploads.open(scope, id), null)) {
      // Of a workbook's sheets the first may be a title page.
      if (file.sheets().size() < 2 && !file.hasNext()) {
        throw new UnreadableFile(Trouble.ONLY_A_HEADER);
      }
    } catch (UnreadableFile refusal) {
      throw refused(refusal);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  static Invalid refused(UnreadableFile refusal) {
    return new Invalid("file", "unreadable", refusal.in(Locale.ENGLISH), new Problem.Said(refusal));
  }

  private static Invalid refused(String field, String rule, Reason reason) {
    return new Invalid(List.of(error(field, rule, reason)));
  }

  private static FieldError error(String field, String rule, Reason reason) {
    return new FieldError(field, rule, reason.in(Locale.ENGLISH), new Problem.Said(reason));
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
    ImportSettings settings = it.settings();
    return table(
            scope,
            it,
            settings == null ? null : settings.reading().sheet(),
            settings == null ? null : settings.kind())
        .columns();
  }

  /// What a file looks like.
  ///
  /// @param columns as [#columns]
  /// @param sheets of a workbook; empty for other files
  /// @param sheet the one that the columns are of; null for other files
  /// @param looksHeadless whether the first row looks like a contact rather than like names
  /// @param kind what its rows are, or most likely are
  public record Table(
      List<Column> columns,
      List<String> sheets,
      @Nullable String sheet,
      boolean looksHeadless,
      ImportKind kind) {}

  /// What the file, or one sheet of it, looks like.
  ///
  /// @param sheet null for the first
  /// @param wanted what its rows are; null where the columns' names must tell
  /// @throws Invalid naming `file` if there is no such sheet, or nothing in it
  public Table table(Scope scope, Import it, @Nullable String sheet, @Nullable ImportKind wanted) {
    try (DataFile file = DataFile.open(uploads.open(scope, it.id()), sheet)) {
      List<List<String>> sample = new ArrayList<>();
      while (sample.size() < SAMPLE_ROWS && file.hasNext()) {
        if (file.next() instanceof CsvRow.Regular row) {
          sample.add(row.cells());
        }
      }
      ImportKind kind = wanted == null ? kind(file.header()) : wanted;
      ImportSettings decided = decided(it, file, kind);
      List<Column> columns =
          Column.of(
              file.header(),
              sample,
              decided == null ? guesses(it, file.header(), sample, kind) : decided.columns(),
              decided == null ? List.of() : decided.customFields());
      boolean looksHeadless = ColumnGuesses.looksLikeData(file.header(), numbers, region(it));
      return new Table(columns, file.sheets(), file.sheet(), looksHeadless, kind);
    } catch (UnreadableFile refusal) {
      throw refused(refusal);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /// What was decided about the file, if it is the same sheet; else null.
  private static @Nullable ImportSettings decided(Import it, DataFile file, ImportKind kind) {
    ImportSettings settings = it.settings();
    return settings != null
            && settings.kind() == kind
            && Objects.equals(settings.reading().sheet(), file.sheet())
            && settings.columns().size() == file.header().size()
        ? settings
        : null;
  }

  private static Region region(Import it) {
    return Region.find(it.region()).orElseThrow();
  }

  private static ImportKind kind(List<String> header) {
    return OrganizationGuesses.areOrganizations(header)
        ? ImportKind.ORGANIZATIONS
        : ImportKind.CONTACTS;
  }

  private List<ImportField> guesses(
      Import it, List<String> header, List<List<String>> sample, ImportKind kind) {
    if (kind == ImportKind.ORGANIZATIONS) {
      return OrganizationGuesses.of(header);
    }
    return ColumnGuesses.of(header, sample, numbers, region(it)).stream()
        .map(Imports::harmless)
        .toList();
  }

  /// A guess must not switch a permission on, nor send rows into divisions unasked.
  private static ImportField harmless(ColumnGuess guess) {
    return guess.needsConfirmation() || guess.field() == ImportField.DIVISION
        ? ImportField.IGNORE
        : guess.field();
  }

  /// @param sheet null or blank for the first
  /// @param region null or blank for the one of whoever brought the file
  /// @param timeZone null or blank for UTC
  /// @throws Invalid naming `region` if there is no such country, or `timeZone`
  static ReadingRules reading(
      @Nullable String sheet,
      @Nullable String region,
      @Nullable String timeZone,
      List<ColumnRule> columns) {
    if (region != null && !region.isBlank() && Region.find(region.strip()).isEmpty()) {
      throw refused("region", "unknown", Reason.of(Trouble.NO_SUCH_REGION));
    }
    return new ReadingRules(
        sheet == null || sheet.isBlank() ? null : sheet,
        region == null ? null : Region.find(region.strip()).map(Region::code).orElse(null),
        columns,
        timeZone == null || timeZone.isBlank() ? null : zone(timeZone.strip()));
  }

  private static String zone(String name) {
    return ZoneId.getAvailableZoneIds().stream()
        .filter(zone -> zone.equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(() -> refused("timeZone", "unknown", Reason.of(Trouble.NO_SUCH_TIME_ZONE)));
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
    rights.check(division);
    Table table = table(scope, it, choice.reading().sheet(), choice.kind());
    ReadingRules reading = choice.reading().ofSheet(table.sheet());
    List<ImportField> fields =
        choice.columns() == null
            ? table.columns().stream().map(Column::field).toList()
            : List.copyOf(choice.columns());
    FieldRules.check(choice.kind(), fields, reading, table.columns().size());
    checkKeys(choice);
    boolean corrects =
        choice.kind() == ImportKind.ORGANIZATIONS
            || fields.stream().anyMatch(ImportField::describesOrganization);
    if (fields.stream().anyMatch(ImportField::isOfOrganization)) {
      rights.checkOrganizations(division, corrects);
    }
    String source = choice.source().isBlank() ? "Import" : choice.source().strip();
    if (source.length() > MAX_NAME) {
      throw refused("source", "too.long", Reason.of(Trouble.SOURCE_TOO_LONG, MAX_NAME));
    }
    List<String> customFields =
        choice.columns() == null ? keptCustomFields(it) : choice.customFields();
    UUID sourceId = sources.named(scope, source);
    List<UUID> divisions =
        fields.contains(ImportField.DIVISION)
            ? divisions(scope, rights, fields, corrects)
            : List.of();
    ImportSettings settings =
        new ImportSettings(
            fields,
            sourceId,
            choice.matchOn(),
            choice.runAtOnce(),
            customFields,
            customColumns.schemaOf(scope, SchemaKind.CONTACT, fields, customFields),
            choice.several(),
            reading,
            choice.kind(),
            customColumns.schemaOf(scope, SchemaKind.ORGANIZATION, fields, customFields));
    if (!store.check(scope, id, goal.id(), divisions, settings, choice.saved(), clock.instant())) {
      throw new Conflict("state", "This import runs already, or is over.");
    }
    announcements.publish(ImportWorker.TOPIC, id.toString());
    return get(scope, id);
  }

  /// Where rows may go: wherever the owner has all rights that their columns need.
  private static List<UUID> divisions(
      Scope scope, Rights rights, List<ImportField> fields, boolean corrects) {
    boolean adds = fields.stream().anyMatch(ImportField::isOfOrganization);
    Scope all =
        Stream.of(
                rights.add(),
                rights.edit(),
                adds ? rights.addOrganizations() : null,
                corrects ? rights.editOrganizations() : null)
            .filter(Objects::nonNull)
            .reduce(scope, Scope::and);
    return all.divisions().stream().map(division -> division.id().value()).toList();
  }

  private static List<String> keptCustomFields(Import it) {
    return it.settings() == null ? List.of() : it.settings().customFields();
  }

  /// Rows are recognised by what they have.
  private static void checkKeys(Choice choice) {
    for (MatchKey key : choice.matchOn()) {
      if (!key.fits(choice.kind())) {
        throw refused(
            "matchOn",
            "invalid.value",
            Reason.of(
                choice.kind() == ImportKind.CONTACTS
                    ? Trouble.KEY_OF_ORGANIZATIONS
                    : Trouble.KEY_OF_CONTACTS));
      }
    }
  }

  /// The custom fields that a column can become.
  public List<SchemaField> customFields(Scope scope, SchemaKind kind) {
    return customColumns.all(scope, kind);
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

  /// Lets it rest where it stands, for as long as nobody takes it up again.
  ///
  /// @throws Conflict unless somebody works on it, or will
  @Transactional
  public Import pause(Scope scope, UUID id) {
    get(scope, id);
    if (!store.pause(scope, id, clock.instant())) {
      throw new Conflict("state", "Only an import that is under way can be paused.");
    }
    return get(scope, id);
  }

  /// Takes a paused one up again: a run goes on where it stood, a dry run begins anew.
  ///
  /// @throws Conflict unless it is paused
  @Transactional
  public Import resume(Scope scope, UUID id) {
    get(scope, id);
    if (!store.resume(scope, id, clock.instant())) {
      throw new Conflict("state", "Only an import that is paused can be resumed.");
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
