package dev.callbook.note;

import dev.callbook.access.Actor;
import dev.callbook.access.DivisionId;
import dev.callbook.access.Scope;
import dev.callbook.change.Changes;
import dev.callbook.change.Changes.Step;
import dev.callbook.change.Subject;
import dev.callbook.contact.Contact;
import dev.callbook.contact.ContactId;
import dev.callbook.contact.Contacts;
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
  /// @param wholeSet whether a contact's are those of all contacts that it was merged with, instead
  ///   of the ones that were written for this very contact
  /// @throws NotFound if the record is not within `scope`
  public NotePage of(
      Scope scope,
      NoteSubject subject,
      boolean wholeSet,
      boolean oldestFirst,
      int offset,
      int maxRows) {
    List<UUID> members =
        switch (subject.kind()) {
          case CONTACT ->
              contacts.get(scope, new ContactId(subject.id())).mergeSet().members().stream()
                  .map(ContactId::value)
                  .toList();
          case ORGANIZATION ->
              List.of(organizations.get(scope, new OrganizationId(subject.id())).id().value());
        };
    return store.of(
        scope, wholeSet ? members : List.of(subject.id()), oldestFirst, offset, maxRows);
  }

  /// Adds a note; for a contact that was merged into another, to the canonical one.
  ///
  /// @throws NotFound if the record is not within `scope`
  /// @throws Invalid naming `noteText`
  @Transactional
  public Note add(Scope scope, NoteSubject subject, @Nullable String text) {
    Home home = home(scope, subject);
    Instant now = clock.instant();
    Actor actor = scope.actor();
    Note note =
        new Note(
            ids.next(),
            home.division(),
            home.subject(),
            checked(text),
            new Note.Author(actor.kind(), actor.idOrNull(), nameOf(actor)),
            now,
            now,
            1);
    store.insert(scope, note);
    changes.record(scope, List.of(step(null, note)));
    return note;
  }

  /// What a new note is about, and where that belongs.
  private record Home(NoteSubject subject, DivisionId division) {}

  private Home home(Scope scope, NoteSubject subject) {
    return switch (subject.kind()) {
      case CONTACT -> {
        Contact contact =
            contacts
                .keep(scope, new ContactId(subject.id()))
                .orElseThrow(() -> new NotFound("contact", subject.id()));
        yield new Home(NoteSubject.contact(contact.id().value()), contact.division());
      }
      case ORGANIZATION ->
          new Home(subject, organizations.get(scope, new OrganizationId(subject.id())).division());
    };
  }

  /// Lets all notes of one record be another's, of the same division.
  @Transactional
  public void handOn(Scope scope, NoteSubject from, NoteSubject to) {
    changes.record(
        scope,
        store.handOn(scope, from, to).stream().map(note -> step(note, note.about(to))).toList());
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
    changes.record(scope, List.of(step(before, after)));
    return after;
  }

  /// @throws NotFound if the note is not within `scope`
  @Transactional
  public void remove(Scope scope, NoteSubject subject, UUID id) {
    Note gone = get(scope, subject, id);
    store.remove(scope, id);
    changes.record(scope, List.of(step(gone, null)));
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

  private static Step step(@Nullable Note before, @Nullable Note after) {
    Note any = after == null ? java.util.Objects.requireNonNull(before) : after;
    return new Step(
        Subject.NOTE, any.id(), any.division(), any.version(), fields(before), fields(after));
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
