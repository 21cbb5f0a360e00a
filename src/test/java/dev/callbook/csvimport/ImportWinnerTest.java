package dev.callbook.csvimport;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callbook.testing.Answer;
import dev.callbook.testing.FeatureTest;
import dev.callbook.testing.ImportOrders;
import dev.callbook.testing.ImportRuns;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Which value counts where a row meets a contact that has one already.
@QuarkusTest
class ImportWinnerTest extends FeatureTest {
  private ImportRuns imports() {
    return new ImportRuns(directory);
  }

  @BeforeEach
  void anaIsStored() {
    directory.schemaOf(CONTACTS);
    imports()
        .done(
            """
            Id,First,Last,Title,Phone,Ext,SMS,Mail,Card,Company
            1,Ana,Ruiz,Buyer,+34911234567,12,yes,ana@ruiz.example,KX-7040,Acme
            """,
            "&mapping=EXTERNAL_ID,FIRST_NAME,LAST_NAME,TITLE,WORK_PHONE,WORK_PHONE_EXTENSION,WORK_PHONE_SMS,"
                + "WORK_EMAIL,customFields.card_identifier,ORGANIZATION_NAME");
  }

  private static final String FILE =
      """
      Id,First,Last,Title,City,Phone,Ext,SMS,Cell,Mail,Mail 2,Card,Tier,Company,Surveys
      1,Anna,Ruiz Gil,Seller,Bilbao,+34911234568,99,no,+34600111222,a@b.example,a2@b.example,KX-1111,gold,Other,yes
      2,Luis,Paz,Clerk,Madrid,+34911234569,7,yes,+34600111223,l@b.example,l2@b.example,KX-2222,silver,Other,yes
      """;

  private static String mapping(String wins) {
    return "&mapping=EXTERNAL_ID"
        + (",FIRST_NAME,LAST_NAME,TITLE,CITY,WORK_PHONE,WORK_PHONE_EXTENSION,WORK_PHONE_SMS,CELL_PHONE,"
                + "WORK_EMAIL,WORK_EMAIL,customFields.card_identifier,customFields.tier_enum,"
                + "ORGANIZATION_NAME,SURVEY_OPT_OUT")
            .replace(",", wins + ",")
            .substring(wins.length())
        + wins;
  }

  private Answer contact(String id) {
    String found =
        directory.asAdmin().get(CONTACTS + "?q={}", id).answers(200).text("/entities/0/id");
    return directory
        .asAdmin()
        .get(CONTACTS + "/" + found + "?expand=externalOrganization")
        .answers(200);
  }

  @Test
  void a_column_that_fills_gaps_leaves_every_value_that_is_there() {
    Answer done = imports().done(FILE, mapping(":FILL"));

    done.holds("/plan/toChange", "1").holds("/plan/toAdd", "1").holds("/applied/changed", "1");
    contact("KX-7040")
        .holds("/firstName", "\"Ana\"")
        .holds("/title", "\"Buyer\"")
        .holds("/address/city", "\"Bilbao\"")
        .holds("/workPhone/e164", "\"+34911234567\"")
        .holds("/workPhone/extension", "12")
        .holds("/workPhone/acceptsSMS", "true")
        .holds("/cellPhone/e164", "\"+34600111222\"")
        .holds("/cellPhone/acceptsSMS", "false")
        .holds("/workEmail", "\"ana@ruiz.example\"")
        .holds("/emailAddresses/1/address", "\"a2@b.example\"")
        .holds("/customFields", "{\"card_identifier\": \"KX-7040\", \"tier_enum\": \"gold\"}")
        .holds("/externalOrganization/name", "\"Acme\"")
        .holds("/surveyOptOut", "false");
    imports().done(FILE, mapping(":FILL")).holds("/plan/toKeep", "2").holds("/applied/kept", "2");
  }

  @Test
  void a_column_for_new_contacts_only_leaves_stored_ones_as_they_are() {
    Answer done = imports().done(FILE, mapping(":STORED"));

    done.holds("/plan/toKeep", "1")
        .holds("/plan/toAdd", "1")
        .holds("/applied/kept", "1")
        .holds("/applied/added", "1");
    contact("KX-7040").holds("/title", "\"Buyer\"").lacks("/address").lacks("/cellPhone");
    contact("KX-2222")
        .holds("/title", "\"Clerk\"")
        .holds("/workPhone/extension", "7")
        .holds("/workPhone/acceptsSMS", "true")
        .holds("/externalOrganization/name", "\"Other\"")
        .holds("/surveyOptOut", "true");
  }

  @Test
  void the_file_replaces_by_default_and_another_number_starts_with_sms_off() {
    String withoutSms = mapping("").replace("WORK_PHONE_SMS", "IGNORE");

    imports().done(FILE, withoutSms).holds("/plan/toChange", "1").holds("/applied/changed", "1");

    contact("KX-1111")
        .holds("/firstName", "\"Anna\"")
        .holds("/workPhone/e164", "\"+34911234568\"")
        .holds("/workPhone/extension", "99")
        .holds("/workPhone/acceptsSMS", "false")
        .holds("/externalOrganization/name", "\"Other\"")
        .holds("/surveyOptOut", "true");
    contact("KX-2222").holds("/workPhone/acceptsSMS", "false");
  }

  @Test
  void rows_repeated_in_the_file_keep_to_it_too() {
    imports()
        .done(
            "Id,First,Last,Title\n3,Eva,Sol,Clerk\n3,Eva,Sol,Head\n",
            "&mapping=EXTERNAL_ID,FIRST_NAME,LAST_NAME,TITLE:FILL");

    String eva = directory.asAdmin().get(CONTACTS + "?q=Eva").answers(200).text("/entities/0/id");
    directory.asAdmin().get(CONTACTS + "/" + eva).answers(200).holds("/title", "\"Clerk\"");
    assertEquals(1, directory.writesOf(eva));
  }

  @Test
  void the_apis_settings_say_it_beside_the_columns_target() {
    ImportOrders orders = directory.imports();
    String columns =
        orders.columnsOf(
            orders.settings(),
            "Id",
            "externalIds",
            "First",
            "firstName",
            "Last",
            "lastName",
            "Title",
            "title");
    String path = ImportOrders.IMPORT + "/csv/settings/" + columns;
    ObjectNode body = (ObjectNode) directory.asAdmin().get(path).answers(200).json();
    ((ObjectNode) body.at("/mappings/3")).put("wins", "OLDEST");
    directory
        .asAdmin()
        .put(path, body.toString())
        .refuses(400, "invalid.value", "mappings[3].wins", "invalid.value");
    ((ObjectNode) body.at("/mappings/3")).put("wins", "STORED");
    directory
        .asAdmin()
        .put(path, body.toString())
        .answers(200)
        .holds("/mappings/3/wins", "\"STORED\"")
        .lacks("/mappings/3/transform")
        .lacks("/mappings/2/wins");

    String upload = orders.upload("Id,First,Last,Title\n1,Ana,Ruiz Gil,Seller\n");
    orders.completed(
        orders.job(directory.asAdmin(), upload, columns, "*").answers(202).text("/job/id"));

    contact("KX-7040").holds("/lastName", "\"Ruiz Gil\"").holds("/title", "\"Buyer\"");
    imports()
        .order("Id,Last\n1,Ruiz\n", "&mapping=EXTERNAL_ID,LAST_NAME:OLDEST")
        .refuses(400, "invalid.value", "mapping", "unknown");
  }
}
