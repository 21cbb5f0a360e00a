package dev.callbook.relationship;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callbook.access.DivisionId;
import dev.callbook.access.Scope;
import dev.callbook.access.User;
import dev.callbook.access.Users;
import dev.callbook.change.Change;
import dev.callbook.change.Changes;
import dev.callbook.change.Changes.Step;
import dev.callbook.change.Subject;
import dev.callbook.directory.Filter;
import dev.callbook.directory.ScanRange;
import dev.callbook.organization.Organization;
import dev.callbook.organization.OrganizationId;
import dev.callbook.organization.Organizations;
import dev.callbook.organization.OrganizationsRemoved;
import dev.callbook.platform.Ids;
import dev.callbook.relationship.Relationship.Person;
import dev.callbook.wire.Refusal.Invalid;
import dev.callbook.wire.Refusal.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
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
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The rules of relationships. One lives in the division of its organization, belongs to that
/// organization for good, and outlasts its person's right to sign in.
@ApplicationScoped
public class Relationships {
  private final RelationshipStore store;
  private final Organizations organizations;
  private final Users users;
  private final Changes changes;
  private final Ids ids;
  private final Clock clock;

  Relationships(
      RelationshipStore store,
      Organizations organizations,
      Users users,
      Changes changes,
      Ids ids,
      Clock clock) {
    this.store = store;
    this.organizations = organizations;
    this.users = users;
    this.changes = changes;
    this.ids = ids;
    this.clock = clock;
  }

  /// @throws NotFound if it is not within `scope`
  public Relationship get(Scope scope, UUID id) {
    return store.find(scope, List.of(id)).stream()
        .findFirst()
        .orElseThrow(() -> new NotFound("relationship", id));
  }

  /// @return those within `scope`, by id
  public Map<UUID, Relationship> find(Scope scope, Collection<UUID> wanted) {
    return byId(store.find(scope, wanted));
  }

  /// A page of an organization's relationships.
  ///
  /// @throws NotFound if the organization is not within `scope`
  public RelationshipPage of(Scope scope, OrganizationId organization, RelationshipQuery query) {
    organizations.get(scope, organization);
    return store.of(scope, organization, query);
  }

  /// The next relationships of a scan.
  public List<Relationship> scan(Scope scope, ScanRange range, Filter<RelationshipField> filter) {
    return store.scan(scope, range, filter);
  }

  /// @throws Invalid naming the field whose rule is broken
  @Transactional
  public Relationship add(Scope scope, RelationshipDraft draft) {
    return add(scope, List.of(draft)).getFirst();
  }

  /// Adds all of them in one step, or none.
  @Transactional
  public List<Relationship> add(Scope scope, List<RelationshipDraft> drafts) {
    Map<OrganizationId, Organization> known =
        organizations.find(
            scope, drafts.stream().map(RelationshipDraft::organization).distinct().toList());
    Map<UUID, Person> people = people(scope, drafts);
    Instant now = clock.instant();
    List<Relationship> added =
        drafts.stream()
            .map(draft -> {
              Organization organization =
                  Optional.ofNullable(known.get(draft.organization()))
                      .orElseThrow(Relationships::noOrganization);
              checkDivision(scope, draft, organization.division());
              Person person = newcomer(people, draft.user());
              return new Relationship(
                  ids.next(),
                  organization.division(),
                  organization.id(),
                  person,
                  draft.text(),
                  now,
                  now,
                  1);
            })
            .toList();
    if (store.insert(scope, added) < added.size()) {
      throw noOrganization();
    }
    changes.record(scope, added.stream().map(one -> step(null, one)).toList());
    return added;
  }

  /// @throws NotFound if it is not within `scope`
  /// @throws Invalid naming the field whose rule is broken
  @Transactional
  public Relationship correct(Scope scope, UUID id, RelationshipDraft draft) {
    return correct(scope, Map.of(id, draft)).getFirst();
  }

  /// Changes several in one step, or none of them. Whom a relationship already names may stay, even
  /// if they can no longer sign in.
  @Transactional
  public List<Relationship> correct(Scope scope, Map<UUID, RelationshipDraft> drafts) {
    Map<UUID, Relationship> before = byId(store.lock(scope, drafts.keySet()));
    Map<UUID, Person> people = people(scope, drafts.values());
    Instant now = clock.instant();
    List<Relationship> after = new ArrayList<>(drafts.size());
    List<Relationship> written = new ArrayList<>(drafts.size());
    List<Step> steps = new ArrayList<>(drafts.size());
    drafts.forEach((id, draft) -> {
      Relationship old =
          Optional.ofNullable(before.get(id)).orElseThrow(() -> new NotFound("relationship", id));
      Relationship next = edited(scope, old, draft, people, now);
      after.add(next);
      if (next.version() > old.version()) {
        written.add(next);
        steps.add(step(old, next));
      }
    });
    store.update(scope, written);
    changes.record(scope, steps);
    return List.copyOf(after);
  }

  private static Relationship edited(
      Scope scope,
      Relationship old,
      RelationshipDraft draft,
      Map<UUID, Person> people,
      Instant now) {
    if (!draft.organization().equals(old.organization())) {
      throw new Invalid(
          "externalOrganization.id",
          "fixed",
          "A relationship's organization is chosen when it is created. Create it anew at the other one, then delete this one.");
    }
    checkDivision(scope, draft, old.division());
    Person person =
        draft.user().equals(old.person().id()) ? old.person() : newcomer(people, draft.user());
    return person.equals(old.person()) && draft.text().equals(old.text())
        ? old
        : old.with(person, draft.text(), now);
  }

