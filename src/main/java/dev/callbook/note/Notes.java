package dev.callbook.note;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callbook.access.Actor;
import dev.callbook.access.DivisionId;
import dev.callbook.access.Scope;
import dev.callbook.change.Change;
import dev.callbook.change.Changes;
import dev.callbook.change.Changes.Step;
import dev.callbook.change.Subject;
import dev.callbook.contact.ContactId;
import dev.callbook.contact.Contacts;
import dev.callbook.directory.Filter;
import dev.callbook.directory.ScanRange;
import dev.callbook.organization.OrganizationId;
import dev.callbook.organization.Organizations;
import dev.callbook.organization.OrganizationsRemoved;
import dev.callbook.platform.Ids;
import dev.callbook.wire.Refusal.Invalid;
import dev.callbook.wire.Refusal.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
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

  /// The next notes of a scan.
  ///
  /// @param organizations where notes about organizations may be read as well
  public List<Note> scan(
      Scope scope, Optional<Scope> organizations, ScanRange range, Filter<NoteField> filter) {
    return store.scan(scope, organizations, range, filter);
  }

  /// Adds a note; for a contact that was merged into another, to the canonical one.
  ///
  /// @throws NotFound if the record is not within `scope`
  /// @throws Invalid naming `noteText`
  @Transactional
  public Note add(Scope scope, NoteSubject subject, @Nullable String text) {
    return add(scope, List.of(new NoteDraft(subject, text))).getFirst();
  }

  /// Adds all of them in one step, or none.
  @Transactional
  public List<Note> add(Scope scope, List<NoteDraft> drafts) {
    Map<NoteSubject, Home> homes =
        homes(scope, drafts.stream().map(NoteDraft::subject).distinct().toList());
    Instant now = clock.instant();
    Actor actor = scope.actor();
    Note.Author author = new Note.Author(actor.kind(), actor.idOrNull(), actor.name());
    List<Note> added = new ArrayList<>(drafts.size());
    for (NoteDraft draft : drafts) {
      Home home =
          Optional.ofNullable(homes.get(draft.subject()))
              .orElseThrow(() -> missing(draft.subject()));
      added.add(
          new Note(
              ids.next(),
              home.division(),
              home.subject(),
              checked(draft.text()),
              author,
              now,
              now,
              1));
    }
    store.insert(scope, added);
    changes.record(scope, added.stream().map(note -> step(null, note)).toList());
    return List.copyOf(added);
  }

  /// What a new note is about, and where that belongs.
  public record Home(NoteSubject subject, DivisionId division) {}

  /// By what was asked for; without what is not within `scope`.
  private Map<NoteSubject, Home> homes(Scope scope, List<NoteSubject> subjects) {
    Map<NoteSubject, Home> homes = new HashMap<>();
    contacts
        .keep(scope, idsOf(subjects, NoteSubject.Kind.CONTACT).map(ContactId::new).toList())
        .forEach((id, contact) ->
            homes.put(
                NoteSubject.contact(id.value()),
                new Home(NoteSubject.contact(contact.id().value()), contact.division())));
    organizations
        .find(
            scope, idsOf(subjects, NoteSubject.Kind.ORGANIZATION).map(OrganizationId::new).toList())
        .forEach((id, organization) -> {
          NoteSubject subject = NoteSubject.organization(id.value());
          homes.put(subject, new Home(subject, organization.division()));
        });
    return homes;
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

  /// With an organization go its notes.
  void take(@Observes OrganizationsRemoved event) {
    removeAll(event.scope(), event.organizations().stream().map(OrganizationId::value).toList());
  }

  /// Removes all notes of some records. What the log keeps of each is enough to bring it back.
  ///
  /// @return their ids, by record
  @Transactional
  public Map<UUID, List<UUID>> removeAll(Scope scope, Collection<UUID> subjects) {
    List<Note> gone = store.lockOf(scope, subjects);
    if (!gone.isEmpty()) {
      store.remove(scope, gone.stream().map(Note::id).toList());
      changes.record(
          scope,
          gone.stream()
              .map(note ->
                  new Step(
                      Subject.NOTE, note.id(), note.division(), note.version(), whole(note), null))
              .toList());
    }
    return gone.stream()
        .collect(
            Collectors.groupingBy(
                note -> note.subject().id(), Collectors.mapping(Note::id, Collectors.toList())));
  }

  /// Removes all notes of some contacts and writes them for others, which these are from now on in
  /// other divisions: under other ids, with who wrote them and when.
  ///
  /// @param homes by the id of the contact that they were written for
  @Transactional
  public void recreate(Scope scope, Map<UUID, Home> homes) {
    List<Note> gone = store.lockOf(scope, homes.keySet());
    if (gone.isEmpty()) {
      return;
    }
    List<Step> steps = new ArrayList<>(2 * gone.size());
    List<Note> anew = new ArrayList<>(gone.size());
    for (Note note : gone) {
      Home home = homes.get(note.subject().id());
      Note there = note.as(ids.next(), Objects.requireNonNull(home).division(), home.subject());
      anew.add(there);
      steps.add(step(note, null));
      steps.add(step(null, there));
    }
    store.remove(scope, gone.stream().map(Note::id).toList());
    store.insert(scope, anew);
    changes.record(scope, steps);
  }

  private static Map<String, Object> whole(Note note) {
    Map<String, Object> fields = new LinkedHashMap<>(Objects.requireNonNull(fields(note)));
    fields.put("authorKind", note.author().kind());
    if (note.author().id() != null) {
      fields.put("authorId", note.author().id());
    }
    fields.put("createdAt", note.createdAt().toString());
    fields.put("modifiedAt", note.modifiedAt().toString());
    return fields;
  }

  /// Brings notes back that [#removeAll] removed, without those whose record is gone or that are
  /// back already.
  ///
  /// @param removals their entries
  @Transactional
  public void restore(Scope scope, List<Change> removals) {
    List<Note> gone = removals.stream().flatMap(removal -> removed(removal).stream()).toList();
    if (gone.isEmpty()) {
      return;
    }
    Map<NoteSubject, Home> homes =
        homes(scope, gone.stream().map(Note::subject).distinct().toList());
    Map<UUID, Note> there = byId(store.find(scope, gone.stream().map(Note::id).toList()));
    List<Note> back =
        gone.stream()
            .filter(note -> homes.containsKey(note.subject()) && !there.containsKey(note.id()))
            .toList();
    store.insert(scope, back);
    changes.record(scope, back.stream().map(note -> step(null, note)).toList());
  }

  private static Optional<Note> removed(Change removal) {
    ObjectNode said = removal.before();
    if (said == null || removal.division() == null || !said.has("createdAt")) {
      return Optional.empty();
    }
    return Optional.of(
        new Note(
            removal.subjectId(),
            removal.division(),
            new NoteSubject(
                NoteSubject.Kind.ofWord(said.path("subjectKind").asText()),
                UUID.fromString(said.path("subjectId").asText())),
            said.path("noteText").asText(),
            new Note.Author(
                said.path("authorKind").asText(),
                said.has("authorId") ? UUID.fromString(said.path("authorId").asText()) : null,
                null),
            Instant.parse(said.path("createdAt").asText()),
            Instant.parse(said.path("modifiedAt").asText()),
            removal.version()));
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
