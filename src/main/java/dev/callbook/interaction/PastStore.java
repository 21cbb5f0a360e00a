package dev.callbook.interaction;

import dev.callbook.access.Scope;
import dev.callbook.contact.ContactId;
import dev.callbook.interaction.PastInteraction.Place;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// What contacts and numbers had before.
@ApplicationScoped
class PastStore {
  private static final String COLUMNS =
      InteractionRows.SELECT + ", u.name as agent_name, coalesce(d.name, k.name) as decider_name ";

  private static final String NAMES =
      """
        left join app_user u on u.org_id = i.org_id and u.id = i.agent_id
        left join app_user d on d.org_id = i.org_id and d.id = i.matched_by
        left join oauth_client k on k.org_id = i.org_id and k.id = i.matched_by
      """;

  private final Jdbi jdbi;

  PastStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /// A canonical contact's interactions and those of whoever was merged into it, newest first, from
  /// the one after `after` on. Reads one ordered index range for each of them and merges them.
  List<PastInteraction> of(Scope scope, ContactId contact, @Nullable Place after, int maxRows) {
    return jdbi.withHandle(db ->
        db.createQuery(
                COLUMNS
                    + """
                      from (select near.*
                              from (select c.id
                                      from contact c
                                     where c.org_id = :org
                                       and c.id = :contact
                                       and c.division_id = any(:divisions)
                                    union all
                                    select m.id
                                      from merged_contact m
                                     where m.org_id = :org
                                       and m.canonical_id = :contact
                                       and m.division_id = any(:divisions)) as member
                             cross join lateral (
                                   select i.*
                                     from interaction i
                                    where i.org_id = :org
                                      and i.contact_id = member.id
                    """
                    + (after == null ? "" : " and (i.started_at, i.id) < (:started, :id)")
                    + " order by i.started_at desc, i.id desc limit :max) as near) as i "
                    + NAMES
                    + " order by i.started_at desc, i.id desc limit :max")
            .bind("org", scope.orgKey())
            .bind("divisions", scope.divisionKeys())
            .bind("contact", contact.value())
            .bind("started", after == null ? null : after.started())
            .bind("id", after == null ? null : after.id())
            .bind("max", maxRows)
            .map((row, _) -> toPast(row))
            .list());
  }

  /// What came from one number before and belongs to nobody or to somebody within `scope`, newest
  /// first.
  List<PastInteraction> from(Scope scope, String lookupKey, int maxRows) {
    return jdbi.withHandle(db ->
        db.createQuery(
                COLUMNS
                    + " from interaction i "
                    + NAMES
                    + """
                        left join contact c on c.org_id = i.org_id and c.id = i.contact_id
                        left join merged_contact m on m.org_id = i.org_id and m.id = i.contact_id
                       where i.org_id = :org
                         and i.lookup_key = :key
                         and (i.contact_id is null
                              or coalesce(c.division_id, m.division_id) = any(:divisions))
                       order by i.started_at desc, i.id desc
                       limit :max
                    """)
            .bind("org", scope.orgKey())
            .bind("divisions", scope.divisionKeys())
            .bind("key", lookupKey)
            .bind("max", maxRows)
            .map((row, _) -> toPast(row))
            .list());
  }

  private static PastInteraction toPast(ResultSet row) throws SQLException {
    return new PastInteraction(
        InteractionRows.read(row), row.getString("agent_name"), row.getString("decider_name"));
  }
}
