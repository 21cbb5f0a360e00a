package dev.callbook.organization;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callbook.access.DivisionId;
import dev.callbook.customfield.CustomValues;
import dev.callbook.directory.Address;
import dev.callbook.directory.ExternalId;
import dev.callbook.directory.PhoneNumber;
import dev.callbook.directory.Rows;
import dev.callbook.directory.SchemaRef;
import dev.callbook.directory.SearchWords;
import dev.callbook.organization.OrganizationDetails.Ticker;
import dev.callbook.organization.OrganizationDetails.Twitter;
import dev.callbook.platform.Instants;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Organizations to rows and back: the one place that knows which column holds what.
@ApplicationScoped
class OrganizationRows {
  private static final String ROWS =
      """
        from jsonb_to_recordset(cast(:rows as jsonb)) as r
             ("id" uuid, "division" uuid, "name" text, "nameKey" text, "companyType" text, "industry" text,
              "address" jsonb, "phoneNumber" jsonb, "faxNumber" jsonb, "employeeCount" bigint, "revenue" bigint,
              "tags" text[], "websites" text[], "tickers" jsonb, "twitter" jsonb, "externalSystemUrl" text,
              "schemaId" uuid, "schemaVersion" integer, "customFields" jsonb, "externalIds" jsonb,
              "createdAt" timestamptz, "modifiedAt" timestamptz, "version" integer)
      """;

  static final String INSERT =
      """
      insert into organization
             (org_id, id, division_id, name, name_key, company_type, industry, address, phone_number, fax_number,
              employee_count, revenue, tags, websites, tickers, twitter, external_system_url, schema_id,
              schema_version, custom_fields, external_ids, created_at, modified_at, version)
      select :org, r."id", r."division", r."name", r."nameKey", r."companyType", r."industry", r."address",
             r."phoneNumber", r."faxNumber", r."employeeCount", r."revenue", r."tags", r."websites", r."tickers",
             r."twitter", r."externalSystemUrl", r."schemaId", r."schemaVersion", r."customFields",
             r."externalIds", r."createdAt", r."modifiedAt", r."version"
      """
          + ROWS;

  static final String UPDATE =
      """
      update organization o
         set name = r."name", name_key = r."nameKey", company_type = r."companyType", industry = r."industry",
             address = r."address", phone_number = r."phoneNumber", fax_number = r."faxNumber",
             employee_count = r."employeeCount", revenue = r."revenue", tags = r."tags", websites = r."websites",
             tickers = r."tickers", twitter = r."twitter", external_system_url = r."externalSystemUrl",
             schema_id = r."schemaId", schema_version = r."schemaVersion", custom_fields = r."customFields",
             external_ids = r."externalIds", modified_at = r."modifiedAt", version = r."version"
      """
          + ROWS
          + """
           where o.org_id = :org
             and o.id = r."id"
             and o.division_id = any(:divisions)
          """;

  static final String INSERT_EXTERNAL_IDS =
      """
      insert into organization_external_id (org_id, source_id, value, division_id, organization_id)
      select :org, "source", "value", "division", "organization"
        from jsonb_to_recordset(cast(:rows as jsonb)) as r
             ("source" uuid, "value" text, "division" uuid, "organization" uuid)
          on conflict do nothing
      """;

  private record OrganizationRow(
      UUID id,
      UUID division,
      String name,
      String nameKey,
      @Nullable String companyType,
      @Nullable String industry,
      @Nullable Address address,
      @Nullable PhoneNumber phoneNumber,
      @Nullable PhoneNumber faxNumber,
      @Nullable Long employeeCount,
      @Nullable Long revenue,
      List<String> tags,
      List<String> websites,
      @Nullable List<Ticker> tickers,
      @Nullable Twitter twitter,
      @Nullable String externalSystemUrl,
      @Nullable UUID schemaId,
      @Nullable Integer schemaVersion,
      @Nullable ObjectNode customFields,
      @Nullable List<ExternalId> externalIds,
      Instant createdAt,
      Instant modifiedAt,
      int version) {}

  static final String INSERT_PHRASES =
      """
      insert into organization_phrase (org_id, organization_id, phrase, division_id)
      select :org, "organization", "phrase", "division"
        from jsonb_to_recordset(cast(:rows as jsonb)) as r ("organization" uuid, "phrase" text, "division" uuid)
      """;

  static final String INSERT_CUSTOM_KEYS =
      """
      insert into organization_custom_key (org_id, organization_id, field, value_key, division_id)
      select :org, "organization", "field", "key", "division"
        from jsonb_to_recordset(cast(:rows as jsonb)) as r
             ("organization" uuid, "field" text, "key" text, "division" uuid)
      """;

