package dev.callbook.contact;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callbook.access.DivisionId;
import dev.callbook.customfield.CustomValues;
import dev.callbook.directory.Address;
import dev.callbook.directory.DigitGrams;
import dev.callbook.directory.ExternalId;
import dev.callbook.directory.PhoneNumber;
import dev.callbook.directory.Rows;
import dev.callbook.directory.SchemaRef;
import dev.callbook.directory.SearchWords;
import dev.callbook.platform.Instants;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Contacts to rows and back: the one place that knows which column holds what.
@ApplicationScoped
class ContactRows {
  static final String CONTACTS =
      """
        from jsonb_to_recordset(cast(:rows as jsonb)) as r
             ("id" uuid, "division" uuid, "type" text, "firstName" text, "middleName" text, "lastName" text,
              "salutation" text, "title" text, "nameKey" text, "surnameKey" text, "organization" uuid,
              "surveyOptOut" boolean, "externalSystemUrl" text, "address" jsonb, "handles" jsonb, "schemaId" uuid,
              "schemaVersion" integer, "customFields" jsonb, "externalIds" jsonb, "createdAt" timestamptz,
              "modifiedAt" timestamptz, "version" integer, "canonical" boolean)
      """;

  static final String INSERT_PHONES =
      """
      insert into contact_phone
             (org_id, contact_id, position, division_id, label, user_input, display, e164, extension, country_code,
              region, accepts_sms, lookup_key, digits, digit_grams)
      select :org, "contact", "position", "division", "label", "userInput", "display", "e164", "extension",
             "countryCode", "region", "acceptsSms", "lookupKey", "digits", "digitGrams"
        from jsonb_to_recordset(cast(:rows as jsonb)) as r
             ("contact" uuid, "position" smallint, "division" uuid, "label" text, "userInput" text, "display" text,
              "e164" text, "extension" text, "countryCode" text, "region" text, "acceptsSms" boolean,
              "lookupKey" text, "digits" text, "digitGrams" integer[])
      """;

  static final String INSERT_PHRASES =
      """
      insert into contact_phrase (org_id, contact_id, phrase, division_id)
      select :org, "contact", "phrase", "division"
        from jsonb_to_recordset(cast(:rows as jsonb)) as r ("contact" uuid, "phrase" text, "division" uuid)
      """;

  static final String INSERT_EMAILS =
      """
      insert into contact_email (org_id, contact_id, position, division_id, label, address, email_key)
      select :org, "contact", "position", "division", "label", "address", "emailKey"
        from jsonb_to_recordset(cast(:rows as jsonb)) as r
             ("contact" uuid, "position" smallint, "division" uuid, "label" text, "address" text, "emailKey" text)
      """;

  static final String INSERT_HANDLES =
      """
      insert into contact_handle (org_id, contact_id, channel, handle_key, division_id)
      select :org, "contact", "channel", "handleKey", "division"
        from jsonb_to_recordset(cast(:rows as jsonb)) as r
             ("contact" uuid, "channel" text, "handleKey" text, "division" uuid)
      """;

  static final String INSERT_CUSTOM_KEYS =
      """
      insert into contact_custom_key (org_id, contact_id, field, value_key, division_id)
      select :org, "contact", "field", "key", "division"
        from jsonb_to_recordset(cast(:rows as jsonb)) as r
             ("contact" uuid, "field" text, "key" text, "division" uuid)
      """;

  static final String INSERT_EXTERNAL_IDS =
      """
      insert into contact_external_id (org_id, source_id, value, division_id, contact_id)
      select :org, "source", "value", "division", "contact"
        from jsonb_to_recordset(cast(:rows as jsonb)) as r
             ("source" uuid, "value" text, "division" uuid, "contact" uuid)
          on conflict do nothing
      """;

