package dev.callbook.csvimport;

import dev.callbook.contact.Contact;
import dev.callbook.contact.ContactDetails;
import dev.callbook.contact.ContactDraft;
import dev.callbook.contact.ContactId;
import dev.callbook.contact.Contacts;
import dev.callbook.csvimport.GroupStore.Group;
import dev.callbook.csvimport.Import.Applied;
import dev.callbook.csvimport.reading.Reason;
import dev.callbook.csvimport.reading.Trouble;
import dev.callbook.customfield.CustomFields;
import dev.callbook.customfield.SchemaKind;
import dev.callbook.directory.SchemaRef;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Rows that meet a stored contact, or each other: all rows that mean one contact are applied to it
/// together, in file order, as one change.
@ApplicationScoped
class Groups {
  private static final int PAGE = 1_000;

  private final GroupStore store;
  private final Contacts contacts;
  private final Employers employers;
  private final MergeStore merges;
  private final CustomFields customFields;

  Groups(
      GroupStore store,
      Contacts contacts,
      Employers employers,
      MergeStore merges,
      CustomFields customFields) {
    this.store = store;
    this.contacts = contacts;
    this.employers = employers;
    this.merges = merges;
    this.customFields = customFields;
  }

  /// What rows meet besides their contact, and how they are applied.
  ///
  /// @param employers the organizations they name, as far as they are there
  /// @param merged contacts that others are merged into, which is a change in any case
  private record Known(RowMerge merge, Employers.Found employers, Set<UUID> merged) {
    boolean isMerged(Group group) {
      return group.contact() != null && merged.contains(group.contact());
    }
  }

  /// What becomes of a contact by its rows.
  ///
  /// @param before null where the rows add it
  /// @param after null where they do not
  /// @param isChange whether any row changes a stored contact
  /// @param newOrganization the name of an organization yet to be added that becomes the contact's
  record Outcome(
      Group group,
      @Nullable ContactDetails before,
      @Nullable ContactDetails after,
      boolean isChange,
      @Nullable String newOrganization) {
    boolean isAddition() {
      return before == null && after != null;
    }
  }

  /// The next groups of several rows after the one whose first row is `after`; empty after the
  /// last.
  List<Group> next(Job job, long after) {
    return store.next(job, after, PAGE);
  }

  /// What the groups would do now; writes nothing. A row that names an organization yet to be added
  /// counts as a change.
  ///
  /// @param seen takes what becomes of each
  /// @return what counts, with the rows that leave their contact as it is, since its custom fields
  ///   do not take what they say
  Foreseen foresee(Job job, List<Group> groups, Consumer<Outcome> seen) {
    Known known = known(job, groups);
    Map<ContactId, Contact> stored = stored(job, groups);
    Tally sum = new Tally();
    for (Group group : groups) {
      Tally tally = new Tally();
      ContactDetails before = before(group, stored);
      ContactDetails after = fold(job, before, group, known, tally);
      seen.accept(
          new Outcome(
              group, before, after, before != null && tally.changed > 0, tally.newOrganization));
      sum.add(tally);
    }
    return new Foreseen(sum.sum(), sum.refused);
  }

  /// What rows do, or would do. @param refused why some of them do nothing
  record Foreseen(Applied applied, List<Rejection> refused) {}

  private Map<ContactId, Contact> stored(Job job, List<Group> groups) {
    List<ContactId> wanted =
        groups.stream().map(Group::contact).filter(Objects::nonNull).map(ContactId::new).toList();
    return wanted.isEmpty() ? Map.of() : contacts.find(job.scope(), wanted);
  }

  private static @Nullable ContactDetails before(Group group, Map<ContactId, Contact> stored) {
    Contact before = group.contact() == null ? null : stored.get(new ContactId(group.contact()));
    return before == null ? null : before.details();
  }

