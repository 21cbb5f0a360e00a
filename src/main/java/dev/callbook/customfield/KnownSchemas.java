package dev.callbook.customfield;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.callbook.access.OrgId;
import dev.callbook.platform.Announcements;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The schemas that records are written by, so that no write reads and parses them again.
///
/// Kept for at most a minute and forgotten on every node as soon as one changes.
@ApplicationScoped
class KnownSchemas {
  private static final String TOPIC = "schema";

  private record Key(OrgId org, UUID schema) {}

  private final SchemaStore store;
  private final Announcements announcements;
  private final Cache<Key, KnownSchema> known =
      Caffeine.newBuilder().maximumSize(2_000).expireAfterWrite(Duration.ofMinutes(1)).build();

  KnownSchemas(SchemaStore store, Announcements announcements) {
    this.store = store;
    this.announcements = announcements;
  }

  void subscribe(@Observes StartupEvent event) {
    announcements.subscribe(TOPIC, this::forget, known::invalidateAll);
  }

  /// @return empty if the organization has no such schema of the kind
  Optional<KnownSchema> find(OrgId org, SchemaKind kind, UUID id) {
    // Loaded within the cache: whoever forgets a schema waits for those who are reading it.
    return Optional.ofNullable(known.get(new Key(org, id), key -> read(key, kind)))
        .filter(schema -> schema.newest().kind() == kind);
  }

  private @Nullable KnownSchema read(Key key, SchemaKind kind) {
    return store
        .find(key.org(), kind, key.schema())
        .map(newest ->
            new KnownSchema(
                newest, version -> store.version(key.org(), kind, key.schema(), version)))
        .orElse(null);
  }

  /// Makes every node forget a schema, when the caller's transaction commits.
  void changed(OrgId org, UUID schema) {
    announcements.publish(TOPIC, org.value() + " " + schema);
  }

  private void forget(String payload) {
    String[] ids = payload.split(" ", 2);
    known.invalidate(new Key(new OrgId(UUID.fromString(ids[0])), UUID.fromString(ids[1])));
  }
}
