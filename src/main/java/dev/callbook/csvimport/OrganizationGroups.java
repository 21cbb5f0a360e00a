package dev.callbook.csvimport;

import dev.callbook.csvimport.Import.Applied;
import dev.callbook.csvimport.reading.Reason;
import dev.callbook.csvimport.reading.Trouble;
import dev.callbook.customfield.CustomFields;
import dev.callbook.customfield.SchemaKind;
import dev.callbook.directory.SchemaRef;
import dev.callbook.organization.Organization;
import dev.callbook.organization.OrganizationDetails;
import dev.callbook.organization.OrganizationDraft;
import dev.callbook.organization.OrganizationId;
import dev.callbook.organization.Organizations;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Rows that say something of an organization: all that mean one are applied to it together, in
/// file order, as one change.
@ApplicationScoped
class OrganizationGroups {
  private static final int PAGE = 1_000;

  /// All rows that mean one organization, in file order.
  ///
  /// @param organization null where the first row adds it, or which the rows meant is gone
  record Group(long firstRow, @Nullable UUID organization, List<OrganizationRow> rows) {}

  /// What becomes of an organization by its rows.
  ///
  /// @param before null where the rows add it
  /// @param rows what each of them does
  /// @param refused the rows that do nothing, since its custom fields do not take what they say
  record Outcome(
      Group group,
      @Nullable OrganizationDetails before,
      @Nullable OrganizationDetails after,
      Applied rows,
      List<Rejection> refused) {
    boolean isAddition() {
      return before == null && after != null;
    }

    boolean isChange() {
      return before != null && !before.equals(after);
    }

    /// The organization, counted once.
    Applied once() {
      return isAddition()
          ? new Applied(1, 0, 0)
          : isChange() ? new Applied(0, 1, 0) : new Applied(0, 0, 1);
    }
  }

  private final OrganizationRowStore store;
  private final OrganizationMatchStore matches;
  private final Organizations organizations;
  private final CustomFields customFields;

  OrganizationGroups(
      OrganizationRowStore store,
      OrganizationMatchStore matches,
      Organizations organizations,
      CustomFields customFields) {
    this.store = store;
    this.matches = matches;
    this.organizations = organizations;
    this.customFields = customFields;
  }

  /// The next groups after the one whose first row is `after`; empty after the last.
  List<Group> next(Job job, long after) {
    return store.next(job, after, PAGE);
  }

  /// What the groups would do now; writes nothing.
  void foresee(Job job, List<Group> groups, Consumer<Outcome> seen) {
    OrganizationMerge merge = new OrganizationMerge(job.settings());
    Map<OrganizationId, Organization> stored =
        stored(job, groups.stream().map(Group::organization).filter(Objects::nonNull).toList());
    for (Group group : groups) {
      Organization before =
          group.organization() == null
              ? null
              : stored.get(new OrganizationId(group.organization()));
      seen.accept(fold(job, merge, before == null ? null : before.details(), group));
    }
  }

  private Map<OrganizationId, Organization> stored(Job job, List<UUID> wanted) {
    return wanted.isEmpty()
        ? Map.of()
        : organizations.find(job.scope(), wanted.stream().map(OrganizationId::new).toList());
  }

  /// Applies the groups within the caller's transaction. Who was to be added and is there by now is
  /// corrected; who was to be corrected and is gone is added.
  List<Outcome> apply(Job job, List<Group> page) {
    OrganizationMerge merge = new OrganizationMerge(job.settings());
    Map<Long, UUID> meant = meant(job, page);
    Map<OrganizationId, Organization> stored = stored(job, List.copyOf(meant.values()));
    Map<Long, Outcome> outcomes = new LinkedHashMap<>();
    Map<OrganizationId, UnaryOperator<Organization>> edits = new LinkedHashMap<>();
    List<Group> fresh = new ArrayList<>();
    for (Group group : page) {
      UUID id = meant.get(group.firstRow());
      Organization before = id == null ? null : stored.get(new OrganizationId(id));
      Outcome foreseen = fold(job, merge, before == null ? null : before.details(), group);
      outcomes.put(group.firstRow(), foreseen);
      if (before == null) {
        fresh.add(group);
      } else if (foreseen.isChange()) {
        // Read again under its lock; two groups may have become one since the dry run.
        edits.merge(
            before.id(),
            old -> {
              Outcome done = fold(job, merge, old.details(), group);
              outcomes.put(group.firstRow(), done);
              return old.withDetails(Objects.requireNonNull(done.after()));
            },
            (first, then) -> old -> then.apply(first.apply(old)));
      }
    }
    organizations.correct(job.scope(), edits, OptionalInt.empty());
    meant.putAll(add(job, fresh, outcomes));
    store.link(job, meant);
    return List.copyOf(outcomes.values());
  }

