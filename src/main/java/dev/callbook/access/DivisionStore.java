package dev.callbook.access;

import dev.callbook.platform.Verdicts;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;

/// The divisions of an organization, for those who look after them. There are few: 1,000 at most.
@ApplicationScoped
class DivisionStore {
  private final Jdbi jdbi;

  DivisionStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /// By name. @param removed whether those that were removed, or those that were not
  List<DivisionEntry> all(OrgId org, boolean removed) {
    return jdbi.withHandle(db ->
        db.createQuery(
                """
                select id, name, kind, description
                  from division
                 where org_id = :org and (removed_at is not null) = :removed
                 order by lower(name), id
                """)
            .bind("org", org.value())
            .bind("removed", removed)
            .map((row, _) -> toEntry(row))
            .list());
  }

  Optional<DivisionEntry> find(OrgId org, DivisionId id) {
    return jdbi.withHandle(db ->
        db.createQuery(
                """
                select id, name, kind, description
                  from division
                 where org_id = :org and id = :id and removed_at is null
                """)
            .bind("org", org.value())
            .bind("id", id.value())
            .map((row, _) -> toEntry(row))
            .findOne());
  }

  private static DivisionEntry toEntry(ResultSet row) throws SQLException {
    return new DivisionEntry(
        new Division(
            new DivisionId(row.getObject("id", UUID.class)),
            row.getString("name"),
            Division.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT))),
        row.getString("description"));
  }

  /// @return whether the name was still free
  boolean add(OrgId org, DivisionEntry entry, Instant now) {
    return jdbi.withHandle(db ->
        db.createUpdate(
                """
                insert into division (org_id, id, name, kind, description, created_at)
                values (:org, :id, :name, :kind, :description, :now)
                on conflict do nothing
                """)
            .bind("org", org.value())
            .bind("id", entry.division().id().value())
            .bind("name", entry.division().name())
            .bind("kind", entry.division().kind().name().toLowerCase(Locale.ROOT))
            .bind("description", entry.description())
            .bind("now", now)
            .execute())
        == 1;
  }

  /// @return whether the name was still free
  boolean update(OrgId org, DivisionId id, String name, @Nullable String description) {
    return ifNameIsFree(() ->
        jdbi.useHandle(db ->
            db.createUpdate(
                    """
                    update division
                       set name = :name, description = :description
                     where org_id = :org and id = :id
                    """)
                .bind("org", org.value())
                .bind("id", id.value())
                .bind("name", name)
                .bind("description", description)
                .execute()));
  }

  /// @param at null to restore it
  /// @return whether the name was still free
  boolean setRemoved(OrgId org, DivisionId id, @Nullable Instant at) {
    return ifNameIsFree(() ->
        jdbi.useHandle(db ->
            db.createUpdate("update division set removed_at = :at where org_id = :org and id = :id")
                .bind("org", org.value())
                .bind("id", id.value())
                .bind("at", at)
                .execute()));
  }

  private static boolean ifNameIsFree(Runnable write) {
    try {
      write.run();
      return true;
    } catch (UnableToExecuteStatementException refused) {
      if (Verdicts.isDuplicate(refused)) {
        return false;
      }
      throw refused;
    }
  }

  /// Holds other writes to the organization's divisions back until the transaction ends.
  void lock(OrgId org) {
    jdbi.useHandle(db ->
        db.createQuery("select 1 from org where org_id = :org for no key update")
            .bind("org", org.value())
            .mapTo(Integer.class)
            .one());
  }
}
