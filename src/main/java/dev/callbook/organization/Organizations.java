package dev.callbook.organization;

import dev.callbook.access.Scope;
import dev.callbook.change.Changes;
import dev.callbook.change.Changes.Step;
import dev.callbook.change.Subject;
import dev.callbook.customfield.CustomFields;
import dev.callbook.customfield.CustomValues;
import dev.callbook.customfield.SchemaKind;
import dev.callbook.directory.ExternalId;
import dev.callbook.directory.Filter;
import dev.callbook.directory.ScanRange;
import dev.callbook.directory.SearchWords;
import dev.callbook.directory.Vocabulary;
import dev.callbook.platform.Ids;
import dev.callbook.wire.FieldError;
import dev.callbook.wire.Refusal;
import dev.callbook.wire.Refusal.Invalid;
import dev.callbook.wire.Refusal.NotFound;
import dev.callbook.wire.Refusal.Outdated;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The rules of external organizations; the only door for other features.
@ApplicationScoped
public class Organizations {
  private final OrganizationStore store;
  private final OrganizationListStore lists;
  private final OrganizationLabelStore labels;
  private final OrganizationSearch search;
  private final CustomFields customFields;
  private final Changes changes;
  private final Event<OrganizationsRemoved> removals;
  private final Vocabulary vocabulary;
  private final Ids ids;
  private final Clock clock;

  Organizations(
      OrganizationStore store,
      OrganizationListStore lists,
      OrganizationLabelStore labels,
      OrganizationSearch search,
      CustomFields customFields,
      Changes changes,
      Event<OrganizationsRemoved> removals,
      Vocabulary vocabulary,
      Ids ids,
      Clock clock) {
    this.store = store;
    this.lists = lists;
    this.labels = labels;
    this.search = search;
    this.customFields = customFields;
    this.changes = changes;
    this.removals = removals;
    this.vocabulary = vocabulary;
    this.ids = ids;
    this.clock = clock;
  }

  /// @throws NotFound if the organization is not within `scope`
  public Organization get(Scope scope, OrganizationId id) {
    return store.find(scope, List.of(id)).stream()
        .findFirst()
        .orElseThrow(() -> new NotFound("external organization", id.value()));
  }

  /// @return those within `scope`, by id, in the order asked for
  public Map<OrganizationId, Organization> find(Scope scope, Collection<OrganizationId> wanted) {
    Map<OrganizationId, Organization> found =
        store.find(scope, wanted).stream()
            .collect(Collectors.toMap(Organization::id, Function.identity()));
    Map<OrganizationId, Organization> ordered = new LinkedHashMap<>();
    wanted.forEach(id -> {
      Organization organization = found.get(id);
      if (organization != null) {
        ordered.put(id, organization);
      }
    });
    return ordered;
  }

  /// Whether every one of them exists within `scope`.
  public boolean allExist(Scope scope, Set<UUID> wanted) {
    return wanted.isEmpty() || store.countOf(scope, wanted) == wanted.size();
  }

  /// What another system calls so; where several divisions have one, the oldest.
  public Optional<Organization> byExternalId(Scope scope, UUID source, String value) {
    return store.byExternalId(scope, source, value);
  }

  /// The next organizations of a scan.
  public List<Organization> scan(Scope scope, ScanRange range, Filter<OrganizationField> filter) {
    return store.scan(scope, range, filter);
  }

  /// Whom other systems call so, without the ids that nobody within `scope` has; where several
  /// divisions have one, the oldest. One statement.
  public Map<ExternalId, OrganizationId> byExternalIds(Scope scope, List<ExternalId> wanted) {
    return store.byExternalIds(scope, wanted);
  }

  /// A page of the list.
  public OrganizationPage list(Scope scope, OrganizationQuery query) {
    return query.isSearch() ? search.list(scope, query) : lists.list(scope, query);
  }

  /// The industries in use. @param most how many are read of each division
  public List<String> industries(Scope scope, int most) {
    return labels.industries(scope, most);
  }

  /// As [#industries].
  public List<String> tags(Scope scope, int most) {
    return labels.tags(scope, most);
  }

  /// @throws Invalid naming the field whose rule is broken
  @Transactional
  public Organization add(Scope scope, OrganizationDraft draft) {
    return add(scope, List.of(draft)).getFirst();
  }

  /// Adds all of them in one step, or none.
  @Transactional
  public List<Organization> add(Scope scope, List<OrganizationDraft> drafts) {
    drafts.forEach(draft -> check(scope, CustomValues.NONE, draft.details()));
    Instant now = clock.instant();
    List<Organization> added =
        drafts.stream()
            .map(draft ->
                new Organization(
                    new OrganizationId(ids.next()),
                    scope.divisionToWrite(draft.division()).id(),
                    draft.details(),
                    1,
                    now,
                    now))
            .toList();
    store.insert(scope, added);
    vocabulary.note(scope, words(added));
    changes.record(scope, added.stream().map(organization -> step(null, organization)).toList());
    return added;
  }

  /// Replaces an organization's details.
  ///
  /// @param seenVersion the version the caller last read; empty to overwrite whatever is there
  /// @throws NotFound if it is not within `scope`
  /// @throws Outdated if someone else changed it since `seenVersion`
  @Transactional
  public Organization correct(
      Scope scope, OrganizationId id, OptionalInt seenVersion, UnaryOperator<Organization> edit) {
    return correct(scope, Map.of(id, edit), seenVersion).getFirst();
  }

