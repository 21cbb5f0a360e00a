package dev.callbook.csvimport;

import dev.callbook.access.Caller;
import dev.callbook.access.Division;
import dev.callbook.access.Permission;
import dev.callbook.access.Scope;
import dev.callbook.csvimport.ImportSetupView.ColumnRow;
import dev.callbook.csvimport.ImportSetupView.DivisionChoice;
import dev.callbook.csvimport.ImportSetupView.FieldChoice;
import dev.callbook.csvimport.ImportSetupView.FieldGroup;
import dev.callbook.csvimport.Imports.Table;
import dev.callbook.csvimport.reading.ImportField;
import dev.callbook.customfield.SchemaKind;
import dev.callbook.web.Choice;
import dev.callbook.web.Countries;
import dev.callbook.web.FormErrors;
import dev.callbook.web.Words;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Puts together the form that says what columns are.
@ApplicationScoped
class SetupViews {
  private static final List<String> ZONES =
      ZoneId.getAvailableZoneIds().stream()
          .filter(zone -> zone.equals("UTC") || (zone.indexOf('/') > 0 && !zone.startsWith("Etc/")))
          .sorted()
          .toList();

  /// What stands in the form.
  ///
  /// @param words what each column becomes
  /// @param saved the kept settings that it comes from; blank where there are none
  record Filled(
      List<String> words,
      ReadingRules reading,
      String division,
      String source,
      List<MatchKey> matchOn,
      SeveralMatches several,
      String saved,
      String keepAs) {}

  private final Imports imports;
  private final KeptSettings kept;
  private final Countries countries;
  private final Caller caller;
  private final Words words;

  SetupViews(Imports imports, KeptSettings kept, Countries countries, Caller caller, Words words) {
    this.imports = imports;
    this.kept = kept;
    this.countries = countries;
    this.caller = caller;
    this.words = words;
  }

  ImportSetupView view(Import it, Table table, Filled form, FormErrors errors) {
    Scope scope = caller.scope();
    List<String> sources = imports.sources(scope);
    boolean mayWriteOrganizations = mayWriteOrganizations();
    List<FieldGroup> choices = choices(scope, table.kind(), mayWriteOrganizations);
    String region = Objects.requireNonNullElse(form.reading().region(), it.region());
    return new ImportSetupView(
        ImportPages.PATH + "/" + it.id(),
        it.fileName(),
        table.sheets().stream()
            .map(name -> new Choice(name, name, name.equals(table.sheet())))
            .toList(),
        Objects.requireNonNullElse(table.sheet(), ""),
        saved(form.saved()),
        kinds(table.kind()),
        table.kind() == ImportKind.ORGANIZATIONS,
        mayWriteOrganizations,
        table.looksHeadless() && table.kind() == ImportKind.CONTACTS,
        IntStream.range(0, table.columns().size())
            .mapToObj(i ->
                row(table.columns().get(i), choices, form.words().get(i), form.reading().column(i)))
            .toList(),
        countries.choices(region),
        Objects.requireNonNullElse(form.reading().timeZone(), ""),
        hasTimes(choices) ? ZONES : List.of(),
        scope.divisions().stream().map(each -> choice(each, form.division())).toList(),
        sources,
        form.source().isBlank()
            ? (sources.isEmpty() ? "Import" : sources.getFirst())
            : form.source(),
        form.matchOn().contains(MatchKey.EMAIL),
        form.matchOn().contains(MatchKey.PHONE),
        form.matchOn().contains(MatchKey.WEBSITE),
        several(table.kind(), form.several()),
        KeptSettings.mayKeep(caller.access()),
        form.keepAs(),
        errors);
  }

  private List<Choice> saved(String chosen) {
    return caller.access().may(Permission.CSV_SETTINGS_VIEW)
        ? kept.all(caller.scope(Permission.CSV_SETTINGS_VIEW)).stream()
            .map(one ->
                new Choice(one.id().toString(), one.name(), one.id().toString().equals(chosen)))
            .toList()
        : List.of();
  }

  private List<Choice> numbers(ColumnRule rule) {
    ImportMessages say = words.of(ImportMessages.class);
    return Stream.concat(
            Stream.of(new Choice("", say.numbersTell(), false)),
            Stream.of(NumberStyle.values())
                .map(style ->
                    new Choice(style.name(), say.numberStyle(style), style == rule.numbers())))
        .toList();
  }

