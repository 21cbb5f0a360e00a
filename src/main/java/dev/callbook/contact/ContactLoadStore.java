package dev.callbook.contact;

import dev.callbook.access.Division;
import dev.callbook.access.Scope;
import dev.callbook.contact.ContactLoad.Holder;
import dev.callbook.contact.ContactLoad.Keys;
import dev.callbook.customfield.CustomValues;
import dev.callbook.directory.DigitGrams;
import dev.callbook.directory.ExternalId;
import dev.callbook.directory.PhoneNumber;
import dev.callbook.directory.Rows;
import dev.callbook.directory.SearchWords;
import dev.callbook.platform.CopyRows;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Contacts into their tables by `COPY`.
@ApplicationScoped
class ContactLoadStore {
  private final Jdbi jdbi;
  private final Rows json;

  ContactLoadStore(Jdbi jdbi, Rows json) {
    this.jdbi = jdbi;
    this.json = json;
  }

  /// An external id that another contact of the division holds breaks the transaction.
  void copy(Scope scope, List<Contact> contacts) {
    CopyRows rows = new CopyRows();
    CopyRows phrases = new CopyRows();
    CopyRows phones = new CopyRows();
    CopyRows emails = new CopyRows();
    CopyRows handles = new CopyRows();
    CopyRows externalIds = new CopyRows();
    CopyRows customKeys = new CopyRows();
    UUID org = scope.orgKey();
    for (Contact contact : contacts) {
      SearchWords name = ContactRows.searchWords(contact.details());
      contact(rows, org, contact, name);
      phrases(phrases, org, contact, name);
      phones(phones, org, contact);
      emails(emails, org, contact);
      handles(handles, org, contact);
      externalIds(externalIds, org, contact);
      customKeys(customKeys, org, contact);
    }
    jdbi.useHandle(db -> {
      // Digits are put aside and sorted into their index some batches at a time: a fifth of the
      // whole load is saved. Until then every search for digits reads them, 7 ms for a megabyte.
      db.execute("set local gin_pending_list_limit = '4MB'");
      db.execute("set local work_mem = '64MB'");
      rows.send(
          db,
          """
          contact (org_id, id, division_id, type, first_name, middle_name, last_name, salutation, title, name_key,
                   surname_key, external_organization_id, survey_opt_out, external_system_url, address, handles,
                   schema_id, schema_version, custom_fields, external_ids, created_at, modified_at, version)\
          """);
      phrases.send(db, "contact_phrase (org_id, contact_id, phrase, division_id)");
      phones.send(
          db,
          """
          contact_phone (org_id, contact_id, position, division_id, label, user_input, display, e164, extension,
                         country_code, region, accepts_sms, lookup_key, digits, digit_grams)\
          """);
      emails.send(
          db,
          "contact_email (org_id, contact_id, position, division_id, label, address, email_key)");
      handles.send(db, "contact_handle (org_id, contact_id, channel, handle_key, division_id)");
      externalIds.send(
          db, "contact_external_id (org_id, source_id, value, division_id, contact_id)");
      customKeys.send(db, "contact_custom_key (org_id, contact_id, field, value_key, division_id)");
    });
  }

  /// Sorts in the digits that were put aside; after many contacts, tells the planner of them too.
  /// Outside any transaction.
  void settle(boolean many) {
    jdbi.useHandle(db -> {
      db.createQuery("select gin_clean_pending_list('contact_phone_digits')")
          .mapTo(Long.class)
          .one();
      if (many) {
        db.execute("vacuum (analyze) contact, contact_phrase, contact_phone, contact_email");
      }
    });
  }

  private void contact(CopyRows rows, UUID org, Contact contact, SearchWords name) {
    ContactDetails d = contact.details();
    rows.add(org)
        .add(contact.id().value())
        .add(contact.division().value())
        .add(contact.type().name())
        .add(d.firstName())
        .add(d.middleName())
        .add(d.lastName())
        .add(d.salutation())
        .add(d.title())
        .add(name.nameKey())
        .add(name.surnameKey())
        .add(d.organization())
        .add(d.surveyOptOut())
        .add(d.externalSystemUrl())
        .addJsonb(json(d.address()))
        .addJsonb(d.handles().isEmpty() ? null : json(d.handles()))
        .add(d.schema() == null ? null : d.schema().id())
        .add(d.schema() == null ? null : Integer.valueOf(d.schema().version()))
        .addJsonb(json(d.customFields()))
        .addJsonb(d.externalIds().isEmpty() ? null : json(d.externalIds()))
        .add(contact.createdAt())
        .add(contact.modifiedAt())
        .add(contact.version())
        .endRow();
  }

