package dev.callbook.csvimport.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.callbook.phone.PhoneNumbers;
import dev.callbook.phone.Region;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The files that other programs export map without a hand: every column is known, be it as a field
/// or as none of ours.
class ExportsOfOthersTest {
  private static Map<String, ImportField> mapping(String file) throws IOException {
    try (InputStream in =
            Objects.requireNonNull(
                ExportsOfOthersTest.class.getResourceAsStream("../exports/" + file), file);
        DataFile source = DataFile.open(Samples.channel(in.readAllBytes()), null)) {
      List<List<String>> sample = new ArrayList<>();
      source.forEachRemaining(row -> sample.add(row.cells()));
      List<ColumnGuess> guesses =
          ColumnGuesses.of(source.header(), sample, new PhoneNumbers(), new Region("DE"));
      Map<String, ImportField> mapping = new TreeMap<>();
      guesses.forEach(guess -> mapping.put(source.header().get(guess.column()), guess.field()));
      return mapping;
    }
  }

  /// What every one of these files says about its people.
  @ParameterizedTest
  @CsvSource({
    "google.csv, FULL_NAME FIRST_NAME LAST_NAME SALUTATION TITLE ORGANIZATION_NAME WORK_PHONE CELL_PHONE WORK_EMAIL PERSONAL_EMAIL ADDRESS_1 CITY POSTAL_CODE COUNTRY_CODE MIDDLE_NAME STATE ADDRESS_2",
    "google-legacy.csv, FULL_NAME FIRST_NAME LAST_NAME SALUTATION TITLE ORGANIZATION_NAME WORK_PHONE CELL_PHONE WORK_EMAIL PERSONAL_EMAIL ADDRESS_1 CITY POSTAL_CODE COUNTRY_CODE MIDDLE_NAME STATE ADDRESS_2",
    "outlook.csv, FIRST_NAME LAST_NAME SALUTATION TITLE ORGANIZATION_NAME WORK_PHONE CELL_PHONE HOME_PHONE OTHER_PHONE WORK_EMAIL OTHER_EMAIL ADDRESS_1 ADDRESS_2 CITY POSTAL_CODE COUNTRY_CODE MIDDLE_NAME STATE",
    "salesforce-report.csv, EXTERNAL_ID FIRST_NAME LAST_NAME SALUTATION TITLE ORGANIZATION_NAME WORK_PHONE CELL_PHONE WORK_EMAIL ADDRESS_1 CITY STATE POSTAL_CODE COUNTRY_CODE",
    "salesforce-loader.csv, FULL_NAME EXTERNAL_ID FIRST_NAME LAST_NAME SALUTATION TITLE WORK_PHONE CELL_PHONE HOME_PHONE OTHER_PHONE WORK_EMAIL ADDRESS_1 CITY STATE POSTAL_CODE COUNTRY_CODE",
    "hubspot.csv, EXTERNAL_ID FIRST_NAME LAST_NAME TITLE ORGANIZATION_NAME WORK_PHONE CELL_PHONE WORK_EMAIL ADDRESS_1 CITY STATE POSTAL_CODE COUNTRY_CODE",
    "zendesk.csv, EXTERNAL_ID FULL_NAME ORGANIZATION_NAME WORK_PHONE WORK_EMAIL",
    "genesys-classic.csv, EXTERNAL_ID FIRST_NAME MIDDLE_NAME LAST_NAME SALUTATION TITLE ORGANIZATION_NAME WORK_PHONE CELL_PHONE HOME_PHONE OTHER_PHONE WORK_EMAIL PERSONAL_EMAIL OTHER_EMAIL ADDRESS_1 ADDRESS_2 CITY STATE POSTAL_CODE COUNTRY_CODE X_HANDLE EXTERNAL_SYSTEM_URL SURVEY_OPT_OUT",
    "genesys.csv, EXTERNAL_ID FIRST_NAME MIDDLE_NAME LAST_NAME SALUTATION TITLE ORGANIZATION_NAME WORK_PHONE CELL_PHONE HOME_PHONE OTHER_PHONE WORK_EMAIL PERSONAL_EMAIL OTHER_EMAIL ADDRESS_1 ADDRESS_2 CITY STATE POSTAL_CODE COUNTRY_CODE X_HANDLE EXTERNAL_SYSTEM_URL SURVEY_OPT_OUT",
    "german.csv, EXTERNAL_ID SALUTATION FIRST_NAME LAST_NAME ORGANIZATION_NAME TITLE WORK_PHONE WORK_PHONE_EXTENSION CELL_PHONE HOME_PHONE WORK_EMAIL PERSONAL_EMAIL ADDRESS_1 POSTAL_CODE CITY STATE COUNTRY_CODE SURVEY_OPT_OUT",
    "spanish.csv, EXTERNAL_ID SALUTATION FIRST_NAME LAST_NAME ORGANIZATION_NAME TITLE WORK_PHONE CELL_PHONE HOME_PHONE WORK_EMAIL PERSONAL_EMAIL ADDRESS_1 POSTAL_CODE CITY STATE COUNTRY_CODE",
    "french.csv, EXTERNAL_ID SALUTATION FIRST_NAME LAST_NAME ORGANIZATION_NAME TITLE WORK_PHONE CELL_PHONE HOME_PHONE WORK_EMAIL PERSONAL_EMAIL ADDRESS_1 POSTAL_CODE CITY STATE COUNTRY_CODE"
  })
  void every_field_that_a_contact_has_is_found(String file, String fields) throws IOException {
    assertEquals(
        Arrays.stream(fields.split(" ")).sorted().toList(),
        mapping(file).values().stream()
            .filter(field -> field != ImportField.IGNORE)
            .map(ImportField::name)
            .distinct()
            .sorted()
            .toList());
  }

