package dev.callbook.customfield;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callbook.access.Scope;
import dev.callbook.directory.Rows;
import dev.callbook.directory.SchemaRef;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/// Values of custom fields, read beside the records that hold them.
@ApplicationScoped
class CustomValueStore {
  private final Jdbi jdbi;
  private final Rows json;

  CustomValueStore(Jdbi jdbi, Rows json) {
    this.jdbi = jdbi;
    this.json = json;
  }

  private record Held(UUID id, CustomValues values) {}

  /// @return by record; those that hold any
  Map<UUID, CustomValues> find(Scope scope, SchemaKind kind, Collection<UUID> records) {
    return jdbi.withHandle(db ->
        db
            .createQuery(
                "select id, schema_id, schema_version, custom_fields from "
                    + kind.word()
                    + """
                     where org_id = :org
                       and id = any(:ids)
                       and division_id = any(:divisions)
                       and schema_id is not null
                       and custom_fields is not null
                    """)
            .bind("org", scope.orgKey())
            .bind("divisions", scope.divisionKeys())
            .bind("ids", records.toArray(UUID[]::new))
            .map((row, _) ->
                new Held(
                    row.getObject("id", UUID.class),
                    new CustomValues(
                        new SchemaRef(
                            row.getObject("schema_id", UUID.class), row.getInt("schema_version")),
                        json.read(row.getString("custom_fields"), ObjectNode.class))))
            .stream()
            .collect(Collectors.toMap(Held::id, Held::values)));
  }
}
