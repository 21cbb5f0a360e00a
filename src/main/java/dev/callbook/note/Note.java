package dev.callbook.note;

import dev.callbook.access.DivisionId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What someone wrote about a contact or an organization. @param text 1 to 32,000 characters
public record Note(
    UUID id,
    DivisionId division,
    NoteSubject subject,
    String text,
    Author author,
    Instant createdAt,
    Instant modifiedAt,
    int version) {

  /// Who wrote it. @param name as they are called now; null if they are gone
  public record Author(String kind, @Nullable UUID id, @Nullable String name) {}

  Note with(String changed, Instant now) {
    return new Note(id, division, subject, changed, author, createdAt, now, version + 1);
  }

  /// The same words by the same author as a note about a record of another division.
  Note as(UUID newId, DivisionId there, NoteSubject other) {
    return new Note(newId, there, other, text, author, createdAt, modifiedAt, 1);
  }

  /// The same note about another record, one version on.
  Note about(NoteSubject other) {
    return new Note(id, division, other, text, author, createdAt, modifiedAt, version + 1);
  }
}
