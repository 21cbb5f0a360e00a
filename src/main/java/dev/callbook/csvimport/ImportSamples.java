package dev.callbook.csvimport;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callbook.access.Division;
import dev.callbook.access.Scope;
import dev.callbook.change.Changes;
import dev.callbook.contact.ContactDetails;
import dev.callbook.contact.ContactFieldWords;
import dev.callbook.csvimport.GroupStore.Group;
import dev.callbook.csvimport.Groups.Outcome;
import dev.callbook.csvimport.ImportSampleView.Row;
import dev.callbook.organization.OrganizationDetails;
import dev.callbook.organization.OrganizationFieldWords;
import dev.callbook.organization.OrganizationId;
import dev.callbook.organization.Organizations;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Says of some of a file's records what its run would do to them now: by the run's own code, on
/// what is stored at this moment.
@ApplicationScoped
class ImportSamples {
  private static final String ORGANIZATION = "organization";

  private final SampleStore store;
  private final Groups groups;
  private final Organizations organizations;
  private final OrganizationGroups organizationGroups;
  private final ContactFieldWords words;
  private final OrganizationFieldWords organizationWords;
  private final Changes changes;

  ImportSamples(
      SampleStore store,
      Groups groups,
      Organizations organizations,
      OrganizationGroups organizationGroups,
      ContactFieldWords words,
      OrganizationFieldWords organizationWords,
      Changes changes) {
    this.store = store;
    this.groups = groups;
    this.organizations = organizations;
    this.organizationGroups = organizationGroups;
    this.words = words;
    this.organizationWords = organizationWords;
    this.changes = changes;
  }

  /// @param scope where this user may see contacts
  ImportSampleView of(Scope scope, Import it) {
    ImportSettings settings = it.settings();
    Optional<Division> division = Optional.ofNullable(it.division()).flatMap(scope::division);
    List<Division> goals =
        it.divisions().stream().flatMap(goal -> scope.division(goal).stream()).toList();
    if (settings == null || division.isEmpty() || goals.size() < it.divisions().size()) {
      return ImportSampleView.CLOSED;
    }
    Job job =
        new Job(
            it.id(),
            goals.isEmpty() ? scope.only(division.get()) : scope.only(goals),
            division.get(),
            it.region(),
            it.bytes(),
            settings,
            it.state(),
            0);
    return settings.kind() == ImportKind.CONTACTS
        ? contacts(scope, job)
        : organizations(scope, job);
  }

  private ImportSampleView organizations(Scope scope, Job job) {
    List<OrganizationGroups.Outcome> outcomes = new ArrayList<>();
    organizationGroups.foresee(job, store.organizations(job), outcomes::add);
    return new ImportSampleView(
        true,
        outcomes.stream()
            .filter(OrganizationGroups.Outcome::isChange)
            .map(one -> row(scope, one))
            .toList(),
        outcomes.stream()
            .filter(OrganizationGroups.Outcome::isAddition)
            .map(one -> row(scope, one))
            .toList());
  }

  private Row row(Scope scope, OrganizationGroups.Outcome outcome) {
    OrganizationDetails before = outcome.before();
    OrganizationDetails after = Objects.requireNonNull(outcome.after());
    return new Row(
        lines(outcome.group().rows().stream().map(OrganizationRow::line)),
        after.name(),
        before == null ? null : "/organizations/" + outcome.group().organization(),
        organizationWords.differences(
            scope,
            before == null ? null : changes.fieldsOf(before),
            changes.fieldsOf(after),
            after.schema()));
  }

  private static String lines(Stream<Long> lines) {
    return lines.map(String::valueOf).collect(Collectors.joining(", "));
  }

  private ImportSampleView contacts(Scope scope, Job job) {
    List<Outcome> outcomes = new ArrayList<>();
    groups.foresee(job, store.contacts(job), outcomes::add);
    Map<String, String> names = organizationNames(scope, outcomes);
    return new ImportSampleView(
        true,
        outcomes.stream().filter(Outcome::isChange).map(one -> row(scope, one, names)).toList(),
        outcomes.stream().filter(Outcome::isAddition).map(one -> row(scope, one, names)).toList());
  }

  private Map<String, String> organizationNames(Scope scope, List<Outcome> outcomes) {
    List<OrganizationId> mentioned =
        outcomes.stream()
            .flatMap(one -> Stream.of(one.before(), one.after()))
            .flatMap(details -> Stream.ofNullable(details == null ? null : details.organization()))
            .map(OrganizationId::new)
            .distinct()
            .toList();
    return organizations.find(scope, mentioned).values().stream()
        .collect(Collectors.toMap(o -> o.id().toString(), o -> o.details().name()));
  }

  private Row row(Scope scope, Outcome outcome, Map<String, String> names) {
    ObjectNode before = fields(outcome.before());
    ObjectNode after = fields(outcome.after());
    Map<String, String> known = new HashMap<>(names);
    String added = outcome.newOrganization();
    if (added != null && after != null) {
      // It has no id before the run.
      after.put(ORGANIZATION, added);
      known.put(added, added);
    }
    ContactDetails shown =
        Objects.requireNonNull(outcome.after() == null ? outcome.before() : outcome.after());
    Group group = outcome.group();
    return new Row(
        lines(group.rows().stream().map(RowDraft::line)),
        shown.fullName(),
        outcome.before() == null ? null : "/contacts/" + group.contact(),
        words.differences(before, after, words.reading(scope, known, shown.schema())));
  }

  private @Nullable ObjectNode fields(@Nullable ContactDetails details) {
    return details == null ? null : changes.fieldsOf(details);
  }
}
