package dev.callbook.note;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.callbook.access.Scope;
import dev.callbook.directory.References.DivisionJson;
import dev.callbook.wire.Bulk;
import dev.callbook.wire.Parse;
import dev.callbook.wire.Refusal.Invalid;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A note on the wire. Source: model `Note`.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NoteJson(
    @Nullable String id,
    @Nullable DivisionJson division,
    @Nullable String entityId,
    @Nullable String entityType,
    @Nullable String noteText,
    @Nullable Instant modifyDate,
    @Nullable Instant createDate,
    @Nullable AuthorJson createdBy,
    @Nullable List<Object> externalDataSources,
    @Nullable String selfUri)
    implements Bulk.Identified {

  /// Who wrote it. @param name only with `expand=author`
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record AuthorJson(@Nullable String id, @Nullable String name, @Nullable String selfUri) {
    static @Nullable AuthorJson of(Note.Author author, boolean whole) {
      if (author.id() == null) {
        return null;
      }
      String uri = author.kind().equals("user") ? "/api/v2/users/" : "/api/v2/oauth/clients/";
      return new AuthorJson(
          author.id().toString(), whole ? author.name() : null, uri + author.id());
    }
  }

  /// The record a bulk request names; empty where it names none.
  ///
  /// @throws Invalid naming `entityId` or `entityType`
  Optional<NoteSubject> subject() {
    if (Parse.isAbsent(entityId) && Parse.isAbsent(entityType)) {
      return Optional.empty();
    }
    if (Parse.isAbsent(entityId)) {
      throw new Invalid("entityId", "required", "A note needs the id of what it is about.");
    }
    NoteSubject.Kind kind =
        switch (String.valueOf(entityType).strip().toLowerCase(Locale.ROOT)) {
          case "contact" -> NoteSubject.Kind.CONTACT;
          case "organization" -> NoteSubject.Kind.ORGANIZATION;
          default ->
              throw new Invalid(
                  "entityType", "invalid.value", "entityType is contact or organization.");
        };
    return Optional.of(new NoteSubject(kind, Parse.id("entityId", String.valueOf(entityId))));
  }

  /// @param expand `author` and `externalDataSources`; the division is always whole
  public static NoteJson of(Scope scope, Note note, Set<String> expand) {
    String kind = note.subject().kind().word();
    return new NoteJson(
        note.id().toString(),
        DivisionJson.of(scope, note.division()),
        note.subject().id().toString(),
        kind,
        note.text(),
        note.modifiedAt(),
        note.createdAt(),
        AuthorJson.of(note.author(), expand.contains("author")),
        expand.contains("externalDataSources") ? List.of() : null,
        "/api/v2/externalcontacts/" + kind + "s/" + note.subject().id() + "/notes/" + note.id());
  }
}
