package dev.callbook.note;

import java.util.Locale;
import java.util.UUID;

/// What a note is about.
public record NoteSubject(Kind kind, UUID id) {
  /// The kinds of records that carry notes.
  public enum Kind {
    CONTACT,
    ORGANIZATION;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Kind ofWord(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }

  public static NoteSubject contact(UUID id) {
    return new NoteSubject(Kind.CONTACT, id);
  }

  public static NoteSubject organization(UUID id) {
    return new NoteSubject(Kind.ORGANIZATION, id);
  }
}
