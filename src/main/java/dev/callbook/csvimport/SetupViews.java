package dev.callbook.csvimport;

import dev.callbook.access.Caller;
import dev.callbook.access.Division;
import dev.callbook.access.Permission;
import dev.callbook.access.Scope;
import dev.callbook.csvimport.ImportSetupView.ColumnRow;
import dev.callbook.csvimport.ImportSetupView.DivisionChoice;
import dev.callbook.csvimport.ImportSetupView.FieldChoice;
import dev.callbook.csvimport.Imports.Table;
import dev.callbook.csvimport.reading.ImportField;
import dev.callbook.web.Choice;
import dev.callbook.web.Countries;
import dev.callbook.web.FormErrors;
import dev.callbook.web.Words;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Puts together the form that says what columns are.
@ApplicationScoped
class SetupViews {
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
    List<FieldChoice> choices = choices(scope);
    String region = Objects.requireNonNullElse(form.reading().region(), it.region());
    return new ImportSetupView(
        ImportPages.PATH + "/" + it.id(),
        it.fileName(),
        table.sheets().stream()
            .map(name -> new Choice(name, name, name.equals(table.sheet())))
            .toList(),
        Objects.requireNonNullElse(table.sheet(), ""),
        saved(form.saved()),
        table.looksHeadless(),
        IntStream.range(0, table.columns().size())
            .mapToObj(i ->
                row(table.columns().get(i), choices, form.words().get(i), form.reading().column(i)))
            .toList(),
        countries.choices(region),
        scope.divisions().stream().map(each -> choice(each, form.division())).toList(),
        sources,
        form.source().isBlank()
            ? (sources.isEmpty() ? "Import" : sources.getFirst())
            : form.source(),
        form.matchOn().contains(MatchKey.EMAIL),
        form.matchOn().contains(MatchKey.PHONE),
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

  private ColumnRow row(Column column, List<FieldChoice> fields, String chosen, ColumnRule rule) {
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
        !rule.winning(Winner.FILE).equals(ColumnRule.NONE),
        Stream.of(Winner.values())
            .map(wins -> new Choice(wins.name(), say.winner(wins), wins == rule.wins()))
            .toList());
  }

  /// What a column can become, the custom fields last.
  private List<FieldChoice> choices(Scope scope) {
    ImportMessages say = words.of(ImportMessages.class);
    Stream<FieldChoice> usual =
        Stream.of(ImportField.values())
            .filter(field -> field != ImportField.DIVISION && field != ImportField.CUSTOM_FIELD)
            .map(field -> new FieldChoice(field.name(), say.field(field)));
    Stream<FieldChoice> custom =
        imports.customFields(scope).stream()
            .map(field ->
                new FieldChoice(
                    ColumnWords.of(ImportField.CUSTOM_FIELD, field.key()), field.title()));
    return Stream.concat(usual, custom).toList();
  }

  private DivisionChoice choice(Division division, String chosen) {
    boolean isChosen =
        chosen.isEmpty()
            ? division.kind() == Division.Kind.HOME
            : division.wireId().equals(chosen) || division.id().value().toString().equals(chosen);
    return new DivisionChoice(division.wireId(), words.nameOf(division), isChosen);
  }
}
