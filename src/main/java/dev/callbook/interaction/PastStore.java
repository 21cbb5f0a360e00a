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
  private static final String PAST =
      InteractionRows.SELECT
          + """
               , u.name as agent_name, coalesce(d.name, k.name) as decider_name
            from interaction i
            left join app_user u on u.org_id = i.org_id and u.id = i.agent_id
            left join app_user d on d.org_id = i.org_id and d.id = i.matched_by
            left join oauth_client k on k.org_id = i.org_id and k.id = i.matched_by
            left join contact c on c.org_id = i.org_id and c.id = i.contact_id
          """;

  private final Jdbi jdbi;

  PastStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /// A contact's interactions, newest first, from the one after `after` on.
  List<PastInteraction> of(Scope scope, ContactId contact, @Nullable Place after, int maxRows) {
    return jdbi.withHandle(db ->
        db.createQuery(
                PAST
                    + """
                     where i.org_id = :org
                       and i.contact_id = :contact
                       and c.division_id = any(:divisions)
                    """
                    + (after == null ? "" : " and (i.started_at, i.id) < (:started, :id)")
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
                PAST
                    + """
                     where i.org_id = :org
                       and i.lookup_key = :key
                       and (i.contact_id is null or c.division_id = any(:divisions))
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
