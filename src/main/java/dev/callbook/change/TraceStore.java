package dev.callbook.change;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.callbook.access.Scope;
import dev.callbook.change.Change.Action;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// The log's table, read by where entries came from.
@ApplicationScoped
class TraceStore {
  private static final String OF_THE_ORIGIN =
      """
        from change c
       where c.org_id = :org
         and c.origin_id = :origin
         and c.division_id = any(:divisions)
      """;

  private final Jdbi jdbi;
  private final ObjectMapper json;

  TraceStore(Jdbi jdbi, ObjectMapper json) {
    this.jdbi = jdbi;
    this.json = json;
  }

  Optional<UUID> last(Scope scope, UUID origin) {
    return jdbi.withHandle(db ->
        db.createQuery(
                "select c.id" + OF_THE_ORIGIN + " order by c.origin_id desc, c.id desc limit 1")
            .bind("org", scope.orgKey())
            .bind("divisions", scope.divisionKeys())
            .bind("origin", origin)
            .mapTo(UUID.class)
            .findOne());
  }

  boolean isFirstForgotten(Scope scope, UUID origin) {
    return jdbi.withHandle(db ->
        db.createQuery(
                "select c.before is null and c.after is null"
                    + OF_THE_ORIGIN
                    + " order by c.origin_id, c.id limit 1")
            .bind("org", scope.orgKey())
            .bind("divisions", scope.divisionKeys())
            .bind("origin", origin)
            .mapTo(Boolean.class)
            .findOne()
            .orElse(false));
  }

  List<Trace> next(
      Scope scope,
      UUID origin,
      @Nullable Subject subject,
      @Nullable UUID after,
      UUID last,
      int maxRows) {
    return jdbi.withHandle(db ->
        db.createQuery(
                "select c.id, c.subject_kind, c.subject_id, c.action"
                    + OF_THE_ORIGIN
                    + ofSubject(subject)
                    + (after == null ? "" : " and c.id > :after")
                    + " and c.id <= :last order by c.id limit :max")
            .bind("org", scope.orgKey())
            .bind("divisions", scope.divisionKeys())
            .bind("origin", origin)
            .bind("subject", subject == null ? null : subject.word())
            .bind("after", after)
            .bind("last", last)
            .bind("max", maxRows)
            .map((row, _) ->
                new Trace(
                    row.getObject("id", UUID.class),
                    Subject.ofWord(row.getString("subject_kind")),
                    row.getObject("subject_id", UUID.class),
                    Action.valueOf(row.getString("action").toUpperCase(Locale.ROOT))))
            .list());
  }

  private static String ofSubject(@Nullable Subject subject) {
    return subject == null ? "" : " and c.subject_kind = :subject";
  }

  long count(Scope scope, UUID origin, @Nullable Subject subject, UUID last) {
    return jdbi.withHandle(db ->
        db.createQuery(
                "select count(*)" + OF_THE_ORIGIN + ofSubject(subject) + " and c.id <= :last")
            .bind("org", scope.orgKey())
            .bind("divisions", scope.divisionKeys())
            .bind("origin", origin)
            .bind("subject", subject == null ? null : subject.word())
            .bind("last", last)
            .mapTo(Long.class)
            .one());
  }

  /// Whoever may know of the origin may know what it wrote.
  List<Change> whole(Scope scope, UUID origin, Optional<UUID> after, int maxRows) {
    return jdbi.withHandle(db ->
        db.createQuery(
                """
                select c.id, c.at, c.actor_kind, c.actor_id, cast(null as text) as actor_name, c.origin, c.origin_id,
                       c.subject_kind, c.subject_id, c.division_id, c.action, c.version, c.before, c.after
                  from change c
                 where c.org_id = :org
                   and c.origin_id = :origin
                   and c.id > :after
                 order by c.id
                 limit :max
                """)
            .bind("org", scope.orgKey())
            .bind("origin", origin)
            .bind("after", after.orElse(origin))
            .bind("max", maxRows)
            .map((row, _) -> ChangeRows.read(row, json))
            .list());
  }

  Set<UUID> touchedSince(Scope scope, List<Change> entries, String field) {
    return jdbi.withHandle(db ->
        db.createQuery(
                """
                select e.subject_id
                  from unnest(cast(:ids as uuid[]), cast(:subjects as uuid[]), cast(:origins as uuid[]))
                       as e (id, subject_id, origin_id)
                 where exists (
                       select
                         from change later
                        where later.org_id = :org
                          and later.subject_id = e.subject_id
                          and later.id > e.id
                          and later.origin_id is distinct from e.origin_id
                          and (later.action = 'removed'
                               or later.before -> :field is not null
                               or later.after -> :field is not null))
                """)
            .bind("org", scope.orgKey())
            .bind("ids", entries.stream().map(Change::id).toArray(UUID[]::new))
            .bind("subjects", entries.stream().map(Change::subjectId).toArray(UUID[]::new))
            .bind("origins", entries.stream().map(Change::originId).toArray(UUID[]::new))
            .bind("field", field)
            .mapTo(UUID.class)
            .collect(Collectors.toUnmodifiableSet()));
  }
}
