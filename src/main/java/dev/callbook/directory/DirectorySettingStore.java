package dev.callbook.directory;

import dev.callbook.access.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/// The settings of directories in SQL. They belong to a whole organization, not to its divisions.
@ApplicationScoped
class DirectorySettingStore {
  private final Jdbi jdbi;

  DirectorySettingStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  Optional<DirectorySettings> find(Scope scope) {
    return jdbi.withHandle(db ->
        db.createQuery(
                """
                select picks_contact_division, picks_interaction_division
                  from directory_setting
                 where org_id = :org
                """)
            .bind("org", scope.orgKey())
            .map((row, _) -> new DirectorySettings(row.getBoolean(1), row.getBoolean(2)))
            .findOne());
  }

  void put(Scope scope, DirectorySettings settings) {
    jdbi.useHandle(db ->
        db.createUpdate(
                """
                insert into directory_setting (org_id, picks_contact_division, picks_interaction_division)
                values (:org, :contacts, :interactions)
                    on conflict (org_id) do update
                   set picks_contact_division = :contacts, picks_interaction_division = :interactions
                """)
            .bind("org", scope.orgKey())
            .bind("contacts", settings.picksContactDivision())
            .bind("interactions", settings.picksInteractionDivision())
            .execute());
  }

  void remove(Scope scope) {
    jdbi.useHandle(db ->
        db.createUpdate("delete from directory_setting where org_id = :org")
            .bind("org", scope.orgKey())
            .execute());
  }
}
