package dev.callbook.csvimport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.callbook.access.Permission;
import dev.callbook.testing.Agent;
import dev.callbook.testing.Answer;
import dev.callbook.testing.Api;
import dev.callbook.testing.FeatureTest;
import dev.callbook.testing.ImportRuns;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Files of organizations alone.
@QuarkusTest
@Tag("oldest-postgres")
class ImportOrganizationsTest extends FeatureTest {
  private static final String ALONE = "&kind=organizations";
  private static final String SHORT = ALONE + "&mapping=ORGANIZATION_ID,ORGANIZATION_NAME";
  private static final String ACCOUNTS =
      """
      Account ID,Account Name,Type,Industry,Billing Street,Billing City,Billing Zip/Postal Code,Billing Country,\
      Phone,Fax,Website,Employees,Annual Revenue,Ticker Symbol,Owner
      0017,Ruiz y Hermanos,Customer,Retail,Calle Mayor 5,Bilbao,48001,ES,911 23 45 67,,https://ruiz.example,120,9000000,,Eva
      0018,Gil AG,,Energy,,Bern,3000,CH,,,gil.example,7,,GIL,
      """;

  private ImportRuns imports() {
    return new ImportRuns(directory);
  }

  private Answer organization(String name) {
    Answer found = directory.asAdmin().get(ORGANIZATIONS + "?q={}", name).answers(200);
    return directory
        .asAdmin()
        .get(ORGANIZATIONS + "/{}", found.text("/entities/0/id"))
        .answers(200);
  }

  private List<String> names() {
    return directory.asAdmin().get(ORGANIZATIONS).answers(200).each("/entities", "/name").stream()
        .sorted()
        .toList();
  }

  private static void counts(Answer it, long add, long change, long keep, long reject) {
    it.holds("/plan/toAdd", String.valueOf(add))
        .holds("/plan/toChange", String.valueOf(change))
        .holds("/plan/toKeep", String.valueOf(keep))
        .holds("/plan/rejected", String.valueOf(reject));
  }

  @Test
  void a_crms_accounts_are_understood_counted_and_added() {
    String file = ACCOUNTS.replace(",GIL,", ",,");
    Answer checked = imports().dryRun(file, ALONE);

    assertEquals(
        List.of(
            "ORGANIZATION_ID",
            "ORGANIZATION_NAME",
            "ORGANIZATION_TYPE",
            "ORGANIZATION_INDUSTRY",
            "ORGANIZATION_ADDRESS_1",
            "ORGANIZATION_CITY",
            "ORGANIZATION_POSTAL_CODE",
            "ORGANIZATION_COUNTRY_CODE",
            "ORGANIZATION_PHONE",
            "ORGANIZATION_FAX",
            "ORGANIZATION_WEBSITE",
            "ORGANIZATION_EMPLOYEES",
            "ORGANIZATION_REVENUE",
            "ORGANIZATION_TICKER",
            "IGNORE"),
        checked.each("/columns", "/field"));
    counts(checked, 2, 0, 0, 0);
    assertEquals(List.of(), names());

    imports().run(checked).holds("/applied/added", "2");

    assertEquals(List.of("Gil AG", "Ruiz y Hermanos"), names());
    organization("Hermanos")
        .holds("/companyType", "\"Customer\"")
        .holds("/industry", "\"Retail\"")
        .holds("/address/city", "\"Bilbao\"")
        .holds("/phoneNumber/e164", "\"+34911234567\"")
        .holds("/websites", "[\"https://ruiz.example\"]")
        .holds("/employeeCount", "120")
        .holds("/revenue", "9000000")
        .holds("/externalIds/0/value", "\"0017\"");
    imports().done(file, ALONE).holds("/applied/kept", "2").holds("/plan/toKeep", "2");
    assertEquals(1, directory.writesOf(organization("Hermanos").id()));
  }

