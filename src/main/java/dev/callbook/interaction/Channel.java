package dev.callbook.interaction;

import java.util.Locale;

/// How someone reached us.
public enum Channel {
  VOICE,
  CALLBACK,
  SMS,
  WHATSAPP,
  EMAIL,
  CHAT,
  LINE,
  FACEBOOK,
  INSTAGRAM,
  TWITTER,
  APPLE;

  /// The word on the wire and in the database.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Channel ofWord(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
