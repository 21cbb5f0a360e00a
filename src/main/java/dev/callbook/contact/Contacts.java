package dev.callbook.contact;

import dev.callbook.access.Division;
import dev.callbook.access.Origin;
import dev.callbook.access.Scope;
import dev.callbook.change.Changes;
import dev.callbook.change.Changes.Step;
import dev.callbook.change.Subject;
import dev.callbook.customfield.CustomFields;
import dev.callbook.customfield.CustomValues;
import dev.callbook.customfield.SchemaKind;
import dev.callbook.directory.Filter;
import dev.callbook.directory.ScanRange;
import dev.callbook.directory.Vocabulary;
import dev.callbook.organization.Organizations;
import dev.callbook.platform.Ids;
import dev.callbook.wire.FieldError;
import dev.callbook.wire.Refusal;
import dev.callbook.wire.Refusal.Invalid;
import dev.callbook.wire.Refusal.NotFound;
import dev.callbook.wire.Refusal.Outdated;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The rules of external contacts; the only door for other features.
@ApplicationScoped
public class Contacts {
  private final ContactStore store;
  private final ContactListStore lists;
  private final ContactRemovalStore removals;
  private final MergedStore merged;
  private final Canonicals canonicals;
  private final Organizations organizations;
  private final CustomFields customFields;
  private final Changes changes;
  private final Vocabulary vocabulary;
  private final ContactSettings settings;
  private final Ids ids;
  private final Clock clock;

  Contacts(
      ContactStore store,
      ContactListStore lists,
      ContactRemovalStore removals,
      MergedStore merged,
      Canonicals canonicals,
      Organizations organizations,
      CustomFields customFields,
      Changes changes,
      Vocabulary vocabulary,
      ContactSettings settings,
      Ids ids,
      Clock clock) {
    this.store = store;
    this.lists = lists;
    this.removals = removals;
    this.merged = merged;
    this.canonicals = canonicals;
    this.organizations = organizations;
    this.customFields = customFields;
    this.changes = changes;
    this.vocabulary = vocabulary;
    this.settings = settings;
    this.ids = ids;
    this.clock = clock;
  }

  /// A contact; for the id of one that was merged into another the canonical one, with another id.
  ///
  /// @throws NotFound if the contact is not within `scope`
  public Contact get(Scope scope, ContactId id) {
    return find(scope, id).orElseThrow(() -> new NotFound("contact", id.value()));
  }

  /// As [#get]. @return empty if absent or outside `scope`: the caller cannot tell which
  public Optional<Contact> find(Scope scope, ContactId id) {
    return Optional.ofNullable(find(scope, List.of(id)).get(id));
  }

  /// As [#get]. @return those within `scope`, by the ids asked for, in their order
  public Map<ContactId, Contact> find(Scope scope, Collection<ContactId> wanted) {
    return canonicals.find(scope, wanted);
  }

  /// As [#find]; until the caller's transaction ends nobody removes the contact or merges it into
  /// another. For whoever is about to write what points at it.
  public Optional<Contact> keep(Scope scope, ContactId id) {
    return canonicals.keep(scope, id);
  }

  /// As [#keep(Scope, ContactId)], by the ids asked for.
  public Map<ContactId, Contact> keep(Scope scope, Collection<ContactId> wanted) {
    return canonicals.keep(scope, wanted);
  }

  /// As [#find], but for the id of one that was merged into another this very one.
  public Map<ContactId, Contact> unresolved(Scope scope, Collection<ContactId> wanted) {
    return canonicals.unresolved(scope, wanted);
  }

  /// By id why a write found none of these contacts.
  Map<ContactId, Refusal> absent(Scope scope, Collection<ContactId> ids) {
    return canonicals.absent(scope, ids);
  }

  /// Who holds a number, by its look-up key; the oldest first. One exact index read.
  public List<Contact> holdingNumber(Scope scope, String lookupKey, int maxRows) {
    return store.holdingNumber(scope, lookupKey, maxRows);
  }

  /// Who holds an e-mail address, by its key; the oldest first.
  public List<Contact> holdingEmail(Scope scope, String emailKey, int maxRows) {
    return store.holdingEmail(scope, emailKey, maxRows);
  }

  /// Who holds a handle, by its key; the oldest first.
  public List<Contact> holdingHandle(Scope scope, String channel, String handleKey, int maxRows) {
    return store.holdingHandle(scope, channel, handleKey, maxRows);
  }

  /// Whom another system calls so: at most one for each division.
  public List<Contact> holdingExternalId(Scope scope, UUID source, String value) {
    return store.holdingExternalId(scope, source, value);
  }

  /// A page of the whole list, or of one organization's.
  public ContactPage list(Scope scope, ContactQuery query) {
    return lists.list(scope, query);
  }

  /// Those of `ids` that a filter lets through.
  public Set<ContactId> among(Scope scope, Collection<ContactId> ids, Filter<ContactField> filter) {
    return ids.isEmpty() ? Set.of() : lists.among(scope, ids, filter);
  }

