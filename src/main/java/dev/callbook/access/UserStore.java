package dev.callbook.access;

import dev.callbook.platform.Verdicts;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;

/// Users of an organization. Users belong to no division: an organization is their whole scope.
@ApplicationScoped
class UserStore {
  /// A user as sign-in sees them.
  record Attempt(OrgId org, UUID id, @Nullable String passwordHash, int failed) {}

  /// Before anybody: names are not empty.
  private static final UserQuery.Key FIRST = new UserQuery.Key("", new UUID(0, 0));

  private final Jdbi jdbi;

  UserStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /// Every active user with that e-mail, in any organization.
  List<Attempt> byEmail(String emailKey) {
    return jdbi.withHandle(db ->
        db.createQuery(
                """
                select org_id, id, password_hash, failed_sign_ins
                  from app_user
                 where email_key = :email
                   and state = 'active'
                 order by org_id
                """)
            .bind("email", emailKey)
            .map((row, _) -> toAttempt(row))
            .list());
  }

  /// An active user.
  Optional<Attempt> attempt(OrgId org, UUID id) {
    return jdbi.withHandle(db ->
        db.createQuery(
                """
                select org_id, id, password_hash, failed_sign_ins
                  from app_user
                 where org_id = :org and id = :id and state = 'active'
                """)
            .bind("org", org.value())
            .bind("id", id)
            .map((row, _) -> toAttempt(row))
            .findOne());
  }

  /// Counts an attempt. @return empty while the account is closed
  Optional<Attempt> claimAttempt(OrgId org, UUID id, Instant now, Instant lockedUntil) {
    return jdbi.withHandle(db ->
        db.createQuery(
                """
                update app_user
                   set failed_sign_ins = failed_sign_ins + 1,
                       locked_until = :until
                 where org_id = :org
                   and id = :id
                   and (locked_until is null or locked_until <= :now)
                returning org_id, id, password_hash, failed_sign_ins
                """)
            .bind("org", org.value())
            .bind("id", id)
            .bind("now", now)
            .bind("until", lockedUntil)
            .map((row, _) -> toAttempt(row))
            .findOne());
  }

  private static Attempt toAttempt(ResultSet row) throws SQLException {
    return new Attempt(
        new OrgId(row.getObject("org_id", UUID.class)),
        row.getObject("id", UUID.class),
        row.getString("password_hash"),
        row.getInt("failed_sign_ins"));
  }

  Optional<Instant> lockedUntil(OrgId org, UUID id) {
    return jdbi.withHandle(db ->
        db.createQuery(
                "select locked_until from app_user where org_id = :org and id = :id and"
                    + " locked_until is not null")
            .bind("org", org.value())
            .bind("id", id)
            .mapTo(Instant.class)
            .findOne());
  }

  void clearAttempts(OrgId org, UUID id) {
    jdbi.useHandle(db ->
        db.createUpdate(
                """
                update app_user
                   set failed_sign_ins = 0, locked_until = null
                 where org_id = :org and id = :id
                """)
            .bind("org", org.value())
            .bind("id", id)
            .execute());
  }

  /// @return whether the e-mail was still free
  boolean add(OrgId org, User user, @Nullable String passwordHash, Instant now) {
    return jdbi.withHandle(db ->
        db.createUpdate(
                """
                insert into app_user (org_id, id, name, email, email_key, state, password_hash, created_at, version)
                values (:org, :id, :name, :email, :emailKey, 'active', :password, :now, 1)
                on conflict (org_id, email_key) do nothing
                """)
            .bind("org", org.value())
            .bind("id", user.id())
            .bind("name", user.name())
            .bind("email", user.email())
            .bind("emailKey", User.emailKey(user.email()))
            .bind("password", passwordHash)
            .bind("now", now)
            .execute())
        == 1;
  }

  List<User> all(OrgId org) {
    return jdbi.withHandle(db ->
        db.createQuery(
                """
                select id, name, email, state, version
                  from app_user
                 where org_id = :org
                 order by lower(name), id
                 limit 1000
                """)
            .bind("org", org.value())
            .map((row, _) -> toUser(row))
            .list());
  }

  /// By name, one more than asked for where there are more.
  UserPage page(OrgId org, UserQuery query) {
    UserQuery.Key after = query.after().orElse(FIRST);
    return jdbi.withHandle(db ->
        db.createQuery(
                """
                select id, name, email, state, version, lower(name) as sort_key
                  from app_user u
                 where org_id = :org
                   and (lower(name), id) > (:afterName, :afterId)
                   and (position(:part in lower(name)) > 0 or position(:part in email_key) > 0)
                   and state = any(:states)
                   and (cast(:role as uuid) is null
                        or exists (select 1
                                     from access_grant g
                                    where g.org_id = u.org_id
                                      and g.role_id = :role
                                      and g.subject_id = u.id))
                 order by lower(name), id
                 limit :max
                """)
            .bind("org", org.value())
            .bind("afterName", after.name())
            .bind("afterId", after.id())
            .bind("part", query.part().strip().toLowerCase(Locale.ROOT))
            .bind("states", states(query.active()))
            .bind("role", query.role().orElse(null))
            .bind("max", query.maxRows() + 1)
            .map((row, _) ->
                new Placed(
                    toUser(row),
                    new UserQuery.Key(row.getString("sort_key"), row.getObject("id", UUID.class))))
            .collect(
                Collectors.collectingAndThen(
                    Collectors.toList(), placed -> toPage(placed, query.maxRows()))));
  }

