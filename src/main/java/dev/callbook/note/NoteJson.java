package dev.callbook.note;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.callbook.access.Scope;
import dev.callbook.directory.References.DivisionJson;
import java.time.Instant;
import java.util.List;
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
    @Nullable String selfUri) {

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
