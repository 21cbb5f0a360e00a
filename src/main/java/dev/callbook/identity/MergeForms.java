package dev.callbook.identity;

import dev.callbook.access.Scope;
import dev.callbook.change.Change;
import dev.callbook.change.Changes;
import dev.callbook.change.Conflict.Difference;
import dev.callbook.change.EarlierStates;
import dev.callbook.contact.Contact;
import dev.callbook.contact.ContactDetails;
import dev.callbook.contact.ContactHeaders;
import dev.callbook.contact.ContactId;
import dev.callbook.contact.ContactType;
import dev.callbook.identity.MergeFields.Field;
import dev.callbook.identity.MergeView.Candidate;
import dev.callbook.identity.MergeView.Cell;
import dev.callbook.identity.MergeView.Line;
import dev.callbook.identity.MergeView.Overtaken;
import dev.callbook.identity.MergeView.Result;
import dev.callbook.identity.MergeView.Row;
import dev.callbook.web.Words;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Puts contacts side by side, with what a merge would make of them.
@ApplicationScoped
class MergeForms {
  private static final int MAX_CHANGES = 200;

  private final MergeFields fields;
  private final Changes changes;
  private final EarlierStates states;
  private final Words words;

  MergeForms(MergeFields fields, Changes changes, EarlierStates states, Words words) {
    this.fields = fields;
    this.changes = changes;
    this.states = states;
    this.words = words;
  }

  /// @param contacts each once
  /// @param refused why the last try failed, in sentences
  /// @param seen the versions that the person saw; empty for a page that is opened
  MergeView of(
      Scope scope,
      List<Contact> contacts,
      MergeChoice choice,
      List<String> refused,
      Map<ContactId, Integer> seen) {
    List<ContactDetails> details = contacts.stream().map(Contact::details).toList();
    Map<UUID, String> organizations = fields.organizations(scope, details);
    boolean byKey = isOneSchema(details);
    List<SequencedMap<String, Field>> columns =
        details.stream().map(d -> fields.of(scope, d, organizations, byKey)).toList();
    List<String> obstacles = new ArrayList<>(refused);
    if (contacts.stream().map(Contact::division).distinct().count() > 1) {
      obstacles.add(words.of(MergeMessages.class).severalDivisions());
    }
    return new MergeView(
        contacts.stream().map(contact -> candidate(scope, contact)).toList(),
        contacts.stream().map(c -> c.id().toString()).collect(Collectors.joining(",")),
        rows(contacts, columns, choice),
        result(scope, contacts, choice),
        obstacles.stream().distinct().toList(),
        contacts.stream()
            .filter(contact -> seen.containsKey(contact.id()))
            .filter(contact -> !Objects.equals(seen.get(contact.id()), contact.version()))
            .map(contact -> overtaken(scope, contact, seen.getOrDefault(contact.id(), 0)))
            .toList());
  }

  private static boolean isOneSchema(List<ContactDetails> details) {
    return details.stream()
            .map(ContactDetails::schema)
            .filter(Objects::nonNull)
            .map(schema -> schema.id())
            .distinct()
            .count()
        < 2;
  }

  private Candidate candidate(Scope scope, Contact contact) {
    return new Candidate(
        contact.id().toString(),
        contact.version(),
        ContactHeaders.nameOf(contact.details()),
        scope.division(contact.division()).map(words::nameOf).orElse(""),
        contact.type() == ContactType.Curated ? "" : contact.type().name(),
        contact.modifiedAt());
  }

