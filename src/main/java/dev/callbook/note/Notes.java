package dev.callbook.note;

import dev.callbook.access.Actor;
import dev.callbook.access.DivisionId;
import dev.callbook.access.Scope;
import dev.callbook.change.Changes;
import dev.callbook.change.Changes.Step;
import dev.callbook.change.Subject;
import dev.callbook.contact.ContactId;
import dev.callbook.contact.Contacts;
import dev.callbook.directory.Filter;
import dev.callbook.directory.ScanRange;
import dev.callbook.organization.OrganizationId;
import dev.callbook.organization.Organizations;
import dev.callbook.platform.Ids;
import dev.callbook.wire.Refusal.Invalid;
import dev.callbook.wire.Refusal.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The rules of notes. A note lives in the division of the record it is about.
@ApplicationScoped
public class Notes {
  static final int MAX_TEXT = 32_000;

  private final NoteStore store;
  private final Contacts contacts;
  private final Organizations organizations;
  private final Changes changes;
  private final Ids ids;
  private final Clock clock;

  Notes(
      NoteStore store,
      Contacts contacts,
      Organizations organizations,
      Changes changes,
      Ids ids,
      Clock clock) {
    this.store = store;
    this.contacts = contacts;
    this.organizations = organizations;
    this.changes = changes;
    this.ids = ids;
    this.clock = clock;
  }

  /// @throws NotFound if the record or the note is not within `scope`, or the note is about another
  ///   record
  public Note get(Scope scope, NoteSubject subject, UUID id) {
    return store
        .find(scope, id)
        .filter(note -> note.subject().equals(subject))
        .orElseThrow(() -> new NotFound("note", id));
  }

  /// A record's notes, newest first unless `oldestFirst`.
  ///
  /// @throws NotFound if the record is not within `scope`
  public NotePage of(
      Scope scope, NoteSubject subject, boolean oldestFirst, int offset, int maxRows) {
    divisionOf(scope, subject);
    return store.of(scope, subject, oldestFirst, offset, maxRows);
  }

  /// The next notes of a scan.
  ///
  /// @param organizations where notes about organizations may be read as well
  public List<Note> scan(
      Scope scope, Optional<Scope> organizations, ScanRange range, Filter<NoteField> filter) {
    return store.scan(scope, organizations, range, filter);
  }

  /// @throws NotFound if the record is not within `scope`
  /// @throws Invalid naming `noteText`
  @Transactional
  public Note add(Scope scope, NoteSubject subject, @Nullable String text) {
    DivisionId division = divisionOf(scope, subject);
    Instant now = clock.instant();
    Actor actor = scope.actor();
    Note note =
        new Note(
            ids.next(),
            division,
            subject,
            checked(text),
            new Note.Author(actor.kind(), actor.idOrNull(), nameOf(actor)),
            now,
            now,
            1);
    store.insert(scope, note);
    record(scope, null, note);
    return note;
  }

  /// @throws NotFound if the note is not within `scope`
  /// @throws Invalid naming `noteText`
  @Transactional
  public Note correct(Scope scope, NoteSubject subject, UUID id, @Nullable String text) {
    String checked = checked(text);
    Note before =
        store
            .lock(scope, id)
            .filter(n -> n.subject().equals(subject))
            .orElseThrow(() -> new NotFound("note", id));
    if (before.text().equals(checked)) {
      return before;
    }
    Note after = before.with(checked, clock.instant());
    store.update(scope, after);
    record(scope, before, after);
    return after;
  }

  /// @throws NotFound if the note is not within `scope`
  @Transactional
  public void remove(Scope scope, NoteSubject subject, UUID id) {
    Note gone = get(scope, subject, id);
    store.remove(scope, id);
    record(scope, gone, null);
  }

  private DivisionId divisionOf(Scope scope, NoteSubject subject) {
    return switch (subject.kind()) {
      case CONTACT -> contacts.get(scope, new ContactId(subject.id())).division();
      case ORGANIZATION -> organizations.get(scope, new OrganizationId(subject.id())).division();
    };
  }

  private static String checked(@Nullable String text) {
    String tidy = text == null ? "" : text.replace("\0", "").strip();
    if (tidy.isEmpty() || tidy.length() > MAX_TEXT) {
      throw new Invalid(
          "noteText", "invalid.value", "A note holds 1 to " + MAX_TEXT + " characters.");
    }
    return tidy;
  }

  private static @Nullable String nameOf(Actor actor) {
    return switch (actor) {
      case Actor.User user -> user.name();
      case Actor.Client client -> client.name();
      case Actor.Itself _ -> null;
    };
  }

  private void record(Scope scope, @Nullable Note before, @Nullable Note after) {
    Note any = after == null ? java.util.Objects.requireNonNull(before) : after;
    changes.record(
        scope,
        List.of(
            new Step(
                Subject.NOTE,
                any.id(),
                any.division(),
                any.version(),
                fields(before),
                fields(after))));
  }

  private static @Nullable Map<String, Object> fields(@Nullable Note note) {
    return note == null
        ? null
        : Map.of(
            "noteText",
            note.text(),
            "subjectKind",
            note.subject().kind().word(),
            "subjectId",
            note.subject().id());
  }
}
