package dev.callbook.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.callbook.directory.Filter;
import dev.callbook.directory.References.DivisionJson;
import dev.callbook.directory.References.SchemaJson;
import dev.callbook.directory.ScanPlace;
import dev.callbook.directory.Selection;
import dev.callbook.export.ExportFilterReader.Field;
import dev.callbook.export.Sheet.Column;
import dev.callbook.organization.OrganizationField;
import dev.callbook.organization.OrganizationJson;
import dev.callbook.organization.OrganizationListFilter;
import dev.callbook.organization.Organizations;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// Exports of organizations. The columns are every field of the wire, under its path.
@ApplicationScoped
class OrganizationExportWriter {
  private final Organizations organizations;
  private final ObjectMapper json;

  OrganizationExportWriter(Organizations organizations, ObjectMapper json) {
    this.organizations = organizations;
    this.json = json;
  }

  ExportSource<?, ?, ?> source() {
    return new ExportSource<>(
        new ExportFilterReader<>(
            json,
            Map.of(
                "DivisionId", new Field<>(OrganizationField.DIVISION, ExportValues::division),
                "SchemaId", new Field<>(OrganizationField.SCHEMA, ExportValues::id),
                "SchemaVersion",
                    new Field<>(OrganizationField.SCHEMA_VERSION, ExportValues::number)),
            Map.of(
                "CreateDate", OrganizationField.CREATED, "ModifyDate", OrganizationField.MODIFIED)),
        OrganizationExportWriter::chosen,
        organizations::scan,
        organization -> new ScanPlace(organization.division(), organization.id().value()),
        (scope, found) ->
            found.stream().map(each -> OrganizationJson.of(scope, each, Set.of())).toList(),
        new Sheet<>(columns(), json));
  }

  private static Filter<OrganizationField> chosen(Selection selection) {
    return selection.isPicked()
        ? new Filter.OneOf<>(
            OrganizationField.ID, selection.ids().stream().map(UUID::toString).toList())
        : OrganizationListFilter.of(selection.filter()).conditions();
  }

  private static List<Column<OrganizationJson>> columns() {
    List<Column<OrganizationJson>> columns = new ArrayList<>();
    columns.add(new Column<>("id", OrganizationJson::id));
    columns.add(Sheet.within("division.id", OrganizationJson::division, DivisionJson::id));
    columns.add(Sheet.within("division.name", OrganizationJson::division, DivisionJson::name));
    columns.add(new Column<>("name", OrganizationJson::name));
    columns.add(new Column<>("companyType", OrganizationJson::companyType));
    columns.add(new Column<>("industry", OrganizationJson::industry));
    ContactExportWriter.addAddress(columns, OrganizationJson::address);
    ContactExportWriter.addPhone(columns, "phoneNumber", OrganizationJson::phoneNumber);
    ContactExportWriter.addPhone(columns, "faxNumber", OrganizationJson::faxNumber);
    columns.add(new Column<>("employeeCount", OrganizationJson::employeeCount));
    columns.add(new Column<>("revenue", OrganizationJson::revenue));
    columns.add(new Column<>("tags", OrganizationJson::tags));
    columns.add(new Column<>("websites", OrganizationJson::websites));
    columns.add(new Column<>("tickers", OrganizationJson::tickers));
    columns.add(new Column<>("twitterId", OrganizationJson::twitterId));
    columns.add(new Column<>("externalSystemUrl", OrganizationJson::externalSystemUrl));
    columns.add(new Column<>("externalIds", OrganizationJson::externalIds));
    columns.add(Sheet.within("schema.id", OrganizationJson::schema, SchemaJson::id));
    columns.add(Sheet.within("schema.version", OrganizationJson::schema, SchemaJson::version));
    columns.add(new Column<>("customFields", OrganizationJson::customFields));
    columns.add(new Column<>("createDate", OrganizationJson::createDate));
    columns.add(new Column<>("modifyDate", OrganizationJson::modifyDate));
    columns.add(new Column<>("version", OrganizationJson::version));
    return columns;
  }
}
