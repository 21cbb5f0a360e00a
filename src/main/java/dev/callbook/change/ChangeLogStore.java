package dev.callbook.change;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.callbook.access.Scope;
import dev.callbook.change.ChangeQuery.Kind;
import dev.callbook.change.ChangeQuery.Who;
import dev.callbook.platform.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/// The log's table, read across records.
@ApplicationScoped
class ChangeLogStore {
  /// How far the moment in an entry's id and the entry's own may lie apart: a large write notes its
  /// moment once and makes ids while it goes on.
  private static final Duration APART = Duration.ofMinutes(1);

  private static final UUID HIGHEST = new UUID(-1, -1);
  private static final UUID LOWEST = new UUID(0, 0);

  private final Jdbi jdbi;
  private final ObjectMapper json;

  ChangeLogStore(Jdbi jdbi, ObjectMapper json) {
    this.jdbi = jdbi;
    this.json = json;
  }

  /// The entries that are looked at: a range of one index, from its newest end. What else is asked
  /// is asked of each of them.
  private static String lookedAt(ChangeQuery query) {
    return " from change one where one.org_id = :org and one.id < :olderThan and one.id >= :lowest"
        + path(query)
        + " order by "
        + order(query, "one");
  }

  /// The order of the index. To the planner `= :actor` makes the actor one, `is null` does not.
  private static String order(ChangeQuery query, String table) {
    return query.isPathOfNobody()
        ? table + ".actor_id desc, " + table + ".id desc"
        : table + ".id desc";
  }

  /// The one condition that chooses the index.
  private static String path(ChangeQuery query) {
    if (query.record() != null) {
      return " and one.subject_id = :record";
    }
    if (query.originId() != null) {
      return " and one.origin_id = :originId";
    }
    if (query.isUndivided()) {
      return " and one.division_id is null";
    }
    if (query.isPathOfNobody()) {
      return " and one.actor_id is null";
    }
    return query.who() == null ? "" : " and one.actor_id = :actor";
  }

  private static String conditions(ChangeQuery query) {
    StringBuilder all = new StringBuilder();
    Who who = query.who();
    if (who != null) {
      all.append(who.id() == null ? " and near.actor_id is null" : " and near.actor_id = :actor");
    }
    if (!query.subjects().isEmpty()) {
      all.append(" and near.subject_kind = any(:kinds)");
    }
    if (query.kind() != null) {
      all.append(condition(query.kind()));
    }
    if (query.origin() != null) {
      all.append(" and near.origin = :origin");
    }
    if (query.originId() != null) {
      all.append(" and near.origin_id = :originId");
    }
    if (query.from() != null) {
      all.append(" and near.at >= :from");
    }
    if (query.before() != null) {
      all.append(" and near.at < :before");
    }
    return all.toString();
  }

  private static String condition(Kind kind) {
    return switch (kind) {
      case ADDED -> " and near.action = 'added'";
      case CHANGED -> " and near.action = 'changed'";
      case REMOVED -> " and near.action = 'removed'";
      // What merges note beside the fields of contacts.
      case MERGED ->
          " and near.subject_kind = 'contact' and (near.after ->> 'mergedFrom' is not null"
              + " or near.after ->> 'mergedTo' is not null or near.before ->> 'mergedTo' is not null)";
    };
  }

  /// The newest entries that are meant, among those looked at.
  ///
  /// @param undivided the kinds of records outside divisions that may be seen
  /// @param olderThan null for the newest
  List<Change> find(
      Scope scope,
      Set<Subject> undivided,
      ChangeQuery query,
      @Nullable UUID olderThan,
      int maxRows,
      int lookedAt) {
    String sql =
        """
        select c.id, c.at, c.actor_kind, c.actor_id, coalesce(u.name, k.name) as actor_name, c.origin,
               c.origin_id, c.subject_kind, c.subject_id, c.division_id, c.action, c.version, c.before, c.after
          from (select near.*
                  from (select one.*\
        """
            + lookedAt(query)
            + " limit :lookedAt) as near "
            + """
                 where (near.division_id = any(:divisions)
                        or (near.division_id is null and near.subject_kind = any(:undivided)))
            """
            + conditions(query)
            + " order by "
            + order(query, "near")
            + " limit :max) as c "
            + """
              left join app_user u on u.org_id = c.org_id and u.id = c.actor_id and c.actor_kind = 'user'
              left join oauth_client k on k.org_id = c.org_id and k.id = c.actor_id and c.actor_kind = 'client'
             order by c.id desc
            """;
    return jdbi.withHandle(db ->
        bind(db.createQuery(sql), scope, query, olderThan)
            .bind("divisions", scope.divisionKeys())
            .bind("undivided", words(undivided))
            .bind("max", maxRows)
            .bind("lookedAt", lookedAt)
            .map((row, _) -> ChangeRows.read(row, json))
            .list());
  }

  /// The oldest of the entries that are looked at; empty where there are fewer.
  Optional<UUID> lastLookedAt(
      Scope scope, ChangeQuery query, @Nullable UUID olderThan, int lookedAt) {
    return jdbi.withHandle(db ->
        bind(
                db.createQuery("select one.id" + lookedAt(query) + " offset :skipped limit 1"),
                scope,
                query,
                olderThan)
            .bind("skipped", lookedAt - 1)
            .mapTo(UUID.class)
            .findOne());
  }

  private static <S extends SqlStatement<S>> S bind(
      S statement, Scope scope, ChangeQuery query, @Nullable UUID olderThan) {
    Instant from = query.from();
    Instant before = query.before();
    UUID end = before == null ? HIGHEST : Ids.lowestAt(before.plus(APART));
    return statement
        .bind("org", scope.orgKey())
        .bind(
            "olderThan",
            olderThan == null || olderThan.toString().compareTo(end.toString()) > 0
                ? end
                : olderThan)
        .bind("lowest", from == null ? LOWEST : Ids.lowestAt(from.minus(APART)))
        .bind("actor", query.who() == null ? null : query.who().id())
        .bind("record", query.record())
        .bind("originId", query.originId())
        .bind("origin", query.origin() == null ? null : query.origin().word())
        .bind("kinds", words(query.subjects()))
        .bind("from", from)
        .bind("before", before);
  }

  private static String[] words(Set<Subject> subjects) {
    return subjects.stream().map(Subject::word).toArray(String[]::new);
  }
}
