package dev.callbook.contact;

/// The fixed pieces of SQL that a filter of contacts combines.
final class ContactConditions {
  private ContactConditions() {}

  /// What a condition on a field is in SQL, for a table called `r`.
  static String piece(ContactField field) {
    return switch (field) {
      case DIVISION -> "r.division_id = any(cast({value} as uuid[]))";
      case TYPE -> "r.type = any({value})";
      case ORGANIZATION -> "r.external_organization_id = any(cast({value} as uuid[]))";
      case SOURCE ->
          """
          exists (select
                    from contact_external_id x
                   where x.org_id = r.org_id and x.contact_id = r.id and x.source_id = any(cast({value} as uuid[])))\
          """;
      case SCHEMA -> "r.schema_id = any(cast({value} as uuid[]))";
      case SCHEMA_VERSION -> "r.schema_version = any(cast({value} as integer[]))";
      case CREATED -> "r.created_at";
      case MODIFIED -> "r.modified_at";
      case ID -> "r.id = any(cast({value} as uuid[]))";
      case REFUSES_SURVEYS -> "r.survey_opt_out = any(cast({value} as boolean[]))";
      case ACCEPTS_SMS -> has("contact_phone", " and h.accepts_sms");
      case HAS_EMAIL -> has("contact_email", "");
      case HAS_PHONE -> has("contact_phone", "");
      case CUSTOM_KEY ->
          """
          exists (select
                    from contact_custom_key k
                   where k.org_id = r.org_id and k.contact_id = r.id and k.field || '=' || k.value_key = any({value}))\
          """;
      case CUSTOM_VALUE -> "r.custom_fields @> any(cast({value} as jsonb[]))";
    };
  }

  private static String has(String table, String condition) {
    return "exists (select from "
        + table
        + " h where h.org_id = r.org_id and h.contact_id = r.id"
        + condition
        + ") = any(cast({value} as boolean[]))";
  }
}
