package dev.callbook.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/// OAuth clients of an organization. Clients belong to no division: an organization is their whole
/// scope.
@ApplicationScoped
class ClientStore {
  /// A client as the token endpoint sees it.
  record Credentials(OrgId org, UUID id, Hash secretHash) {}

  private final Jdbi jdbi;

  ClientStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /// The active clients with that id; more than one only if two organizations were given the same
  /// id by hand.
  List<Credentials> credentials(UUID id) {
    return jdbi.withHandle(db ->
        db.createQuery(
                "select org_id, id, secret_hash from oauth_client where id = :id and state = 'active' order by org_id")
            .bind("id", id)
            .map((row, _) ->
                new Credentials(
                    new OrgId(row.getObject("org_id", UUID.class)),
                    row.getObject("id", UUID.class),
                    new Hash(row.getBytes("secret_hash"))))
            .list());
  }

  void add(OrgId org, OAuthClient client, byte[] secretHash, Instant now) {
    jdbi.useHandle(db ->
        db.createUpdate(
                """
                insert into oauth_client (org_id, id, name, secret_hash, state, created_at)
                values (:org, :id, :name, :secret, 'active', :now)
                """)
            .bind("org", org.value())
            .bind("id", client.id())
            .bind("name", client.name())
            .bind("secret", secretHash)
            .bind("now", now)
            .execute());
  }

  List<OAuthClient> all(OrgId org) {
    return jdbi.withHandle(db ->
        db.createQuery(
                """
                select id, name, state
                  from oauth_client
                 where org_id = :org
                 order by lower(name), id
                 limit 1000
                """)
            .bind("org", org.value())
            .map((row, _) -> toClient(row))
            .list());
  }

  Optional<OAuthClient> find(OrgId org, UUID id) {
    return jdbi.withHandle(db ->
        db.createQuery("select id, name, state from oauth_client where org_id = :org and id = :id")
            .bind("org", org.value())
            .bind("id", id)
            .map((row, _) -> toClient(row))
            .findOne());
  }

  private static OAuthClient toClient(ResultSet row) throws SQLException {
    return new OAuthClient(
        row.getObject("id", UUID.class),
        row.getString("name"),
        row.getString("state").equals("active"));
  }

  /// Gives a client another secret and ends the tokens the old one opened.
  boolean setSecret(OrgId org, UUID id, byte[] secretHash) {
    return jdbi.withHandle(db -> {
      int changed =
          db.createUpdate(
                  "update oauth_client set secret_hash = :secret where org_id = :org and id = :id")
              .bind("org", org.value())
              .bind("id", id)
              .bind("secret", secretHash)
              .execute();
      db.createUpdate("delete from access_token where org_id = :org and client_id = :id")
          .bind("org", org.value())
          .bind("id", id)
          .execute();
      return changed == 1;
    });
  }

  /// Removes a client with its tokens and grants.
  boolean remove(OrgId org, UUID id) {
    return jdbi.withHandle(db -> {
      db.createUpdate("delete from access_grant where org_id = :org and subject_id = :id")
          .bind("org", org.value())
          .bind("id", id)
          .execute();
      return db.createUpdate("delete from oauth_client where org_id = :org and id = :id")
              .bind("org", org.value())
              .bind("id", id)
              .execute()
          == 1;
    });
  }
}
