package dev.callbook.access;

import dev.callbook.access.Sessions.Consent;
import dev.callbook.access.Sessions.Login;
import dev.callbook.access.Sessions.PageSession;
import dev.callbook.access.Sessions.Token;
import dev.callbook.platform.Instants;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/// What users and clients have open, for those who look after them.
@ApplicationScoped
class SessionStore {
  /// Later than anything: where a list that begins with the newest begins.
  private static final Sessions.Key NEWEST =
      new Sessions.Key(Instant.parse("9999-01-01T00:00:00Z"), "");

  private static final String LOGINS =
      """
      select l.id, l.client_id, c.name as client_name, l.user_id, u.name as user_name, l.scopes, l.began_at,
             l.expires_at,
             (select max(t.used_at) from access_token t where t.org_id = l.org_id and t.login_id = l.id) as used_at
        from oauth_login l
        join oauth_client c on c.org_id = l.org_id and c.id = l.client_id
        join app_user u on u.org_id = l.org_id and u.id = l.user_id
       where l.org_id = :org
         and l.expires_at > :now
      """;

  private final Jdbi jdbi;

  SessionStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  List<PageSession> pagesOf(OrgId org, UUID user, Instant now, int maxRows) {
    return jdbi.withHandle(db ->
        db.createQuery(
                """
                select encode(session_hash, 'hex') as key, started_at, expires_at
                  from page_session
                 where org_id = :org and user_id = :user and expires_at > :now
                 order by started_at desc, session_hash
                 limit :max
                """)
            .bind("org", org.value())
            .bind("user", user)
            .bind("now", now)
            .bind("max", maxRows)
            .map((row, _) ->
                new PageSession(
                    row.getString("key"),
                    Instants.read(row, "started_at"),
                    Instants.read(row, "expires_at")))
            .list());
  }

  List<Login> loginsOfUser(OrgId org, UUID user, Instant now, int maxRows) {
    return jdbi.withHandle(db ->
        db.createQuery(
                LOGINS + " and l.user_id = :user order by l.began_at desc, l.id desc limit :max")
            .bind("org", org.value())
            .bind("user", user)
            .bind("now", now)
            .bind("max", maxRows)
            .map((row, _) -> toLogin(row))
            .list());
  }

  List<Login> loginsOfClient(
      OrgId org, UUID client, Instant now, Optional<Sessions.Key> after, int maxRows) {
    return jdbi.withHandle(db ->
        db.createQuery(
                LOGINS
                    + """
                       and l.client_id = :client
                       and (l.began_at < :at or l.began_at = :at and cast(l.id as text) < :id)
                     order by l.began_at desc, cast(l.id as text) desc
                     limit :max
                    """)
            .bind("org", org.value())
            .bind("client", client)
            .bind("now", now)
            .bind("at", after.orElse(NEWEST).at())
            .bind("id", after.orElse(NEWEST).id())
            .bind("max", maxRows)
            .map((row, _) -> toLogin(row))
            .list());
  }

  private static Login toLogin(ResultSet row) throws SQLException {
    return new Login(
        row.getObject("id", UUID.class),
        row.getObject("client_id", UUID.class),
        row.getString("client_name"),
        row.getObject("user_id", UUID.class),
        row.getString("user_name"),
        OAuthScope.ofWords((String[]) row.getArray("scopes").getArray()),
        Instants.read(row, "began_at"),
        Instants.readOrNull(row, "used_at"),
        Instants.read(row, "expires_at"));
  }

  List<Token> tokensOf(
      OrgId org, UUID client, Instant now, Optional<Sessions.Key> after, int maxRows) {
    return jdbi.withHandle(db ->
        db.createQuery(
                """
                select encode(token_hash, 'hex') as key, issued_at, expires_at
                  from access_token
                 where org_id = :org
                   and client_id = :client
                   and login_id is null
                   and expires_at > :now
                   and (issued_at < :at or issued_at = :at and encode(token_hash, 'hex') < :id)
                 order by issued_at desc, encode(token_hash, 'hex') desc
                 limit :max
                """)
            .bind("org", org.value())
            .bind("client", client)
            .bind("now", now)
            .bind("at", after.orElse(NEWEST).at())
            .bind("id", after.orElse(NEWEST).id())
            .bind("max", maxRows)
            .map((row, _) ->
                new Token(
                    row.getString("key"),
                    Instants.read(row, "issued_at"),
                    Instants.read(row, "expires_at")))
            .list());
  }

  List<Consent> consentsTo(OrgId org, UUID client, Optional<Sessions.Key> after, int maxRows) {
    return jdbi.withHandle(db ->
        db.createQuery(
                """
                select k.user_id, u.name, k.scopes, k.given_at
                  from oauth_consent k
                  join app_user u on u.org_id = k.org_id and u.id = k.user_id
                 where k.org_id = :org
                   and k.client_id = :client
                   and (k.given_at < :at or k.given_at = :at and cast(k.user_id as text) < :id)
                 order by k.given_at desc, cast(k.user_id as text) desc
                 limit :max
                """)
            .bind("org", org.value())
            .bind("client", client)
            .bind("at", after.orElse(NEWEST).at())
            .bind("id", after.orElse(NEWEST).id())
            .bind("max", maxRows)
            .map((row, _) ->
                new Consent(
                    row.getObject("user_id", UUID.class),
                    row.getString("name"),
                    OAuthScope.ofWords((String[]) row.getArray("scopes").getArray()),
                    Instants.read(row, "given_at")))
            .list());
  }

  boolean endPage(OrgId org, UUID user, String key) {
    return jdbi.withHandle(db ->
        db.createUpdate(
                """
                delete from page_session
                 where org_id = :org and user_id = :user and encode(session_hash, 'hex') = :key
                """)
            .bind("org", org.value())
            .bind("user", user)
            .bind("key", key)
            .execute())
        == 1;
  }

  boolean endLogin(OrgId org, UUID user, UUID login) {
    return jdbi.withHandle(db ->
        db.createUpdate(
                "delete from oauth_login where org_id = :org and user_id = :user and id = :id")
            .bind("org", org.value())
            .bind("user", user)
            .bind("id", login)
            .execute())
        == 1;
  }

  boolean endLoginOf(OrgId org, UUID client, UUID login) {
    return jdbi.withHandle(db ->
        db.createUpdate(
                "delete from oauth_login where org_id = :org and client_id = :client and id = :id")
            .bind("org", org.value())
            .bind("client", client)
            .bind("id", login)
            .execute())
        == 1;
  }

  boolean endToken(OrgId org, UUID client, String key) {
    return jdbi.withHandle(db ->
        db.createUpdate(
                """
                delete from access_token
                 where org_id = :org
                   and client_id = :client
                   and login_id is null
                   and encode(token_hash, 'hex') = :key
                """)
            .bind("org", org.value())
            .bind("client", client)
            .bind("key", key)
            .execute())
        == 1;
  }

  /// Forgets a consent, and ends what the client holds for that user. @return whether there was one
  boolean revoke(OrgId org, UUID client, UUID user) {
    return jdbi.withHandle(db -> {
      for (String table : List.of("oauth_login", "oauth_code")) {
        db.createUpdate(
                "delete from "
                    + table
                    + " where org_id = :org and client_id = :client and user_id = :user")
            .bind("org", org.value())
            .bind("client", client)
            .bind("user", user)
            .execute();
      }
      return db.createUpdate(
                  """
                  delete from oauth_consent
                   where org_id = :org and client_id = :client and user_id = :user
                  """)
              .bind("org", org.value())
              .bind("client", client)
              .bind("user", user)
              .execute()
          == 1;
    });
  }
}