  private record ContactRow(
      UUID id,
      UUID division,
      ContactType type,
      @Nullable String firstName,
      @Nullable String middleName,
      @Nullable String lastName,
      @Nullable String salutation,
      @Nullable String title,
      String nameKey,
      String surnameKey,
      @Nullable UUID organization,
      boolean surveyOptOut,
      @Nullable String externalSystemUrl,
      @Nullable Address address,
      @Nullable Handles handles,
      @Nullable UUID schemaId,
      @Nullable Integer schemaVersion,
      @Nullable ObjectNode customFields,
      @Nullable List<ExternalId> externalIds,
      Instant createdAt,
      Instant modifiedAt,
      int version,
      boolean canonical) {}

  private record PhoneRow(
      UUID contact,
      int position,
      UUID division,
      String label,
      String userInput,
      String display,
      @Nullable String e164,
      @Nullable String extension,
      @Nullable String countryCode,
      @Nullable String region,
      boolean acceptsSms,
      @Nullable String lookupKey,
      String digits,
      List<Integer> digitGrams) {}

  private record PhraseRow(UUID contact, String phrase, UUID division) {}

  private record EmailRow(
      UUID contact, int position, UUID division, String label, String address, String emailKey) {}

  private record HandleRow(UUID contact, String channel, String handleKey, UUID division) {}

  private record CustomKeyRow(UUID contact, String field, String key, UUID division) {}

  private record ExternalIdRow(UUID source, String value, UUID division, UUID contact) {}

  /// A phone number as the aggregate of [ContactStore] returns it, in the same order.
  @JsonFormat(shape = JsonFormat.Shape.ARRAY)
  private record StoredPhone(
      String label,
      String userInput,
      String display,
      @Nullable String e164,
      @Nullable String extension,
      @Nullable String countryCode,
      @Nullable String region,
      boolean acceptsSms,
      @Nullable String lookupKey,
      String digits) {
    ContactPhone toPhone() {
      return new ContactPhone(
          label,
          new PhoneNumber(
              userInput,
              display,
              e164,
              extension,
              countryCode,
              region,
              acceptsSms,
              lookupKey,
              digits));
    }
  }

  /// An e-mail address as the aggregate of [ContactStore] returns it.
  @JsonFormat(shape = JsonFormat.Shape.ARRAY)
  private record StoredEmail(String label, String address) {
    ContactEmail toEmail() {
      return new ContactEmail(label, address);
    }
  }

  private final Rows json;

  ContactRows(Rows json) {
    this.json = json;
  }

  /// What search keeps of the name.
  static SearchWords searchWords(ContactDetails details) {
    return SearchWords.ofPerson(details.firstName(), details.middleName(), details.lastName());
  }

  String contacts(List<Contact> contacts) {
    return json.write(contacts.stream().map(ContactRows::toRow).toList());
  }

  private static ContactRow toRow(Contact contact) {
    ContactDetails d = contact.details();
    SearchWords name = searchWords(d);
    return new ContactRow(
        contact.id().value(),
        contact.division().value(),
        contact.type(),
        d.firstName(),
        d.middleName(),
        d.lastName(),
        d.salutation(),
        d.title(),
        name.nameKey(),
        name.surnameKey(),
        d.organization(),
        d.surveyOptOut(),
        d.externalSystemUrl(),
        d.address(),
        d.handles().isEmpty() ? null : d.handles(),
        d.schema() == null ? null : d.schema().id(),
        d.schema() == null ? null : Integer.valueOf(d.schema().version()),
        d.customFields(),
        d.externalIds().isEmpty() ? null : d.externalIds(),
        contact.createdAt(),
        contact.modifiedAt(),
        contact.version(),
        contact.mergeSet().isMerged());
  }

  String phones(List<Contact> contacts) {
    return json.write(contacts.stream().flatMap(ContactRows::phonesOf).toList());
  }