  /// Changes several in one step, or none of them.
  @Transactional
  public List<Organization> correct(
      Scope scope,
      Map<OrganizationId, UnaryOperator<Organization>> edits,
      OptionalInt seenVersion) {
    Map<OrganizationId, Organization> before =
        store.lock(scope, edits.keySet()).stream()
            .collect(Collectors.toMap(Organization::id, Function.identity()));
    Instant now = clock.instant();
    List<Organization> after = new ArrayList<>(edits.size());
    List<Organization> written = new ArrayList<>(edits.size());
    List<Step> steps = new ArrayList<>(edits.size());
    edits.forEach((id, edit) -> {
      Organization old =
          Optional.ofNullable(before.get(id))
              .orElseThrow(() -> new NotFound("external organization", id.value()));
      if (seenVersion.isPresent() && seenVersion.getAsInt() != old.version()) {
        throw new Outdated("external organization", id.value());
      }
      Organization changed = edit.apply(old);
      check(scope, old.details().custom(), changed.details());
      if (changed.details().equals(old.details())) {
        after.add(old);
        return;
      }
      Organization next = old.with(changed.details(), now);
      after.add(next);
      written.add(next);
      steps.add(step(old, next));
    });
    store.replace(scope, written);
    vocabulary.replace(
        scope, words(written.stream().map(o -> before.get(o.id())).toList()), words(written));
    changes.record(scope, steps);
    return List.copyOf(after);
  }

  /// How many contacts would lose their organization with these, in whatever division they are.
  public long countPeople(Scope scope, Collection<OrganizationId> unwanted) {
    return unwanted.isEmpty() ? 0 : store.countPeople(scope, unwanted);
  }

  /// Removes organizations; their people stay and lose the link, each with an entry of its own in
  /// the change log.
  ///
  /// @return those that were within `scope`, as they were
  @Transactional
  public List<Organization> remove(Scope scope, Collection<OrganizationId> unwanted) {
    List<Organization> locked = store.lockToRemove(scope, unwanted);
    removeLocked(scope, locked);
    return locked;
  }

  /// Removes one as its owner saw it.
  ///
  /// @param seenVersion the version the caller last read
  /// @throws NotFound if it is not within `scope`
  /// @throws Outdated if someone else changed it since `seenVersion`
  @Transactional
  public void remove(Scope scope, OrganizationId id, int seenVersion) {
    List<Organization> locked = store.lockToRemove(scope, List.of(id));
    if (locked.isEmpty()) {
      throw new NotFound("external organization", id.value());
    }
    if (locked.getFirst().version() != seenVersion) {
      throw new Outdated("external organization", id.value());
    }
    removeLocked(scope, locked);
  }

  private void removeLocked(Scope scope, List<Organization> gone) {
    if (gone.isEmpty()) {
      return;
    }
    removals.fire(
        new OrganizationsRemoved(
            scope, gone.stream().map(Organization::id).collect(Collectors.toUnmodifiableSet())));
    List<Step> steps = new ArrayList<>();
    for (OrganizationStore.Tie cut : store.cutLinks(scope, gone, clock.instant())) {
      steps.add(tied(cut, Map.of("organization", cut.organization()), Map.of()));
    }
    store.remove(scope, gone);
    vocabulary.forget(scope, words(gone));
    gone.forEach(organization -> steps.add(step(organization, null)));
    changes.record(scope, steps);
  }

  /// Brings removed organizations back, without those that are there.
  ///
  /// @return those that are back
  /// @throws dev.callbook.wire.Refusal.Conflict naming `externalIds` if others have these by now
  @Transactional
  public List<OrganizationId> restore(Scope scope, List<Organization> removed) {
    Set<OrganizationId> there =
        store.find(scope, removed.stream().map(Organization::id).toList()).stream()
            .map(Organization::id)
            .collect(Collectors.toUnmodifiableSet());
    List<Organization> back =
        removed.stream().filter(organization -> !there.contains(organization.id())).toList();
    store.insert(scope, back);
    vocabulary.note(scope, words(back));
    changes.record(scope, back.stream().map(organization -> step(null, organization)).toList());
    return back.stream().map(Organization::id).toList();
  }

  /// Gives contacts an organization again that lost theirs by its removal, in whatever division
  /// they are: those that have none, and whose organization is back.
  ///
  /// @param links organizations by contact
  @Transactional
  public void tieAgain(Scope scope, Map<UUID, UUID> links) {
    if (!links.isEmpty()) {
      changes.record(
          scope,
          store.tieAgain(scope, links, clock.instant()).stream()
              .map(tie -> tied(tie, Map.of(), Map.of("organization", tie.organization())))
              .toList());
    }
  }

  private static Step tied(
      OrganizationStore.Tie tie, Map<String, UUID> before, Map<String, UUID> after) {
    return new Step(Subject.CONTACT, tie.contact(), tie.division(), tie.version(), before, after);
  }

  /// The rules that hold whatever way an organization is written.
  ///
  /// @param before the custom fields it held
  private void check(Scope scope, CustomValues before, OrganizationDetails after) {
    List<FieldError> broken =
        customFields.broken(scope, SchemaKind.ORGANIZATION, before, after.custom());
    if (!broken.isEmpty()) {
      throw new Invalid(broken);
    }
  }

  private static Set<String> words(Collection<Organization> organizations) {
    return organizations.stream()
        .flatMap(o -> SearchWords.ofOrganization(o.details().name()).words().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Step step(@Nullable Organization before, @Nullable Organization after) {
    Organization any = after == null ? Objects.requireNonNull(before) : after;
    return new Step(
        Subject.ORGANIZATION,
        any.id().value(),
        any.division(),
        any.version(),
        before == null ? null : before.details(),
        after == null ? null : after.details());
  }

  /// The refusal for an attempt to change an organization's division.
  static Refusal divisionIsFixed() {
    return new Invalid(
        "division.id",
        "fixed",
        "An organization's division is chosen when it is created and never changes. Create it anew in the other division, then delete this one.");
  }
}