  /// The next contacts of a scan.
  public List<Contact> scan(Scope scope, ScanRange range, Filter<ContactField> filter) {
    return store.scan(scope, range, filter);
  }

  /// @throws Invalid naming the field whose rule is broken
  @Transactional
  public Contact add(Scope scope, ContactDraft draft) {
    return add(scope, List.of(draft)).getFirst();
  }

  /// Adds all of them in one step, or none.
  ///
  /// @throws Invalid naming the field whose rule is broken
  @Transactional
  public List<Contact> add(Scope scope, List<ContactDraft> drafts) {
    Instant now = clock.instant();
    List<Contact> added = new ArrayList<>(drafts.size());
    for (ContactDraft draft : drafts) {
      check(scope, CustomValues.NONE, draft.details());
      Division division = scope.divisionToWrite(draft.division());
      added.add(
          new Contact(
              new ContactId(ids.next()),
              division.id(),
              typeFor(scope),
              draft.details(),
              1,
              now,
              now));
    }
    checkOrganizations(scope, added);
    store.insert(scope, added);
    vocabulary.note(scope, words(added));
    changes.record(scope, added.stream().map(contact -> step(null, contact)).toList());
    return List.copyOf(added);
  }

  /// Replaces a contact's details.
  ///
  /// @param seenVersion the version the caller last read; empty to overwrite whatever is there
  /// @throws NotFound if the contact is not within `scope`
  /// @throws dev.callbook.wire.Refusal.Superseded if it was merged into another
  /// @throws Outdated if someone else changed it since `seenVersion`
  /// @throws Invalid naming the field whose rule is broken
  @Transactional
  public Contact correct(
      Scope scope, ContactId id, OptionalInt seenVersion, UnaryOperator<Contact> edit) {
    return correct(scope, Map.of(id, edit), seenVersion).getFirst();
  }

  /// Changes several in one step, or none of them.
  ///
  /// @param edits per contact the one that should take its place; its division must not differ
  @Transactional
  public List<Contact> correct(
      Scope scope, Map<ContactId, UnaryOperator<Contact>> edits, OptionalInt seenVersion) {
    return write(scope, edits, seenVersion, this::check);
  }

  /// As [#correct], for what leaves names and custom fields as they are: nobody has to have a last
  /// name to refuse surveys.
  @Transactional
  public List<Contact> amend(Scope scope, Map<ContactId, UnaryOperator<Contact>> edits) {
    return write(scope, edits, OptionalInt.empty(), (_, _, _) -> {});
  }

  /// The rules that a changed contact has to obey.
  private interface Rules {
    void check(Scope scope, CustomValues before, ContactDetails after);
  }

  private List<Contact> write(
      Scope scope,
      Map<ContactId, UnaryOperator<Contact>> edits,
      OptionalInt seenVersion,
      Rules rules) {
    Map<ContactId, Contact> before =
        store.lock(scope, edits.keySet()).stream()
            .collect(Collectors.toMap(Contact::id, Function.identity()));
    Instant now = clock.instant();
    List<Contact> after = new ArrayList<>(edits.size());
    List<Contact> written = new ArrayList<>(edits.size());
    List<Step> steps = new ArrayList<>(edits.size());
    edits.forEach((id, edit) -> {
      Contact old = Optional.ofNullable(before.get(id)).orElseThrow(() -> absent(scope, id));
      if (seenVersion.isPresent() && seenVersion.getAsInt() != old.version()) {
        throw new Outdated("contact", id.value());
      }
      Contact changed = edit.apply(old);
      rules.check(scope, old.details().custom(), changed.details());
      if (changed.details().equals(old.details())) {
        after.add(old);
        return;
      }
      Contact next = old.with(changed.details(), now);
      after.add(next);
      written.add(next);
      steps.add(step(old, next));
    });
    // Whoever works for an organization out of sight may be corrected all the same.
    checkOrganizations(
        scope,
        written.stream()
            .filter(contact -> !isSameEmployer(before.get(contact.id()), contact))
            .toList());
    store.replace(scope, written);
    vocabulary.replace(
        scope,
        words(written.stream().map(contact -> before.get(contact.id())).toList()),
        words(written));
    changes.record(scope, steps);
    return List.copyOf(after);
  }

  /// Makes a contact that interactions left behind one that was made on purpose: it stays.
  ///
  /// @throws NotFound if it is not within `scope`
  /// @throws dev.callbook.wire.Refusal.Superseded if it was merged into another
  @Transactional
  public Contact promote(Scope scope, ContactId id) {
    Contact before =
        store.lock(scope, List.of(id)).stream().findFirst().orElseThrow(() -> absent(scope, id));
    if (before.type() == ContactType.Curated) {
      return before;
    }
    Contact after = before.as(ContactType.Curated, clock.instant());
    store.replace(scope, List.of(after));
    changes.record(
        scope,
        List.of(
            new Step(
                Subject.CONTACT,
                id.value(),
                after.division(),
                after.version(),
                Map.of("type", before.type()),
                Map.of("type", after.type()))));
    return after;
  }