  private static boolean hasTimes(List<FieldGroup> groups) {
    return groups.stream()
        .flatMap(group -> group.fields().stream())
        .anyMatch(field -> field.word().endsWith("_datetime"));
  }

  private boolean mayWriteOrganizations() {
    return caller.access().may(Permission.ORGANIZATION_ADD)
        && caller.access().may(Permission.ORGANIZATION_EDIT);
  }

  private List<Choice> kinds(ImportKind chosen) {
    ImportMessages say = words.of(ImportMessages.class);
    return Stream.of(ImportKind.values())
        .map(kind -> new Choice(kind.word(), say.kind(kind), kind == chosen))
        .toList();
  }

  /// Organizations are never merged.
  private List<Choice> several(ImportKind kind, SeveralMatches chosen) {
    ImportMessages say = words.of(ImportMessages.class);
    return Stream.of(SeveralMatches.values())
        .filter(each -> each != SeveralMatches.MERGE || kind == ImportKind.CONTACTS)
        .map(each -> new Choice(each.name(), say.several(each), each == chosen))
        .toList();
  }

  private ColumnRow row(Column column, List<FieldGroup> fields, String chosen, ColumnRule rule) {
    ImportMessages say = words.of(ImportMessages.class);
    List<Choice> dates = new ArrayList<>(List.of(new Choice("", say.datesTell(), false)));
    for (DateOrder order : DateOrder.values()) {
      dates.add(new Choice(order.name(), say.dateOrder(order), order == rule.dates()));
    }
    String joint = Joint.word(rule.joint());
    List<Choice> joints = new ArrayList<>(List.of(new Choice("", say.joinsNone(), false)));
    for (Joint each : Joint.values()) {
      joints.add(new Choice(each.name(), say.joint(each), each.name().equals(joint)));
    }
    return new ColumnRow(
        column.index(),
        column.name(),
        column.samples(),
        fields,
        chosen,
        rule.otherwise(),
        SetupForm.typed(rule.values()),
        dates,
        joints,
        numbers(rule),
        !rule.winning(Winner.FILE).equals(ColumnRule.NONE),
        Stream.of(Winner.values())
            .map(wins -> new Choice(wins.name(), say.winner(wins), wins == rule.wins()))
            .toList());
  }

  /// What a column can become, the custom fields last.
  private List<FieldGroup> choices(Scope scope, ImportKind kind, boolean mayWriteOrganizations) {
    ImportMessages say = words.of(ImportMessages.class);
    List<FieldGroup> groups = new ArrayList<>();
    if (kind == ImportKind.CONTACTS) {
      groups.add(
          group(
              scope, say.contactFields(), SchemaKind.CONTACT, field -> !field.isOfOrganization()));
    }
    if (kind == ImportKind.ORGANIZATIONS || mayWriteOrganizations) {
      groups.add(
          group(
              scope,
              say.organizationFields(),
              SchemaKind.ORGANIZATION,
              field ->
                  field.isOfOrganization()
                      || (kind == ImportKind.ORGANIZATIONS && field == ImportField.DIVISION)));
    }
    return groups;
  }

  private FieldGroup group(
      Scope scope, String name, SchemaKind kind, Predicate<ImportField> wanted) {
    ImportMessages say = words.of(ImportMessages.class);
    ImportField custom =
        kind == SchemaKind.CONTACT
            ? ImportField.CUSTOM_FIELD
            : ImportField.ORGANIZATION_CUSTOM_FIELD;
    return new FieldGroup(
        name,
        Stream.concat(
                Stream.of(ImportField.values())
                    .filter(field ->
                        wanted.test(field) && field != ImportField.IGNORE && !field.isCustom())
                    .map(field -> new FieldChoice(field.name(), say.field(field))),
                imports.customFields(scope, kind).stream()
                    .map(field ->
                        new FieldChoice(ColumnWords.of(custom, field.key()), field.title())))
            .toList());
  }

  private DivisionChoice choice(Division division, String chosen) {
    boolean isChosen =
        chosen.isEmpty()
            ? division.kind() == Division.Kind.HOME
            : division.wireId().equals(chosen) || division.id().value().toString().equals(chosen);
    return new DivisionChoice(division.wireId(), words.nameOf(division), isChosen);
  }
}
