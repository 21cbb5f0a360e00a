package dev.callbook.csvimport;

import dev.callbook.access.Scope;
import dev.callbook.csvimport.reading.ImportField;
import dev.callbook.customfield.CustomFields;
import dev.callbook.customfield.SchemaField;
import dev.callbook.customfield.SchemaKind;
import dev.callbook.directory.SchemaRef;
import dev.callbook.wire.Refusal.Invalid;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The columns of a file that are custom fields: all those of contacts are of one schema, which the
/// rows follow, and so are all those of organizations.
@ApplicationScoped
class CustomColumns {
  private final CustomFields customFields;

  CustomColumns(CustomFields customFields) {
    this.customFields = customFields;
  }

  /// Those that a column can become.
  List<SchemaField> all(Scope scope, SchemaKind kind) {
    return customFields.openFields(scope, kind);
  }

  /// @param named for each column the key; blank for those that are none, or nothing at all
  /// @return the schema that has all of the fields of one kind; null where there are none
  /// @throws Invalid naming `columns`
  @Nullable SchemaRef schemaOf(
      Scope scope, SchemaKind kind, List<ImportField> columns, List<String> named) {
    ImportField field =
        kind == SchemaKind.CONTACT
            ? ImportField.CUSTOM_FIELD
            : ImportField.ORGANIZATION_CUSTOM_FIELD;
    List<String> keys = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      boolean isNamed = i < named.size() && !named.get(i).isBlank();
      if (columns.get(i).isCustom() != isNamed) {
        throw refused("invalid.value", "Say of each custom field's column which field it is.");
      }
      if (columns.get(i) == field) {
        keys.add(named.get(i));
      }
    }
    if (keys.isEmpty()) {
      return null;
    }
    if (new HashSet<>(keys).size() < keys.size()) {
      throw refused("too.many", "Two columns are the same custom field; only one can be.");
    }
    SchemaRef schema =
        customFields
            .holding(scope, kind, keys)
            .orElseThrow(() ->
                refused(
                    "unknown",
                    "There is no enabled schema that has all of the custom fields that the columns"
                        + " name."));
    customFields.fields(scope, kind, schema.id()).stream()
        .filter(each -> each.required() && !keys.contains(each.key()))
        .findFirst()
        .ifPresent(missing -> {
          throw refused(
              "required", "No column is " + missing.key() + ", which the schema requires.");
        });
    return schema;
  }

  private static Invalid refused(String rule, String message) {
    return new Invalid("columns", rule, message);
  }
}
