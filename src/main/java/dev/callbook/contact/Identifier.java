package dev.callbook.contact;

import dev.callbook.directory.ExternalId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A way to recognise a contact. Source: model `ContactIdentifier`.
///
/// @param value as it is shown
/// @param key the one exact form that all spellings of the value share
/// @param source the system that an external id comes from; null for the other types
public record Identifier(Type type, String value, String key, @Nullable UUID source) {
  /// The kinds there are.
  public enum Type {
    SocialLine("line"),
    SocialFacebook("facebook"),
    SocialTwitter("twitter"),
    SocialWhatsapp("whatsapp"),
    SocialInstagram("instagram"),
    SocialWhatsappBsuid(null),
    AppleOpaqueId("apple"),
    Email(null),
    Phone(null),
    Cookie(null),
    ExternalId(null);

    private final @Nullable String channel;

    Type(@Nullable String channel) {
      this.channel = channel;
    }

    /// The channel of the handles that hold such identifiers; null where none does.
    @Nullable String channel() {
      return channel;
    }
  }

  /// A value whose key is the value itself.
  static Identifier exact(Type type, String value) {
    return new Identifier(type, value, value, null);
  }

  /// A value whose case does not matter.
  static Identifier anyCase(Type type, String value) {
    return new Identifier(type, value, value.toLowerCase(Locale.ROOT), null);
  }

  static Identifier externalId(UUID source, String value) {
    return new Identifier(Type.ExternalId, value, value, source);
  }

  /// Whether `other` is the same identifier, however it is shown.
  public boolean isSameAs(Identifier other) {
    return type == other.type && key.equals(other.key) && Objects.equals(source, other.source);
  }

  /// Those that follow from a contact's fields, each once.
  static List<Identifier> of(ContactDetails details) {
    List<Identifier> found = new ArrayList<>();
    details
        .phones()
        .forEach(
            phone -> number(found, Type.Phone, phone.number().e164(), phone.number().lookupKey()));
    details.emails().forEach(email -> found.add(exact(Type.Email, email.key())));
    handles(found, details.handles());
    for (ExternalId id : details.externalIds()) {
      found.add(externalId(id.source(), id.value()));
    }
    return found.stream().distinct().toList();
  }

  private static void handles(List<Identifier> found, Handles handles) {
    if (handles.twitter() != null) {
      add(found, Type.SocialTwitter, handles.twitter().screenName());
    }
    if (handles.line() != null) {
      add(found, Type.SocialLine, handles.line().id());
    }
    if (handles.facebook() != null) {
      add(found, Type.SocialFacebook, handles.facebook().id());
    }
    if (handles.instagram() != null) {
      add(found, Type.SocialInstagram, handles.instagram().id());
    }
    if (handles.whatsApp() != null) {
      number(
          found,
          Type.SocialWhatsapp,
          handles.whatsApp().number().e164(),
          handles.whatsApp().number().lookupKey());
    }
    handles.apple().forEach(id -> add(found, Type.AppleOpaqueId, id));
  }

  private static void number(
      List<Identifier> found, Type type, @Nullable String e164, @Nullable String key) {
    if (e164 != null && key != null) {
      found.add(new Identifier(type, e164, key, null));
    }
  }

  private static void add(List<Identifier> found, Type type, @Nullable String value) {
    if (value != null) {
      found.add(anyCase(type, value));
    }
  }
}
