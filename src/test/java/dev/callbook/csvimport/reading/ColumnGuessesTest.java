package dev.callbook.csvimport.reading;

import static dev.callbook.csvimport.reading.ImportField.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.callbook.csvimport.reading.ColumnGuess.Ground;
import dev.callbook.phone.PhoneNumbers;
import dev.callbook.phone.Region;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnGuessesTest {
  private final PhoneNumbers numbers = new PhoneNumbers();

  private List<ColumnGuess> guess(List<String> header, List<List<String>> sample) {
    return ColumnGuesses.of(header, sample, numbers, new Region("DE"));
  }

  private List<ImportField> fields(String header, String... rows) {
    List<List<String>> sample =
        Arrays.stream(rows).map(row -> List.of(row.split("\\|", -1))).toList();
    return guess(List.of(header.split("\\|", -1)), sample).stream()
        .map(ColumnGuess::field)
        .toList();
  }

  private ImportField field(String header) {
    return fields(header).getFirst();
  }

  @ParameterizedTest
  @CsvSource({
    "First Name, FIRST_NAME",
    "FIRST_NAME, FIRST_NAME",
    "firstName, FIRST_NAME",
    "  first-name:, FIRST_NAME",
    "Vorname, FIRST_NAME",
    "Prénom, FIRST_NAME",
    "PRENOM, FIRST_NAME",
    "Apellidos, LAST_NAME",
    "Nachname, LAST_NAME",
    "Nom de famille, LAST_NAME",
    "Middle Name, MIDDLE_NAME",
    "Anrede, SALUTATION",
    "Civilité, SALUTATION",
    "Job Title, TITLE",
    "Puesto, TITLE",
    "Firma, ORGANIZATION_NAME",
    "Société, ORGANIZATION_NAME",
    "Account Name, ORGANIZATION_NAME",
    "Kundennummer, EXTERNAL_ID",
    "Número de cliente, EXTERNAL_ID",
    "external_id, EXTERNAL_ID",
    "Straße, ADDRESS_1",
    "STRASSE, ADDRESS_1",
    "Dirección, ADDRESS_1",
    "Address Line 2, ADDRESS_2",
    "PLZ, POSTAL_CODE",
    "Código postal, POSTAL_CODE",
    "Zip/Postal Code, POSTAL_CODE",
    "Ort, CITY",
    "Ville, CITY",
    "Bundesland, STATE",
    "País, COUNTRY_CODE",
    "Ländercode, COUNTRY_CODE",
    "WhatsApp, WHATSAPP",
    "Twitter, X_HANDLE",
    "Facebook, FACEBOOK",
    "LINE ID, LINE",
    "Instagram handle, INSTAGRAM",
    "Survey Opt-Out, SURVEY_OPT_OUT",
    "External System URL, EXTERNAL_SYSTEM_URL",
    "Division, DIVISION"
  })
  void a_name_in_any_spelling_and_four_languages_tells_the_field(String header, ImportField field) {
    assertEquals(field, field(header));
  }

  @ParameterizedTest
  @CsvSource({
    "Phone, WORK_PHONE",
    "Work Phone, WORK_PHONE",
    "Business Phone 2, WORK_PHONE",
    "Telefon (geschäftlich), WORK_PHONE",
    "Tel. Büro, WORK_PHONE",
    "Teléfono del trabajo, WORK_PHONE",
    "Téléphone professionnel, WORK_PHONE",
    "Mobile, CELL_PHONE",
    "Handynummer, CELL_PHONE",
    "Teléfono móvil, CELL_PHONE",
    "Téléphone portable, CELL_PHONE",
    "Mobile Phone Number, CELL_PHONE",
    "cell_phone, CELL_PHONE",
    "Home Phone, HOME_PHONE",
    "Telefon privat, HOME_PHONE",
    "Teléfono particular, HOME_PHONE",
    "Téléphone domicile, HOME_PHONE",
    "Other Phone, OTHER_PHONE",
    "phone_e164, WORK_PHONE",
    "E-mail, WORK_EMAIL",
    "Email Address, WORK_EMAIL",
    "Correo electrónico, WORK_EMAIL",
    "Courriel professionnel, WORK_EMAIL",
    "E-Mail-Adresse (privat), PERSONAL_EMAIL",
    "Personal Email, PERSONAL_EMAIL",
    "Other E-mail, OTHER_EMAIL"
  })
  void phones_and_emails_are_told_by_their_words(String header, ImportField field) {
    assertEquals(field, field(header));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Fax",
        "Business Fax",
        "Assistant's Phone",
        "Company Main Phone",
        "Email Opt Out",
        "HasOptedOutOfEmail",
        "Do Not Call",
        "Email Domain",
        "Last Email Date",
        "Phone 1 - Label",
        "E-mail Status",
        "Spouse Mobile",
        "Birthday",
        "Notes",
        "workPhone.countryCode",
        ""
      })
  void what_is_no_field_of_a_contact_is_left_out(String header) {
    assertEquals(IGNORE, field(header));
    assertEquals(IGNORE, fields(header, "x", "y").getFirst());
  }

  @Test
  void the_assistants_number_is_not_the_contacts_even_if_it_looks_like_a_number() {
    assertEquals(List.of(IGNORE), fields("Assistant's Phone", "+34 911 23 45 67"));
    assertEquals(List.of(IGNORE), fields("Company Phone", "+34 911 23 45 67"));
  }

  @ParameterizedTest
  @CsvSource({
    "workPhone.acceptsSMS, WORK_PHONE_SMS",
    "Mobile accepts SMS, CELL_PHONE_SMS",
    "Cell SMS Opt-In, CELL_PHONE_SMS",
    "Home Phone SMS allowed, HOME_PHONE_SMS",
    "SMS-Einwilligung (mobil), CELL_PHONE_SMS"
  })
  void an_sms_permission_is_taken_from_a_column_that_names_it_and_has_to_be_confirmed(
      String header, ImportField field) {
    assertEquals(
        List.of(new ColumnGuess(0, field, Ground.NAME, true)), guess(List.of(header), List.of()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SMS",
        "SMS Opt-Out",
        "Mobile SMS opt out",
        "No SMS",
        "Kein SMS",
        "SMS not allowed",
        "SMS consent date",
        "Text messages",
        "Opt in",
        "Marketing consent",
        "Mobile consent",
        "Accepts"
      })
  void nothing_less_ever_switches_sms_on(String header) {
    for (ColumnGuess guess :
        guess(List.of("Mobile", header), List.of(List.of("0151 2345678", "yes")))) {
      assertFalse(guess.field().kind() == ImportField.Kind.SMS_PERMISSION, header);
      assertFalse(guess.needsConfirmation(), header);
    }
  }

  @Test
  void a_permission_or_extension_without_a_label_belongs_to_the_number_on_its_left() {
    assertEquals(
        List.of(HOME_PHONE, HOME_PHONE_EXTENSION, CELL_PHONE, CELL_PHONE_SMS),
        fields("Home Phone|Ext.|Mobile|SMS opt-in"));
    assertEquals(List.of(IGNORE, IGNORE), fields("Extension|SMS permission"));
  }

  @Test
  void an_export_of_google_contacts_is_understood() {
    assertEquals(
        List.of(
            FIRST_NAME,
            MIDDLE_NAME,
            LAST_NAME,
            SALUTATION,
            IGNORE,
            ORGANIZATION_NAME,
            TITLE,
            IGNORE,
            PERSONAL_EMAIL,
            IGNORE,
            CELL_PHONE,
            IGNORE,
            WORK_PHONE,
            IGNORE,
            ADDRESS_1,
            CITY,
            STATE,
            POSTAL_CODE,
            COUNTRY_CODE,
            IGNORE),
        fields(
            "First Name|Middle Name|Last Name|Name Prefix|Nickname|Organization Name|Organization Title"
                + "|E-mail 1 - Label|E-mail 1 - Value|Phone 1 - Label|Phone 1 - Value|Phone 2 - Label"
                + "|Phone 2 - Value|Address 1 - Formatted|Address 1 - Street|Address 1 - City"
                + "|Address 1 - Region|Address 1 - Postal Code|Address 1 - Country|Website 1 - Value",
            "Ana||Ruiz||||Dev|Home|ana@example.com|Mobile|+34 611|Work|+34 911||||||ES|",
            "Luis||Gil||||Dev|* Home|l@example.com|Mobile|+34 612|Main|+34 912||||||ES|"));
  }

  @Test
  void an_export_of_outlook_is_understood() {
    assertEquals(
        List.of(
            SALUTATION,
            FIRST_NAME,
            LAST_NAME,
            ORGANIZATION_NAME,
            TITLE,
            ADDRESS_1,
            CITY,
            STATE,
            POSTAL_CODE,
            COUNTRY_CODE,
            IGNORE,
            WORK_PHONE,
            WORK_PHONE,
            HOME_PHONE,
            CELL_PHONE,
            OTHER_PHONE,
            WORK_EMAIL,
            OTHER_EMAIL,
            IGNORE),
        fields(
            "Title|First Name|Last Name|Company|Job Title|Business Street|Business City|Business State"
                + "|Business Postal Code|Business Country/Region|Business Fax|Business Phone|Business Phone 2"
                + "|Home Phone|Mobile Phone|Primary Phone|E-mail Address|E-mail 2 Address"
                + "|E-mail Display Name",
            "Dr.|Ana|Ruiz|Acme|Engineer|||||||||||||| ",
            "Mrs|Eva|Gil|Acme|Engineer|||||||||||||| "));
  }

  @Test
  void an_export_of_salesforce_is_understood() {
    assertEquals(
        List.of(
            EXTERNAL_ID,
            SALUTATION,
            FIRST_NAME,
            LAST_NAME,
            TITLE,
            ORGANIZATION_NAME,
            ADDRESS_1,
            CITY,
            STATE,
            POSTAL_CODE,
            COUNTRY_CODE,
            WORK_PHONE,
            CELL_PHONE,
            IGNORE,
            WORK_EMAIL,
            IGNORE,
            IGNORE),
        fields(
            "Contact ID|Salutation|First Name|Last Name|Title|Account Name|Mailing Street|Mailing City"
                + "|Mailing State/Province|Mailing Zip/Postal Code|Mailing Country|Phone|Mobile|Fax|Email"
                + "|Email Opt Out|Do Not Call",
            "003|Ms.|Ana|Ruiz|Chief Engineer||||||||||||"));
    assertEquals(
        List.of(EXTERNAL_ID, FIRST_NAME, LAST_NAME, CELL_PHONE, OTHER_PHONE, ADDRESS_1, IGNORE),
        fields("Id|FirstName|LastName|MobilePhone|OtherPhone|MailingStreet|HasOptedOutOfEmail"));
  }

  @Test
  void exports_of_hubspot_and_zendesk_are_understood() {
    assertEquals(
        List.of(
            EXTERNAL_ID,
            FIRST_NAME,
            LAST_NAME,
            WORK_EMAIL,
            WORK_PHONE,
            CELL_PHONE,
            ORGANIZATION_NAME,
            TITLE,
            ADDRESS_1,
            STATE,
            COUNTRY_CODE,
            IGNORE),
        fields(
            "Record ID - Contact|First Name|Last Name|Email|Phone Number|Mobile Phone Number|Company name"
                + "|Job Title|Street Address|State/Region|Country/Region|Create Date"));
    assertEquals(
        List.of(IGNORE, EXTERNAL_ID, FULL_NAME, WORK_EMAIL, WORK_PHONE, ORGANIZATION_NAME, IGNORE),
        fields("id|external_id|name|email|phone|organization|notes"));
  }

  @Test
  void the_field_names_of_genesys_are_understood() {
    assertEquals(
        List.of(
            FIRST_NAME,
            WORK_PHONE,
            WORK_PHONE_EXTENSION,
            WORK_PHONE_SMS,
            IGNORE,
            IGNORE,
            CELL_PHONE,
            WORK_EMAIL,
            PERSONAL_EMAIL,
            OTHER_EMAIL,
            ADDRESS_1,
            POSTAL_CODE,
            COUNTRY_CODE,
            WHATSAPP,
            X_HANDLE,
            FACEBOOK,
            LINE,
            INSTAGRAM,
            SURVEY_OPT_OUT,
            EXTERNAL_SYSTEM_URL,
            ORGANIZATION_NAME),
        fields(
            "firstName|workPhone.display|workPhone.extension|workPhone.acceptsSMS|workPhone.e164"
                + "|workPhone.countryCode|cellPhone.display|workEmail|personalEmail|otherEmail"
                + "|address.address1|address.postalCode|address.countryCode"
                + "|whatsAppId.phoneNumber.display|twitterId.screenName|facebookId.ids|lineId.ids"
                + "|instagramId.handle|surveyOptOut|externalSystemUrl|externalOrganization.name"));
  }

  @Test
  void german_name_beside_vorname_is_the_last_name() {
    assertEquals(List.of(LAST_NAME, FIRST_NAME), fields("Name|Vorname", "Ruiz|Ana"));
    assertEquals(List.of(FULL_NAME), fields("Name", "Ana Ruiz"));
  }

  @Test
  void a_lone_first_name_column_with_two_words_in_it_is_the_full_name() {
    assertEquals(List.of(FULL_NAME, CELL_PHONE), fields("Nombre|Móvil", "Ana Ruiz|", "Luis Gil|"));
    assertEquals(List.of(FIRST_NAME, LAST_NAME), fields("Nombre|Apellidos", "Ana María|Ruiz"));
    assertEquals(List.of(FULL_NAME), fields("Nom", "Ana Ruiz"));
  }

  @Test
  void a_title_that_is_a_form_of_address_is_the_salutation() {
    assertEquals(List.of(SALUTATION), fields("Titel", "Dr.", "Prof. Dr.", ""));
    assertEquals(List.of(TITLE), fields("Titel", "Ingenieurin", "Dr.", "Leiter"));
  }

  @Test
  void columns_without_a_telling_name_are_told_by_their_cells() {
    assertEquals(
        List.of(WORK_EMAIL, CELL_PHONE, WORK_PHONE, EXTERNAL_SYSTEM_URL, IGNORE, IGNORE, IGNORE),
        fields(
            "A|Column 2|Numer telefonu|D||F|G",
            "ana@example.com|0151 23456789|030 123456|https://crm.example.com/1|2026-11-23|Ana|4711",
            "|0171/2345678|+49 89 123456|https://crm.example.com/2|23.11.2026|Eva|815",
            "eva@example.com|||||Luis|12"));
    assertEquals(
        Ground.VALUES,
        guess(List.of("?"), List.of(List.of("ana@example.com"))).getFirst().ground());
  }

  @Test
  void bare_digits_are_not_taken_for_telephone_numbers() {
    assertEquals(List.of(IGNORE), fields("?", "3012345678", "3012345679"));
  }

  @Test
  void a_few_odd_cells_do_not_change_the_kind_of_a_column() {
    assertEquals(
        List.of(WORK_EMAIL), fields("?", "a@b.com", "c@d.com", "e@f.com", "g@h.com", "none"));
    assertEquals(List.of(IGNORE), fields("?", "a@b.com", "none", "unknown"));
  }

  @Test
  void of_two_columns_for_one_field_the_better_name_wins() {
    assertEquals(List.of(IGNORE, ORGANIZATION_NAME), fields("Account|Company Name"));
    assertEquals(List.of(CITY, IGNORE), fields("City|Other City"));
    assertEquals(List.of(IGNORE, EXTERNAL_ID), fields("Id|External Id"));
  }

  @Test
  void a_second_unlabelled_number_or_address_is_an_other_one() {
    assertEquals(
        List.of(WORK_PHONE, OTHER_PHONE, WORK_EMAIL, OTHER_EMAIL),
        fields("Phone 1|Phone 2|Email|Email 2"));
    assertEquals(List.of(OTHER_PHONE, WORK_PHONE), fields("Phone|Work Phone"));
  }

  @Test
  void a_first_row_that_is_a_contact_is_no_header() {
    Region region = new Region("DE");
    assertTrue(ColumnGuesses.looksLikeData(List.of("Ana", "ana@example.com"), numbers, region));
    assertTrue(ColumnGuesses.looksLikeData(List.of("Ana", "+34 911 23 45 67"), numbers, region));
    assertFalse(ColumnGuesses.looksLikeData(List.of("Name", "E-mail", "Phone 1"), numbers, region));
  }
}