  /// Columns that come of no field of a contact, as far as they are few enough to name.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "salesforce-report.csv|Account ID; Account Owner; Birthdate; Created Date; Department; Do Not Call; Email Opt Out; Fax; Last Modified Date; Lead Source; Reports To",
        "hubspot.csv|Associated Company; Associated Company IDs; Contact owner; Create Date; Favorite Content Topics; Last Activity Date; Lead Status; Lifecycle Stage; Preferred channels",
        "zendesk.csv|brand; details; notes; restriction; role; shared_phone_number; tags",
        "genesys-classic.csv|Account Address 1; Account City; Account Country Code; Account Id; Account Industry; Account Phone; Account Postal Code; Account Website",
        "genesys.csv|External Organization Address1; External Organization City; External Organization External ID; External Organization Industry; External Organization Phone Number; External Organization Website",
        "german.csv|Bemerkung; Fax; Geburtsdatum",
        "spanish.csv|Fax; Fecha de nacimiento; Notas",
        "french.csv|Date de naissance; Remarques; Télécopie"
      })
  void what_is_no_field_of_a_contact_is_left_out(String file, String columns) throws IOException {
    assertEquals(
        columns,
        mapping(file).entrySet().stream()
            .filter(one -> one.getValue() == ImportField.IGNORE)
            .map(Map.Entry::getKey)
            .collect(Collectors.joining("; ")));
  }

  @Test
  void numbers_go_to_the_labels_beside_them() throws IOException {
    for (String file : List.of("google.csv", "google-legacy.csv")) {
      Map<String, ImportField> mapping = mapping(file);
      assertEquals(ImportField.CELL_PHONE, mapping.get("Phone 1 - Value"), file);
      assertEquals(ImportField.WORK_PHONE, mapping.get("Phone 2 - Value"), file);
      assertEquals(ImportField.WORK_EMAIL, mapping.get("E-mail 1 - Value"), file);
      assertEquals(ImportField.PERSONAL_EMAIL, mapping.get("E-mail 2 - Value"), file);
    }
  }
}