  /// Removes contacts with everything that hangs on them, and with whatever was merged into them.
  ///
  /// @return those that were within `scope`; one that was merged into another is not among them
  @Transactional
  public Set<ContactId> remove(Scope scope, Collection<ContactId> unwanted) {
    return removeLocked(scope, store.lock(scope, unwanted));
  }

  /// Removes one as the caller saw it.
  ///
  /// @param seenVersion the version the caller last read
  /// @throws NotFound if it is not within `scope`
  /// @throws dev.callbook.wire.Refusal.Superseded if it was merged into another
  /// @throws Outdated if someone else changed it since `seenVersion`
  @Transactional
  public void remove(Scope scope, ContactId id, int seenVersion) {
    List<Contact> locked = store.lock(scope, List.of(id));
    if (locked.isEmpty()) {
      throw absent(scope, id);
    }
    if (locked.getFirst().version() != seenVersion) {
      throw new Outdated("contact", id.value());
    }
    removeLocked(scope, locked);
  }

  Set<ContactId> removeLocked(Scope scope, List<Contact> gone) {
    List<ContactId> heads =
        gone.stream().filter(c -> c.mergeSet().isMerged()).map(Contact::id).toList();
    List<Contact> below = merged.below(scope, heads);
    merged.remove(scope, below.stream().map(Contact::id).toList());
    removals.remove(scope, gone);
    vocabulary.forget(scope, words(gone));
    changes.record(
        scope, Stream.concat(gone.stream(), below.stream()).map(c -> step(c, null)).toList());
    return gone.stream().map(Contact::id).collect(Collectors.toUnmodifiableSet());
  }

  /// Why a write does not find a contact.
  Refusal absent(Scope scope, ContactId id) {
    return canonicals.absent(scope, id);
  }

  /// The words of these contacts' names that a mistyped search may mean.
  static Set<String> words(Collection<Contact> contacts) {
    return contacts.stream()
        .flatMap(contact -> ContactRows.searchWords(contact.details()).words().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  static Step step(@Nullable Contact before, @Nullable Contact after) {
    Contact any = after == null ? java.util.Objects.requireNonNull(before) : after;
    return new Step(
        Subject.CONTACT,
        any.id().value(),
        any.division(),
        any.version(),
        before == null ? null : before.details(),
        after == null ? null : after.details());
  }

  /// The rules that hold whatever way a contact is written.
  ///
  /// @param before the custom fields it held
  void check(Scope scope, CustomValues before, ContactDetails after) {
    boolean mayLackNames =
        scope.origin().kind() == Origin.Kind.INTERACTION
            || (scope.origin().kind() == Origin.Kind.API && !settings.apiNamesRequired());
    List<FieldError> broken = new ArrayList<>(mayLackNames ? List.of() : missingNames(after));
    broken.addAll(customFields.broken(scope, SchemaKind.CONTACT, before, after.custom()));
    if (!broken.isEmpty()) {
      throw new Invalid(broken);
    }
  }

  /// Which of the two mandatory fields are missing; empty where none is.
  public static List<FieldError> missingNames(ContactDetails details) {
    List<FieldError> missing = new ArrayList<>();
    if (details.firstName() == null) {
      missing.add(new FieldError("firstName", "required", "Enter a first name."));
    }
    if (details.lastName() == null) {
      missing.add(
          new FieldError("lastName", "required", "Enter a last name, agents see it first."));
    }
    return missing;
  }

  /// @throws Invalid naming `externalOrganization.id` if `after` names another than `before`, and
  ///   it is not within `scope`
  public void checkOrganization(Scope scope, ContactDetails before, ContactDetails after) {
    UUID wanted = after.organization();
    if (wanted != null && !wanted.equals(before.organization())) {
      checkOrganizations(scope, Set.of(wanted));
    }
  }

  private static boolean isSameEmployer(@Nullable Contact before, Contact after) {
    return before != null
        && Objects.equals(before.details().organization(), after.details().organization());
  }

  void checkOrganizations(Scope scope, List<Contact> contacts) {
    Set<UUID> wanted =
        contacts.stream()
            .map(contact -> contact.details().organization())
            .filter(Objects::nonNull)
            .collect(Collectors.toUnmodifiableSet());
    checkOrganizations(scope, wanted);
  }

  private void checkOrganizations(Scope scope, Set<UUID> wanted) {
    if (!organizations.allExist(scope, wanted)) {
      throw new Invalid(
          "externalOrganization.id",
          "unknown",
          "There is no such external organization, or you may not see it.");
    }
  }

  private static ContactType typeFor(Scope scope) {
    return scope.origin().kind() == Origin.Kind.INTERACTION && scope.actor().kind().equals("system")
        ? ContactType.Ephemeral
        : ContactType.Curated;
  }

  /// The refusal for an attempt to change a contact's division.
  static Refusal divisionIsFixed() {
    return new Invalid(
        "division.id",
        "fixed",
        "A contact's division is chosen when it is created and never changes. Create the contact anew in the other division, then delete this one.");
  }
}
