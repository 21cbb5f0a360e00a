package dev.callbook.bulkaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.callbook.testing.Answer;
import dev.callbook.testing.CallCentre.Seat;
import dev.callbook.testing.Samples;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What is done to many contacts at once: whom it concerns, what became of them, and the way back.
@QuarkusTest
class BulkActionsTest extends BulkTest {
  private String order(Seat who, String form) {
    return order(who, "/contacts", form);
  }

  private Answer contact(String id) {
    return directory.asAdmin().get(CONTACTS + "/" + id);
  }

  @Test
  void surveys_are_refused_for_those_who_still_allow_them_and_allowed_again_by_the_undo() {
    String ana = directory.contact("Ana Ruiz").add();
    String eva = directory.contact("Eva Paz").with("surveyOptOut", "true").add();
    String luis = directory.contact("Luis Gil").add();

    String action = order(admin, "action=refuse-surveys&id=" + ana + "&id=" + eva + "&id=" + luis);
    assertEquals(Set.of("Meant 3", "Will change 2", "Already so 1"), tally(admin, action));
    assertEquals(1, directory.writesOf(ana));

    assertEquals(Set.of("Meant 3", "Changed 2", "Already so 1"), after(admin, action, "run"));
    contact(ana).answers(200).holds("/surveyOptOut", "true");
    assertEquals(
        List.of(2, 1, 2),
        List.of(directory.writesOf(ana), directory.writesOf(eva), directory.writesOf(luis)));

    // Somebody else decides the same once more: that decision stays.
    for (String surveys : List.of("false", "true")) {
      directory
          .asAdmin()
          .patch(
              CONTACTS + "/" + luis,
              "{\"changes\": [{\"field\": \"$.surveyOptOut\", \"action\": \"Update\", \"value\": %s}]}"
                  .formatted(surveys))
          .answers(200);
    }
    assertEquals(
        Set.of("Meant 3", "As before 1", "Edited since, kept 1", "Already so 1"),
        after(admin, action, "undo"));
    contact(ana).answers(200).holds("/surveyOptOut", "false");
    contact(luis).answers(200).holds("/surveyOptOut", "true");
    assertTrue(settled(admin, action).contains("/contacts/" + luis));
  }

  @Test
  void sms_goes_off_for_everybody_the_filter_finds_and_on_again_where_it_was() {
    String on = "{\"display\": \"+34 911 23 45 6%d\", \"acceptsSMS\": true}";
    String ana = directory.contact("Ana Ruiz").with("workPhone", on.formatted(1)).add();
    String eva = directory.contact("Eva Paz").with("workPhone", on.formatted(2)).add();
    directory.contact("Luis Gil").workPhone("+34 911 23 45 63").add();

    String action = order(admin, "action=sms-off&all=yes&sms=yes");
    assertEquals(Set.of("Meant 2", "Will change 2"), tally(admin, action));
    assertEquals(Set.of("Meant 2", "Changed 2"), after(admin, action, "run"));
    contact(ana).answers(200).holds("/workPhone/acceptsSMS", "false");
    // Another field than the one that comes back.
    directory
        .asAdmin()
        .patch(
            CONTACTS + "/" + eva,
            "{\"changes\": [{\"field\": \"$.title\", \"action\": \"Update\", \"value\": \"Buyer\"}]}")
        .answers(200);
    assertEquals(Set.of("Meant 2", "As before 2"), after(admin, action, "undo"));
    contact(ana).answers(200).holds("/workPhone/acceptsSMS", "true");
    contact(eva).answers(200).holds("/workPhone/acceptsSMS", "true").holds("/title", "\"Buyer\"");
  }