  @Test
  void rows_that_break_a_rule_of_single_writes_are_reported_with_line_and_column() {
    String file =
        """
        Account ID,Account Name,Phone,Employees,CRM Link,Website
        1,,,,,
        2,Acme,none,,,
        3,Beta,,-5,,
        4,Gamma,,a few,,
        5,Delta,,,ftp://x,
        6,Epsilon,,12,,
        """;

    Answer done = imports().done(file, ALONE);

    counts(done, 1, 0, 0, 5);
    String report = imports().report(done);
    for (String reason :
        List.of("2,Account Name,", "3,Phone,", "4,Employees,", "5,Employees,", "6,CRM Link,")) {
      assertTrue(report.contains("\n" + reason), reason + " in " + report);
    }
  }

  @Test
  void a_row_means_whom_its_id_names_then_whoever_has_its_name() {
    imports().done("Id,Name\n1,Acme\n,Müller\n3,Same\n", SHORT);

    Answer done =
        imports()
            .done(
                "Id,Name,City\n1,Acme Ltd,Bern\n2,MULLER,Basel\n4,Same,Chur\n,Fresh,Genf\n",
                SHORT + ",ORGANIZATION_CITY");

    counts(done, 2, 2, 0, 0);
    assertEquals(List.of("Acme Ltd", "Fresh", "MULLER", "Same", "Same"), names());
    organization("MULLER")
        .holds("/externalIds/0/value", "\"2\"")
        .holds("/address/city", "\"Basel\"");
  }

  @Test
  void rows_that_mean_one_organization_are_applied_once_in_file_order() {
    Answer done =
        imports()
            .done(
                "Id,Name,City\n1,Acme,Bern\n,ACME,Basel\n1,Acme,Chur\n2,Acme,Genf\n",
                SHORT + ",ORGANIZATION_CITY");

    counts(done, 2, 2, 0, 0);
    assertEquals(List.of("Acme", "Acme"), names());
    Answer all = directory.asAdmin().get(ORGANIZATIONS).answers(200);
    assertEquals(
        List.of("Chur", "Genf"), all.each("/entities", "/address/city").stream().sorted().toList());
    all.each("/entities", "/id").forEach(id -> assertEquals(1, directory.writesOf(id)));
  }

  @Test
  void a_row_that_fits_several_is_rejected_unless_the_oldest_shall_count() {
    directory.organization("Acme").add();
    directory.organization("ACME").add();
    String file = "Id,Name,City\n,acme,Bern\n,Acme,Basel\n";

    Answer rejected = imports().dryRun(file, SHORT + ",ORGANIZATION_CITY");

    // Of several with a name the one spelt the same is meant.
    rejected.holds("/plan/ambiguous", "1").holds("/plan/toChange", "1");
    assertTrue(imports().report(rejected).contains("2 organizations have this name"));
    directory.asAdmin().post(ImportRuns.IMPORTS + "/" + rejected.id() + "/cancel", "").answers(200);
  }

  @Test
  void organizations_are_recognised_by_their_website_where_that_is_asked_for() {
    imports().done("Name,Site\nAcme,https://www.acme.example/en\n", SITES);
    String file = "Name,Site\nAcme Holding,acme.example\n";

    imports().dryRun(file, SITES).holds("/plan/toAdd", "1");
    imports().done(file, SITES + "&matchOn=website").holds("/plan/toChange", "1");

    assertEquals(List.of("Acme Holding"), names());
    imports()
        .order(file, SITES + "&matchOn=email")
        .refuses(400, "invalid.value", "matchOn", "invalid.value");
  }

  private static final String SITES = ALONE + "&mapping=ORGANIZATION_NAME,ORGANIZATION_WEBSITE";

  @Test
  void each_column_says_which_value_counts() {
    imports().done("Id,Name,City,Site\n1,Acme,Bern,acme.example\n", SHORT + PLACE);

    imports()
        .done(
            "Id,Name,City,Site,Type\n1,Acme,Basel,other.example,Partner\n",
            SHORT + ",ORGANIZATION_CITY:FILL,ORGANIZATION_WEBSITE:STORED,ORGANIZATION_TYPE:FILL")
        .holds("/applied/changed", "1");

    organization("Acme")
        .holds("/address/city", "\"Bern\"")
        .holds("/websites", "[\"acme.example\"]")
        .holds("/companyType", "\"Partner\"");
  }

