package dev.callbook.contact;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.callbook.directory.PhoneNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Where a contact can be met besides phone and e-mail.
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Handles(
    @Nullable Twitter twitter,
    @Nullable Scoped line,
    @Nullable Scoped facebook,
    @Nullable Instagram instagram,
    @Nullable WhatsApp whatsApp,
    List<String> apple) {
  public Handles {
    // Absent in stored JSON where there are none.
    apple = Objects.requireNonNullElse(apple, List.of());
  }

  public static final Handles NONE = new Handles(null, null, null, null, null, List.of());

  /// X, formerly Twitter. @param screenName without the leading `@`
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Twitter(@Nullable String id, @Nullable String name, @Nullable String screenName) {}

  /// A user known to one page or provider only.
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Scoped(@Nullable String id, @Nullable String displayName) {}

  /// An Instagram user. @param handle without the leading `@`
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Instagram(
      @Nullable String id, @Nullable String displayName, @Nullable String handle) {}

  /// A WhatsApp account.
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record WhatsApp(PhoneNumber number, @Nullable String displayName) {}

  /// A form in which a handle can be looked up. @param channel `twitter`, `line`, … @param key
  /// lower case, or a phone's look-up key
  public record Key(String channel, String key) {}

  /// Equal to handles that are none: how JSON leaves them out.
  static final class Absent {
    @Override
    public boolean equals(@Nullable Object value) {
      return value instanceof Handles handles && NONE.equals(handles);
    }

    @Override
    public int hashCode() {
      return NONE.hashCode();
    }
  }

  @JsonIgnore
  public boolean isEmpty() {
    return equals(NONE);
  }

  /// Every form in which these handles can be looked up, each once.
  public List<Key> keys() {
    List<Key> keys = new ArrayList<>();
    if (twitter != null) {
      add(keys, "twitter", twitter.id());
      add(keys, "twitter", twitter.screenName());
    }
    if (line != null) {
      add(keys, "line", line.id());
    }
    if (facebook != null) {
      add(keys, "facebook", facebook.id());
    }
    if (instagram != null) {
      add(keys, "instagram", instagram.id());
      add(keys, "instagram", instagram.handle());
    }
    if (whatsApp != null) {
      add(keys, "whatsapp", whatsApp.number().lookupKey());
    }
    apple.forEach(id -> add(keys, "apple", id));
    return keys.stream().distinct().toList();
  }

  private static void add(List<Key> keys, String channel, @Nullable String value) {
    if (value != null) {
      keys.add(new Key(channel, value.toLowerCase(Locale.ROOT)));
    }
  }

  /// These handles with the parts that a form does not show, ids and display names, as `stored` has
  /// them, where the shown part is the same.
  Handles keeping(Handles stored) {
    return new Handles(
        sameTwitter(stored) ? stored.twitter() : twitter,
        line != null && stored.line() != null && Objects.equals(line.id(), stored.line().id())
            ? stored.line()
            : line,
        facebook != null
                && stored.facebook() != null
                && Objects.equals(facebook.id(), stored.facebook().id())
            ? stored.facebook()
            : facebook,
        instagram != null
                && stored.instagram() != null
                && Objects.equals(instagram.handle(), stored.instagram().handle())
            ? stored.instagram()
            : instagram,
        whatsApp != null
                && stored.whatsApp() != null
                && whatsApp.number().display().equals(stored.whatsApp().number().display())
            ? stored.whatsApp()
            : whatsApp,
        apple);
  }

  private boolean sameTwitter(Handles stored) {
    return twitter != null
        && stored.twitter() != null
        && Objects.equals(twitter.screenName(), stored.twitter().screenName());
  }
}
