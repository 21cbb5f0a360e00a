package dev.callbook.csvimport;

import dev.callbook.access.Access;
import dev.callbook.access.Permission;
import dev.callbook.access.Scope;
import dev.callbook.csvimport.ColumnProfile.Mapping;
import dev.callbook.csvimport.ImportProfile.Draft;
import dev.callbook.csvimport.SetupViews.Filled;
import dev.callbook.csvimport.reading.ImportField;
import dev.callbook.wire.Refusal.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/// What people kept of a form to import with, and take up again with the next file: the public
/// API's settings, seen from the page.
@ApplicationScoped
class KeptSettings {
  private static final int MOST = 200;

  /// @param id of the columns
  record Kept(UUID id, String name) {}

  private final ImportProfiles profiles;

  KeptSettings(ImportProfiles profiles) {
    this.profiles = profiles;
  }

  static boolean mayKeep(Access access) {
    return access.may(Permission.CSV_SETTINGS_ADD) && access.may(Permission.IMPORT_SETTINGS_ADD);
  }

  /// Those that have a name, in its order.
  List<Kept> all(Scope scope) {
    Map<UUID, String> names =
        profiles.list(scope, null, true, null, MOST).stream()
            .collect(Collectors.toMap(ImportProfile::id, profile -> profile.draft().name()));
    return profiles.listColumns(scope, null, null, MOST).stream()
        .flatMap(columns ->
            columns.profile().map(names::get).map(name -> new Kept(columns.id(), name)).stream())
        .sorted(Comparator.comparing(Kept::name, String.CASE_INSENSITIVE_ORDER))
        .toList();
  }

  /// What the rows are that settings were kept for.
  ///
  /// @throws NotFound if there are none
  ImportKind kind(Scope scope, UUID id) {
    return profiles.columns(scope, id).kind();
  }

  /// A form filled with kept settings, as far as they speak of the file's columns; what they leave
  /// out is left out.
  ///
  /// @throws NotFound if there are none
  Filled fill(Scope scope, UUID id, List<Column> file, Filled form) {
    ColumnProfile columns = profiles.columns(scope, id);
    Optional<ImportProfile> profile = columns.profile().map(one -> profiles.get(scope, one));
    List<String> words = new ArrayList<>();
    List<ColumnRule> rules = new ArrayList<>();
    for (Column column : file) {
      Optional<Mapping> mapping = columns.of(column.name());
      words.add(
          mapping
              .filter(one ->
                  profile
                      .map(ImportProfile::draft)
                      .map(draft -> draft.includes(one.target()))
                      .orElse(true))
              .flatMap(one -> TargetField.of(one.target()))
              .map(target -> ColumnWords.of(target.field(), target.customField()))
              .orElse(ImportField.IGNORE.name()));
      rules.add(mapping.map(Mapping::shaping).orElse(ColumnRule.NONE));
    }
    return new Filled(
        words,
        new ReadingRules(
            form.reading().sheet(),
            columns.region().orElse(form.reading().region()),
            rules,
            columns.timeZone().orElse(null)),
        form.division(),
        profile.map(one -> profiles.sourceName(scope, one)).orElse(form.source()),
        profile.map(one -> one.draft().matchOn()).orElse(form.matchOn()),
        profile.map(one -> one.draft().several()).orElse(form.several()),
        id.toString(),
        "");
  }

  /// Keeps what an import was ordered with.
  ///
  /// @throws dev.callbook.wire.Refusal.Invalid naming `name`
  @Transactional
  void keep(Scope scope, String name, List<Column> file, ImportSettings settings) {
    List<Mapping> mappings = new ArrayList<>();
    for (int i = 0; i < file.size(); i++) {
      ImportField field = settings.columns().get(i);
      String target = TargetField.path(field, settings.customField(i));
      if (!target.isEmpty()) {
        mappings.add(new Mapping(file.get(i).name(), target, settings.reading().column(i)));
      }
    }
    ImportProfile profile =
        profiles.add(
            scope,
            new Draft(name, settings.matchOn(), settings.several(), settings.source(), List.of()));
    profiles.addColumns(
        scope,
        Optional.of(profile.id()),
        mappings,
        Optional.ofNullable(settings.reading().region()),
        settings.kind(),
        Optional.ofNullable(settings.reading().timeZone()));
  }
}
