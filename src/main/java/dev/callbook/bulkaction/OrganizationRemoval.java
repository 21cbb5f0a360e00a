package dev.callbook.bulkaction;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callbook.access.Scope;
import dev.callbook.change.Change;
import dev.callbook.change.Changes;
import dev.callbook.change.EarlierStates;
import dev.callbook.change.Subject;
import dev.callbook.change.Traces;
import dev.callbook.contact.Belongings;
import dev.callbook.directory.ScanPlace;
import dev.callbook.directory.ScanRange;
import dev.callbook.note.Notes;
import dev.callbook.organization.Organization;
import dev.callbook.organization.OrganizationDetails;
import dev.callbook.organization.OrganizationId;
import dev.callbook.organization.OrganizationListFilter;
import dev.callbook.organization.Organizations;
import dev.callbook.relationship.Relationships;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Deletes organizations with their notes and relationships. Their people stay and lose the link,
/// in whatever division they are; an undo ties those again whom nobody gave another employer.
@ApplicationScoped
class OrganizationRemoval implements Effect {
  private static final int BESIDE = 500;
  private static final String LINK = "organization";

  private final Organizations organizations;
  private final Notes notes;
  private final Relationships relationships;
  private final Changes changes;
  private final Traces traces;
  private final EarlierStates states;
  private final Clock clock;

  OrganizationRemoval(
      Organizations organizations,
      Notes notes,
      Relationships relationships,
      Changes changes,
      Traces traces,
      EarlierStates states,
      Clock clock) {
    this.organizations = organizations;
    this.notes = notes;
    this.relationships = relationships;
    this.changes = changes;
    this.traces = traces;
    this.states = states;
    this.clock = clock;
  }

  @Override
  public List<BulkItem> find(BulkJob job, Collection<UUID> ids) {
    return organizations
        .find(job.seen(), ids.stream().map(OrganizationId::new).toList())
        .values()
        .stream()
        .map(organization -> planned(job, organization))
        .toList();
  }

  @Override
  public List<BulkItem> scan(BulkJob job, Optional<ScanPlace> after, int maxRows) {
    var filter = OrganizationListFilter.of(job.selection().filter());
    var seen =
        job.seen()
            .within(
                OrganizationListFilter.DIVISION, filter.values(OrganizationListFilter.DIVISION));
    return organizations.scan(seen, new ScanRange(after, maxRows), filter.conditions()).stream()
        .map(organization -> planned(job, organization))
        .toList();
  }

  private static BulkItem planned(BulkJob job, Organization organization) {
    boolean isAllowed = job.scope().division(organization.division()).isPresent();
    return new BulkItem(
        organization.id().value(),
        organization.division(),
        isAllowed ? BulkOutcome.PLANNED : BulkOutcome.FORBIDDEN,
        null);
  }

  @Override
  public long beside(BulkJob job, List<BulkItem> items) {
    return organizations.countPeople(
        job.scope(),
        items.stream()
            .filter(item -> item.outcome() == BulkOutcome.PLANNED)
            .map(item -> new OrganizationId(item.id()))
            .toList());
  }

  @Override
  public List<BulkItem> run(BulkJob job, List<BulkItem> items) {
    List<OrganizationId> ids = items.stream().map(item -> new OrganizationId(item.id())).toList();
    Map<UUID, Organization> gone =
        organizations.remove(job.writing(), ids).stream()
            .collect(Collectors.toMap(one -> one.id().value(), one -> one));
    return items.stream()
        .map(item -> {
          Organization organization = gone.get(item.id());
          return organization == null
              ? item.as(BulkOutcome.GONE)
              : item.keeping(
                  new BulkItem.Kept(
                      "",
                      organization.createdAt(),
                      organization.version(),
                      List.of(),
                      Belongings.NONE,
                      null));
        })
        .toList();
  }

  @Override
  public List<BulkItem> undo(BulkJob job, List<BulkItem> items, boolean isWhole) {
    Map<UUID, List<Change>> since =
        changes.sinceOf(job.writing(), items.stream().map(BulkItem::id).toList(), job.id());
    List<Organization> removed = new ArrayList<>(items.size());
    for (BulkItem item : items) {
      job.own(since.getOrDefault(item.id(), List.of()))
          .filter(change -> change.action() == Change.Action.REMOVED && !change.isForgotten())
          .ifPresent(removal -> removed.add(organization(item, removal, isWhole)));
    }
    Set<UUID> back =
        organizations.restore(job.writing(), removed).stream()
            .map(OrganizationId::value)
            .collect(Collectors.toUnmodifiableSet());
    return items.stream()
        .map(item ->
            item.as(
                !back.contains(item.id())
                    ? BulkOutcome.KEPT
                    : isWhole ? BulkOutcome.UNDONE : BulkOutcome.PARTLY))
        .toList();
  }

  private Organization organization(BulkItem item, Change removal, boolean isWhole) {
    OrganizationDetails details = states.removed(removal, OrganizationDetails.class);
    return new Organization(
        new OrganizationId(item.id()),
        item.division(),
        isWhole ? details : details.withExternalIds(List.of()),
        item.whatWasKept().version() + 1,
        item.whatWasKept().createdAt(),
        clock.instant());
  }

  /// Brings back what the log says went with the organizations.
  @Override
  public Besides undoBeside(BulkJob job, Optional<UUID> after) {
    Scope scope = job.writing();
    List<Change> page = traces.whole(scope, job.id(), after, BESIDE);
    if (page.isEmpty()) {
      return Besides.NONE;
    }
    notes.restore(scope, removals(page, Subject.NOTE));
    relationships.restore(scope, removals(page, Subject.RELATIONSHIP));
    return new Besides(Optional.of(page.getLast().id()), tieAgain(job, page));
  }

  private static List<Change> removals(List<Change> page, Subject subject) {
    return page.stream()
        .filter(change -> change.subject() == subject)
        .filter(change -> change.action() == Change.Action.REMOVED)
        .toList();
  }

  /// @return the organizations that do not get all of their people back
  private Set<UUID> tieAgain(BulkJob job, List<Change> page) {
    List<Change> cuts =
        page.stream()
            .filter(change -> change.subject() == Subject.CONTACT)
            .filter(change -> employer(change.before()).isPresent())
            .toList();
    Set<UUID> touched = traces.touchedSince(job.writing(), cuts, LINK);
    Map<UUID, UUID> links = new HashMap<>();
    Set<UUID> lacking = new HashSet<>();
    for (Change cut : cuts) {
      UUID organization = employer(cut.before()).orElseThrow();
      if (touched.contains(cut.subjectId())) {
        lacking.add(organization);
      } else {
        links.put(cut.subjectId(), organization);
      }
    }
    organizations.tieAgain(job.writing(), links);
    return lacking;
  }

  private static Optional<UUID> employer(@Nullable JsonNode fields) {
    return fields == null || !fields.hasNonNull(LINK)
        ? Optional.empty()
        : Optional.of(UUID.fromString(fields.get(LINK).asText()));
  }
}
