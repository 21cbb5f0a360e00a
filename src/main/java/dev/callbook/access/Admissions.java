package dev.callbook.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.callbook.access.AccessStore.Holder;
import dev.callbook.platform.Announcements;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// From the secret a request carries to what its holder may do, without a statement for each
/// request.
///
/// Answers are kept for at most a minute and forgotten on every node as soon as anything about
/// access changes in their organization, so that a revoked token is refused at once.
@ApplicationScoped
public class Admissions {
  private static final String TOPIC = "access";

  private record Admission(Access access, Instant expiresAt) {}

  private record Subject(OrgId org, UUID user) {}

  private final AccessStore store;
  private final Announcements announcements;
  private final Clock clock;
  private final Cache<ByteBuffer, Admission> known =
      Caffeine.newBuilder().maximumSize(20_000).expireAfterWrite(Duration.ofMinutes(1)).build();

  private final Cache<Subject, Access> users =
      Caffeine.newBuilder().maximumSize(20_000).expireAfterWrite(Duration.ofMinutes(1)).build();

  Admissions(AccessStore store, Announcements announcements, Clock clock) {
    this.store = store;
    this.announcements = announcements;
    this.clock = clock;
  }

  void subscribe(@Observes StartupEvent event) {
    announcements.subscribe(TOPIC, org -> forget(new OrgId(UUID.fromString(org))), this::forgetAll);
  }

  /// @return empty if the token is unknown, expired, revoked or its client inactive
  Optional<Access> byToken(String token) {
    return admission(token, store::tokenHolder);
  }

  /// @return empty if the session is unknown, over, or its user inactive
  Optional<Access> bySession(String secret) {
    return admission(secret, store::sessionHolder);
  }

  /// Whether a page session is still good.
  public boolean isSignedIn(String session) {
    return bySession(session).isPresent();
  }

  /// What a user may do, whether signed in or not; empty if the organization has no such active
  /// user.
  public Optional<Access> accessOf(OrgId org, UUID user) {
    Subject subject = new Subject(org, user);
    Optional<Access> kept = Optional.ofNullable(users.getIfPresent(subject));
    if (kept.isPresent()) {
      return kept;
    }
    Optional<Access> found =
        store
            .user(org, user)
            .map(holder ->
                accessOf(holder.org(), holder.orgName(), holder.region(), holder.actor()));
    found.ifPresent(access -> users.put(subject, access));
    return found;
  }

  /// What a user or a program may do; empty if the organization has no such active one.
  Optional<Access> accessOfSubject(OrgId org, UUID subject) {
    return store
        .user(org, subject)
        .or(() -> store.client(org, subject))
        .map(holder -> accessOf(holder.org(), holder.orgName(), holder.region(), holder.actor()));
  }

  private interface Find {
    Optional<Holder> find(OrgId org, byte[] hash, Instant now);
  }

  private Optional<Access> admission(String secret, Find find) {
    byte[] hash = Secrets.hash(secret);
    ByteBuffer key = ByteBuffer.wrap(hash);
    Instant now = clock.instant();
    Admission kept = known.getIfPresent(key);
    if (kept != null && kept.expiresAt().isAfter(now)) {
      return Optional.of(kept.access());
    }
    return Secrets.orgOf(secret)
        .flatMap(org -> find.find(org, hash, now))
        .map(holder -> {
          Access access = accessOf(holder.org(), holder.orgName(), holder.region(), holder.actor());
          known.put(key, new Admission(access, holder.expiresAt()));
          return access;
        });
  }

  Access accessOf(OrgId org, String orgName, String region, Actor actor) {
    UUID subject = actor.idOrNull();
    return Access.of(
        org,
        orgName,
        region,
        actor,
        store.divisions(org),
        subject == null ? java.util.List.of() : store.grants(org, subject));
  }

  /// Makes every node forget what it knows of an organization's access, when the caller's
  /// transaction commits.
  public void changed(OrgId org) {
    announcements.publish(TOPIC, org.value().toString());
  }

  private void forgetAll() {
    known.invalidateAll();
    users.invalidateAll();
  }

  private void forget(OrgId org) {
    users.asMap().keySet().removeIf(subject -> subject.org().equals(org));
    known.asMap().values().removeIf(admission -> admission.access().org().equals(org));
  }
}
