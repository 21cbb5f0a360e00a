package dev.callbook.note;

import dev.callbook.access.Scope;
import dev.callbook.web.FormErrors;
import dev.callbook.web.Pager;
import dev.callbook.web.Words;
import dev.callbook.wire.PageRequest;
import dev.callbook.wire.Parse;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Puts the pages of notes together, whatever the notes are about.
@ApplicationScoped
class NoteViews {
  private static final int ROWS = 25;
  private static final int LATEST = 3;

  private final Notes notes;
  private final Words words;

  NoteViews(Notes notes, Words words) {
    this.notes = notes;
    this.words = words;
  }

  /// The record whose notes are shown.
  ///
  /// @param path the page of its notes
  /// @param mayEdit whether the person may change the record, and so its notes
  record Target(NoteSubject subject, String path, boolean mayEdit) {}

  /// @param number counts from 1; absent for the newest
  NotesView page(Scope scope, Target target, @Nullable String number) {
    int page = Parse.number("page", number, 1, 1, PageRequest.WINDOW / ROWS);
    return view(scope, target, page, "", FormErrors.none());
  }

  /// The newest page again, with what was typed and what is wrong with it.
  NotesView refused(Scope scope, Target target, String draft) {
    NoteMessages say = words.of(NoteMessages.class);
    String sentence = draft.isBlank() ? say.textNeeded() : say.textTooLong();
    return view(scope, target, 1, draft, new FormErrors(Map.of("noteText", sentence)));
  }

  /// The newest notes, for the panel of a profile.
  NotesView latest(Scope scope, Target target) {
    NotePage found = notes.of(scope, target.subject(), true, false, 0, LATEST);
    return new NotesView(
        target.path(),
        rows(found, target),
        new Pager("", null, null),
        target.mayEdit(),
        "",
        FormErrors.none());
  }

  private NotesView view(Scope scope, Target target, int page, String draft, FormErrors errors) {
    NotePage found = notes.of(scope, target.subject(), true, false, (page - 1) * ROWS, ROWS);
    boolean hasMore = page * ROWS < Math.min(found.counted(), PageRequest.WINDOW);
    return new NotesView(
        target.path(),
        rows(found, target),
        new Pager(
            "",
            page > 1 ? target.path() + "?page=" + (page - 1) : null,
            hasMore ? target.path() + "?page=" + (page + 1) : null),
        target.mayEdit(),
        draft,
        errors);
  }

  private List<NotesView.Note> rows(NotePage found, Target target) {
    String gone = words.of(NoteMessages.class).someoneGone();
    return found.notes().stream()
        .map(note ->
            new NotesView.Note(
                path(note, target) + "/" + note.id(),
                note.text(),
                name(note.author(), gone),
                note.modifiedAt(),
                target.mayEdit()))
        .toList();
  }

  /// A note on a contact that was merged into this one stays under that one's address.
  private static String path(Note note, Target target) {
    return note.subject().equals(target.subject())
        ? target.path()
        : "/contacts/" + note.subject().id() + "/notes";
  }

  private static String name(Note.Author author, String gone) {
    return Objects.requireNonNullElse(
        author.name(), author.kind().equals("system") ? "Callbook" : gone);
  }
}
