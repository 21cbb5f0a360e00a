package dev.callbook.interaction;

import dev.callbook.contact.ContactId;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Whom an interaction belongs to, and how that came about.
///
/// @param contact null for nobody
/// @param by the user or client who decided it; null where the number did
public record Association(Kind kind, @Nullable ContactId contact, @Nullable UUID by) {
  /// Nobody yet.
  public static final Association NONE = new Association(Kind.NONE, null, null);

  /// Several who hold the number, nobody chosen yet.
  static final Association SEVERAL = new Association(Kind.SEVERAL, null, null);

  /// How it came about.
  public enum Kind {
    NONE,
    /// several contacts hold the number and nobody chose one yet
    SEVERAL,
    /// exactly one contact holds the number
    NUMBER,
    /// an agent picked one of several
    PICKED,
    /// somebody attached it by hand
    ATTACHED,
    /// the contact was created for it
    CREATED,
    /// somebody took it away by hand
    DETACHED;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Kind ofWord(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /// Whether a person or a program decided it, so that a look-up must not.
    boolean isByHand() {
      return this != NONE && this != SEVERAL && this != NUMBER;
    }
  }
}
