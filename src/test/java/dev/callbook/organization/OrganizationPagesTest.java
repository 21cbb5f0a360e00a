package dev.callbook.organization;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.callbook.change.Change;
import dev.callbook.testing.Answer;
import dev.callbook.testing.CallCentre.Seat;
import dev.callbook.testing.FeatureTest;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Deleting an organization, and its history, on pages.
@QuarkusTest
class OrganizationPagesTest extends FeatureTest {
  private Seat admin;

  @BeforeEach
  void signIn() {
    admin = directory.person("Admin", "*");
  }

  private void rename(String id, String name) {
    directory
        .asAdmin()
        .patch(
            ORGANIZATIONS + "/" + id,
            "{\"changes\": [{\"field\": \"$.name\", \"action\": \"Update\", \"value\": \"%s\"}]}"
                .formatted(name))
        .answers(200);
  }

  @Test
  void deleting_says_in_numbers_what_it_does() {
    String id = directory.organization("Norrviken Bygg AB").add();
    api.at(admin)
        .get("/organizations/{}/delete", id)
        .shows(200)
        .saying("No contact belongs to it.");
    directory.contact("Ana Ruiz").at(id).in("Billing").add();
    directory.contact("Eva Ruiz").at(id).add();
    api.at(admin)
        .get("/organizations/{}/delete", id)
        .shows(200)
        .saying("2 contacts stay in the directory and lose their organization.")
        .saying("Delete organization, unlink 2 contacts");
  }

  @Test
  void each_contact_that_loses_it_keeps_an_entry_of_that_in_its_history() {
    String id = directory.organization("Norrviken Bygg AB").add();
    String ana = directory.contact("Ana Ruiz").in("Billing").at(id).add();
    String eva = directory.contact("Eva Ruiz").add();

    assertEquals(303, api.at(admin).post("/organizations/" + id + "/delete", "version=1").status());

    directory.asAdmin().get(CONTACTS + "/{}", ana).answers(200).lacks("/externalOrganization");
    assertEquals(2, directory.writesOf(ana));
    assertEquals(1, directory.writesOf(eva));
    Change change = directory.changesOf(ana).getFirst();
    assertEquals(2, change.version());
    assertEquals("page", change.origin());
    assertEquals(
        id, java.util.Objects.requireNonNull(change.before()).path("organization").asText());
    api.at(admin)
        .get("/contacts/{}/history", ana)
        .shows(200)
        .saying("an organization that is gone");
  }

  @Test
  void someone_elses_change_meanwhile_stops_the_deletion_and_is_shown() {
    String id = directory.organization("Norrviken Bygg AB").add();
    rename(id, "Norrviken Hus AB");

    api.at(admin)
        .post("/organizations/" + id + "/delete", "version=1")
        .shows(409)
        .saying("Someone changed this organization after your page was made")
        .saying("<del>Norrviken Bygg AB</del>")
        .saying("name=\"version\" value=\"2\"");
    directory.asAdmin().get(ORGANIZATIONS + "/{}", id).answers(200);

    assertEquals(303, api.at(admin).post("/organizations/" + id + "/delete", "version=2").status());
    directory.asAdmin().get(ORGANIZATIONS + "/{}", id).refuses(404, "not.found");
  }

  @Test
  void of_two_who_edit_one_organization_the_second_chooses_field_by_field() {
    String id =
        directory
            .organization("Norrviken Bygg AB")
            .with("industry", "\"Building\"")
            .with("tags", "[\"north\", \"timber\"]")
            .add();
    rename(id, "Norrviken Hus AB");
    String typed = "name=Norrviken+Bygg&industry=Timber&tags=north%0D%0Atimber&version=";

    Answer conflict = api.at(admin).post("/organizations/" + id, typed + "1").shows(409);
    conflict
        .saying("Two people edited")
        .saying("Norrviken Hus AB")
        .saying("name=\"take-industry\"")
        .saying("name=\"version\" value=\"2\"");
    assertFalse(conflict.body().contains("name=\"take-tags\""), conflict::body);

    String choice = "2&take-name=saved&take-industry=yours";
    assertEquals(303, api.at(admin).post("/organizations/" + id, typed + choice).status());
    directory
        .asAdmin()
        .get(ORGANIZATIONS + "/{}", id)
        .answers(200)
        .holds("/name", "\"Norrviken Hus AB\"")
        .holds("/industry", "\"Timber\"")
        .holds("/tags", "[\"north\", \"timber\"]");
  }

  @Test
  void an_earlier_version_comes_back() {
    String id =
        directory
            .organization("Norrviken Bygg AB")
            .with("tags", "[\"north\"]")
            .with("phoneNumber", "{\"display\": \"+46 8 465 004 31\"}")
            .with("tickers", "[{\"symbol\": \"NORR\", \"exchange\": \"OMX\"}]")
            .add();
    rename(id, "Norrviken Hus AB");
    Change first = directory.changesOf(id).getLast();
    Answer answer =
        api.at(admin)
            .post("/organizations/" + id + "/history/" + first.id() + "/restore", "version=2");
    assertEquals(303, answer.status(), answer::body);
    directory
        .asAdmin()
        .get(ORGANIZATIONS + "/{}", id)
        .answers(200)
        .holds("/name", "\"Norrviken Bygg AB\"")
        .holds("/tags", "[\"north\"]")
        .holds("/tickers/0/symbol", "\"NORR\"");
    assertEquals(3, directory.writesOf(id));
  }

  @Test
  void whoever_may_only_look_is_offered_nothing_to_restore() {
    String id = directory.organization("Norrviken Bygg AB").add();
    rename(id, "Norrviken Hus AB");
    String history = "/organizations/{}/history";
    api.at(admin).get(history, id).shows(200).saying("/restore");
    Seat agent = directory.person("Agent", "*");
    assertFalse(api.at(agent).get(history, id).shows(200).body().contains("/restore"));
  }
}
