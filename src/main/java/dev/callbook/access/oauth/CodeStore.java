package dev.callbook.access.oauth;

import dev.callbook.access.OAuthScope;
import dev.callbook.access.OrgId;
import dev.callbook.platform.Instants;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Codes, and what users allowed clients for good.
@ApplicationScoped
class CodeStore {
  /// @param challenge empty where the client asked without PKCE
  /// @param login what it opened; empty while it is unused
  record Code(
      UUID client,
      UUID user,
      String redirectUri,
      Optional<String> challenge,
      Set<OAuthScope> scopes,
      Instant expiresAt,
      Optional<UUID> login) {}

  private final Jdbi jdbi;

  CodeStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  void add(OrgId org, byte[] hash, Code code) {
    jdbi.useHandle(db ->
        db.createUpdate(
                """
                insert into oauth_code (org_id, code_hash, client_id, user_id, redirect_uri, challenge, scopes, expires_at)
                values (:org, :hash, :client, :user, :redirectUri, :challenge, :scopes, :expires)
                """)
            .bind("org", org.value())
            .bind("hash", hash)
            .bind("client", code.client())
            .bind("user", code.user())
            .bind("redirectUri", code.redirectUri())
            .bind("challenge", code.challenge().orElse(null))
            .bind("scopes", words(code.scopes()))
            .bind("expires", code.expiresAt())
            .execute());
  }

  private static String[] words(Set<OAuthScope> scopes) {
    return OAuthScope.words(scopes).toArray(String[]::new);
  }

  /// A code of an active user, held until the transaction ends: of two who use it at once, the
  /// second sees it used.
  Optional<Code> lock(OrgId org, UUID client, byte[] hash) {
    return jdbi.withHandle(db ->
        db.createQuery(
                """
                select c.user_id, c.redirect_uri, c.challenge, c.scopes, c.expires_at, c.login_id
                  from oauth_code c
                  join app_user u on u.org_id = c.org_id and u.id = c.user_id
                 where c.org_id = :org
                   and c.code_hash = :hash
                   and c.client_id = :client
                   and u.state = 'active'
                   for update of c
                """)
            .bind("org", org.value())
            .bind("hash", hash)
            .bind("client", client)
            .map((row, _) ->
                new Code(
                    client,
                    row.getObject("user_id", UUID.class),
                    row.getString("redirect_uri"),
                    Optional.ofNullable(row.getString("challenge")),
                    OAuthScope.ofWords((String[]) row.getArray("scopes").getArray()),
                    Instants.read(row, "expires_at"),
                    Optional.ofNullable(row.getObject("login_id", UUID.class))))
            .findOne());
  }

  void use(OrgId org, byte[] hash, UUID login) {
    jdbi.useHandle(db ->
        db.createUpdate(
                "update oauth_code set login_id = :login where org_id = :org and code_hash = :hash")
            .bind("org", org.value())
            .bind("hash", hash)
            .bind("login", login)
            .execute());
  }

  /// What a user allowed a client for good; empty if nothing.
  Set<OAuthScope> consent(OrgId org, UUID user, UUID client) {
    return jdbi.withHandle(db ->
        db.createQuery(
                """
                select scopes
                  from oauth_consent
                 where org_id = :org and user_id = :user and client_id = :client
                """)
            .bind("org", org.value())
            .bind("user", user)
            .bind("client", client)
            .map((row, _) -> OAuthScope.ofWords((String[]) row.getArray("scopes").getArray()))
            .findOne()
            .orElse(Set.of()));
  }

  void putConsent(OrgId org, UUID user, UUID client, Set<OAuthScope> scopes, Instant now) {
    jdbi.useHandle(db ->
        db.createUpdate(
                """
                insert into oauth_consent (org_id, user_id, client_id, scopes, given_at)
                values (:org, :user, :client, :scopes, :now)
                on conflict (org_id, user_id, client_id) do update
                   set scopes = excluded.scopes, given_at = excluded.given_at
                """)
            .bind("org", org.value())
            .bind("user", user)
            .bind("client", client)
            .bind("scopes", words(scopes))
            .bind("now", now)
            .execute());
  }

  /// The e-mail of an active user, to show as whom a client will act.
  Optional<String> emailOf(OrgId org, @Nullable UUID user) {
    return jdbi.withHandle(db ->
        db.createQuery(
                "select email from app_user where org_id = :org and id = :user and state ="
                    + " 'active'")
            .bind("org", org.value())
            .bind("user", user)
            .mapTo(String.class)
            .findOne());
  }

  void removeExpired(Instant now) {
    jdbi.useHandle(db ->
        db.createUpdate("delete from oauth_code where expires_at <= :now")
            .bind("now", now)
            .execute());
  }
}