  private static List<Row> rows(
      List<Contact> contacts, List<SequencedMap<String, Field>> columns, MergeChoice choice) {
    SequencedMap<String, Field> all = new LinkedHashMap<>();
    columns.forEach(column -> column.forEach(all::putIfAbsent));
    List<Row> rows = new ArrayList<>();
    for (Field field : all.values()) {
      List<List<Line>> values = columns.stream().map(column -> lines(column, field)).toList();
      List<List<Line>> different = values.stream().filter(v -> !v.isEmpty()).distinct().toList();
      if (different.isEmpty()) {
        continue;
      }
      boolean isChosen = !field.united() && different.size() > 1;
      ContactId winner = isChosen ? winner(contacts, values, field.name(), choice) : null;
      List<Cell> cells = new ArrayList<>();
      for (int i = 0; i < contacts.size(); i++) {
        Contact contact = contacts.get(i);
        cells.add(
            new Cell(
                contact.id().toString(),
                ContactHeaders.nameOf(contact.details()),
                values.get(i),
                contact.id().equals(winner)));
      }
      rows.add(new Row(field.name(), field.label(), isChosen, field.united(), field.hint(), cells));
    }
    return rows;
  }

  private static List<Line> lines(SequencedMap<String, Field> column, Field field) {
    Field own = column.get(field.name());
    return own == null ? List.of() : own.lines();
  }

  /// Who was chosen; else, as the rules have it, who was changed last among those with a value.
  private static @Nullable ContactId winner(
      List<Contact> contacts, List<List<Line>> values, String field, MergeChoice choice) {
    List<Contact> holding =
        contacts.stream().filter(c -> !values.get(contacts.indexOf(c)).isEmpty()).toList();
    ContactId chosen = choice.byField().get(field);
    return holding.stream()
        .map(Contact::id)
        .filter(id -> id.equals(chosen))
        .findFirst()
        .or(() -> MergedDetails.newestFirst(holding).stream().map(Contact::id).findFirst())
        .orElse(null);
  }

  /// What the merge would make.
  Result result(Scope scope, List<Contact> contacts, MergeChoice choice) {
    if (contacts.size() < 2) {
      return new Result("", "", List.of());
    }
    ContactDetails merged = choice.applied(contacts, MergedDetails.of(contacts));
    return new Result(
        ContactHeaders.nameOf(merged),
        contacts.getFirst().id().toString(),
        fields
            .of(scope, merged, fields.organizations(scope, List.of(merged)), true)
            .values()
            .stream()
            .filter(field -> !field.lines().isEmpty())
            .map(field -> new MergeView.Field(field.label(), field.lines()))
            .toList());
  }

  private Overtaken overtaken(Scope scope, Contact contact, int seenVersion) {
    List<Change> since = changes.of(scope, contact.id().value(), null, MAX_CHANGES);
    Optional<ContactDetails> before =
        since.stream()
            .filter(change -> change.version() <= seenVersion)
            .findFirst()
            .flatMap(change ->
                states.asOf(scope, contact.id().value(), change.id(), null, contact.details()));
    return new Overtaken(
        ContactHeaders.nameOf(contact.details()),
        since.stream().findFirst().map(Change::actorName).orElse("Callbook"),
        before.map(then -> differences(scope, then, contact.details())).orElse(List.of()));
  }

  private List<Difference> differences(Scope scope, ContactDetails then, ContactDetails now) {
    Map<UUID, String> organizations = fields.organizations(scope, List.of(then, now));
    SequencedMap<String, Field> before = fields.of(scope, then, organizations, true);
    SequencedMap<String, Field> after = fields.of(scope, now, organizations, true);
    SequencedMap<String, Field> all = new LinkedHashMap<>(before);
    after.forEach(all::putIfAbsent);
    return all.values().stream()
        .map(field ->
            new Difference(
                field.name(), field.label(), text(lines(before, field)), text(lines(after, field))))
        .filter(each -> !each.saved().equals(each.yours()))
        .toList();
  }

  private String text(List<Line> lines) {
    return lines.stream().map(this::text).collect(Collectors.joining(", "));
  }

  private String text(Line line) {
    MergeMessages say = words.of(MergeMessages.class);
    String label = line.label().isEmpty() ? "" : line.label() + ": ";
    Boolean sms = line.sms();
    return label + line.text() + (sms == null ? "" : sms ? say.withSms() : say.withoutSms());
  }
}