  private record Placed(User user, UserQuery.Key key) {}

  private static String[] states(Optional<Boolean> active) {
    return active
        .map(yes -> new String[] {yes ? "active" : "inactive"})
        .orElse(new String[] {"active", "inactive"});
  }

  private static UserPage toPage(List<Placed> placed, int maxRows) {
    List<User> users = placed.stream().limit(maxRows).map(Placed::user).toList();
    return new UserPage(users, placed.size() > maxRows ? placed.get(maxRows - 1).key() : null);
  }

  List<User> find(OrgId org, Collection<UUID> ids) {
    return jdbi.withHandle(db ->
        db.createQuery(
                "select id, name, email, state, version from app_user where org_id = :org and id = any(:ids)")
            .bind("org", org.value())
            .bind("ids", ids.toArray(UUID[]::new))
            .map((row, _) -> toUser(row))
            .list());
  }

  Optional<User> find(OrgId org, UUID id) {
    return jdbi.withHandle(db ->
        db.createQuery(
                "select id, name, email, state, version from app_user where org_id = :org and id ="
                    + " :id")
            .bind("org", org.value())
            .bind("id", id)
            .map((row, _) -> toUser(row))
            .findOne());
  }

  /// @param key an id or an e-mail's key
  Optional<UUID> idOf(OrgId org, String key) {
    return jdbi.withHandle(db ->
        db.createQuery(
                """
                select id
                  from app_user
                 where org_id = :org
                   and (email_key = :key or id = :id)
                   and state = 'active'
                """)
            .bind("org", org.value())
            .bind("key", key)
            .bind("id", uuidOrNull(key))
            .mapTo(UUID.class)
            .findFirst());
  }

  private static @Nullable UUID uuidOrNull(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException another) {
      return null;
    }
  }

  private static User toUser(ResultSet row) throws SQLException {
    return new User(
        row.getObject("id", UUID.class),
        row.getString("name"),
        row.getString("email"),
        row.getString("state").equals("active"),
        row.getInt("version"));
  }

  /// What came of an update.
  enum Update {
    DONE,
    EMAIL_TAKEN,
    OUTDATED
  }

  /// Changes name, e-mail and state; a user who becomes inactive loses every session.
  Update update(OrgId org, User user, int seenVersion) {
    try {
      int changed =
          jdbi.withHandle(db ->
              db.createUpdate(
                      """
                      update app_user
                         set name = :name, email = :email, email_key = :emailKey, state = :state, version = version + 1
                       where org_id = :org and id = :id and version = :seen
                      """)
                  .bind("org", org.value())
                  .bind("id", user.id())
                  .bind("name", user.name())
                  .bind("email", user.email())
                  .bind("emailKey", User.emailKey(user.email()))
                  .bind("state", user.active() ? "active" : "inactive")
                  .bind("seen", seenVersion)
                  .execute());
      if (changed == 1 && !user.active()) {
        endSessions(org, user.id());
      }
      return changed == 1 ? Update.DONE : Update.OUTDATED;
    } catch (UnableToExecuteStatementException refused) {
      if (Verdicts.isDuplicate(refused)) {
        return Update.EMAIL_TAKEN;
      }
      throw refused;
    }
  }

  /// Sets a password and ends the sessions that the old one opened.
  void setPassword(OrgId org, UUID id, String hash) {
    jdbi.useHandle(db -> {
      db.createUpdate(
              """
              update app_user
                 set password_hash = :hash, failed_sign_ins = 0, locked_until = null
               where org_id = :org and id = :id
              """)
          .bind("org", org.value())
          .bind("id", id)
          .bind("hash", hash)
          .execute();
      endSessions(org, id);
    });
  }

  /// Ends what a user opened anywhere: sessions of pages, whatever clients hold for them, and the
  /// link by which they would set a password.
  void endSessions(OrgId org, UUID id) {
    jdbi.useHandle(db -> {
      for (String table : List.of("page_session", "oauth_login", "oauth_code", "password_link")) {
        db.createUpdate("delete from " + table + " where org_id = :org and user_id = :id")
            .bind("org", org.value())
            .bind("id", id)
            .execute();
      }
    });
  }
}
