package dev.callbook.access;

import dev.callbook.platform.Instants;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/// Links by which users set their passwords.
@ApplicationScoped
class PasswordLinkStore {
  private final Jdbi jdbi;

  PasswordLinkStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /// Keeps a user's link in place of any older one.
  void put(OrgId org, UUID user, byte[] hash, Instant now, Instant expires) {
    jdbi.useHandle(db ->
        db.createUpdate(
                """
                insert into password_link (org_id, user_id, link_hash, issued_at, expires_at)
                values (:org, :user, :hash, :now, :expires)
                on conflict (org_id, user_id) do update
                   set link_hash = excluded.link_hash, issued_at = excluded.issued_at, expires_at = excluded.expires_at
                """)
            .bind("org", org.value())
            .bind("user", user)
            .bind("hash", hash)
            .bind("now", now)
            .bind("expires", expires)
            .execute());
  }

  /// The active user whose link it is, while it is good.
  Optional<UUID> userOf(OrgId org, byte[] hash, Instant now) {
    return jdbi.withHandle(db ->
        db.createQuery(
                """
                select l.user_id
                  from password_link l
                  join app_user u on u.org_id = l.org_id and u.id = l.user_id
                 where l.org_id = :org
                   and l.link_hash = :hash
                   and l.expires_at > :now
                   and u.state = 'active'
                """)
            .bind("org", org.value())
            .bind("hash", hash)
            .bind("now", now)
            .mapTo(UUID.class)
            .findOne());
  }

  /// Uses a link up. @return whether it was still there: of two who use it at once, one is too late
  boolean take(OrgId org, byte[] hash) {
    return jdbi.withHandle(db ->
        db.createUpdate("delete from password_link where org_id = :org and link_hash = :hash")
            .bind("org", org.value())
            .bind("hash", hash)
            .execute())
        == 1;
  }

  /// Until when a user's link is good; empty if there is none.
  Optional<Instant> expiry(OrgId org, UUID user, Instant now) {
    return jdbi.withHandle(db ->
        db.createQuery(
                """
                select expires_at
                  from password_link
                 where org_id = :org and user_id = :user and expires_at > :now
                """)
            .bind("org", org.value())
            .bind("user", user)
            .bind("now", now)
            .map((row, _) -> Instants.read(row, "expires_at"))
            .findOne());
  }

  /// @return whether there was one
  boolean remove(OrgId org, UUID user) {
    return jdbi.withHandle(db ->
        db.createUpdate("delete from password_link where org_id = :org and user_id = :user")
            .bind("org", org.value())
            .bind("user", user)
            .execute())
        == 1;
  }

  void removeExpired(Instant now) {
    jdbi.useHandle(db ->
        db.createUpdate("delete from password_link where expires_at <= :now")
            .bind("now", now)
            .execute());
  }
}
