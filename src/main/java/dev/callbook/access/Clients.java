package dev.callbook.access;

import dev.callbook.platform.Ids;
import dev.callbook.wire.Refusal.Invalid;
import dev.callbook.wire.Refusal.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The programs that may ask for tokens.
@ApplicationScoped
public class Clients {
  /// A client and its secret, which is shown this once.
  public record Issued(OAuthClient client, String secret) {}

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

  /// @throws Invalid naming `name`
  @Transactional
  public Issued add(Scope scope, String name) {
    if (name.isBlank() || name.length() > 200) {
      throw new Invalid("name", "required", "Enter a name of 1 to 200 characters.");
    }
    OAuthClient client = new OAuthClient(ids.next(), name.strip(), true);
    String secret = Secrets.issue(scope.org());
    store.add(scope.org(), client, Secrets.hash(secret), clock.instant());
    record(scope, client.id(), Map.of(), Map.of("name", client.name()));
    return new Issued(client, secret);
  }

  /// Another secret; the tokens the old one opened end at once.
  @Transactional
  public Issued rotate(Scope scope, UUID id) {
    OAuthClient client = get(scope, id);
    String secret = Secrets.issue(scope.org());
    store.setSecret(scope.org(), id, Secrets.hash(secret));
    record(scope, id, Map.of(), Map.of("secret", "rotated"));
    return new Issued(client, secret);
  }

  /// Removes a client; its tokens end at once.
  @Transactional
  public void remove(Scope scope, UUID id) {
    OAuthClient client = get(scope, id);
    store.remove(scope.org(), id);
    record(scope, id, Map.of("name", client.name()), Map.of());
  }

  private OAuthClient get(Scope scope, UUID id) {
    return store.find(scope.org(), id).orElseThrow(() -> new NotFound("client", id));
  }

  private void record(Scope scope, UUID id, Map<String, Object> before, Map<String, Object> after) {
    changes.fire(
        new AccessChange(
            scope.org(), scope.actor(), scope.origin(), "client", id, 1, before, after));
    admissions.changed(scope.org());
  }
}
