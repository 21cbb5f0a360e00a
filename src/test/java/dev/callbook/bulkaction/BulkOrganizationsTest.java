package dev.callbook.bulkaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.callbook.testing.Answer;
import dev.callbook.testing.CallCentre.Seat;
import dev.callbook.testing.NewContact;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Many organizations deleted at once: what goes with them, what stays, and the way back.
@QuarkusTest
class BulkOrganizationsTest extends BulkTest {
  private Answer organization(String id) {
    return directory.asAdmin().get(ORGANIZATIONS + "/" + id);
  }

  private NewContact workerAt(String organization, String name) {
    return directory
        .contact(name)
        .with("externalOrganization", "{\"id\": \"%s\"}".formatted(organization));
  }

  private Answer contact(String id) {
    return directory.asAdmin().get(CONTACTS + "/" + id).answers(200);
  }

  @Test
  void the_deleted_come_back_with_all_that_went_with_them() {
    String source = directory.externalSource("Our CRM");
    String hotel =
        directory
            .organization("Hotel Sol")
            .with("industry", "\"Hotels\"")
            .with("tags", "[\"vip\"]")
            .with(
                "externalIds",
                "[{\"externalSource\": {\"id\": \"%s\"}, \"value\": \"7\"}]".formatted(source))
            .add();
    String mill = directory.organization("Old Mill").add();
    String bank = directory.organization("Bank").add();
    String ana = workerAt(hotel, "Ana Ruiz").add();
    String eva = workerAt(hotel, "Eva Paz").in("Sales").add();
    String luis = workerAt(mill, "Luis Gil").add();
    directory
        .asAdmin()
        .post(ORGANIZATIONS + "/" + hotel + "/notes", "{\"noteText\": \"Pays late\"}")
        .answers(200);
    String manager = directory.relationship(admin.user(), hotel, "Account manager");
    Answer before = organization(hotel).answers(200);

    String action = order(admin, "/organizations", "action=delete&id=" + hotel + "," + mill);
    assertEquals(
        Set.of("Meant 2", "Will change 2", "Contacts that lose their organization 3"),
        tally(admin, action));
    organization(hotel).answers(200);
    assertEquals(
        Set.of("Meant 2", "Changed 2", "Contacts that lose their organization 3"),
        after(admin, action, "run"));
    organization(hotel).answers(404);
    contact(ana).lacks("/externalOrganization");

    // Somebody gives one of them another employer: that decision stays, and is told.
    directory
        .asAdmin()
        .patch(
            CONTACTS + "/" + luis,
            "{\"changes\": [{\"field\": \"$.externalOrganization\", \"action\": \"Update\", \"value\": {\"id\": \"%s\"}}]}"
                .formatted(bank))
        .answers(200);
    assertEquals(
        Set.of(
            "Meant 2",
            "As before 1",
            "Back without some 1",
            "Contacts that lose their organization 3"),
        after(admin, action, "undo"));
    assertTrue(settled(admin, action).contains("/organizations/" + mill));
    Answer back = organization(hotel).answers(200);
    for (String field :
        Set.of("/name", "/industry", "/tags", "/externalIds", "/createDate", "/division")) {
      assertEquals(before.at(field), back.at(field), field);
    }
    contact(ana).holds("/externalOrganization/id", "\"" + hotel + "\"");
    contact(eva).holds("/externalOrganization/id", "\"" + hotel + "\"");
    contact(luis).holds("/externalOrganization/id", "\"" + bank + "\"");
    directory
        .asAdmin()
        .get(ORGANIZATIONS + "/" + hotel + "/notes")
        .answers(200)
        .holds("/entities/0/noteText", "\"Pays late\"");
    directory
        .asAdmin()
        .get("/api/v2/externalcontacts/relationships/" + manager)
        .answers(200)
        .holds("/relationship", "\"Account manager\"");
  }

  @Test
  void all_that_a_filter_finds_are_meant_and_what_another_has_by_now_stays_away() {
    String source = directory.externalSource("Our CRM");
    String ids = "[{\"externalSource\": {\"id\": \"%s\"}, \"value\": \"7\"}]".formatted(source);
    String hotel =
        directory
            .organization("Hotel Sol")
            .with("industry", "\"Hotels\"")
            .with("externalIds", ids)
            .add();
    directory.organization("Hotel Mar").with("industry", "\"Hotels\"").add();
    directory.organization("Bank").with("industry", "\"Finance\"").add();

    String action = order(admin, "/organizations", "action=delete&all=yes&industry=Hotels");
    assertEquals(Set.of("Meant 2", "Will change 2"), tally(admin, action));
    after(admin, action, "run");
    assertEquals(1, directory.asAdmin().get(ORGANIZATIONS).answers(200).at("/total").asInt());
    directory.organization("Another").with("externalIds", ids).add();
    assertEquals(
        Set.of("Meant 2", "As before 1", "Back without some 1"), after(admin, action, "undo"));
    organization(hotel).answers(200).lacks("/externalIds/0");
  }

  @Test
  void who_may_not_delete_organizations_deletes_none() {
    String hotel = directory.organization("Hotel Sol").in("Billing").add();
    Seat agent = directory.person("Agent", "Billing");
    api.at(agent).post("/organizations/bulk", "action=delete&id=" + hotel).shows(403);
    String action = order(admin, "/organizations", "action=delete&id=" + hotel);
    settled(admin, action);
    api.at(agent).get(action).shows(404);
    api.at(admin).get(action.replace("/organizations/", "/contacts/")).shows(404);
    api.at(admin).post("/organizations/bulk", "action=praise&id=" + hotel).shows(400);
    assertEquals(
        "/organizations?industry=Hotels",
        order(admin, "/organizations", "action=delete&industry=Hotels"));
    organization(hotel).answers(200);
  }
}
