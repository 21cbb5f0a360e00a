package dev.callbook.note;

/// What a [dev.callbook.directory.Filter] of notes can ask about.
public enum NoteField {
  DIVISION,
  /// what the note is about: `contact` or `organization`
  SUBJECT_KIND,
  CREATED,
  MODIFIED
}