  private static void phrases(CopyRows rows, UUID org, Contact contact, SearchWords name) {
    for (String phrase : name.phrases()) {
      rows.add(org).add(contact.id().value()).add(phrase).add(contact.division().value()).endRow();
    }
  }

  private static void phones(CopyRows rows, UUID org, Contact contact) {
    List<ContactPhone> phones = contact.details().phones();
    for (int i = 0; i < phones.size(); i++) {
      PhoneNumber number = phones.get(i).number();
      rows.add(org)
          .add(contact.id().value())
          .add((short) i)
          .add(contact.division().value())
          .add(phones.get(i).label())
          .add(number.userInput())
          .add(number.display())
          .add(number.e164())
          .add(number.extension())
          .add(number.countryCode())
          .add(number.region())
          .add(number.acceptsSms())
          .add(number.lookupKey())
          .add(number.digits())
          .add(DigitGrams.of(contact.division().value(), number.digits()))
          .endRow();
    }
  }

  private static void emails(CopyRows rows, UUID org, Contact contact) {
    List<ContactEmail> emails = contact.details().emails();
    for (int i = 0; i < emails.size(); i++) {
      rows.add(org)
          .add(contact.id().value())
          .add((short) i)
          .add(contact.division().value())
          .add(emails.get(i).label())
          .add(emails.get(i).address())
          .add(emails.get(i).key())
          .endRow();
    }
  }

  private static void handles(CopyRows rows, UUID org, Contact contact) {
    for (Handles.Key key : contact.details().handles().keys()) {
      rows.add(org)
          .add(contact.id().value())
          .add(key.channel())
          .add(key.key())
          .add(contact.division().value())
          .endRow();
    }
  }

  private static void externalIds(CopyRows rows, UUID org, Contact contact) {
    for (ExternalId id : new LinkedHashSet<>(contact.details().externalIds())) {
      rows.add(org)
          .add(id.source())
          .add(id.value())
          .add(contact.division().value())
          .add(contact.id().value())
          .endRow();
    }
  }

  private static void customKeys(CopyRows rows, UUID org, Contact contact) {
    for (CustomValues.SearchKey key : CustomValues.searchKeys(contact.details().customFields())) {
      rows.add(org)
          .add(contact.id().value())
          .add(key.field())
          .add(key.key())
          .add(contact.division().value())
          .endRow();
    }
  }

  private @Nullable String json(@Nullable Object value) {
    return value == null ? null : json.writeOne(value);
  }

  List<Holder> holders(Scope scope, Division division, Keys keys) {
    if (keys.isEmpty() || scope.division(division.id()).isEmpty()) {
      return List.of();
    }
    return jdbi.withHandle(db ->
        db.createQuery(
                """
                select h.kind, h.key, h.contact_id,
                       case when h.kind <> 'external' then
                         (select array_agg(x.value)
                            from contact_external_id x
                           where x.org_id = :org and x.contact_id = h.contact_id and x.source_id = :source)
                       end as external_ids
                  from (select 'external' as kind, value as key, contact_id
                          from contact_external_id
                         where org_id = :org and source_id = :source and value = any(:externalIds)
                           and division_id = :division
                        union
                        select 'email', email_key, contact_id
                          from contact_email
                         where org_id = :org and email_key = any(:emails) and division_id = :division
                        union
                        select 'phone', lookup_key, contact_id
                          from contact_phone
                         where org_id = :org and lookup_key = any(:phones) and division_id = :division) h
                 order by h.contact_id
                """)
            .bind("org", scope.orgKey())
            .bind("division", division.id().value())
            .bind("source", keys.source())
            .bind("externalIds", keys.externalIds().toArray(String[]::new))
            .bind("emails", keys.emails().toArray(String[]::new))
            .bind("phones", keys.phones().toArray(String[]::new))
            .map((row, _) ->
                new Holder(
                    row.getString("kind"),
                    row.getString("key"),
                    new ContactId(row.getObject("contact_id", UUID.class)),
                    texts(row.getArray("external_ids"))))
            .list());
  }

  private static List<String> texts(@Nullable Array array) throws SQLException {
    return array == null ? List.of() : List.of((String[]) array.getArray());
  }
}
