package dev.callbook.organization;

import dev.callbook.directory.FewStore;
import java.util.List;
import java.util.Optional;

/// The fixed pieces of SQL that a filter of organizations combines. What asks another table has
/// `offset 0`, so that it is asked for one organization at a time: a page needs few, and a join
/// would read all that the table has.
final class OrganizationConditions {
  /// Which of them an index answers.
  static final FewStore.Indexes<OrganizationField> INDEXES =
      new FewStore.Indexes<>(
          "organization",
          OrganizationConditions::holders,
          field ->
              field == OrganizationField.CUSTOM_VALUE
                  ? Optional.of("r.custom_fields @> cast(v.value as jsonb)")
                  : Optional.empty());

  private OrganizationConditions() {}

  /// What a condition on a field is in SQL, for a table called `r`.
  static String piece(OrganizationField field) {
    return switch (field) {
      case ID -> "r.id = any(cast({value} as uuid[]))";
      case DIVISION -> "r.division_id = any(cast({value} as uuid[]))";
      case SCHEMA -> "r.schema_id = any(cast({value} as uuid[]))";
      case SCHEMA_VERSION -> "r.schema_version = any(cast({value} as integer[]))";
      case CREATED -> "r.created_at";
      case MODIFIED -> "r.modified_at";
      case SOURCE ->
          """
          exists (select
                    from organization_external_id x
                   where x.org_id = r.org_id and x.organization_id = r.id
                     and x.source_id = any(cast({value} as uuid[]))
                  offset 0)\
          """;
      case INDUSTRY -> "lower(r.industry) = any(array(select lower(v) from unnest({value}) as v))";
      case TAG ->
          """
          exists (select
                    from organization_tag t
                   where t.org_id = r.org_id and t.organization_id = r.id and t.tag_key = any({value})
                  offset 0)\
          """;
      case HAS_PHONE -> "(r.phone_number is not null) = any(cast({value} as boolean[]))";
      case CUSTOM_KEY ->
          """
          exists (select
                    from organization_custom_key k
                   where k.org_id = r.org_id and k.organization_id = r.id
                     and k.field || '=' || k.value_key = any({value})
                  offset 0)\
          """;
      case CUSTOM_VALUE -> "r.custom_fields @> any(cast({value} as jsonb[]))";
    };
  }

  /// The ids in a division `d` that a value `v` lets through, in the order of an index; empty where
  /// no index has them.
  private static Optional<String> holders(OrganizationField field, List<String> values) {
    return Optional.ofNullable(
        switch (field) {
          case SOURCE ->
              """
              select organization_id as id from organization_external_id
               where org_id = :org and division_id = d.division_id and source_id = cast(v.value as uuid)
               order by organization_id
              """;
          case INDUSTRY ->
              """
              select id from organization
               where org_id = :org and division_id = d.division_id and industry is not null
                 and lower(industry) = lower(v.value)
               order by id
              """;
          case TAG ->
              """
              select organization_id as id from organization_tag
               where org_id = :org and division_id = d.division_id and tag_key = v.value
               order by organization_id
              """;
          case HAS_PHONE ->
              values.size() > 1
                  ? null
                  : """
                  select id from organization
                   where org_id = :org and division_id = d.division_id
                     and (phone_number is not null) = cast(v.value as boolean)
                   order by id
                  """;
          case CUSTOM_KEY ->
              """
              select organization_id as id from organization_custom_key
               where org_id = :org and division_id = d.division_id and value_key = v.text
                 and field || '=' || value_key = v.value
               order by organization_id
              """;
          case ID, DIVISION, SCHEMA, SCHEMA_VERSION, CREATED, MODIFIED, CUSTOM_VALUE -> null;
        });
  }
}