  private Map<Long, UUID> meant(Job job, List<Group> page) {
    Map<Long, UUID> meant =
        new HashMap<>(
            matches.holders(
                job,
                page.stream()
                    .filter(group -> group.organization() == null)
                    .map(Group::firstRow)
                    .toList()));
    for (Group group : page) {
      if (group.organization() != null) {
        meant.put(group.firstRow(), group.organization());
      }
    }
    return meant;
  }

  private Map<Long, UUID> add(Job job, List<Group> fresh, Map<Long, Outcome> outcomes) {
    List<Organization> added =
        organizations.add(
            job.scope(),
            fresh.stream()
                .map(group -> draft(job, Objects.requireNonNull(outcomes.get(group.firstRow()))))
                .toList());
    Map<Long, UUID> ids = new HashMap<>();
    for (int i = 0; i < fresh.size(); i++) {
      ids.put(fresh.get(i).firstRow(), added.get(i).id().value());
    }
    return ids;
  }

  private static OrganizationDraft draft(Job job, Outcome outcome) {
    UUID division = outcome.group().rows().getFirst().division();
    return new OrganizationDraft(
        Optional.of(job.division(division).wireId()), Objects.requireNonNull(outcome.after()));
  }

  private Outcome fold(
      Job job, OrganizationMerge merge, @Nullable OrganizationDetails stored, Group group) {
    OrganizationDetails details = stored;
    Applied rows = Applied.NOTHING;
    List<Rejection> refused = new ArrayList<>(0);
    for (OrganizationRow row : group.rows()) {
      if (details == null) {
        details = row.details();
        rows = rows.plus(new Applied(1, 0, 0));
        continue;
      }
      OrganizationDetails next = merge.onto(details, row);
      if (!takesCustomFields(job, merge, details, row, next)) {
        refused.add(unfit(row));
        continue;
      }
      rows = rows.plus(next.equals(details) ? new Applied(0, 0, 1) : new Applied(0, 1, 0));
      details = next;
    }
    return new Outcome(group, stored, details, rows, refused);
  }

  private boolean takesCustomFields(
      Job job,
      OrganizationMerge merge,
      OrganizationDetails before,
      OrganizationRow row,
      OrganizationDetails after) {
    SchemaRef named = merge.custom(before, row).schema();
    SchemaRef followed = before.schema();
    return named == null
        || ((followed == null || followed.id().equals(named.id()))
            && customFields
                .broken(job.scope(), SchemaKind.ORGANIZATION, before.custom(), after.custom())
                .isEmpty());
  }

  private static Rejection unfit(OrganizationRow row) {
    return new Rejection(
        row.row(), row.line(), null, "conflict", Reason.of(Trouble.OTHER_ORGANIZATION_SCHEMA));
  }

  /// What several outcomes are together. @param rows what each row did @param once each
  /// organization counted once
  record Sum(Applied rows, Applied once, List<Rejection> refused) {
    static Sum of(List<Outcome> outcomes) {
      return new Sum(
          outcomes.stream().map(Outcome::rows).reduce(Applied.NOTHING, Applied::plus),
          outcomes.stream().map(Outcome::once).reduce(Applied.NOTHING, Applied::plus),
          outcomes.stream().map(Outcome::refused).flatMap(List::stream).toList());
    }
  }
}