  /// Applies the groups within the caller's transaction; those whose contact is gone add it anew.
  /// Most rows of a file that is imported again change nothing, and their contacts are only read.
  /// The others are read again under their locks, so that a row corrects what is there now and not
  /// what the dry run saw.
  ///
  /// @return what they did
  Foreseen apply(Job job, List<Group> groups) {
    Known known = known(job, groups);
    Map<ContactId, Contact> stored = stored(job, groups);
    Tally tally = new Tally();
    Map<ContactId, UnaryOperator<Contact>> edits = new LinkedHashMap<>();
    List<ContactDraft> added = new ArrayList<>();
    for (Group group : groups) {
      ContactDetails before = before(group, stored);
      Tally foreseen = new Tally();
      ContactDetails after = fold(job, before, group, known, foreseen);
      if (group.contact() == null || before == null) {
        tally.add(foreseen);
        if (after != null) {
          UUID division = group.rows().getFirst().division();
          added.add(new ContactDraft(Optional.of(job.division(division).wireId()), after));
        }
      } else if (before.equals(after)) {
        tally.add(foreseen);
      } else {
        // Contacts that two groups name may have become one since.
        edits.merge(
            Objects.requireNonNull(stored.get(new ContactId(group.contact()))).id(),
            old -> with(old, Objects.requireNonNull(fold(job, old.details(), group, known, tally))),
            (first, then) -> old -> then.apply(first.apply(old)));
      }
    }
    contacts.correct(job.scope(), edits, OptionalInt.empty());
    contacts.add(job.scope(), added);
    return new Foreseen(tally.sum(), tally.refused);
  }

  private @Nullable ContactDetails fold(
      Job job, @Nullable ContactDetails stored, Group group, Known known, Tally tally) {
    ContactDetails details = stored;
    for (RowDraft draft : group.rows()) {
      String name = draft.organization();
      UUID organization = known.employers().of(draft);
      ContactDetails next =
          details == null
              ? RowMerge.fresh(draft, organization)
              : known.merge().onto(details, draft, organization);
      boolean isMore = known.isMerged(group);
      if (name != null
          && organization == null
          && (details == null || known.merge().takesOrganization(details, draft))) {
        isMore = true;
        tally.newOrganization = name;
      }
      if (details != null && !takesCustomFields(job, known.merge(), details, draft, next)) {
        tally.refused.add(unfit(draft));
        continue;
      }
      // Somebody whose names are missing in row and record alike stays as they are.
      if (Contacts.missingNames(next).isEmpty()) {
        tally.count(details, next, isMore);
        details = next;
      } else {
        tally.count(details, details, false);
      }
    }
    return details;
  }

  private boolean takesCustomFields(
      Job job, RowMerge merge, ContactDetails before, RowDraft draft, ContactDetails after) {
    SchemaRef named = merge.custom(before, draft).schema();
    SchemaRef followed = before.schema();
    if (named == null) {
      return true;
    }
    return (followed == null || followed.id().equals(named.id()))
        && customFields
            .broken(job.scope(), SchemaKind.CONTACT, before.custom(), after.custom())
            .isEmpty();
  }

  private static Rejection unfit(RowDraft draft) {
    return new Rejection(
        draft.row(), draft.line(), null, "conflict", Reason.of(Trouble.OTHER_SCHEMA));
  }

  private Known known(Job job, List<Group> groups) {
    return new Known(
        new RowMerge(job.settings()),
        employers.of(job, groups.stream().flatMap(group -> group.rows().stream()).toList()),
        job.settings().several() == SeveralMatches.MERGE
            ? merges.among(
                job, groups.stream().map(Group::contact).filter(Objects::nonNull).toList())
            : Set.of());
  }

  private static Contact with(Contact old, ContactDetails details) {
    return new Contact(
        old.id(),
        old.division(),
        old.type(),
        details,
        old.version(),
        old.createdAt(),
        old.modifiedAt());
  }

  private static final class Tally {
    private long added;
    private long changed;
    private long kept;
    private final List<Rejection> refused = new ArrayList<>(0);
    private @Nullable String newOrganization;

    void count(@Nullable ContactDetails before, @Nullable ContactDetails after, boolean more) {
      if (before == null && after != null) {
        added++;
      } else if (more || !Objects.equals(before, after)) {
        changed++;
      } else {
        kept++;
      }
    }

    void add(Tally other) {
      added += other.added;
      changed += other.changed;
      kept += other.kept;
      refused.addAll(other.refused);
    }

    Applied sum() {
      return new Applied(added, changed, kept);
    }
  }
}
