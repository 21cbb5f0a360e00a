package dev.callbook.customfield;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.callbook.access.OrgId;
import dev.callbook.platform.Announcements;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The schemas that records are written by, so that no write reads and parses them again.
///
/// Kept for at most a minute and forgotten on every node as soon as one changes.
@ApplicationScoped
class KnownSchemas {
  private static final String TOPIC = "schema";

  private record Key(OrgId org, SchemaKind kind, UUID schema) {}

  private final SchemaStore store;
  private final Announcements announcements;
  private final Cache<Key, Optional<KnownSchema>> known =
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
    return known.get(new Key(org, kind, id), this::read);
  }

  /// Those that records may take up: the one that is offered first, then the oldest first.
  List<KnownSchema> open(OrgId org, SchemaKind kind) {
    return store.all(org, kind).stream()
        .filter(Schema::isOpen)
        .sorted(Comparator.comparing(Schema::offeredFirst).reversed())
        .map(schema ->
            new KnownSchema(schema, version -> store.version(org, kind, schema.id(), version)))
        .toList();
  }

  private Optional<KnownSchema> read(Key key) {
    return store
        .find(key.org(), key.kind(), key.schema())
        .map(newest ->
            new KnownSchema(
                newest, version -> store.version(key.org(), key.kind(), key.schema(), version)));
  }

  /// Makes every node forget a schema, when the caller's transaction commits.
  void changed(OrgId org, SchemaKind kind, UUID schema) {
    announcements.publish(TOPIC, org.value() + " " + kind.word() + " " + schema);
  }

  private void forget(String payload) {
    String[] parts = payload.split(" ", 3);
    known.invalidate(
        new Key(
            new OrgId(UUID.fromString(parts[0])),
            SchemaKind.ofWord(parts[1]),
            UUID.fromString(parts[2])));
  }
}
