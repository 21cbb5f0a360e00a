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
import java.util.List;
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

  /// @param key the hash of what was sent
  record Admitted(Access access, ByteBuffer key) {}

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
  Optional<Admitted> byToken(String token) {
    return admission(token, this::tokenHolder);
  }

  /// Answers are kept for a minute, so that is how exactly the last use is known.
  private Optional<Holder> tokenHolder(OrgId org, byte[] hash, Instant now) {
    Optional<Holder> found = store.tokenHolder(org, hash, now);
    if (found.isPresent() && found.get().actor() instanceof Actor.User) {
      store.touchToken(org, hash, now);
    }
    return found;
  }

  /// @return empty if the session is unknown, over, or its user inactive
  Optional<Access> bySession(String secret) {
    return admission(secret, store::sessionHolder).map(Admitted::access);
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
    Optional<Access> found = store.user(org, user).map(this::access);
    found.ifPresent(access -> users.put(subject, access));
    return found;
  }

  /// What a user or a client may do; empty if the organization has no such active subject.
  public Optional<Access> accessOfSubject(OrgId org, UUID id) {
    Optional<Access> user = accessOf(org, id);
    return user.isPresent() ? user : store.client(org, id).map(this::access);
  }

  private interface Find {
    Optional<Holder> find(OrgId org, byte[] hash, Instant now);
  }

  private Optional<Admitted> admission(String secret, Find find) {
    byte[] hash = Secrets.hash(secret);
    ByteBuffer key = ByteBuffer.wrap(hash);
    Instant now = clock.instant();
    Admission kept = known.getIfPresent(key);
    if (kept != null && kept.expiresAt().isAfter(now)) {
      return Optional.of(new Admitted(kept.access(), key));
    }
    return Secrets.orgOf(secret)
        .flatMap(org -> find.find(org, hash, now))
        .map(holder -> {
          Access access = access(holder);
          known.put(key, new Admission(access, holder.expiresAt()));
          return new Admitted(access, key);
        });
  }

  private Access access(Holder holder) {
    UUID subject = holder.actor().idOrNull();
    return Access.of(
        holder.org(),
        holder.orgName(),
        holder.region(),
        holder.actor(),
        store.divisions(holder.org()),
        subject == null
            ? List.of()
            : store.grants(holder.org(), subject).stream()
                .map(grant -> grant.within(holder.within()))
                .toList());
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
