package dev.callbook.csvimport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.callbook.access.Permission;
import dev.callbook.testing.Answer;
import dev.callbook.testing.FeatureTest;
import dev.callbook.testing.ImportOrders;
import dev.callbook.testing.ImportRuns;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Contacts and their organizations in one row.
@QuarkusTest
class ImportEmployersTest extends FeatureTest {
  private static final String MAPPING =
      "&mapping=EXTERNAL_ID,FIRST_NAME,LAST_NAME,ORGANIZATION_ID,ORGANIZATION_NAME,ORGANIZATION_CITY,ORGANIZATION_PHONE";
  private static final String FILE =
      """
      Id,First,Last,Account,Company,City,Main
      1,Ana,Ruiz,A1,Acme,Bern,+41311234567
      2,Luis,Gil,A1,ACME,Basel,
      3,Eva,Paz,,acme,,
      4,Bo,Vik,B2,Beta,,
      5,Cleo,Sand,,,,
      """;

  private ImportRuns imports() {
    return new ImportRuns(directory);
  }

  private Answer contact(String name) {
    Answer found = directory.asAdmin().get(CONTACTS + "?q={}", name).answers(200);
    return directory
        .asAdmin()
        .get(CONTACTS + "/{}?expand=externalOrganization", found.text("/entities/0/id"))
        .answers(200);
  }

  @Test
  void a_row_links_its_contact_by_the_organizations_id_then_by_its_name() {
    Answer checked = imports().dryRun(FILE, MAPPING);

    checked
        .holds("/plan/toAdd", "5")
        .holds("/organizations/planned", "{\"toAdd\": 2, \"toChange\": 0, \"toKeep\": 0}");
    Answer done = imports().run(checked);

    done.holds("/applied/added", "5").holds("/organizations/applied/added", "2");
    String acme = contact("Ruiz").text("/externalOrganization/id");
    contact("Ruiz")
        .holds("/externalOrganization/name", "\"Acme\"")
        .holds("/externalOrganization/address/city", "\"Basel\"")
        .holds("/externalOrganization/phoneNumber/e164", "\"+41311234567\"")
        .holds("/externalOrganization/externalIds/0/value", "\"A1\"");
    assertEquals(acme, contact("Gil").text("/externalOrganization/id"));
    assertEquals(acme, contact("Paz").text("/externalOrganization/id"));
    contact("Vik").holds("/externalOrganization/name", "\"Beta\"");
    contact("Sand").lacks("/externalOrganization");
    assertEquals(1, directory.writesOf(acme));
    imports()
        .done(FILE, MAPPING)
        .holds("/applied/kept", "5")
        .holds("/organizations/applied/added", "0");
  }

  @Test
  void a_stored_organization_is_corrected_and_its_contacts_are_left_alone() {
    imports().done(FILE, MAPPING);

    Answer done = imports().done(FILE.replace("Basel", "Chur").replace("Bern", "Chur"), MAPPING);

    done.holds("/plan/toKeep", "5")
        .holds("/organizations/planned/toChange", "1")
        .holds("/organizations/applied/changed", "1");
    contact("Ruiz").holds("/externalOrganization/address/city", "\"Chur\"");
  }

  @Test
  void a_row_whose_organization_breaks_a_rule_is_rejected_whole() {
    Answer done =
        imports()
            .done(
                """
                Id,First,Last,Account,Company,City,Main
                1,Ana,Ruiz,A1,,Bern,
                2,,Gil,A2,Acme,,none
                3,Eva,Paz,A3,Beta,,
                """,
                MAPPING);

    done.holds("/plan/rejected", "2").holds("/applied/added", "1");
    String report = imports().report(done);
    assertTrue(report.contains("\n2,Company,"), report);
    assertTrue(report.contains("\n3,Main,"), report);
  }

  @Test
  void names_alone_count_too() {
    directory.organization("Acme").add();

    Answer done =
        imports()
            .done(
                "First,Last,Company\nAna,Ruiz,ACME\nLuis,Gil,Beta\n",
                "&mapping=FIRST_NAME,LAST_NAME,ORGANIZATION_NAME");

    done.holds("/organizations/planned", "{\"toAdd\": 1, \"toChange\": 0, \"toKeep\": 1}")
        .holds("/organizations/applied/added", "1");
  }

  @Test
  void a_column_that_says_more_than_a_name_needs_the_name_and_the_right_to_correct() {
    String file = "First,Last,Company,City\nAna,Ruiz,Acme,Bern\n";
    imports()
        .order(file, "&mapping=FIRST_NAME,LAST_NAME,IGNORE,ORGANIZATION_CITY")
        .refuses(400, "invalid.value", "columns", "required");
    String mapping = "?mapping=FIRST_NAME,LAST_NAME,ORGANIZATION_NAME,ORGANIZATION_CITY";
    api.as(directory.everythingBut(Permission.ORGANIZATION_EDIT))
        .with("Content-Type", "text/csv")
        .post(ImportRuns.IMPORTS + mapping, file)
        .refuses(400, "invalid.value", "columns", "forbidden");
    api.as(directory.everythingBut(Permission.ORGANIZATION_EDIT))
        .with("Content-Type", "text/csv")
        .post(ImportRuns.IMPORTS + mapping.replace("ORGANIZATION_CITY", "CITY"), file)
        .answers(202);
  }

  @Test
  void the_apis_settings_lead_to_organizations_too() {
    ImportOrders orders = directory.imports();
    String job =
        orders.order(
            "*",
            "First,Last,Company,Site\nAna,Ruiz,Acme,acme.example\n",
            "First",
            "firstName",
            "Last",
            "lastName",
            "Company",
            "$.externalOrganization.name",
            "Site",
            "$.externalOrganization.websites");

    orders.completed(job);

    contact("Ruiz").holds("/externalOrganization/websites", "[\"acme.example\"]");
    String columns =
        directory
            .asAdmin()
            .post(
                ImportOrders.IMPORT + "/csv/settings",
                """
                {"externalSettingsId": "%s", "kind": "organizations",
                 "mappings": [{"sourceField": "Company", "targetField": "externalOrganization.name"},
                              {"sourceField": "Branch", "targetField": "externalOrganization.industry"}]}
                """
                    .formatted(orders.settings()))
            .answers(201)
            .holds("/kind", "\"organizations\"")
            .id();
    String upload = orders.upload("Company,Branch\nAcme,Retail\nBeta,Energy\n");
    orders
        .completed(
            orders.job(directory.asAdmin(), upload, columns, "*").answers(202).text("/job/id"))
        .holds("/metadata/importSuccessCount", "2");
    assertEquals(
        List.of("Acme", "Beta"),
        directory.asAdmin().get(ORGANIZATIONS).answers(200).each("/entities", "/name").stream()
            .sorted()
            .toList());
  }
}
