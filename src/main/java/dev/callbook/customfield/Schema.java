package dev.callbook.customfield;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One version of a schema.
///
/// @param version from 1 on
/// @param enabled whether records may take it up
/// @param deleted whether it is gone for all but the records that follow it
/// @param document the JSON schema, checked
/// @param createdAt when the schema itself was made
/// @param offeredFirst whether the form of a new record begins with its fields
record Schema(
    UUID id,
    SchemaKind kind,
    String name,
    int version,
    boolean enabled,
    boolean deleted,
    ObjectNode document,
    Author createdBy,
    Instant createdAt,
    boolean offeredFirst) {

  /// Who made the schema.
  record Author(String kind, @Nullable UUID id) {}

  /// Whether records may take it up.
  boolean isOpen() {
    return enabled && !deleted;
  }

  Schema next(String newName, boolean nowEnabled, ObjectNode newDocument) {
    return new Schema(
        id,
        kind,
        newName,
        version + 1,
        nowEnabled,
        deleted,
        newDocument,
        createdBy,
        createdAt,
        offeredFirst);
  }

  Schema gone() {
    return new Schema(
        id, kind, name, version, false, true, document, createdBy, createdAt, offeredFirst);
  }

  /// The order of the fields says something too: people see them in it.
  boolean saysTheSame(Schema other) {
    return name.equals(other.name)
        && enabled == other.enabled
        && document.equals(other.document)
        && order().equals(other.order());
  }

  /// The keys of its fields as people see them.
  List<String> order() {
    return List.copyOf(SchemaField.of(document).keySet());
  }
}
