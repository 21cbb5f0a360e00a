package dev.callbook.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.callbook.platform.Vault;
import dev.callbook.wire.Refusal.Invalid;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Makes and reads the cursors of long lists: a place in one list, good for 24 hours. They are
/// encrypted with the installation's key, since a place may hold a name, and open for the list that
/// they were made for only. Source: CONTRACT section 5.
@ApplicationScoped
public class Cursors {
  static final Duration LIFE = Duration.ofHours(24);

  private final Vault vault;
  private final ObjectMapper json;
  private final Clock clock;

  Cursors(Vault vault, ObjectMapper json, Clock clock) {
    this.vault = vault;
    this.json = json;
    this.clock = clock;
  }

  /// The list that a cursor belongs to.
  ///
  /// @param name unlike that of any other list
  /// @param org the organization of ours whose records it holds
  /// @param asked its filters, and whatever else decides what is in it; not the size of its pages
  public record Walk(String name, UUID org, List<String> asked) {}

  /// What a cursor holds.
  private record Content(long expires, List<String> place) {}

  /// A cursor for what follows a place.
  ///
  /// @param place the keys of the last item that was shown, in the list's order
  public String after(Walk walk, List<String> place) {
    long expires = clock.instant().plus(LIFE).toEpochMilli();
    byte[] sealed = vault.seal(written(new Content(expires, place)), purpose(walk));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
  }

  /// @param field the parameter's name
  /// @return the place that the list goes on from; empty where nothing was sent
  /// @throws Invalid naming `field` if it is expired, mangled, or another list's
  public Optional<List<String>> place(String field, Walk walk, @Nullable String cursor) {
    if (cursor == null || cursor.isBlank()) {
      return Optional.empty();
    }
    Content content =
        opened(walk, cursor)
            .orElseThrow(() ->
                new Invalid(
                    field,
                    "invalid.value",
                    field + " is no place in this list. Begin again without it."));
    if (clock.millis() >= content.expires()) {
      throw new Invalid(
          field,
          "expired",
          field + " is older than " + LIFE.toHours() + " hours. Begin again without it.");
    }
    return Optional.of(content.place());
  }

  private Optional<Content> opened(Walk walk, String cursor) {
    byte[] sealed;
    try {
      sealed = Base64.getUrlDecoder().decode(cursor.strip());
    } catch (IllegalArgumentException noBase64) {
      return Optional.empty();
    }
    return vault.open(sealed, purpose(walk)).map(this::read);
  }

  private String purpose(Walk walk) {
    return "cursor " + written(walk);
  }

  private String written(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private Content read(String text) {
    try {
      return json.readValue(text, Content.class);
    } catch (JsonProcessingException e) {
      // Whatever opens was written here.
      throw new IllegalStateException(e);
    }
  }
}
