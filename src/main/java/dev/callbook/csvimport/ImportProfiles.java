package dev.callbook.csvimport;

import dev.callbook.access.Scope;
import dev.callbook.change.Changes;
import dev.callbook.change.Changes.Step;
import dev.callbook.change.Subject;
import dev.callbook.csvimport.ColumnProfile.Mapping;
import dev.callbook.csvimport.ImportProfile.Draft;
import dev.callbook.csvimport.ImportProfile.Field;
import dev.callbook.csvimport.reading.ImportField;
import dev.callbook.platform.Ids;
import dev.callbook.wire.FieldError;
import dev.callbook.wire.Refusal.Conflict;
import dev.callbook.wire.Refusal.Invalid;
import dev.callbook.wire.Refusal.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The rules of saved ways to import.
@ApplicationScoped
public class ImportProfiles {
  private static final int MAX_NAME = 255;

  private final ImportProfileStore store;
  private final Changes changes;
  private final Ids ids;
  private final Clock clock;

  ImportProfiles(ImportProfileStore store, Changes changes, Ids ids, Clock clock) {
    this.store = store;
    this.changes = changes;
    this.ids = ids;
    this.clock = clock;
  }

  /// @throws NotFound if there is none
  public ImportProfile get(Scope scope, UUID id) {
    return store.find(scope, id).orElseThrow(() -> new NotFound("import settings", id));
  }

  /// @throws Invalid naming `settingsId` if there is none
  void require(Scope scope, UUID id) {
    if (store.find(scope, id).isEmpty()) {
      throw new Invalid("settingsId", "unknown", "There are no such import settings.");
    }
  }

  /// By id. @param name what the name begins with, whatever its case; null for any
  public List<ImportProfile> list(
      Scope scope, @Nullable String name, boolean newestFirst, @Nullable UUID after, int maxRows) {
    return store.list(scope, name, newestFirst, after, maxRows);
  }

  /// @throws Invalid naming the field whose rule is broken
  @Transactional
  public ImportProfile add(Scope scope, Draft draft) {
    ImportProfile added = new ImportProfile(ids.next(), checked(scope, draft), clock.instant(), 1);
    store.insert(scope, added);
    record(scope, added.id(), 1, null, added.draft());
    return added;
  }

  /// @throws NotFound if there is none
  /// @throws Invalid naming the field whose rule is broken
  @Transactional
  public ImportProfile correct(Scope scope, UUID id, Draft draft) {
    ImportProfile before =
        store.lock(scope, id).orElseThrow(() -> new NotFound("import settings", id));
    Draft checked = checked(scope, draft);
    if (before.draft().equals(checked)) {
      return before;
    }
    ImportProfile after = new ImportProfile(id, checked, before.createdAt(), before.version() + 1);
    store.update(scope, after);
    record(scope, id, after.version(), before.draft(), checked);
    return after;
  }

  /// @throws NotFound if there is none
  /// @throws Conflict while columns are saved for it
  @Transactional
  public void remove(Scope scope, UUID id) {
    ImportProfile gone =
        store.lock(scope, id).orElseThrow(() -> new NotFound("import settings", id));
    if (!store.listColumns(scope, id, false, null, 1).isEmpty() || !store.remove(scope, id)) {
      throw new Conflict(
          "settingsId", "CSV settings belong to these settings. Remove those first.");
    }
    record(scope, id, gone.version(), gone.draft(), null);
  }

  private Draft checked(Scope scope, Draft draft) {
    List<FieldError> errors = new ArrayList<>();
    String name = draft.name().replace("\0", "").strip();
    if (name.isEmpty() || name.length() > MAX_NAME) {
      errors.add(
          new FieldError(
              "name", "invalid.value", "name must have 1 to " + MAX_NAME + " characters."));
    }
    for (int i = 0; i < draft.fields().size(); i++) {
      if (!TargetField.isKnown(draft.fields().get(i).name())) {
        errors.add(
            new FieldError(
                "importFields[" + i + "].name",
                "unknown",
                "A contact has no such field. Name it as in a contact's JSON, such as address.city."));
      }
    }
    if (store.sourceName(scope, draft.source()).isEmpty()) {
      errors.add(
          new FieldError("externalSourceId", "unknown", "There is no such external source."));
    }
    if (!errors.isEmpty()) {
      throw new Invalid(errors);
    }
    return new Draft(
        name,
        draft.matchOn().stream().distinct().toList(),
        draft.several(),
        draft.source(),
        draft.fields().stream()
            .map(field -> new Field(field.name().strip(), field.included()))
            .toList());
  }

  /// The name of the external source that a profile's external ids come from.
  ///
  /// @throws Invalid naming `settingsId` if it is gone
  String sourceName(Scope scope, ImportProfile profile) {
    return store
        .sourceName(scope, profile.draft().source())
        .orElseThrow(() ->
            new Invalid("settingsId", "unknown", "The external source of these settings is gone."));
  }

  /// @throws NotFound if there is none
  public ColumnProfile columns(Scope scope, UUID id) {
    return store.findColumns(scope, id).orElseThrow(() -> new NotFound("CSV settings", id));
  }

