package dev.callbook.csvimport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.callbook.testing.Agent;
import dev.callbook.testing.Answer;
import dev.callbook.testing.Api;
import dev.callbook.testing.FeatureTest;
import dev.callbook.testing.ImportOrders;
import dev.callbook.testing.ImportRuns;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A column that says in which division each row is at home.
@QuarkusTest
class ImportDivisionsTest extends FeatureTest {
  private static final String MAPPING =
      "&mapping=EXTERNAL_ID,FIRST_NAME,LAST_NAME,DIVISION,ORGANIZATION_NAME";
  private static final String FILE =
      """
      Id,First,Last,Branch,Company
      1,Ana,Ruiz,billing,Acme
      1,Ana,Gil,LEGAL,Acme
      2,Eva,Paz,,Acme
      1,Ana,Sol,Billing,
      """;

  private String billing = "";

  @BeforeEach
  void thereAreDivisions() {
    billing = directory.division("Billing").wireId();
    directory.division("Legal");
  }

  private ImportRuns imports() {
    return new ImportRuns(directory);
  }

  private List<String> contacts(String division) {
    return directory
        .asAdmin()
        .get(CONTACTS + "?divisionIds={}", directory.division(division).wireId())
        .answers(200)
        .each("/entities", "/lastName")
        .stream()
        .sorted()
        .toList();
  }

  @Test
  void each_row_is_matched_and_added_in_its_own_division() {
    Answer checked = imports().dryRun(FILE, MAPPING);

    checked.holds("/plan/toAdd", "3").holds("/plan/toChange", "1");
    checked.holds("/organizations/planned/toAdd", "3");
    imports()
        .run(checked)
        .holds("/applied/added", "3")
        .holds("/applied/changed", "1")
        .holds("/organizations/applied/added", "3");
    assertEquals(List.of("Sol"), contacts("Billing"));
    assertEquals(List.of("Gil"), contacts("Legal"));
    imports()
        .done(FILE.replace("1,Ana,Sol,Billing,\n", ""), MAPPING)
        .holds("/plan/toChange", "1")
        .holds("/applied/kept", "2");
  }

  @Test
  void a_division_that_is_none_or_not_the_importers_rejects_its_row_and_names_the_column() {
    Agent biller = directory.everythingIn("Billing");
    Api api = this.api.as(biller).with("Content-Type", "text/csv");
    Answer ordered =
        api.post(
                ImportRuns.IMPORTS
                    + "?source=CRM&division="
                    + billing
                    + "&mapping=FIRST_NAME,LAST_NAME,DIVISION",
                "First,Last,Branch\nAna,Ruiz,Billing\nLuis,Gil,Legal\nEva,Paz,Nowhere\nBo,Vik,"
                    + billing
                    + "\n")
            .answers(202);

    Answer checked = imports().end(ordered);

    checked.holds("/plan/toAdd", "2").holds("/plan/rejected", "2");
    String report =
        api.get(ImportRuns.IMPORTS + "/" + checked.id() + "/rejections").answers(200).body();
    assertTrue(report.contains("\n3,Branch,\"There is no division of this name"), report);
    assertTrue(report.contains("\n4,Branch,"), report);
  }

  @Test
  void whoever_may_not_see_all_of_its_divisions_does_not_see_the_import() {
    Answer checked = imports().dryRun(FILE, MAPPING + "&division=" + billing);
    String path = ImportRuns.IMPORTS + "/" + checked.id();
    Api biller = api.as(directory.everythingIn("Billing"));

    biller.get(path).refuses(404, "not.found");
    biller.get(path + "/rejections").refuses(404, "not.found");
    biller.post(path + "/run", "").refuses(404, "not.found");
    assertEquals(0, biller.get(ImportRuns.IMPORTS).answers(200).at("/entities").size());
    api.at(directory.person("Admin", "*"))
        .get("/imports/" + checked.id())
        .shows(200)
        .saying("the divisions that rows name");
  }

  @Test
  void organizations_go_by_it_too_and_so_do_the_apis_settings() {
    imports()
        .done(
            "Name,Branch\nAcme,Billing\nAcme,Legal\nAcme,billing\n",
            "&kind=organizations&mapping=ORGANIZATION_NAME,DIVISION")
        .holds("/applied/added", "2")
        .holds("/applied/kept", "1");
    ImportOrders orders = directory.imports();
    String job =
        orders.order(
            "*",
            "First,Last,Branch\nAna,Ruiz,Legal\n",
            "First",
            "firstName",
            "Last",
            "lastName",
            "Branch",
            "division.name");

    orders.completed(job);

    assertEquals(List.of("Ruiz"), contacts("Legal"));
  }
}