  @Test
  void the_deleted_come_back_whole() {
    String schema = directory.schemaOf(CONTACTS);
    String source = directory.externalSource("Our CRM");
    String ana =
        directory
            .asAdmin()
            .post(
                CONTACTS,
                Samples.following(
                    """
                    {"firstName": "Ana", "lastName": "Ruiz", "workEmail": "ana@ruiz.example",
                     "cellPhone": {"display": "+34 611 23 45 67", "acceptsSMS": true},
                     "externalIds": [{"externalSource": {"id": "%s"}, "value": "7"}]}
                    """
                        .formatted(source),
                    schema,
                    "{\"card_identifier\": \"KX-7040\"}"))
            .answers(200)
            .id();
    String note = CONTACTS + "/" + ana + "/notes";
    String noteId =
        directory.asAdmin().post(note, "{\"noteText\": \"Prefers the mobile\"}").answers(200).id();
    String cookie = "{\"type\": \"Cookie\", \"value\": \"c-1\"}";
    directory
        .asAdmin()
        .patch(
            CONTACTS + "/" + ana + "/identifiers",
            "{\"operation\": \"Claim\", \"identifier\": %s}".formatted(cookie))
        .answers(200);
    Answer before = contact(ana).answers(200);

    String action = order(admin, "action=delete&id=" + ana);
    assertEquals(Set.of("Meant 1", "Will change 1"), tally(admin, action));
    assertEquals(Set.of("Meant 1", "Changed 1"), after(admin, action, "run"));
    contact(ana).answers(404);

    assertEquals(Set.of("Meant 1", "As before 1"), after(admin, action, "undo"));
    Answer now = contact(ana).answers(200);
    for (String field :
        List.of(
            "/workEmail", "/cellPhone", "/externalIds", "/customFields", "/createDate", "/type")) {
      assertEquals(before.at(field), now.at(field), field);
    }
    directory
        .asAdmin()
        .get(note + "/" + noteId)
        .answers(200)
        .holds("/noteText", "\"Prefers the mobile\"");
    directory
        .asAdmin()
        .get(LOOKUP, "+34611234567")
        .answers(200)
        .holds("/contacts/0/id", "\"" + ana + "\"");
    directory
        .asAdmin()
        .post("/api/v2/externalcontacts/identifierlookup/contacts", cookie)
        .answers(200)
        .holds("/id", "\"" + ana + "\"");
  }

  @Test
  void what_another_has_by_now_does_not_come_back() {
    String source = directory.externalSource("Our CRM");
    String ids = "[{\"externalSource\": {\"id\": \"%s\"}, \"value\": \"7\"}]".formatted(source);
    String ana = directory.contact("Ana Ruiz").with("externalIds", ids).add();
    String eva = directory.contact("Eva Paz").add();
    String action = order(admin, "action=delete&id=" + ana + "," + eva);
    after(admin, action, "run");
    directory.contact("Ana Ruiz").with("externalIds", ids).add();
    assertEquals(
        Set.of("Meant 2", "As before 1", "Back without some 1"), after(admin, action, "undo"));
    contact(ana).answers(200).lacks("/externalIds/0");
  }

  @Test
  void whom_one_may_only_see_one_may_not_delete() {
    directory.contact("Ana Ruiz").in("Billing").add();
    Seat agent = directory.person("Agent", "Billing");
    api.at(agent).post("/contacts/bulk", "action=delete&all=yes").shows(403);
    String action = order(admin, "action=delete&all=yes");
    settled(admin, action);
    api.at(agent).get(action).shows(404);
    api.at(agent).post(action + "/run", "").shows(404);
    after(admin, action, "cancel");
    api.at(admin).post(action + "/run", "").shows(409);
    assertEquals(1, directory.asAdmin().get(CONTACTS).answers(200).at("/total").asInt());
  }

  @Test
  void nobody_selected_is_said_and_a_few_are_handed_to_the_merge() {
    assertEquals("/contacts?sms=no", order(admin, "action=delete&sms=no"));
    String ana = directory.contact("Ana Ruiz").add();
    String eva = directory.contact("Eva Paz").add();
    assertEquals("/contacts", order(admin, "action=merge&id=" + ana));
    assertEquals(
        "/contacts/merge?ids=" + ana + "," + eva,
        order(admin, "action=merge&id=" + ana + "&id=" + eva));
    api.at(admin).post("/contacts/bulk", "action=praise&id=" + ana).shows(400);
  }

