package dev.callbook.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.callbook.directory.References.DivisionJson;
import dev.callbook.directory.ScanPlace;
import dev.callbook.export.ExportFilterReader.Field;
import dev.callbook.export.Sheet.Column;
import dev.callbook.note.NoteField;
import dev.callbook.note.NoteJson;
import dev.callbook.note.NoteJson.AuthorJson;
import dev.callbook.note.Notes;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Exports of notes. The columns are every field of the wire, under its path.
@ApplicationScoped
class NoteExportWriter {
  private final Notes notes;
  private final ObjectMapper json;

  NoteExportWriter(Notes notes, ObjectMapper json) {
    this.notes = notes;
    this.json = json;
  }

  ExportSource<?, ?, ?> source() {
    return new ExportSource<>(
        new ExportFilterReader<>(
            json,
            Map.of(
                "DivisionId", new Field<>(NoteField.DIVISION, ExportValues::division),
                "EntityType",
                    new Field<>(
                        NoteField.SUBJECT_KIND, ExportValues.word("contact", "organization"))),
            Map.of("CreateDate", NoteField.CREATED, "ModifyDate", NoteField.MODIFIED)),
        ExportSource::whole,
        // Its owner holds the permissions of both kinds of subject in every division of the scope.
        (scope, range, filter) -> notes.scan(scope, Optional.of(scope), range, filter),
        note -> new ScanPlace(note.division(), note.id()),
        (scope, found) ->
            found.stream().map(each -> NoteJson.of(scope, each, Set.of("author"))).toList(),
        new Sheet<>(columns(), json));
  }

  private static List<Column<NoteJson>> columns() {
    return List.of(
        new Column<>("id", NoteJson::id),
        Sheet.within("division.id", NoteJson::division, DivisionJson::id),
        Sheet.within("division.name", NoteJson::division, DivisionJson::name),
        new Column<>("entityType", NoteJson::entityType),
        new Column<>("entityId", NoteJson::entityId),
        new Column<>("noteText", NoteJson::noteText),
        Sheet.within("createdBy.id", NoteJson::createdBy, AuthorJson::id),
        Sheet.within("createdBy.name", NoteJson::createdBy, AuthorJson::name),
        new Column<>("createDate", NoteJson::createDate),
        new Column<>("modifyDate", NoteJson::modifyDate));
  }
}
