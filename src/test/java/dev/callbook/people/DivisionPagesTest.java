package dev.callbook.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.callbook.access.Division;
import dev.callbook.testing.CallCentre.Seat;
import dev.callbook.testing.FeatureTest;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Divisions on pages: added, renamed, deleted when empty, and restored.
@QuarkusTest
class DivisionPagesTest extends FeatureTest {
  private Seat admin;

  @BeforeEach
  void signIn() {
    admin = directory.person("Admin", "*");
  }

  private String path(Division division) {
    return "/divisions/" + division.id().value();
  }

  @Test
  void a_division_is_added_and_renamed() {
    assertEquals(
        303, api.at(admin).post("/divisions", "name=Billing&description=Invoices").status());
    api.at(admin).get("/divisions").shows(200).saying("Billing").saying("Invoices");
    api.at(admin).post("/divisions", "name=billing").shows(422).saying("has this name");
    api.at(admin).post("/divisions", "name=").shows(422).saying("1 to 200 characters");

    Division billing = directory.division("Billing");
    directory.division("Legal");
    api.at(admin).post(path(billing), "name=Legal").shows(422).saying("has this name");
    assertEquals(303, api.at(admin).post(path(billing), "name=Accounts").status());
    api.at(admin).get(path(billing)).shows(200).saying("Accounts");
    assertEquals(2, directory.writesOf(billing.id().value().toString()));
  }

  @Test
  void a_division_says_what_is_inside_and_goes_only_when_nothing_is() {
    Division billing = directory.division("Billing");
    String contact = directory.contact("Ana Ruiz").in("Billing").add();
    directory.organization("Norrviken Bygg AB").in("Billing").add();
    directory.person("Agent", "Billing");
    api.at(admin)
        .get(path(billing))
        .shows(200)
        .saying("<dt>Contacts</dt><dd class=\"tn\">1</dd>")
        .saying("<dt>Organizations</dt><dd class=\"tn\">1</dd>")
        .saying("<dt>Roles held in it</dt><dd class=\"tn\">1</dd>")
        .saying("It can be deleted once it is empty");
    api.at(admin).post(path(billing) + "/delete", "").shows(409).saying("once it is empty");

    directory.asAdmin().get(CONTACTS + "/{}", contact).answers(200);
    Division legal = directory.division("Legal");
    directory.person("Agent", "Legal");
    api.at(admin).get(path(legal)).shows(200).saying("Roles held in it that end: 1");
    assertEquals(303, api.at(admin).post(path(legal) + "/delete", "").status());
    api.at(admin).get(path(legal)).shows(404);

    api.at(admin).get("/divisions").shows(200).saying("Deleted divisions");
    assertEquals(
        303, api.at(admin).post("/divisions/restore", "division=" + legal.id().value()).status());
    api.at(admin).get(path(legal)).shows(200);
  }

  @Test
  void the_home_division_cannot_be_deleted() {
    Division home = directory.division("Home");
    String page = api.at(admin).get(path(home)).shows(200).saying("cannot be deleted").body();
    assertFalse(page.contains(path(home) + "/delete"));
    api.at(admin).post(path(home) + "/delete", "").shows(409);
    api.at(admin).get(path(home)).shows(200);
  }
}
