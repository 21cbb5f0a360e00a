package dev.callbook.relationship;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.callbook.testing.CallCentre.Seat;
import dev.callbook.testing.FeatureTest;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The relationships of an organization on pages.
@QuarkusTest
class RelationshipPagesTest extends FeatureTest {
  private Seat admin;
  private Seat amara;
  private String page;
  private String organization;

  @BeforeEach
  void arrange() {
    admin = directory.person("Admin", "*");
    amara = directory.person("Agent", "Billing");
    organization = directory.organization("Norrviken Bygg AB").in("Billing").add();
    page = "/organizations/" + organization + "/relationships";
  }

  private int post(String path, String form) {
    return api.at(admin).post(path, form).status();
  }

  @Test
  void a_person_is_picked_changed_and_removed() {
    api.at(admin)
        .get(page)
        .shows(200)
        .saying("No relationships yet")
        .saying("<option value=\"" + amara.user() + "\">Amara Okafor</option>");

    assertEquals(303, post(page, "user=" + amara.user() + "&relationship=Account+manager"));
    String id =
        directory
            .asAdmin()
            .get(ORGANIZATIONS + "/{}/relationships", organization)
            .text("/entities/0/id");
    api.at(admin).get(page).shows(200).saying("value=\"Account manager\"");

    assertEquals(303, post(page + "/" + id, "relationship=Sponsor"));
    api.at(admin).get(page).shows(200).saying("value=\"Sponsor\"");

    assertEquals(303, post(page + "/" + id + "/delete", ""));
    api.at(admin).get(page).shows(200).saying("No relationships yet");
    assertEquals(3, directory.writesOf(id));
    assertEquals("page", directory.changesOf(id).getFirst().origin());
  }

  @Test
  void what_is_wrong_stands_beside_its_field_and_what_was_typed_stays() {
    api.at(admin)
        .post(page, "user=&relationship=Sponsor")
        .shows(422)
        .saying("Pick a person who can sign in.")
        .saying("value=\"Sponsor\"");
    api.at(admin)
        .post(page, "user=" + amara.user() + "&relationship=")
        .shows(422)
        .saying("Enter what they are to this organization.");
    String id = directory.relationship(amara.user(), organization, "Sponsor");
    api.at(admin)
        .post(page + "/" + id + "?page=1", "relationship=" + "x".repeat(101))
        .shows(422)
        .saying("A relationship holds 100 characters at most.")
        .saying("id=\"relationship-" + id + "-error\"");
    assertEquals(1, directory.writesOf(id));
  }

  @Test
  void one_of_another_organization_is_not_found_here() {
    String other = directory.organization("Haddad & Co").add();
    String id = directory.relationship(amara.user(), other, "Sponsor");
    api.at(admin).post(page + "/" + id, "relationship=Buyer").shows(404);
    api.at(admin).post(page + "/" + id + "/delete", "").shows(404);
    assertEquals(1, directory.writesOf(id));
  }

  @Test
  void whoever_may_only_look_sees_them_and_who_is_gone() {
    directory.relationship(amara.user(), organization, "Sponsor");
    directory.deactivate(amara);
    Seat agent = directory.person("Agent", "Billing");
    String body = api.at(agent).get(page).shows(200).saying("Sponsor").saying("Inactive").body();
    assertFalse(body.contains("name=\"user\""), body);
  }
}