  /// Tags that differ in case only are one.
  static final String INSERT_TAGS =
      """
      insert into organization_tag (org_id, organization_id, tag_key, tag, division_id)
      select :org, "organization", "key", "tag", "division"
        from jsonb_to_recordset(cast(:rows as jsonb)) as r
             ("organization" uuid, "key" text, "tag" text, "division" uuid)
          on conflict do nothing
      """;

  private record TagRow(UUID organization, String key, String tag, UUID division) {}

  private record CustomKeyRow(UUID organization, String field, String key, UUID division) {}

  private record PhraseRow(UUID organization, String phrase, UUID division) {}

  private record ExternalIdRow(UUID source, String value, UUID division, UUID organization) {}

  private final Rows json;

  OrganizationRows(Rows json) {
    this.json = json;
  }

  String organizations(List<Organization> organizations) {
    return json.write(organizations.stream().map(OrganizationRows::toRow).toList());
  }

  private static OrganizationRow toRow(Organization organization) {
    OrganizationDetails d = organization.details();
    return new OrganizationRow(
        organization.id().value(),
        organization.division().value(),
        d.name(),
        SearchWords.ofOrganization(d.name()).nameKey(),
        d.companyType(),
        d.industry(),
        d.address(),
        d.phoneNumber(),
        d.faxNumber(),
        d.employeeCount(),
        d.revenue(),
        d.tags(),
        d.websites(),
        d.tickers().isEmpty() ? null : d.tickers(),
        d.twitter(),
        d.externalSystemUrl(),
        d.schema() == null ? null : d.schema().id(),
        d.schema() == null ? null : Integer.valueOf(d.schema().version()),
        d.customFields(),
        d.externalIds().isEmpty() ? null : d.externalIds(),
        organization.createdAt(),
        organization.modifiedAt(),
        organization.version());
  }

  String phrases(List<Organization> organizations) {
    return json.write(
        organizations.stream()
            .flatMap(o ->
                SearchWords.ofOrganization(o.details().name()).phrases().stream()
                    .map(phrase -> new PhraseRow(o.id().value(), phrase, o.division().value())))
            .toList());
  }

  String customKeys(List<Organization> organizations) {
    return json.write(
        organizations.stream()
            .flatMap(o ->
                CustomValues.searchKeys(o.details().customFields()).stream()
                    .map(key ->
                        new CustomKeyRow(
                            o.id().value(), key.field(), key.key(), o.division().value())))
            .toList());
  }

  String tags(List<Organization> organizations) {
    return json.write(
        organizations.stream()
            .flatMap(o ->
                o.details().tags().stream()
                    .map(tag ->
                        new TagRow(
                            o.id().value(), CustomValues.keyOf(tag), tag, o.division().value())))
            .toList());
  }

  String externalIds(List<Organization> organizations) {
    return json.write(
        organizations.stream()
            .flatMap(o ->
                o.details().externalIds().stream()
                    .distinct()
                    .map(id ->
                        new ExternalIdRow(
                            id.source(), id.value(), o.division().value(), o.id().value())))
            .toList());
  }

  Organization read(ResultSet row) throws SQLException {
    UUID schema = row.getObject("schema_id", UUID.class);
    OrganizationDetails details =
        new OrganizationDetails(
            row.getString("name"),
            row.getString("company_type"),
            row.getString("industry"),
            json.read(row.getString("address"), Address.class),
            json.read(row.getString("phone_number"), PhoneNumber.class),
            json.read(row.getString("fax_number"), PhoneNumber.class),
            row.getObject("employee_count", Long.class),
            row.getObject("revenue", Long.class),
            List.of((String[]) row.getArray("tags").getArray()),
            List.of((String[]) row.getArray("websites").getArray()),
            json.readList(row.getString("tickers"), Ticker[].class),
            json.read(row.getString("twitter"), Twitter.class),
            row.getString("external_system_url"),
            json.readList(row.getString("external_ids"), ExternalId[].class),
            schema == null ? null : new SchemaRef(schema, row.getInt("schema_version")),
            json.read(row.getString("custom_fields"), ObjectNode.class));
    return new Organization(
        new OrganizationId(row.getObject("id", UUID.class)),
        new DivisionId(row.getObject("division_id", UUID.class)),
        details,
        row.getInt("version"),
        Instants.read(row, "created_at"),
        Instants.read(row, "modified_at"));
  }
}
