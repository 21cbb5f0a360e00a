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
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    return store.find(scope, List.of(id)).stream()
        .filter(note -> note.subject().equals(subject))
        .findFirst()
        .orElseThrow(() -> new NotFound("note", id));
  }

  /// @return those within `scope`, by id
  public Map<UUID, Note> find(Scope scope, Collection<UUID> wanted) {
    return byId(store.find(scope, wanted));
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
    return add(scope, List.of(new NoteDraft(subject, text))).getFirst();
  }

  /// Adds all of them in one step, or none.
  @Transactional
  public List<Note> add(Scope scope, List<NoteDraft> drafts) {
    Map<NoteSubject, DivisionId> divisions =
        divisionsOf(scope, drafts.stream().map(NoteDraft::subject).distinct().toList());
    Instant now = clock.instant();
    Actor actor = scope.actor();
    Note.Author author = new Note.Author(actor.kind(), actor.idOrNull(), nameOf(actor));
    List<Note> added =
        drafts.stream()
            .map(draft ->
                new Note(
                    ids.next(),
                    Optional.ofNullable(divisions.get(draft.subject()))
                        .orElseThrow(() -> missing(draft.subject())),
                    draft.subject(),
                    checked(draft.text()),
                    author,
                    now,
                    now,
                    1))
            .toList();
    store.insert(scope, added);
    changes.record(scope, added.stream().map(note -> step(null, note)).toList());
    return added;
  }

  /// @throws NotFound if the note is not within `scope`
  /// @throws Invalid naming `noteText`
  @Transactional
  public Note correct(Scope scope, NoteSubject subject, UUID id, @Nullable String text) {
    get(scope, subject, id);
    return correct(scope, Map.of(id, new NoteEdit(Optional.of(subject), text))).getFirst();
  }

  /// Changes several in one step, or none of them.
  @Transactional
  public List<Note> correct(Scope scope, Map<UUID, NoteEdit> edits) {
    Map<UUID, Note> before = byId(store.lock(scope, edits.keySet()));
    Instant now = clock.instant();
    List<Note> after = new ArrayList<>(edits.size());
    List<Note> written = new ArrayList<>(edits.size());
    List<Step> steps = new ArrayList<>(edits.size());
    edits.forEach((id, edit) -> {
      Note old = Optional.ofNullable(before.get(id)).orElseThrow(() -> new NotFound("note", id));
      Note next = edited(old, edit, now);
      after.add(next);
      if (next.version() > old.version()) {
        written.add(next);
        steps.add(step(old, next));
      }
    });
    store.update(scope, written);
    changes.record(scope, steps);
    return List.copyOf(after);
  }

  private static Note edited(Note old, NoteEdit edit, Instant now) {
    if (edit.subject().isPresent() && !edit.subject().get().equals(old.subject())) {
      throw new Invalid(
          "entityId", "fixed", "A note stays with its record. Write it anew at the other one.");
    }
    String text = checked(edit.text());
    return text.equals(old.text()) ? old : old.with(text, now);
  }

  /// @throws NotFound if the note is not within `scope`
  @Transactional
  public void remove(Scope scope, NoteSubject subject, UUID id) {
    get(scope, subject, id);
    remove(scope, List.of(id));
  }

  /// @return those that were within `scope`
  @Transactional
  public Set<UUID> remove(Scope scope, Collection<UUID> unwanted) {
    Map<UUID, Note> gone = byId(store.lock(scope, unwanted));
    if (!gone.isEmpty()) {
      store.remove(scope, gone.keySet());
      changes.record(scope, gone.values().stream().map(note -> step(note, null)).toList());
    }
    return Set.copyOf(gone.keySet());
  }

  private DivisionId divisionOf(Scope scope, NoteSubject subject) {
    return Optional.ofNullable(divisionsOf(scope, List.of(subject)).get(subject))
        .orElseThrow(() -> missing(subject));
  }

  /// Of the records within `scope`.
  private Map<NoteSubject, DivisionId> divisionsOf(Scope scope, List<NoteSubject> subjects) {
    Map<NoteSubject, DivisionId> divisions = new HashMap<>();
    contacts
        .find(scope, idsOf(subjects, NoteSubject.Kind.CONTACT).map(ContactId::new).toList())
        .forEach(
            (id, contact) -> divisions.put(NoteSubject.contact(id.value()), contact.division()));
    organizations
        .find(
            scope, idsOf(subjects, NoteSubject.Kind.ORGANIZATION).map(OrganizationId::new).toList())
        .forEach((id, organization) ->
            divisions.put(NoteSubject.organization(id.value()), organization.division()));
    return divisions;
  }

  private static Stream<UUID> idsOf(List<NoteSubject> subjects, NoteSubject.Kind kind) {
    return subjects.stream().filter(one -> one.kind() == kind).map(NoteSubject::id);
  }

  private static NotFound missing(NoteSubject subject) {
    return switch (subject.kind()) {
      case CONTACT -> new NotFound("contact", subject.id());
      case ORGANIZATION -> new NotFound("external organization", subject.id());
    };
  }

  private static Map<UUID, Note> byId(List<Note> found) {
    return found.stream().collect(Collectors.toMap(Note::id, Function.identity()));
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
    Note any = after == null ? Objects.requireNonNull(before) : after;
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
