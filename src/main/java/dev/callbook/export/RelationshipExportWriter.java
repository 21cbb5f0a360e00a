package dev.callbook.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.callbook.directory.References.DivisionJson;
import dev.callbook.directory.References.EntityRef;
import dev.callbook.directory.ScanPlace;
import dev.callbook.export.ExportFilterReader.Field;
import dev.callbook.export.Sheet.Column;
import dev.callbook.relationship.RelationshipField;
import dev.callbook.relationship.RelationshipJson;
import dev.callbook.relationship.RelationshipJson.UserJson;
import dev.callbook.relationship.Relationships;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Exports of relationships. The columns are every field of the wire, under its path.
@ApplicationScoped
class RelationshipExportWriter {
  private final Relationships relationships;
  private final ObjectMapper json;

  RelationshipExportWriter(Relationships relationships, ObjectMapper json) {
    this.relationships = relationships;
    this.json = json;
  }

  ExportSource<?, ?, ?> source() {
    return new ExportSource<>(
        new ExportFilterReader<>(
            json,
            Map.of(
                "DivisionId", new Field<>(RelationshipField.DIVISION, ExportValues::division),
                "UserId", new Field<>(RelationshipField.USER, ExportValues::id)),
            Map.of(
                "CreateDate", RelationshipField.CREATED, "ModifyDate", RelationshipField.MODIFIED)),
        ExportSource::whole,
        relationships::scan,
        one -> new ScanPlace(one.division(), one.id()),
        (scope, found) ->
            found.stream().map(each -> RelationshipJson.of(scope, each, Set.of())).toList(),
        new Sheet<>(columns(), json));
  }

  private static List<Column<RelationshipJson>> columns() {
    return List.of(
        new Column<>("id", RelationshipJson::id),
        Sheet.within("division.id", RelationshipJson::division, DivisionJson::id),
        Sheet.within("division.name", RelationshipJson::division, DivisionJson::name),
        Sheet.within("user.id", RelationshipJson::user, UserJson::id),
        Sheet.within("user.name", RelationshipJson::user, UserJson::name),
        Sheet.within(
            "externalOrganization.id", RelationshipJson::externalOrganization, EntityRef::id),
        new Column<>("relationship", RelationshipJson::relationship));
  }
}
