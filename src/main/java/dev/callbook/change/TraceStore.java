package dev.callbook.change;

import dev.callbook.access.Scope;
import dev.callbook.change.Change.Action;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
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

  TraceStore(Jdbi jdbi) {
    this.jdbi = jdbi;
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
}
