package dev.callbook.csvimport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.callbook.testing.Agent;
import dev.callbook.testing.Answer;
import dev.callbook.testing.FeatureTest;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Imports of organizations, and of rows that say their division, taken back.
@QuarkusTest
class UndoOrganizationsTest extends FeatureTest {
  private static final String COLUMNS =
      "&kind=organizations&mapping=ORGANIZATION_ID,ORGANIZATION_NAME,ORGANIZATION_INDUSTRY,ORGANIZATION_TYPE";

  private Imported imports;

  @BeforeEach
  void begin() {
    imports = new Imported(directory);
  }

  private Answer organization(String id) {
    return directory.asAdmin().get(ORGANIZATIONS + "/{}", id).answers(200);
  }

  private List<String> names(String records, String field) {
    return directory.asAdmin().get(records).answers(200).each("/entities", field).stream()
        .sorted()
        .toList();
  }

  @Test
  void those_it_added_go_and_those_it_changed_are_as_before_but_for_what_somebody_changed_since() {
    String mill = directory.organization("Old Mill").with("industry", "\"Milling\"").add();
    String bank = directory.organization("Bank").with("industry", "\"Finance\"").add();
    Answer done =
        imports.done(
            """
            Id,Name,Industry,Type
            1,Old Mill,Museums,Partner
            2,Bank,Insurance,Customer
            3,Hotel Sol,Hotels,Customer
            3,Hotel Sol,Hotels and bars,Customer
            """,
            COLUMNS);
    assertEquals(List.of("Bank", "Hotel Sol", "Old Mill"), names(ORGANIZATIONS, "/name"));
    Answer edited = organization(bank).holds("/industry", "\"Insurance\"");
    directory
        .asAdmin()
        .put(ORGANIZATIONS + "/" + bank, edited.body().replace("\"Insurance\"", "\"Money\""))
        .answers(200);

    imports
        .undone(done.id())
        .holds("/done/organizationsRemoved", "1")
        .holds("/done/organizationsRestored", "1")
        .holds("/done/organizationsPartlyRestored", "1");

    assertEquals(List.of("Bank", "Old Mill"), names(ORGANIZATIONS, "/name"));
    organization(mill)
        .holds("/industry", "\"Milling\"")
        .lacks("/companyType")
        .lacks("/externalIds/0");
    organization(bank).holds("/industry", "\"Money\"").lacks("/companyType");
    assertTrue(imports.kept(done.id()).contains("Bank"), imports.kept(done.id()));
  }

  @Test
  void rows_of_several_divisions_are_taken_back_in_all_of_them() {
    directory.division("Billing");
    directory.division("Legal");
    Answer done =
        imports.done(
            """
            Id,First,Last,Branch,Company
            1,Ana,Ruiz,Billing,Acme
            2,Eva,Paz,Legal,Umbrella
            """,
            "&mapping=EXTERNAL_ID,FIRST_NAME,LAST_NAME,DIVISION,ORGANIZATION_NAME");
    assertEquals(List.of("Ana", "Eva"), names(CONTACTS, "/firstName"));
    Agent biller = directory.everythingIn("Billing");
    api.as(biller).post(Imported.undoOf(done.id()), "").answers(404);

    imports.undone(done.id()).holds("/done/removed", "2").holds("/done/organizationsRemoved", "2");

    assertEquals(List.of(), names(CONTACTS, "/firstName"));
    assertEquals(List.of(), names(ORGANIZATIONS, "/name"));
  }
}
