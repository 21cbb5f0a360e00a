package dev.callbook.note;

import dev.callbook.web.FormErrors;
import dev.callbook.web.Pager;
import java.time.Instant;
import java.util.List;

/// The notes of one record, newest first.
///
/// @param path the page of the notes; a new note's `noteText` is posted there
/// @param notes the notes of this page
/// @param pager the way to the neighbouring pages
/// @param mayAdd whether the person may write one
/// @param draft what was typed and not saved, because of `errors`
record NotesView(
    String path, List<Note> notes, Pager pager, boolean mayAdd, String draft, FormErrors errors) {

  /// One note.
  ///
  /// @param path its own address
  /// @param text as written; line breaks are kept
  /// @param author who wrote it
  /// @param at when it was written, or last changed
  /// @param mayDelete whether the person may delete it, by a POST to `<path>/delete`
  record Note(String path, String text, String author, Instant at, boolean mayDelete) {}
}