  /// @return those that were within `scope`
  @Transactional
  public Set<UUID> remove(Scope scope, Collection<UUID> unwanted) {
    return removeLocked(scope, store.lock(scope, unwanted));
  }

  /// With an organization go its relationships.
  void take(@Observes OrganizationsRemoved event) {
    removeLocked(event.scope(), store.lockOf(event.scope(), event.organizations()));
  }

  private Set<UUID> removeLocked(Scope scope, List<Relationship> gone) {
    if (gone.isEmpty()) {
      return Set.of();
    }
    Set<UUID> removed = gone.stream().map(Relationship::id).collect(Collectors.toUnmodifiableSet());
    store.remove(scope, removed);
    changes.record(scope, gone.stream().map(Relationships::removal).toList());
    return removed;
  }

  /// What the log keeps of one that goes is enough to bring it back.
  private static Step removal(Relationship gone) {
    Map<String, Object> fields = new LinkedHashMap<>(Objects.requireNonNull(fields(gone)));
    fields.put("createdAt", gone.createdAt().toString());
    return new Step(Subject.RELATIONSHIP, gone.id(), gone.division(), gone.version(), fields, null);
  }

  /// Brings removed relationships back, without those whose organization or user is gone, or that
  /// are back already.
  ///
  /// @param removals their entries in the log
  @Transactional
  public void restore(Scope scope, List<Change> removals) {
    Map<UUID, Change> wanted = new LinkedHashMap<>();
    removals.stream()
        .filter(removal -> removal.before() != null && removal.before().has("createdAt"))
        .forEach(removal -> wanted.put(removal.subjectId(), removal));
    wanted.keySet().removeAll(find(scope, wanted.keySet()).keySet());
    if (wanted.isEmpty()) {
      return;
    }
    Map<OrganizationId, Organization> homes =
        organizations.find(
            scope,
            wanted.values().stream()
                .map(removal -> new OrganizationId(said(removal, "organization")))
                .distinct()
                .toList());
    Map<UUID, Person> people =
        people(
            scope,
            wanted.values().stream()
                .map(removal -> said(removal, "user"))
                .collect(Collectors.toUnmodifiableSet()));
    Instant now = clock.instant();
    List<Relationship> back =
        wanted.values().stream()
            .flatMap(removal -> back(removal, homes, people, now).stream())
            .toList();
    if (store.insert(scope, back) < back.size()) {
      throw noOrganization();
    }
    changes.record(scope, back.stream().map(one -> step(null, one)).toList());
  }

  private static Optional<Relationship> back(
      Change removal,
      Map<OrganizationId, Organization> homes,
      Map<UUID, Person> people,
      Instant now) {
    ObjectNode before = Objects.requireNonNull(removal.before());
    Organization home = homes.get(new OrganizationId(said(removal, "organization")));
    Person person = people.get(said(removal, "user"));
    return home == null || person == null
        ? Optional.empty()
        : Optional.of(
            new Relationship(
                removal.subjectId(),
                home.division(),
                home.id(),
                person,
                before.path("relationship").asText(),
                Instant.parse(before.path("createdAt").asText()),
                now,
                removal.version() + 1));
  }

  private static UUID said(Change removal, String field) {
    return UUID.fromString(Objects.requireNonNull(removal.before()).path(field).asText());
  }

  private Map<UUID, Person> people(Scope scope, Collection<RelationshipDraft> drafts) {
    return people(
        scope,
        drafts.stream().map(RelationshipDraft::user).collect(Collectors.toUnmodifiableSet()));
  }

  private Map<UUID, Person> people(Scope scope, Set<UUID> wanted) {
    return users.find(scope, wanted).stream()
        .collect(
            Collectors.toMap(User::id, user -> new Person(user.id(), user.name(), user.active())));
  }

  private static Person newcomer(Map<UUID, Person> people, UUID user) {
    return Optional.ofNullable(people.get(user))
        .filter(Person::active)
        .orElseThrow(() ->
            new Invalid("user.id", "unknown", "There is no such user, or they are not active."));
  }

  private static void checkDivision(Scope scope, RelationshipDraft draft, DivisionId division) {
    String own = scope.division(division).orElseThrow().wireId();
    if (draft.division().isPresent() && !draft.division().get().strip().equalsIgnoreCase(own)) {
      throw new Invalid(
          "division.id", "fixed", "A relationship is in the division of its organization.");
    }
  }

  private static Invalid noOrganization() {
    return new Invalid(
        "externalOrganization.id",
        "unknown",
        "There is no such external organization, or you may not see it.");
  }

  private static Map<UUID, Relationship> byId(List<Relationship> found) {
    return found.stream()
        .collect(
            Collectors.toMap(
                Relationship::id, Function.identity(), (one, _) -> one, LinkedHashMap::new));
  }

  private static Step step(@Nullable Relationship before, @Nullable Relationship after) {
    Relationship any = after == null ? Objects.requireNonNull(before) : after;
    return new Step(
        Subject.RELATIONSHIP,
        any.id(),
        any.division(),
        any.version(),
        fields(before),
        fields(after));
  }

  private static @Nullable Map<String, Object> fields(@Nullable Relationship relationship) {
    return relationship == null
        ? null
        : Map.of(
            "organization",
            relationship.organization().value(),
            "user",
            relationship.person().id(),
            "relationship",
            relationship.text());
  }
}