  @Test
  void whoever_belongs_into_another_division_is_made_anew_there_and_comes_home_by_the_undo() {
    String source = directory.externalSource("Our CRM");
    String sales = directory.division("Sales").wireId();
    String ana =
        directory
            .contact("Ana Ruiz")
            .workPhone("+34 911 23 45 67")
            .with(
                "externalIds",
                "[{\"externalSource\": {\"id\": \"%s\"}, \"value\": \"7\"}]".formatted(source))
            .add();
    directory
        .asAdmin()
        .post(CONTACTS + "/" + ana + "/notes", "{\"noteText\": \"Prefers the mobile\"}")
        .answers(200);
    String eva = directory.contact("Eva Paz").add();
    String luis = directory.contact("Luis Gil").in("Sales").add();
    Answer before = contact(ana).answers(200);
    String form = "action=recreate&id=" + ana + "," + eva + "," + luis;
    Answer question = api.at(admin).post("/contacts/bulk", form).answers(200);
    assertTrue(question.body().contains("<option value=\"" + sales), question.body());

    String action = order(admin, form + "&target=" + sales);
    assertEquals(Set.of("Meant 3", "Will change 2", "Already so 1"), tally(admin, action));
    assertEquals(Set.of("Meant 3", "Changed 2", "Already so 1"), after(admin, action, "run"));
    Answer there = contact(ana).answers(200).holds("/division/id", "\"" + sales + "\"");
    String anew = there.id();
    for (String field : List.of("/firstName", "/workPhone", "/externalIds", "/type")) {
      assertEquals(before.at(field), there.at(field), field);
    }
    directory
        .asAdmin()
        .get(CONTACTS + "/" + anew + "/notes")
        .answers(200)
        .holds("/entities/0/noteText", "\"Prefers the mobile\"");
    assertEquals("/contacts/" + anew, path(api.at(admin).get("/contacts/" + ana).answers(303)));

    // Whom somebody edits there stays there.
    directory
        .asAdmin()
        .patch(
            CONTACTS + "/" + contact(eva).answers(200).id(),
            "{\"changes\": [{\"field\": \"$.title\", \"action\": \"Update\", \"value\": \"Buyer\"}]}")
        .answers(200);
    assertEquals(
        Set.of("Meant 3", "As before 1", "Edited since, kept 1", "Already so 1"),
        after(admin, action, "undo"));
    contact(ana)
        .answers(200)
        .holds("/id", "\"" + ana + "\"")
        .holds("/division", before.at("/division").toString())
        .holds("/createDate", before.at("/createDate").toString());
    contact(anew).answers(200).holds("/id", "\"" + ana + "\"");
    contact(eva).answers(200).holds("/division/id", "\"" + sales + "\"");
  }

  @Test
  void one_contact_is_made_anew_on_its_own_page() {
    String sales = directory.division("Sales").wireId();
    String source = directory.externalSource("Our CRM");
    String ids = "[{\"externalSource\": {\"id\": \"%s\"}, \"value\": \"7\"}]".formatted(source);
    String ana = directory.contact("Ana Ruiz").with("externalIds", ids).add();
    String page = "/contacts/" + ana + "/recreate";
    assertTrue(api.at(admin).get(page).answers(200).body().contains("Recreate Ana Ruiz"));
    // What another has there is said, and nothing happens.
    String other = directory.contact("Eva Paz").in("Sales").with("externalIds", ids).add();
    String form = "version=1&division=" + sales;
    api.at(admin).post(page, form).shows(409);
    contact(ana).answers(200).holds("/id", "\"" + ana + "\"");
    directory.asAdmin().delete(CONTACTS + "/" + other).answers(200);

    api.at(admin).post(page, "version=2&division=" + sales).shows(409);
    api.at(admin).post(page, "version=1&division=" + ana).shows(400);
    String anew = path(api.at(admin).post(page, form).answers(303));
    assertTrue(
        api.at(admin)
            .get(anew + "/history")
            .answers(200)
            .body()
            .contains("Created anew, from another division"));
    Seat agent = directory.person("Agent", "Sales");
    api.at(agent).get(anew + "/recreate").shows(403);
  }
}