  private static Stream<PhoneRow> phonesOf(Contact contact) {
    List<ContactPhone> phones = contact.details().phones();
    return IntStream.range(0, phones.size())
        .mapToObj(i -> {
          PhoneNumber n = phones.get(i).number();
          return new PhoneRow(
              contact.id().value(),
              i,
              contact.division().value(),
              phones.get(i).label(),
              n.userInput(),
              n.display(),
              n.e164(),
              n.extension(),
              n.countryCode(),
              n.region(),
              n.acceptsSms(),
              n.lookupKey(),
              n.digits(),
              Arrays.stream(DigitGrams.of(contact.division().value(), n.digits()))
                  .boxed()
                  .toList());
        });
  }

  String phrases(List<Contact> contacts) {
    return json.write(
        contacts.stream()
            .flatMap(contact ->
                searchWords(contact.details()).phrases().stream()
                    .map(phrase ->
                        new PhraseRow(contact.id().value(), phrase, contact.division().value())))
            .toList());
  }

  String emails(List<Contact> contacts) {
    return json.write(contacts.stream().flatMap(ContactRows::emailsOf).toList());
  }

  private static Stream<EmailRow> emailsOf(Contact contact) {
    List<ContactEmail> emails = contact.details().emails();
    return IntStream.range(0, emails.size())
        .mapToObj(i ->
            new EmailRow(
                contact.id().value(),
                i,
                contact.division().value(),
                emails.get(i).label(),
                emails.get(i).address(),
                emails.get(i).key()));
  }

  String handles(List<Contact> contacts) {
    return json.write(
        contacts.stream()
            .flatMap(contact ->
                contact.details().handles().keys().stream()
                    .map(key ->
                        new HandleRow(
                            contact.id().value(),
                            key.channel(),
                            key.key(),
                            contact.division().value())))
            .toList());
  }

  String customKeys(List<Contact> contacts) {
    return json.write(
        contacts.stream()
            .flatMap(contact ->
                CustomValues.searchKeys(contact.details().customFields()).stream()
                    .map(key ->
                        new CustomKeyRow(
                            contact.id().value(),
                            key.field(),
                            key.key(),
                            contact.division().value())))
            .toList());
  }

  String externalIds(List<Contact> contacts) {
    return json.write(
        contacts.stream()
            .flatMap(contact ->
                contact.details().externalIds().stream()
                    .distinct()
                    .map(id ->
                        new ExternalIdRow(
                            id.source(),
                            id.value(),
                            contact.division().value(),
                            contact.id().value())))
            .toList());
  }

  Contact read(ResultSet row) throws SQLException {
    UUID schema = row.getObject("schema_id", UUID.class);
    Handles handles = json.read(row.getString("handles"), Handles.class);
    ContactDetails details =
        new ContactDetails(
            row.getString("first_name"),
            row.getString("middle_name"),
            row.getString("last_name"),
            row.getString("salutation"),
            row.getString("title"),
            json.readList(row.getString("phones"), StoredPhone[].class).stream()
                .map(StoredPhone::toPhone)
                .toList(),
            json.readList(row.getString("emails"), StoredEmail[].class).stream()
                .map(StoredEmail::toEmail)
                .toList(),
            json.read(row.getString("address"), Address.class),
            handles == null ? Handles.NONE : handles,
            row.getObject("external_organization_id", UUID.class),
            row.getBoolean("survey_opt_out"),
            row.getString("external_system_url"),
            json.readList(row.getString("external_ids"), ExternalId[].class),
            schema == null ? null : new SchemaRef(schema, row.getInt("schema_version")),
            json.read(row.getString("custom_fields"), ObjectNode.class));
    ContactId id = new ContactId(row.getObject("id", UUID.class));
    return new Contact(
        id,
        new DivisionId(row.getObject("division_id", UUID.class)),
        ContactType.valueOf(row.getString("type")),
        details,
        row.getInt("version"),
        Instants.read(row, "created_at"),
        Instants.read(row, "modified_at"),
        MergedRows.mergeSet(json, id, row.getString("merge_set")));
  }
}
