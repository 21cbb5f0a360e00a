package dev.callbook.access;

import dev.callbook.access.ClientStore.Registration;
import dev.callbook.platform.Ids;
import dev.callbook.wire.Refusal.Invalid;
import dev.callbook.wire.Refusal.NotFound;
import dev.callbook.wire.Refusal.Outdated;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// The programs that may ask for tokens.
@ApplicationScoped
public class Clients {
  /// A client and its secret, which is shown this once.
  public record Issued(OAuthClient client, String secret) {}

  /// A client and whose it is.
  public record Registered(OrgId org, OAuthClient client) {}

  private final ClientStore store;
  private final Admissions admissions;
  private final Event<AccessChange> changes;
  private final Ids ids;
  private final Clock clock;

  Clients(
      ClientStore store, Admissions admissions, Event<AccessChange> changes, Ids ids, Clock clock) {
    this.store = store;
    this.admissions = admissions;
    this.changes = changes;
    this.ids = ids;
    this.clock = clock;
  }

  /// At most 1,000, by name.
  public List<OAuthClient> all(Scope scope) {
    return store.all(scope.org());
  }

  /// @throws NotFound if the organization has no such client
  public OAuthClient get(Scope scope, UUID id) {
    return store.find(scope.org(), id).orElseThrow(() -> new NotFound("client", id));
  }

  /// The active client with that id and secret; empty if either is wrong: which is not told.
  public Optional<Registered> withSecret(UUID id, String secret) {
    return store.registrations(id).stream()
        .filter(known -> known.secretHash().isOf(secret))
        .findFirst()
        .map(Clients::registered);
  }

  /// The active clients with that id, of whatever organization; more than one only if two were
  /// given the same id by hand.
  public List<Registered> withId(UUID id) {
    return store.registrations(id).stream().map(Clients::registered).toList();
  }

  private static Registered registered(Registration known) {
    return new Registered(known.org(), known.client());
  }

  /// @throws Invalid naming every field that breaks its rule
  @Transactional
  public Issued add(Scope scope, ClientDraft draft) {
    draft.check();
    Instant now = clock.instant();
    UUID by = scope.actor().idOrNull();
    OAuthClient client = new OAuthClient(ids.next(), draft, true, 1, now, by, now, by);
    String secret = Secrets.issue(scope.org());
    store.add(scope.org(), client, Secrets.hash(secret));
    record(scope, client, Map.of(), fields(client));
    return new Issued(client, secret);
  }

  /// Changes everything but how it gets tokens. One that becomes inactive loses its tokens at once;
  /// scopes it loses are lost to the tokens it has.
  ///
  /// @param seenVersion the version the caller last read; empty if they do not care
  /// @throws Invalid naming every field that breaks its rule, `authorizedGrantType` if it differs
  /// @throws Outdated if someone else changed the client since `seenVersion`, or at the same time
  @Transactional
  public OAuthClient correct(
      Scope scope, UUID id, Optional<Integer> seenVersion, ClientDraft draft, boolean active) {
    OAuthClient before = get(scope, id);
    if (seenVersion.filter(seen -> seen != before.version()).isPresent()) {
      throw new Outdated("client", id);
    }
    draft.check();
    if (draft.grant() != before.details().grant()) {
      throw new Invalid(
          "authorizedGrantType",
          "fixed",
          "How a client gets tokens is chosen once. Add another client instead.");
    }
    OAuthClient after = before.with(draft, active, clock.instant(), scope.actor().idOrNull());
    Map<String, Object> was = fields(before);
    Map<String, Object> is = fields(after);
    if (was.equals(is)) {
      return before;
    }
    if (!store.update(scope.org(), after)) {
      throw new Outdated("client", id);
    }
    if (!active) {
      store.endTokens(scope.org(), id);
    }
    if (!before.details().redirectUris().containsAll(draft.redirectUris())) {
      // Who allowed it did not allow it to answer there: they are asked again.
      store.forgetConsents(scope.org(), id);
    }
    record(scope, after, was, is);
    return after;
  }

  /// Another secret; the tokens the old one opened end at once.
  @Transactional
  public Issued rotate(Scope scope, UUID id) {
    get(scope, id);
    String secret = Secrets.issue(scope.org());
    store.setSecret(scope.org(), id, Secrets.hash(secret), clock.instant());
    OAuthClient client = get(scope, id);
    record(scope, client, Map.of(), Map.of("secret", "rotated"));
    return new Issued(client, secret);
  }

  /// Removes a client; its tokens end at once.
  @Transactional
  public void remove(Scope scope, UUID id) {
    OAuthClient client = get(scope, id);
    store.remove(scope.org(), id);
    record(scope, client, fields(client), Map.of());
  }

  private void record(
      Scope scope, OAuthClient client, Map<String, Object> before, Map<String, Object> after) {
    changes.fire(
        new AccessChange(
            scope.org(),
            scope.actor(),
            scope.origin(),
            "client",
            client.id(),
            client.version(),
            before,
            after));
    admissions.changed(scope.org());
  }

  private static Map<String, Object> fields(OAuthClient client) {
    ClientDraft details = client.details();
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", details.name());
    if (details.description() != null) {
      fields.put("description", details.description());
    }
    fields.put("grant", details.grant().word());
    fields.put("tokenSeconds", details.tokenLifetime().toSeconds());
    fields.put("redirectUris", details.redirectUris());
    fields.put("scopes", OAuthScope.words(details.scopes()));
    fields.put("active", client.active());
    return fields;
  }
}