  private static final String PLACE = ",ORGANIZATION_CITY,ORGANIZATION_WEBSITE";

  @Test
  void who_came_or_went_since_the_dry_run_is_met_as_they_are() {
    imports().done("Id,Name\n1,Acme\n", SHORT);
    Answer checked =
        imports().dryRun("Id,Name,City\n1,Acme,Bern\n2,Beta,Basel\n", SHORT + ",ORGANIZATION_CITY");
    counts(checked, 1, 1, 0, 0);
    directory.organization("Beta").add();
    assertEquals(
        200, directory.asAdmin().delete(ORGANIZATIONS + "/" + organization("Acme").id()).status());

    Answer done = imports().run(checked);

    done.holds("/applied/added", "1").holds("/applied/changed", "1");
    assertEquals(List.of("Acme", "Beta"), names());
    organization("Beta").holds("/address/city", "\"Basel\"");
  }

  @Test
  void custom_fields_of_organizations_are_read_by_their_own_schema() {
    directory.schemaOf(ORGANIZATIONS);
    String mapping = SHORT + ",externalOrganization.customFields.tier_enum";

    Answer done = imports().done("Id,Name,Tier\n1,Acme,gold\n2,Beta,tin\n", mapping);

    counts(done, 1, 0, 0, 1);
    assertTrue(imports().report(done).contains("\n3,Tier,"), imports().report(done));
    organization("Acme").holds("/customFields/tier_enum", "\"gold\"");
  }

  @Test
  void the_sample_shows_organizations_field_by_field() {
    imports().done("Id,Name,City\n1,Acme,Bern\n2,Same,Chur\n", SHORT + ",ORGANIZATION_CITY");
    Answer checked =
        imports()
            .dryRun(
                "Id,Name,City\n1,Acme,Basel\n2,Same,Chur\n3,Fresh,Genf\n",
                SHORT + ",ORGANIZATION_CITY");
    Api admin = api.at(directory.person("Admin", "*"));

    Answer sample = admin.get("/imports/" + checked.id() + "/sample").shows(200);

    sample.saying("Acme</a>").saying("<ins>Basel</ins>").saying("Fresh");
    assertFalse(sample.body().contains("Same"), sample::body);
    imports().run(checked);
    admin
        .get("/imports/" + checked.id())
        .shows(200)
        .saying("The run did exactly what the dry run foresaw.")
        .saying("href=\"/organizations\"");
  }

  @Test
  void rights_to_organizations_are_asked_for_and_no_others() {
    String path = ImportRuns.IMPORTS + "?mapping=ORGANIZATION_NAME" + ALONE;
    for (Permission missing : List.of(Permission.ORGANIZATION_ADD, Permission.ORGANIZATION_EDIT)) {
      csv(directory.everythingBut(missing))
          .post(path, "Name\nAcme\n")
          .refuses(400, "invalid.value", "columns", "forbidden");
    }
    csv(directory.everythingBut(Permission.CONTACT_ADD)).post(path, "Name\nAcme\n").answers(202);
    csv(directory.everythingIn("Billing"))
        .post(path + "&division=" + directory.division("Legal").wireId(), "Name\nAcme\n")
        .refuses(400, "invalid.value", "division.id", "invalid.value");
    csv(directory.admin())
        .post(ImportRuns.IMPORTS + "?mapping=FIRST_NAME" + ALONE, "Name\nAcme\n")
        .refuses(400, "invalid.value", "columns", "invalid.value");
    csv(directory.admin())
        .post(ImportRuns.IMPORTS + "?kind=tickets", "Name\nAcme\n")
        .refuses(400, "invalid.value", "kind", "unknown");
  }

  private Api csv(Agent agent) {
    return api.as(agent).with("Content-Type", "text/csv");
  }
}
