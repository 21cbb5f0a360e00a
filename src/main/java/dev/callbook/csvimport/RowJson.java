package dev.callbook.csvimport;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callbook.contact.ContactJson;
import dev.callbook.contact.ContactJson.EmailJson;
import dev.callbook.contact.ContactJson.FacebookJson;
import dev.callbook.contact.ContactJson.InstagramJson;
import dev.callbook.contact.ContactJson.LineJson;
import dev.callbook.contact.ContactJson.LineUserJson;
import dev.callbook.contact.ContactJson.ScopedJson;
import dev.callbook.contact.ContactJson.TwitterJson;
import dev.callbook.contact.ContactJson.WhatsAppJson;
import dev.callbook.csvimport.reading.ImportField;
import dev.callbook.directory.Address;
import dev.callbook.directory.ExternalSourceJson;
import dev.callbook.directory.PhoneJson;
import dev.callbook.directory.References.ExternalIdJson;
import dev.callbook.directory.References.SchemaJson;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A row's cells in the shape of a single write.
final class RowJson {
  /// Which field of the file stands behind a field of the API, where it is always the same one.
  static final Map<String, ImportField> FIELDS =
      Map.ofEntries(
          Map.entry("firstName", ImportField.FIRST_NAME),
          Map.entry("middleName", ImportField.MIDDLE_NAME),
          Map.entry("lastName", ImportField.LAST_NAME),
          Map.entry("salutation", ImportField.SALUTATION),
          Map.entry("title", ImportField.TITLE),
          Map.entry("externalOrganization.name", ImportField.ORGANIZATION_NAME),
          Map.entry("externalIds[0].value", ImportField.EXTERNAL_ID),
          Map.entry("surveyOptOut", ImportField.SURVEY_OPT_OUT),
          Map.entry("externalSystemUrl", ImportField.EXTERNAL_SYSTEM_URL),
          Map.entry("address.address1", ImportField.ADDRESS_1),
          Map.entry("address.address2", ImportField.ADDRESS_2),
          Map.entry("address.city", ImportField.CITY),
          Map.entry("address.state", ImportField.STATE),
          Map.entry("address.postalCode", ImportField.POSTAL_CODE),
          Map.entry("address.countryCode", ImportField.COUNTRY_CODE),
          Map.entry("whatsAppId.phoneNumber.display", ImportField.WHATSAPP),
          Map.entry("twitterId.screenName", ImportField.X_HANDLE),
          Map.entry("facebookId.ids[0].scopedId", ImportField.FACEBOOK),
          Map.entry("lineId.ids[0].userId", ImportField.LINE),
          Map.entry("instagramId.handle", ImportField.INSTAGRAM));

  private final Columns columns;
  private final List<String> cells;

  private RowJson(Columns columns, List<String> cells) {
    this.columns = columns;
    this.cells = cells;
  }

  static ContactJson of(
      Columns columns,
      ImportSettings settings,
      List<String> cells,
      List<PhoneJson> phones,
      List<EmailJson> emails,
      @Nullable ObjectNode customFields) {
    return new RowJson(columns, cells).toContact(settings, phones, emails, customFields);
  }

  private ContactJson toContact(
      ImportSettings settings,
      List<PhoneJson> phones,
      List<EmailJson> emails,
      @Nullable ObjectNode customFields) {
    FullName full = FullName.of(cell(ImportField.FULL_NAME));
    String first = cell(ImportField.FIRST_NAME);
    String last = cell(ImportField.LAST_NAME);
    return new ContactJson(
        null,
        null,
        first == null ? full.first() : first,
        cell(ImportField.MIDDLE_NAME),
        last == null ? full.last() : last,
        cell(ImportField.SALUTATION),
        cell(ImportField.TITLE),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        phones,
        emails,
        address(),
        twitter(),
        line(),
        whatsApp(),
        facebook(),
        instagram(),
        null,
        externalIds(settings),
        null,
        null,
        null,
        null,
        null,
        cell(ImportField.EXTERNAL_SYSTEM_URL),
        customFields == null ? null : SchemaJson.of(settings.schema()),
        customFields,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private @Nullable String cell(ImportField field) {
    return columns.cell(cells, field);
  }

  private Address address() {
    return new Address(
        cell(ImportField.ADDRESS_1),
        cell(ImportField.ADDRESS_2),
        cell(ImportField.CITY),
        cell(ImportField.STATE),
        cell(ImportField.POSTAL_CODE),
        cell(ImportField.COUNTRY_CODE));
  }

  private @Nullable TwitterJson twitter() {
    String handle = cell(ImportField.X_HANDLE);
    return handle == null ? null : new TwitterJson(null, null, handle.strip(), null);
  }

  private @Nullable LineJson line() {
    String id = cell(ImportField.LINE);
    return id == null ? null : new LineJson(List.of(new LineUserJson(id)), null);
  }

  private @Nullable WhatsAppJson whatsApp() {
    String number = cell(ImportField.WHATSAPP);
    return number == null
        ? null
        : new WhatsAppJson(new PhoneJson(null, number, null, null, null, null, null, null), null);
  }

  private @Nullable FacebookJson facebook() {
    String id = cell(ImportField.FACEBOOK);
    return id == null ? null : new FacebookJson(List.of(new ScopedJson(id)), null);
  }

  private @Nullable InstagramJson instagram() {
    String handle = cell(ImportField.INSTAGRAM);
    return handle == null ? null : new InstagramJson(null, null, handle);
  }

  private @Nullable List<ExternalIdJson> externalIds(ImportSettings settings) {
    String value = cell(ImportField.EXTERNAL_ID);
    return value == null
        ? null
        : List.of(new ExternalIdJson(ExternalSourceJson.reference(settings.source()), value));
  }
}