  /// The columns of that id; else the newest that belong to the profile of that id.
  ///
  /// @throws Invalid naming `settingsId` if there are none
  ColumnProfile columnsFor(Scope scope, UUID settings) {
    return store
        .findColumns(scope, settings)
        .or(() -> store.listColumns(scope, settings, true, null, 1).stream().findFirst())
        .orElseThrow(() -> new Invalid("settingsId", "unknown", "There are no such CSV settings."));
  }

  /// Oldest first. @param profile only those that belong to it; null for all
  public List<ColumnProfile> listColumns(
      Scope scope, @Nullable UUID profile, @Nullable UUID after, int maxRows) {
    return store.listColumns(scope, profile, false, after, maxRows);
  }

  /// @throws Invalid naming the mapping that is wrong, or `externalSettingsId`
  @Transactional
  public ColumnProfile addColumns(
      Scope scope,
      Optional<UUID> profile,
      List<Mapping> mappings,
      Optional<String> region,
      ImportKind kind,
      Optional<String> timeZone) {
    ColumnProfile added =
        new ColumnProfile(ids.next(), profile, checked(mappings), region, kind, timeZone, 1);
    requireProfile(store.insertColumns(scope, added, clock.instant()));
    record(scope, added.id(), 1, null, fields(added));
    return added;
  }

  /// @throws NotFound if there are none
  /// @throws Invalid as [#addColumns]
  @Transactional
  public ColumnProfile correctColumns(
      Scope scope,
      UUID id,
      Optional<UUID> profile,
      List<Mapping> mappings,
      Optional<String> region,
      ImportKind kind,
      Optional<String> timeZone) {
    ColumnProfile before =
        store.lockColumns(scope, id).orElseThrow(() -> new NotFound("CSV settings", id));
    List<Mapping> checked = checked(mappings);
    if (before.profile().equals(profile)
        && before.mappings().equals(checked)
        && before.region().equals(region)
        && before.kind() == kind
        && before.timeZone().equals(timeZone)) {
      return before;
    }
    ColumnProfile after =
        new ColumnProfile(id, profile, checked, region, kind, timeZone, before.version() + 1);
    requireProfile(store.updateColumns(scope, after, clock.instant()));
    record(scope, id, after.version(), fields(before), fields(after));
    return after;
  }

  /// @throws NotFound if there are none
  @Transactional
  public void removeColumns(Scope scope, UUID id) {
    ColumnProfile gone =
        store.lockColumns(scope, id).orElseThrow(() -> new NotFound("CSV settings", id));
    store.removeColumns(scope, id);
    record(scope, id, gone.version(), fields(gone), null);
  }

  private static void requireProfile(boolean isThere) {
    if (!isThere) {
      throw new Invalid("externalSettingsId", "unknown", "There are no such import settings.");
    }
  }

  private static List<Mapping> checked(List<Mapping> mappings) {
    List<FieldError> errors = new ArrayList<>();
    Set<String> sources = new HashSet<>();
    Set<ImportField> targets = EnumSet.noneOf(ImportField.class);
    Set<String> customFields = new HashSet<>();
    List<Mapping> tidy = new ArrayList<>();
    for (int i = 0; i < mappings.size(); i++) {
      String where = "mappings[" + i + "]";
      String source = mappings.get(i).source().replace("\0", "").strip();
      if (!sources.add(source.toLowerCase(Locale.ROOT))) {
        errors.add(
            new FieldError(
                where + ".sourceField", "too.many", "A column can become one field only."));
      }
      Optional<TargetField> target = TargetField.of(mappings.get(i).target());
      if (target.isEmpty()) {
        errors.add(
            new FieldError(
                where + ".targetField",
                "unknown",
                "targetField must be one of " + String.join(", ", TargetField.known()) + "."));
        continue;
      }
      boolean isNew =
          target.get().field().isCustom()
              ? customFields.add(ColumnWords.of(target.get().field(), target.get().customField()))
              : targets.add(target.get().field())
                  || target.get().field().repeats()
                  || mappings.get(i).shaping().joint() != null;
      if (!isNew) {
        errors.add(
            new FieldError(
                where + ".targetField", "too.many", "Two columns cannot become this field."));
      }
      tidy.add(new Mapping(source, mappings.get(i).target().strip(), mappings.get(i).rule()));
    }
    if (!errors.isEmpty()) {
      throw new Invalid(errors);
    }
    return List.copyOf(tidy);
  }

  private static Map<String, Object> fields(ColumnProfile columns) {
    return Map.of(
        "externalSettingsId",
        columns.profile().map(UUID::toString).orElse(""),
        "region",
        columns.region().orElse(""),
        "kind",
        columns.kind().word(),
        "timeZone",
        columns.timeZone().orElse(""),
        "mappings",
        columns.mappings());
  }

  private void record(
      Scope scope, UUID id, int version, @Nullable Object before, @Nullable Object after) {
    changes.record(
        scope, List.of(new Step(Subject.IMPORT_SETTINGS, id, null, version, before, after)));
  }
}
