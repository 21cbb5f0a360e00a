package dev.callbook.contact;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A way to recognise a contact. Source: model `ContactIdentifier`.
public record Identifier(Type type, String value) {
  /// The kinds there are.
  public enum Type {
    SocialLine,
    SocialFacebook,
    SocialTwitter,
    SocialWhatsapp,
    SocialInstagram,
    SocialWhatsappBsuid,
    AppleOpaqueId,
    Email,
    Phone,
    Cookie,
    ExternalId
  }

  /// Those that follow from a contact's fields, each once.
  static List<Identifier> of(ContactDetails details) {
    List<Identifier> found = new ArrayList<>();
    details.phones().forEach(phone -> add(found, Type.Phone, phone.number().e164()));
    details.emails().forEach(email -> add(found, Type.Email, email.key()));
    Handles handles = details.handles();
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
      add(found, Type.SocialWhatsapp, handles.whatsApp().number().e164());
    }
    handles.apple().forEach(id -> add(found, Type.AppleOpaqueId, id));
    return found.stream().filter(Objects::nonNull).distinct().toList();
  }

  private static void add(List<Identifier> found, Type type, @Nullable String value) {
    if (value != null) {
      found.add(new Identifier(type, value));
    }
  }
}
