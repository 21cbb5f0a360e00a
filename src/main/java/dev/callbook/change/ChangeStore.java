package dev.callbook.change;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callbook.access.OrgId;
import dev.callbook.access.Scope;
import dev.callbook.platform.CopyRows;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// The log's table. Entries are appended and read, never changed.
@ApplicationScoped
class ChangeStore {
  /// An entry as it is written.
  record Entry(
      UUID id,
      Instant at,
      String actorKind,
      @Nullable UUID actorId,
      String origin,
      @Nullable UUID originId,
      String subjectKind,
      UUID subjectId,
      @Nullable UUID divisionId,
      String action,
      int version,
      @Nullable ObjectNode before,
      @Nullable ObjectNode after) {}

  private final Jdbi jdbi;
  private final ObjectMapper json;

  ChangeStore(Jdbi jdbi, ObjectMapper json) {
    this.jdbi = jdbi;
    this.json = json;
  }

  /// The organization comes without a scope: what may be written was decided by the write itself.
  void append(OrgId org, List<Entry> entries) {
    jdbi.useHandle(db ->
        db.createUpdate(
                """
                insert into change
                       (org_id, id, at, actor_kind, actor_id, origin, origin_id, subject_kind, subject_id,
                        division_id, action, version, before, after)
                select :org, id, at, "actorKind", "actorId", origin, "originId", "subjectKind", "subjectId",
                       "divisionId", action, version, before, after
                  from jsonb_to_recordset(cast(:entries as jsonb)) as entry
                       (id uuid, at timestamptz, "actorKind" text, "actorId" uuid, origin text, "originId" uuid,
                        "subjectKind" text, "subjectId" uuid, "divisionId" uuid, action text, version integer,
                        before json, after json)
                """)
            .bind("org", org.value())
            .bind("entries", write(entries))
            .execute());
  }

  /// As [#append], by COPY: for thousands at once. Their fields come as JSON text.
  void copy(CopyRows rows) {
    jdbi.useHandle(db ->
        rows.send(
            db,
            """
            change (org_id, id, at, actor_kind, actor_id, origin, origin_id, subject_kind, subject_id, division_id,
                    action, version, after)\
            """));
  }

  /// The removal of records of which nothing but the addition is in the log.
  ///
  /// @param ids of the new entries, one for each addition
  void appendRemovals(Scope scope, List<UUID> additions, List<UUID> ids, Instant now) {
    jdbi.useHandle(db ->
        db.createUpdate(
                """
                insert into change
                       (org_id, id, at, actor_kind, actor_id, origin, origin_id, subject_kind, subject_id,
                        division_id, action, version, before)
                select c.org_id, n.id, :now, :actorKind, :actor, :origin, :originId, c.subject_kind, c.subject_id,
                       c.division_id, 'removed', c.version, c.after
                  from unnest(cast(:ids as uuid[]), cast(:additions as uuid[])) as n (id, addition)
                  join change c
                    on c.org_id = :org and c.id = n.addition
                 where c.action = 'added'
                   and c.division_id = any(:divisions)
                """)
            .bind("org", scope.orgKey())
            .bind("divisions", scope.divisionKeys())
            .bind("actorKind", scope.actor().kind())
            .bind("actor", scope.actor().idOrNull())
            .bind("origin", scope.origin().kind().word())
            .bind("originId", scope.origin().id())
            .bind("ids", ids.toArray(UUID[]::new))
            .bind("additions", additions.toArray(UUID[]::new))
            .bind("now", now)
            .execute());
  }

  /// Reads one ordered index range for each record and merges them.
  List<Change> of(Scope scope, List<UUID> subjects, @Nullable UUID olderThan, int maxRows) {
    return jdbi.withHandle(db ->
        db.createQuery(
                """
                select c.id, c.at, c.actor_kind, c.actor_id, coalesce(u.name, k.name) as actor_name, c.origin,
                       c.origin_id, c.subject_kind, c.subject_id, c.division_id, c.action, c.version, c.before, c.after
                  from (select near.*
                          from unnest(cast(:subjects as uuid[])) as s (subject_id)
                         cross join lateral (
                               select one.*
                                 from change one
                                where one.org_id = :org
                                  and one.subject_id = s.subject_id
                                  and (one.division_id is null or one.division_id = any(:divisions))
                                  and (cast(:olderThan as uuid) is null or one.id < :olderThan)
                                order by one.id desc
                                limit :max) as near) as c
                  left join app_user u on u.org_id = c.org_id and u.id = c.actor_id and c.actor_kind = 'user'
                  left join oauth_client k on k.org_id = c.org_id and k.id = c.actor_id and c.actor_kind = 'client'
                 order by c.id desc
                 limit :max
                """)
            .bind("org", scope.orgKey())
            .bind("divisions", scope.divisionKeys())
            .bind("subjects", subjects.toArray(UUID[]::new))
            .bind("olderThan", olderThan)
            .bind("max", maxRows)
            .map((row, _) -> ChangeRows.read(row, json))
            .list());
  }

  /// The entries of some records behind one id, the oldest first.
  List<Change> since(Scope scope, List<UUID> subjects, UUID newerThan) {
    return jdbi.withHandle(db ->
        db.createQuery(
                """
                select c.id, c.at, c.actor_kind, c.actor_id, cast(null as text) as actor_name, c.origin, c.origin_id,
                       c.subject_kind, c.subject_id, c.division_id, c.action, c.version, c.before, c.after
                  from change c
                 where c.org_id = :org
                   and c.subject_id = any(:subjects)
                   and c.id > :newerThan
                   and (c.division_id is null or c.division_id = any(:divisions))
                 order by c.id
                """)
            .bind("org", scope.orgKey())
            .bind("divisions", scope.divisionKeys())
            .bind("subjects", subjects.toArray(UUID[]::new))
            .bind("newerThan", newerThan)
            .map((row, _) -> ChangeRows.read(row, json))
            .list());
  }

  private String write(List<Entry> entries) {
    try {
      return json.writeValueAsString(entries);
    } catch (JsonProcessingException fault) {
      throw new IllegalStateException(fault);
    }
  }
}
