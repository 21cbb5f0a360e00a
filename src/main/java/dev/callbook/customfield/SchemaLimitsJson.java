package dev.callbook.customfield;

/// How much there may be. Source: model `SchemaQuantityLimits`.
///
/// @param minFieldNameCharacters of the key, without the underscore and the core type behind it
public record SchemaLimitsJson(
    int minFieldNameCharacters,
    int maxFieldNameCharacters,
    int minFieldTitleCharacters,
    int maxFieldTitleCharacters,
    int minFieldDescriptionCharacters,
    int maxFieldDescriptionCharacters,
    int minSchemaNameCharacters,
    int maxSchemaNameCharacters,
    int minSchemaDescriptionCharacters,
    int maxSchemaDescriptionCharacters,
    int maxNumberOfSchemasPerOrg,
    int maxNumberOfFieldsPerSchema,
    int maxNumberOfFieldsPerOrg,
    String selfUri) {

  static SchemaLimitsJson of(SchemaKind kind) {
    return new SchemaLimitsJson(
        1,
        SchemaLimits.FIELD_NAME,
        1,
        SchemaLimits.FIELD_TITLE,
        0,
        SchemaLimits.DESCRIPTION,
        1,
        SchemaLimits.SCHEMA_NAME,
        0,
        SchemaLimits.DESCRIPTION,
        SchemaLimits.SCHEMAS,
        SchemaLimits.FIELDS,
        SchemaLimits.FIELDS_IN_ALL,
        kind.path() + "/limits");
  }
}
