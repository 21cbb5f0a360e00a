package dev.callbook.directory;

import dev.callbook.access.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/// Which columns whose lists show.
@ApplicationScoped
class ListColumnStore {
  private final Jdbi jdbi;

  ListColumnStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  Optional<List<String>> find(Scope scope, UUID user, String list) {
    return jdbi.withHandle(db ->
        db.createQuery(
                "select columns from list_column where org_id = :org and user_id = :user and list = :list")
            .bind("org", scope.orgKey())
            .bind("user", user)
            .bind("list", list)
            .mapTo(String[].class)
            .findOne()
            .map(List::of));
  }

  void put(Scope scope, UUID user, String list, List<String> columns) {
    jdbi.useHandle(db ->
        db.createUpdate(
                """
                insert into list_column (org_id, user_id, list, columns)
                values (:org, :user, :list, :columns)
                    on conflict (org_id, user_id, list) do update set columns = excluded.columns
                """)
            .bind("org", scope.orgKey())
            .bind("user", user)
            .bind("list", list)
            .bind("columns", columns.toArray(String[]::new))
            .execute());
  }
}
