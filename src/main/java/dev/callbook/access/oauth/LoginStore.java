package dev.callbook.access.oauth;

import dev.callbook.access.ClientDraft.Grant;
import dev.callbook.access.OAuthScope;
import dev.callbook.access.OrgId;
import dev.callbook.platform.Instants;
import dev.callbook.wire.Refusal.Unauthenticated;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;

/// What clients hold: access tokens of their own, and for each user who allowed it a login with its
/// access and refresh tokens. The end of a login ends its tokens: the database sees to that.
@ApplicationScoped
class LoginStore {
  /// A client signed in for a user.
  ///
  /// @param confidential whether the client proves its secret
  /// @param expiresAt unless it is refreshed before
  record Login(
      UUID id,
      UUID client,
      UUID user,
      Set<OAuthScope> scopes,
      boolean confidential,
      Instant expiresAt) {}

  /// A refresh token. @param used whether it was good once already
  record Refresh(Login login, boolean used) {}

  /// What an access token is. @param scopes empty for a client's own
  record Held(UUID client, String clientName, Grant grant, Set<OAuthScope> scopes) {}

  private final Jdbi jdbi;

  LoginStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  void add(OrgId org, Login login, Instant now) {
    jdbi.useHandle(db ->
        db.createUpdate(
                """
                insert into oauth_login (org_id, id, client_id, user_id, scopes, confidential, began_at, expires_at)
                values (:org, :id, :client, :user, :scopes, :confidential, :now, :expires)
                """)
            .bind("org", org.value())
            .bind("id", login.id())
            .bind("client", login.client())
            .bind("user", login.user())
            .bind("scopes", OAuthScope.words(login.scopes()).toArray(String[]::new))
            .bind("confidential", login.confidential())
            .bind("now", now)
            .bind("expires", login.expiresAt())
            .execute());
  }

  void extend(OrgId org, UUID login, Instant expires) {
    jdbi.useHandle(db ->
        db.createUpdate(
                "update oauth_login set expires_at = :expires where org_id = :org and id = :login")
            .bind("org", org.value())
            .bind("login", login)
            .bind("expires", expires)
            .execute());
  }

  /// Ends a login with all its tokens.
  void end(OrgId org, UUID login) {
    jdbi.useHandle(db ->
        db.createUpdate("delete from oauth_login where org_id = :org and id = :login")
            .bind("org", org.value())
            .bind("login", login)
            .execute());
  }

  void addClientToken(OrgId org, UUID client, byte[] hash, Instant issued, Instant expires) {
    jdbi.useHandle(db ->
        token(
                org,
                client,
                hash,
                issued,
                expires,
                db.createUpdate(
                    """
                    insert into access_token (org_id, token_hash, client_id, issued_at, expires_at)
                    values (:org, :hash, :client, :issued, :expires)
                    """))
            .execute());
  }

  void addToken(OrgId org, Login login, byte[] hash, Instant issued, Instant expires) {
    jdbi.useHandle(db ->
        token(
                org,
                login.client(),
                hash,
                issued,
                expires,
                db.createUpdate(
                    """
                    insert into access_token (org_id, token_hash, client_id, login_id, issued_at, used_at, expires_at)
                    values (:org, :hash, :client, :login, :issued, :issued, :expires)
                    """))
            .bind("login", login.id())
            .execute());
  }

  private static <S extends SqlStatement<S>> S token(
      OrgId org, UUID client, byte[] hash, Instant issued, Instant expires, S statement) {
    return statement
        .bind("org", org.value())
        .bind("client", client)
        .bind("hash", hash)
        .bind("issued", issued)
        .bind("expires", expires);
  }

  void addRefresh(OrgId org, UUID login, byte[] hash) {
    jdbi.useHandle(db ->
        db.createUpdate(
                """
                insert into oauth_refresh (org_id, token_hash, login_id) values (:org, :hash, :login)
                """)
            .bind("org", org.value())
            .bind("hash", hash)
            .bind("login", login)
            .execute());
  }

  /// A refresh token of an active user, held until the transaction ends: of two who use it at once,
  /// the second sees it used.
  Optional<Refresh> lock(OrgId org, UUID client, byte[] hash) {
    return jdbi.withHandle(db ->
        db.createQuery(
                """
                select l.id, l.user_id, l.scopes, l.confidential, l.expires_at, r.used_at is not null as used
                  from oauth_refresh r
                  join oauth_login l on l.org_id = r.org_id and l.id = r.login_id
                  join app_user u on u.org_id = l.org_id and u.id = l.user_id
                 where r.org_id = :org
                   and r.token_hash = :hash
                   and l.client_id = :client
                   and u.state = 'active'
                   for update of r
                """)
            .bind("org", org.value())
            .bind("hash", hash)
            .bind("client", client)
            .map((row, _) ->
                new Refresh(
                    new Login(
                        row.getObject("id", UUID.class),
                        client,
                        row.getObject("user_id", UUID.class),
                        OAuthScope.ofWords((String[]) row.getArray("scopes").getArray()),
                        row.getBoolean("confidential"),
                        Instants.read(row, "expires_at")),
                    row.getBoolean("used")))
            .findOne());
  }

  void use(OrgId org, byte[] refresh, Instant now) {
    jdbi.useHandle(db ->
        db.createUpdate(
                "update oauth_refresh set used_at = :now where org_id = :org and token_hash ="
                    + " :hash")
            .bind("org", org.value())
            .bind("hash", refresh)
            .bind("now", now)
            .execute());
  }

  /// An access token that was just let in.
  Held describe(OrgId org, byte[] hash) {
    return jdbi.withHandle(db ->
        db.createQuery(
                """
                select c.id, c.name, c.scopes as client_scopes, l.scopes
                  from access_token t
                  join oauth_client c on c.org_id = t.org_id and c.id = t.client_id
                  left join oauth_login l on l.org_id = t.org_id and l.id = t.login_id
                 where t.org_id = :org and t.token_hash = :hash
                """)
            .bind("org", org.value())
            .bind("hash", hash)
            .map((row, _) -> toHeld(row))
            .findOne()
            .orElseThrow(Unauthenticated::badToken));
  }

  private static Held toHeld(ResultSet row) throws SQLException {
    Array scopes = row.getArray("scopes");
    return new Held(
        row.getObject("id", UUID.class),
        row.getString("name"),
        scopes == null ? Grant.CLIENT_CREDENTIALS : Grant.CODE,
        scopes == null
            ? Set.of()
            : OAuthScope.within(
                OAuthScope.ofWords((String[]) row.getArray("client_scopes").getArray()),
                OAuthScope.ofWords((String[]) scopes.getArray())));
  }

  /// Ends an access token, and with it the login it belongs to.
  void endToken(OrgId org, byte[] hash) {
    jdbi.useHandle(db -> {
      db.createUpdate(
              """
              delete from oauth_login
               where org_id = :org
                 and id = (select login_id from access_token where org_id = :org and token_hash = :hash)
              """)
          .bind("org", org.value())
          .bind("hash", hash)
          .execute();
      db.createUpdate("delete from access_token where org_id = :org and token_hash = :hash")
          .bind("org", org.value())
          .bind("hash", hash)
          .execute();
    });
  }

  void removeExpired(Instant now) {
    jdbi.useHandle(db -> {
      for (String table : List.of("access_token", "oauth_login")) {
        db.createUpdate("delete from " + table + " where expires_at <= :now")
            .bind("now", now)
            .execute();
      }
    });
  }
}
