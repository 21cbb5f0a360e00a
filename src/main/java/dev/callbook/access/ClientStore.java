package dev.callbook.access;

import dev.callbook.access.ClientDraft.Grant;
import dev.callbook.platform.Instants;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;

/// OAuth clients of an organization. Clients belong to no division: an organization is their whole
/// scope.
@ApplicationScoped
class ClientStore {
  /// A client as the OAuth endpoints see it.
  record Registration(OrgId org, OAuthClient client, Hash secretHash) {}

  private static final String COLUMNS =
      """
      id, name, description, grant_type, token_seconds, redirect_uris, scopes, state, version, created_at, created_by,
      coalesce(modified_at, created_at) as modified_at, modified_by
      """;

  private final Jdbi jdbi;

  ClientStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /// The active clients with that id; more than one only if two organizations were given the same
  /// id by hand.
  List<Registration> registrations(UUID id) {
    return jdbi.withHandle(db ->
        db.createQuery(
                "select org_id, secret_hash, "
                    + COLUMNS
                    + " from oauth_client where id = :id and state = 'active' order by org_id")
            .bind("id", id)
            .map((row, _) ->
                new Registration(
                    new OrgId(row.getObject("org_id", UUID.class)),
                    toClient(row),
                    new Hash(row.getBytes("secret_hash"))))
            .list());
  }

  void add(OrgId org, OAuthClient client, byte[] secretHash) {
    jdbi.useHandle(db ->
        bind(
                org,
                client,
                db.createUpdate(
                    """
                    insert into oauth_client (org_id, id, name, description, grant_type, token_seconds, redirect_uris,
                                              scopes, secret_hash, state, version, created_at, created_by, modified_at,
                                              modified_by)
                    values (:org, :id, :name, :description, :grant, :seconds, :redirectUris, :scopes, :secret, :state,
                            1, :createdAt, :createdBy, :modifiedAt, :modifiedBy)
                    """))
            .bind("secret", secretHash)
            .bind("createdAt", client.createdAt())
            .bind("createdBy", client.createdBy())
            .execute());
  }

  private static <S extends SqlStatement<S>> S bind(OrgId org, OAuthClient client, S statement) {
    ClientDraft details = client.details();
    return statement
        .bind("org", org.value())
        .bind("id", client.id())
        .bind("name", details.name())
        .bind("description", details.description())
        .bind("grant", details.grant().word())
        .bind("seconds", (int) details.tokenLifetime().toSeconds())
        .bind("redirectUris", details.redirectUris().toArray(String[]::new))
        .bind("scopes", OAuthScope.words(details.scopes()).toArray(String[]::new))
        .bind("state", client.active() ? "active" : "inactive")
        .bind("modifiedAt", client.modifiedAt())
        .bind("modifiedBy", client.modifiedBy());
  }

  /// @return whether nobody else changed it meanwhile
  boolean update(OrgId org, OAuthClient client) {
    return jdbi.withHandle(db ->
        bind(
                org,
                client,
                db.createUpdate(
                    """
                    update oauth_client
                       set name = :name, description = :description, token_seconds = :seconds,
                           redirect_uris = :redirectUris, scopes = :scopes, state = :state, version = :version,
                           modified_at = :modifiedAt, modified_by = :modifiedBy
                     where org_id = :org and id = :id and version = :version - 1
                    """))
            .bind("version", client.version())
            .execute())
        == 1;
  }

  List<OAuthClient> all(OrgId org) {
    return jdbi.withHandle(db ->
        db.createQuery(
                "select "
                    + COLUMNS
                    + " from oauth_client where org_id = :org order by lower(name), id limit 1000")
            .bind("org", org.value())
            .map((row, _) -> toClient(row))
            .list());
  }

  Optional<OAuthClient> find(OrgId org, UUID id) {
    return jdbi.withHandle(db ->
        db.createQuery("select " + COLUMNS + " from oauth_client where org_id = :org and id = :id")
            .bind("org", org.value())
            .bind("id", id)
            .map((row, _) -> toClient(row))
            .findOne());
  }

  private static OAuthClient toClient(ResultSet row) throws SQLException {
    return new OAuthClient(
        row.getObject("id", UUID.class),
        new ClientDraft(
            row.getString("name"),
            row.getString("description"),
            Grant.ofWord(row.getString("grant_type")),
            Duration.ofSeconds(row.getInt("token_seconds")),
            List.of((String[]) row.getArray("redirect_uris").getArray()),
            OAuthScope.ofWords((String[]) row.getArray("scopes").getArray())),
        row.getString("state").equals("active"),
        row.getInt("version"),
        Instants.read(row, "created_at"),
        row.getObject("created_by", UUID.class),
        Instants.read(row, "modified_at"),
        row.getObject("modified_by", UUID.class));
  }

  /// Gives a client another secret and ends the tokens the old one opened.
  void setSecret(OrgId org, UUID id, byte[] secretHash, Instant now) {
    jdbi.useHandle(db -> {
      db.createUpdate(
              """
              update oauth_client
                 set secret_hash = :secret, modified_at = :now, version = version + 1
               where org_id = :org and id = :id
              """)
          .bind("org", org.value())
          .bind("id", id)
          .bind("secret", secretHash)
          .bind("now", now)
          .execute();
      endTokens(org, id);
    });
  }

  /// Ends whatever a client holds: its own tokens, and those it has for users.
  void endTokens(OrgId org, UUID id) {
    jdbi.useHandle(db -> {
      for (String table : List.of("access_token", "oauth_login", "oauth_code")) {
        db.createUpdate("delete from " + table + " where org_id = :org and client_id = :id")
            .bind("org", org.value())
            .bind("id", id)
            .execute();
      }
    });
  }

  /// Forgets what users allowed a client for good.
  void forgetConsents(OrgId org, UUID id) {
    jdbi.useHandle(db ->
        db.createUpdate("delete from oauth_consent where org_id = :org and client_id = :id")
            .bind("org", org.value())
            .bind("id", id)
            .execute());
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
