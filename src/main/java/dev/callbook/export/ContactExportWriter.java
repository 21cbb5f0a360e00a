package dev.callbook.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.callbook.contact.ContactField;
import dev.callbook.contact.ContactJson;
import dev.callbook.contact.ContactListFilter;
import dev.callbook.contact.ContactType;
import dev.callbook.contact.ContactWriter;
import dev.callbook.contact.Contacts;
import dev.callbook.directory.Address;
import dev.callbook.directory.Filter;
import dev.callbook.directory.PhoneJson;
import dev.callbook.directory.References.DivisionJson;
import dev.callbook.directory.References.SchemaJson;
import dev.callbook.directory.ScanPlace;
import dev.callbook.directory.Selection;
import dev.callbook.export.ExportFilterReader.Field;
import dev.callbook.export.Sheet.Column;
import dev.callbook.organization.OrganizationJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Exports of contacts. The columns are every field of the wire, under its path.
@ApplicationScoped
class ContactExportWriter {
  private final Contacts contacts;
  private final ContactWriter writer;
  private final ObjectMapper json;

  ContactExportWriter(Contacts contacts, ContactWriter writer, ObjectMapper json) {
    this.contacts = contacts;
    this.writer = writer;
    this.json = json;
  }

  ExportSource<?, ?, ?> source() {
    return new ExportSource<>(
        new ExportFilterReader<>(
            json,
            Map.of(
                "DivisionId", new Field<>(ContactField.DIVISION, ExportValues::division),
                "ContactClassification",
                    new Field<>(
                        ContactField.TYPE,
                        ExportValues.word(
                            Stream.of(ContactType.values())
                                .map(ContactType::name)
                                .toArray(String[]::new))),
                "ExternalOrganizationId", new Field<>(ContactField.ORGANIZATION, ExportValues::id),
                "ExternalSourceId", new Field<>(ContactField.SOURCE, ExportValues::id),
                "SchemaId", new Field<>(ContactField.SCHEMA, ExportValues::id),
                "SchemaVersion", new Field<>(ContactField.SCHEMA_VERSION, ExportValues::number)),
            Map.of("CreateDate", ContactField.CREATED, "ModifyDate", ContactField.MODIFIED)),
        ContactExportWriter::chosen,
        contacts::scan,
        contact -> new ScanPlace(contact.division(), contact.id().value()),
        (scope, found) -> writer.write(scope, found, Set.of()),
        new Sheet<>(columns(), json));
  }

  private static Filter<ContactField> chosen(Selection selection) {
    return selection.isPicked()
        ? new Filter.OneOf<>(ContactField.ID, selection.ids().stream().map(UUID::toString).toList())
        : ContactListFilter.of(selection.filter()).allConditions();
  }

  private static List<Column<ContactJson>> columns() {
    List<Column<ContactJson>> columns = new ArrayList<>();
    columns.add(new Column<>("id", ContactJson::id));
    columns.add(Sheet.within("division.id", ContactJson::division, DivisionJson::id));
    columns.add(Sheet.within("division.name", ContactJson::division, DivisionJson::name));
    columns.add(new Column<>("type", ContactJson::type));
    columns.add(new Column<>("firstName", ContactJson::firstName));
    columns.add(new Column<>("middleName", ContactJson::middleName));
    columns.add(new Column<>("lastName", ContactJson::lastName));
    columns.add(new Column<>("salutation", ContactJson::salutation));
    columns.add(new Column<>("title", ContactJson::title));
    addPhone(columns, "workPhone", ContactJson::workPhone);
    addPhone(columns, "cellPhone", ContactJson::cellPhone);
    addPhone(columns, "homePhone", ContactJson::homePhone);
    addPhone(columns, "otherPhone", ContactJson::otherPhone);
    columns.add(new Column<>("workEmail", ContactJson::workEmail));
    columns.add(new Column<>("personalEmail", ContactJson::personalEmail));
    columns.add(new Column<>("otherEmail", ContactJson::otherEmail));
    columns.add(new Column<>("phoneNumbers", ContactJson::phoneNumbers));
    columns.add(new Column<>("emailAddresses", ContactJson::emailAddresses));
    addAddress(columns, ContactJson::address);
    addHandles(columns);
    columns.add(new Column<>("externalIds", ContactJson::externalIds));
    columns.add(
        Sheet.within(
            "externalOrganization.id", ContactJson::externalOrganization, OrganizationJson::id));
    columns.add(new Column<>("surveyOptOut", ContactJson::surveyOptOut));
    columns.add(new Column<>("externalSystemUrl", ContactJson::externalSystemUrl));
    columns.add(Sheet.within("schema.id", ContactJson::schema, SchemaJson::id));
    columns.add(Sheet.within("schema.version", ContactJson::schema, SchemaJson::version));
    columns.add(new Column<>("customFields", ContactJson::customFields));
    columns.add(new Column<>("createDate", ContactJson::createDate));
    columns.add(new Column<>("modifyDate", ContactJson::modifyDate));
    columns.add(new Column<>("version", ContactJson::version));
    return columns;
  }

  static <J> void addPhone(
      List<Column<J>> columns, String name, Function<J, @Nullable PhoneJson> phone) {
    columns.add(Sheet.within(name + ".display", phone, PhoneJson::display));
    columns.add(Sheet.within(name + ".extension", phone, PhoneJson::extension));
    columns.add(Sheet.within(name + ".acceptsSMS", phone, PhoneJson::acceptsSms));
    columns.add(Sheet.within(name + ".userInput", phone, PhoneJson::userInput));
    columns.add(Sheet.within(name + ".e164", phone, PhoneJson::e164));
    columns.add(Sheet.within(name + ".countryCode", phone, PhoneJson::countryCode));
    columns.add(
        Sheet.within(
            name + ".normalizationCountryCode", phone, PhoneJson::normalizationCountryCode));
  }

  static <J> void addAddress(List<Column<J>> columns, Function<J, @Nullable Address> address) {
    columns.add(Sheet.within("address.address1", address, Address::address1));
    columns.add(Sheet.within("address.address2", address, Address::address2));
    columns.add(Sheet.within("address.city", address, Address::city));
    columns.add(Sheet.within("address.state", address, Address::state));
    columns.add(Sheet.within("address.postalCode", address, Address::postalCode));
    columns.add(Sheet.within("address.countryCode", address, Address::countryCode));
  }

  private static void addHandles(List<Column<ContactJson>> columns) {
    columns.add(new Column<>("twitterId", ContactJson::twitterId));
    columns.add(new Column<>("lineId", ContactJson::lineId));
    columns.add(new Column<>("whatsAppId", ContactJson::whatsAppId));
    columns.add(new Column<>("facebookId", ContactJson::facebookId));
    columns.add(new Column<>("instagramId", ContactJson::instagramId));
    columns.add(new Column<>("appleOpaqueIds", ContactJson::appleOpaqueIds));
  }
}
