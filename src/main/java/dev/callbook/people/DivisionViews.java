package dev.callbook.people;

import dev.callbook.access.Access;
import dev.callbook.access.Caller;
import dev.callbook.access.Division;
import dev.callbook.access.DivisionCensus;
import dev.callbook.access.DivisionEntry;
import dev.callbook.access.DivisionId;
import dev.callbook.access.Divisions;
import dev.callbook.access.Grants;
import dev.callbook.access.Permission;
import dev.callbook.access.Scope;
import dev.callbook.web.FormErrors;
import dev.callbook.web.Words;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/// Puts the pages of divisions together.
@ApplicationScoped
class DivisionViews {
  private final Divisions divisions;
  private final Grants grants;
  private final PeopleTabs tabs;
  private final Caller caller;
  private final Words words;

  DivisionViews(Divisions divisions, Grants grants, PeopleTabs tabs, Caller caller, Words words) {
    this.divisions = divisions;
    this.grants = grants;
    this.tabs = tabs;
    this.caller = caller;
    this.words = words;
  }

  /// What stands in the form.
  record Typed(String name, String description) {
    static Typed of(DivisionEntry entry) {
      String description = entry.description();
      return new Typed(entry.division().name(), description == null ? "" : description);
    }
  }

  DivisionsView all(Scope scope, Typed typed, FormErrors errors) {
    Access access = caller.access();
    Map<DivisionId, Integer> granted = grants.countsByDivision(scope);
    List<DivisionsView.Gone> gone =
        access.may(Permission.DIVISION_DELETED_VIEW) && access.may(Permission.DIVISION_ADD)
            ? divisions.removed(scope).stream()
                .map(entry ->
                    new DivisionsView.Gone(
                        entry.division().id().value().toString(), entry.division().name()))
                .toList()
            : List.of();
    return new DivisionsView(
        tabs.at(PeopleTabs.At.DIVISIONS),
        divisions.entries(scope.org()).stream()
            .map(entry ->
                new DivisionsView.Row(
                    entry.division().id().value().toString(),
                    entry.division().name(),
                    entry.description(),
                    entry.division().kind() == Division.Kind.HOME,
                    granted.getOrDefault(entry.division().id(), 0)))
            .toList(),
        gone,
        typed.name(),
        typed.description(),
        errors,
        access.may(Permission.DIVISION_ADD));
  }

  DivisionView of(Scope scope, DivisionEntry entry, Typed typed, FormErrors errors) {
    Access access = caller.access();
    Division division = entry.division();
    List<DivisionView.Content> contents =
        divisions.contents(access, division).entrySet().stream()
            .map(held -> new DivisionView.Content(kind(held.getKey()), counted(held.getValue())))
            .toList();
    boolean plain = division.kind() == Division.Kind.PLAIN;
    return new DivisionView(
        division.id().value().toString(),
        division.name(),
        typed.name(),
        typed.description(),
        division.kind() == Division.Kind.HOME,
        contents,
        grants.countIn(scope, division.id()),
        errors,
        new DivisionView.May(
            access.may(Permission.DIVISION_EDIT) && division.kind() != Division.Kind.STARRED,
            access.may(Permission.DIVISION_DELETE) && plain,
            access.may(Permission.DIVISION_DELETE) && plain && contents.isEmpty()));
  }

  private String kind(String kind) {
    PeopleMessages say = words.of(PeopleMessages.class);
    return switch (kind) {
      case "contacts" -> say.contacts();
      case "organizations" -> say.organizations();
      case "unfinished imports" -> say.unfinishedImports();
      default -> kind;
    };
  }

  private String counted(long count) {
    return count >= DivisionCensus.MOST
        ? words.of(PeopleMessages.class).orMore(DivisionCensus.MOST)
        : String.valueOf(count);
  }
}
