package dev.callbook.interaction;

import dev.callbook.access.OrgId;
import dev.callbook.access.Scope;
import dev.callbook.access.Users;
import dev.callbook.change.Changes;
import dev.callbook.change.Changes.Step;
import dev.callbook.change.Subject;
import dev.callbook.interaction.InboundEvent.AgentName;
import dev.callbook.phone.DialPlan;
import dev.callbook.platform.Ids;
import dev.callbook.platform.Vault;
import dev.callbook.wire.Refusal.Invalid;
import dev.callbook.wire.Refusal.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where calls and messages come from, how each writes numbers and signs, and who sits at its
/// telephones.
@ApplicationScoped
public class Sources {
  private static final int MAX_NAME = 100;
  private static final int SECRET_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final SourceStore store;
  private final Users users;
  private final Vault vault;
  private final Changes changes;
  private final Ids ids;
  private final Clock clock;

  Sources(SourceStore store, Users users, Vault vault, Changes changes, Ids ids, Clock clock) {
    this.store = store;
    this.users = users;
    this.vault = vault;
    this.changes = changes;
    this.ids = ids;
    this.clock = clock;
  }

  /// At most 1,000, by name.
  public List<EventSource> all(Scope scope) {
    return store.all(scope.org());
  }

  /// The source with that name, in any case; made with the organization's own region if there is
  /// none yet, so that a source works from its first event on.
  ///
  /// @throws Invalid naming `source` if the name is too long
  @Transactional
  public EventSource named(OrgId org, String name) {
    String tidy = name.strip();
    if (tidy.isEmpty() || tidy.length() > MAX_NAME) {
      throw new Invalid("source", "too.long", "source holds 1 to " + MAX_NAME + " characters.");
    }
    return store
        .byName(org, tidy)
        .orElseGet(() -> {
          store.add(org, ids.next(), tidy, clock.instant());
          return store.byName(org, tidy).orElseThrow();
        });
  }

  /// @throws NotFound if the organization has no such source
  EventSource get(OrgId org, UUID id) {
    return store.get(org, id).orElseThrow(() -> new NotFound("source", id));
  }

  /// @param region null for the organization's own
  @Transactional
  public EventSource setPlan(Scope scope, String name, @Nullable String region, DialPlan plan) {
    EventSource before = named(scope.org(), name);
    store.setPlan(scope.org(), before.id(), region, plan);
    EventSource after = get(scope.org(), before.id());
    record(scope, after, before.plan(), after.plan());
    return after;
  }

  /// Another secret, shown this once; events signed with the one before are refused from now on.
  ///
  /// @return 64 hexadecimal digits, whose characters are the HMAC's key
  @Transactional
  public String rotateSecret(Scope scope, String name) {
    byte[] random = new byte[SECRET_BYTES];
    RANDOM.nextBytes(random);
    String secret = HexFormat.of().formatHex(random);
    EventSource source = named(scope.org(), name);
    store.setSecret(scope.org(), source.id(), vault.seal(secret));
    record(
        scope,
        get(scope.org(), source.id()),
        Map.of(),
        Map.of("secretChangedAt", clock.instant().toString()));
    return secret;
  }

  /// The source of a signed event and its secret; empty if it is unknown or has none.
  Optional<Signer> signer(UUID id) {
    return store
        .byId(id)
        .flatMap(source ->
            store
                .secret(source.org(), source.id())
                .map(sealed -> new Signer(source, vault.open(sealed))));
  }

  /// @param secret what its events are signed with
  record Signer(EventSource source, String secret) {}

  /// Assigns a telephone of a source to a user.
  ///
  /// @param user null to assign it to nobody
  /// @throws NotFound if the organization has no such user
  @Transactional
  public void assign(Scope scope, String sourceName, String device, @Nullable UUID user) {
    EventSource source = named(scope.org(), sourceName);
    String key = deviceKey(device);
    Map<String, Object> before = assigned(key, store.userAt(scope.org(), source.id(), key));
    if (user == null) {
      store.unassign(scope.org(), source.id(), key);
    } else {
      users.get(scope, user);
      store.assign(scope.org(), source.id(), key, user);
    }
    record(scope, source, before, assigned(key, Optional.ofNullable(user)));
  }

  private static Map<String, Object> assigned(String device, Optional<UUID> user) {
    return user.<Map<String, Object>>map(known -> Map.of("device " + device, known))
        .orElse(Map.of());
  }

  private void record(Scope scope, EventSource source, Object before, Object after) {
    changes.record(
        scope,
        List.of(new Step(Subject.SOURCE, source.id(), null, source.version(), before, after)));
  }

  /// The user a source means; empty if nobody is known by that name.
  Optional<UUID> agent(EventSource source, AgentName name) {
    return switch (name) {
      case AgentName.ByUser(String idOrEmail) -> users.idOf(source.org(), idOrEmail);
      case AgentName.ByDevice(String device) ->
          store.userAt(source.org(), source.id(), deviceKey(device));
    };
  }

  private static String deviceKey(String device) {
    return device.strip().toLowerCase(Locale.ROOT);
  }

  /// Whether an agent learns that somebody they may not see holds a caller's number.
  public boolean tellsHiddenContact(OrgId org) {
    return store.tellsHiddenContact(org);
  }

  @Transactional
  public void setTellsHiddenContact(Scope scope, boolean tells) {
    boolean before = store.tellsHiddenContact(scope.org());
    store.setTellsHiddenContact(scope.org(), tells);
    changes.record(
        scope,
        List.of(
            new Step(
                Subject.SETTING,
                scope.orgKey(),
                null,
                1,
                Map.of("tellsHiddenContact", before),
                Map.of("tellsHiddenContact", tells))));
  }
}
