package dev.callbook.access;

import dev.callbook.access.Access.Grant;
import dev.callbook.platform.Instants;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jdbi.v3.core.Jdbi;

/// Tokens, sessions and what their holders may do.
///
/// These reads come before a scope exists: they find the organization and the grants that make one.
@ApplicationScoped
class AccessStore {
  /// Who holds a token or a session, and until when.
  ///
  /// @param within which of the holder's permissions it opens
  record Holder(
      OrgId org,
      String orgName,
      String region,
      Actor actor,
      Instant expiresAt,
      Predicate<Permission> within) {
    static final Predicate<Permission> EVERYTHING = _ -> true;
  }

  private final Jdbi jdbi;

  AccessStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /// The holder of a token: its client, or the user the client acts for.
  Optional<Holder> tokenHolder(OrgId org, byte[] hash, Instant now) {
    return jdbi.withHandle(db ->
        db.createQuery(
                """
                select o.name as org_name, o.default_region, c.id as client_id, c.name as client_name,
                       c.scopes as client_scopes, u.id as user_id, u.name as user_name, l.scopes, t.expires_at
                  from access_token t
                  join oauth_client c on c.org_id = t.org_id and c.id = t.client_id
                  join org o on o.org_id = t.org_id
                  left join oauth_login l on l.org_id = t.org_id and l.id = t.login_id
                  left join app_user u on u.org_id = l.org_id and u.id = l.user_id
                 where t.org_id = :org
                   and t.token_hash = :hash
                   and t.expires_at > :now
                   and c.state = 'active'
                   and (t.login_id is null
                        or u.state = 'active'
                           and (o.idle_seconds is null
                                or t.used_at + make_interval(secs => o.idle_seconds) > :now))
                """)
            .bind("org", org.value())
            .bind("hash", hash)
            .bind("now", now)
            .map((row, _) -> toHolder(org, row))
            .findOne());
  }

  private static Holder toHolder(OrgId org, ResultSet row) throws SQLException {
    UUID user = row.getObject("user_id", UUID.class);
    String orgName = row.getString("org_name");
    String region = row.getString("default_region");
    Instant expires = Instants.read(row, "expires_at");
    if (user == null) {
      Actor client =
          new Actor.Client(row.getObject("client_id", UUID.class), row.getString("client_name"));
      return new Holder(org, orgName, region, client, expires, Holder.EVERYTHING);
    }
    Set<OAuthScope> scopes =
        OAuthScope.within(
            OAuthScope.ofWords((String[]) row.getArray("client_scopes").getArray()),
            OAuthScope.ofWords((String[]) row.getArray("scopes").getArray()));
    return new Holder(
        org,
        orgName,
        region,
        new Actor.User(user, row.getString("user_name")),
        expires,
        permission -> scopes.stream().anyMatch(scope -> scope.allows(permission)));
  }

  /// Notes that a user's token is in use; a client's own never idles.
  void touchToken(OrgId org, byte[] hash, Instant now) {
    jdbi.useHandle(db ->
        db.createUpdate(
                """
                update access_token
                   set used_at = :now
                 where org_id = :org and token_hash = :hash and used_at < :now
                """)
            .bind("org", org.value())
            .bind("hash", hash)
            .bind("now", now)
            .execute());
  }

  Optional<Holder> sessionHolder(OrgId org, byte[] hash, Instant now) {
    return jdbi.withHandle(db ->
        db.createQuery(
                """
                select o.name as org_name, o.default_region, u.id, u.name, s.expires_at
                  from page_session s
                  join app_user u on u.org_id = s.org_id and u.id = s.user_id
                  join org o on o.org_id = s.org_id
                 where s.org_id = :org
                   and s.session_hash = :hash
                   and s.expires_at > :now
                   and u.state = 'active'
                """)
            .bind("org", org.value())
            .bind("hash", hash)
            .bind("now", now)
            .map((row, _) ->
                new Holder(
                    org,
                    row.getString("org_name"),
                    row.getString("default_region"),
                    new Actor.User(row.getObject("id", UUID.class), row.getString("name")),
                    Instants.read(row, "expires_at"),
                    Holder.EVERYTHING))
            .findOne());
  }

  /// An active user, who holds nothing that ends.
  Optional<Holder> user(OrgId org, UUID id) {
    return jdbi.withHandle(db ->
        db.createQuery(
                """
                select o.name as org_name, o.default_region, u.name
                  from app_user u
                  join org o on o.org_id = u.org_id
                 where u.org_id = :org
                   and u.id = :id
                   and u.state = 'active'
                """)
            .bind("org", org.value())
            .bind("id", id)
            .map((row, _) ->
                new Holder(
                    org,
                    row.getString("org_name"),
                    row.getString("default_region"),
                    new Actor.User(id, row.getString("name")),
                    Instant.MAX,
                    Holder.EVERYTHING))
            .findOne());
  }

  /// An active client.
  Optional<Holder> client(OrgId org, UUID id) {
    return jdbi.withHandle(db ->
        db.createQuery(
                """
                select o.name as org_name, o.default_region, c.name
                  from oauth_client c
                  join org o on o.org_id = c.org_id
                 where c.org_id = :org
                   and c.id = :id
                   and c.state = 'active'
                """)
            .bind("org", org.value())
            .bind("id", id)
            .map((row, _) ->
                new Holder(
                    org,
                    row.getString("org_name"),
                    row.getString("default_region"),
                    new Actor.Client(id, row.getString("name")),
                    Instant.MAX,
                    Holder.EVERYTHING))
            .findOne());
  }

  List<Division> divisions(OrgId org) {
    return jdbi.withHandle(db ->
        db.createQuery(
                """
                select id, name, kind
                  from division
                 where org_id = :org and removed_at is null
                 order by lower(name), id
                """)
            .bind("org", org.value())
            .map((row, _) ->
                new Division(
                    new DivisionId(row.getObject("id", UUID.class)),
                    row.getString("name"),
                    Division.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT))))
            .list());
  }

  List<Grant> grants(OrgId org, UUID subject) {
    return jdbi.withHandle(db ->
        db.createQuery(
                """
                select g.division_id, r.name, r.permissions
                  from access_grant g
                  join role r on r.org_id = g.org_id and r.id = g.role_id
                 where g.org_id = :org
                   and g.subject_id = :subject
                """)
            .bind("org", org.value())
            .bind("subject", subject)
            .map((row, _) ->
                new Grant(
                    row.getString("name"),
                    Permission.ofValues((String[]) row.getArray("permissions").getArray()),
                    new DivisionId(row.getObject("division_id", UUID.class))))
            .list());
  }

  void addSession(OrgId org, UUID user, byte[] hash, Instant started, Instant expires) {
    jdbi.useHandle(db ->
        db.createUpdate(
                """
                insert into page_session (org_id, session_hash, user_id, started_at, expires_at)
                values (:org, :hash, :user, :started, :expires)
                """)
            .bind("org", org.value())
            .bind("hash", hash)
            .bind("user", user)
            .bind("started", started)
            .bind("expires", expires)
            .execute());
  }

  int removeSession(OrgId org, byte[] hash) {
    return jdbi.withHandle(db ->
        db.createUpdate("delete from page_session where org_id = :org and session_hash = :hash")
            .bind("org", org.value())
            .bind("hash", hash)
            .execute());
  }

  void removeExpired(Instant now) {
    jdbi.useHandle(db ->
        db.createUpdate("delete from page_session where expires_at <= :now")
            .bind("now", now)
            .execute());
  }
}
