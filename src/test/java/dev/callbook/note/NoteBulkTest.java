package dev.callbook.note;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.callbook.access.Permission;
import dev.callbook.testing.Agent;
import dev.callbook.testing.FeatureTest;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Several notes in one request.
@QuarkusTest
class NoteBulkTest extends FeatureTest {
  private static final String NOTES = BULK + "/notes";
  private static final String NOBODY = "019ab0f6-7c00-7000-8000-00000000ffff";

  private String contact;
  private String organization;

  @BeforeEach
  void arrange() {
    contact = directory.contact("Ana Ruiz").in("Billing").add();
    organization = directory.organization("Ruiz").in("Billing").add();
  }

  private static String entities(String... entities) {
    return "{\"entities\": [" + String.join(", ", entities) + "]}";
  }

  private static String id(String id) {
    return "{\"id\": \"" + id + "\"}";
  }

  private static String about(String type, String id, String text) {
    return """
    {"entityType": "%s", "entityId": "%s", "noteText": "%s"}
    """
        .formatted(type, id, text);
  }

  private static String edit(String id, String text) {
    return "{\"id\": \"" + id + "\", \"noteText\": \"" + text + "\"}";
  }

  private String add(String type, String id) {
    return directory
        .asAdmin()
        .post(NOTES + "/add", entities(about(type, id, "first")))
        .answers(200)
        .text("/results/0/entity/id");
  }

  @Test
  void notes_on_contacts_and_organizations_are_added_at_once() {
    var answer =
        directory
            .asAdmin()
            .post(
                NOTES + "/add",
                entities(
                    about("contact", contact, " Calls early. "),
                    about("organization", organization, "Pays late"),
                    about("contact", NOBODY, "Calls early"),
                    about("organization", organization, " "),
                    about("lead", contact, "Calls early"),
                    "{\"noteText\": \"About nobody\"}"));
    answer.answers(200, "bulk-add.response.json");
    String note = answer.text("/results/0/entity/id");
    directory.asAdmin().get(CONTACTS + "/{}/notes/{}", contact, note).answers(200);
    assertEquals(1, directory.writesOf(note));
  }

  @Test
  void they_are_fetched_changed_and_removed_in_request_order() {
    String ofContact = add("contact", contact);
    String ofOrganization = add("organization", organization);

    directory
        .asAdmin()
        .post(NOTES, entities(id(ofOrganization), id("x"), id(NOBODY), id(ofContact)))
        .answers(200)
        .holds("/results/0/entity/entityType", "\"organization\"")
        .holds("/results/1/status", "400")
        .holds("/results/2/status", "404")
        .holds("/results/3/entity/entityType", "\"contact\"")
        .holds("/errorIndexes", "[1, 2]");
    directory
        .asAdmin()
        .post(
            NOTES + "/update",
            entities(
                edit(NOBODY, "second"),
                edit(ofContact, "second"),
                edit(ofOrganization, ""),
                "{\"noteText\": \"second\"}"))
        .answers(200)
        .holds("/results/0/status", "404")
        .holds("/results/1/entity/noteText", "\"second\"")
        .holds("/results/2/status", "400")
        .holds("/results/3/status", "400");
    directory
        .asAdmin()
        .post(NOTES + "/remove", entities(id(ofContact), id(NOBODY)))
        .answers(200)
        .holds("/results/0/success", "true")
        .lacks("/results/0/entity")
        .holds("/results/1/status", "404");
    assertEquals(3, directory.writesOf(ofContact));
    assertEquals(1, directory.writesOf(ofOrganization));
  }

  @Test
  void a_note_stays_with_its_record_and_changes_once_a_request() {
    String note = add("contact", contact);
    directory
        .asAdmin()
        .post(
            NOTES + "/update",
            entities(
                about("organization", organization, "second")
                    .replace("{", "{\"id\": \"" + note + "\", ")))
        .answers(200)
        .holds("/results/0/status", "400")
        .holds("/results/0/error/details/0/fieldName", "\"entityId\"");
    directory
        .asAdmin()
        .post(NOTES + "/update", entities(edit(note, "a"), edit(note, "b")))
        .refuses(400, "invalid.value", "entities", "invalid.value");
    assertEquals(1, directory.writesOf(note));
  }

  @Test
  void those_of_another_division_stay_hidden_and_unchanged() {
    String note = add("contact", contact);
    Agent stranger = directory.everythingIn("Legal");
    for (String call : new String[] {"", "/remove"}) {
      api.as(stranger)
          .post(NOTES + call, entities(id(note)))
          .answers(200)
          .holds("/results/0/status", "404");
    }
    api.as(stranger)
        .post(NOTES + "/update", entities(edit(note, "second")))
        .answers(200)
        .holds("/results/0/status", "404");
    api.as(stranger)
        .post(NOTES + "/add", entities(about("contact", contact, "second")))
        .answers(200)
        .holds("/results/0/status", "404");
    assertEquals(1, directory.writesOf(note));
  }

  @Test
  void both_permissions_are_needed() {
    api.as(directory.everythingBut(Permission.CONTACT_VIEW))
        .post(NOTES, entities(id(NOBODY)))
        .refuses(403, "missing.any.permissions");
    api.as(directory.everythingBut(Permission.ORGANIZATION_VIEW))
        .post(NOTES, entities(id(NOBODY)))
        .refuses(403, "missing.any.permissions");
  }
}
