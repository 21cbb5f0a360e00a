package dev.callbook.contact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.callbook.change.Change;
import dev.callbook.testing.Answer;
import dev.callbook.testing.CallCentre.Seat;
import dev.callbook.testing.FeatureTest;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A contact's history and the way back.
@QuarkusTest
class ContactHistoryTest extends FeatureTest {
  private Seat admin;

  @BeforeEach
  void signIn() {
    admin = directory.person("Admin", "*");
  }

  private String anaWhoBecameAnna() {
    String id =
        directory
            .contact("Ana Ruiz")
            .workPhone("+34 944 23 45 67")
            .with("title", "\"Buyer\"")
            .with("surveyOptOut", "true")
            .with("twitterId", "{\"id\": \"7\", \"name\": \"Ana\", \"screenName\": \"ana\"}")
            .add();
    patch(id, "$.firstName", "\"Anna\"");
    patch(id, "$.title", "\"Head buyer\"");
    return id;
  }

  private void patch(String id, String field, String value) {
    directory
        .asAdmin()
        .patch(
            CONTACTS + "/" + id,
            """
            {"changes": [{"field": "%s", "action": "Update", "value": %s}]}
            """
                .formatted(field, value))
        .answers(200);
  }

  private Answer restore(String id, int back, String form) {
    Change change = directory.changesOf(id).get(back);
    return api.at(admin).post("/contacts/" + id + "/history/" + change.id() + "/restore", form);
  }

  private Answer read(String id) {
    return directory.asAdmin().get(CONTACTS + "/{}", id).answers(200);
  }

  @Test
  void a_whole_version_comes_back_and_is_a_change_of_its_own() {
    String id = anaWhoBecameAnna();
    assertEquals(303, restore(id, 2, "version=3").status());
    read(id)
        .holds("/firstName", "\"Ana\"")
        .holds("/title", "\"Buyer\"")
        .holds("/surveyOptOut", "true")
        .holds("/workPhone/e164", "\"+34944234567\"")
        .holds("/twitterId/screenName", "\"ana\"");
    Change newest = directory.changesOf(id).getFirst();
    assertEquals(4, newest.version());
    assertEquals("page", newest.origin());
    assertEquals(List.of("firstName", "title"), List.copyOf(fieldsOf(newest)));
  }

  private static java.util.Set<String> fieldsOf(Change change) {
    var names = new java.util.TreeSet<String>();
    java.util.Objects.requireNonNull(change.after()).fieldNames().forEachRemaining(names::add);
    return names;
  }

  @Test
  void one_field_comes_back_alone() {
    String id = anaWhoBecameAnna();
    assertEquals(303, restore(id, 2, "version=3&field=firstName").status());
    read(id).holds("/firstName", "\"Ana\"").holds("/title", "\"Head buyer\"");
  }

  @Test
  void a_field_that_was_empty_becomes_empty_again() {
    String id = directory.contact("Ana Ruiz").add();
    patch(id, "$.title", "\"Buyer\"");
    assertEquals(303, restore(id, 1, "version=2&field=title").status());
    read(id).lacks("/title");
  }

  @Test
  void a_version_that_is_the_current_one_changes_nothing() {
    String id = anaWhoBecameAnna();
    int writes = directory.writesOf(id);
    assertEquals(303, restore(id, 0, "version=3").status());
    assertEquals(writes, directory.writesOf(id));
  }

  @Test
  void someone_elses_change_meanwhile_stops_it_and_is_shown() {
    String id = anaWhoBecameAnna();
    restore(id, 2, "version=2")
        .shows(409)
        .saying("Someone else changed this record meanwhile")
        .saying("Head buyer");
    read(id).holds("/firstName", "\"Anna\"");
  }

  @Test
  void an_organization_that_is_gone_does_not_come_back_by_itself() {
    String organization = directory.organization("Norrviken Bygg AB").add();
    String id = directory.contact("Ana Ruiz").at(organization).add();
    directory.asAdmin().delete(ORGANIZATIONS + "/{}", organization).answers(200);
    restore(id, 1, "version=2")
        .shows(422)
        .saying("Nothing was restored.")
        .saying("This does not exist any more");
    read(id).lacks("/externalOrganization");
  }

  @Test
  void a_change_of_another_contact_is_not_found() {
    String other = directory.contact("Eva Ruiz").add();
    String id = anaWhoBecameAnna();
    Change change = directory.changesOf(other).getFirst();
    api.at(admin)
        .post("/contacts/" + id + "/history/" + change.id() + "/restore", "version=3")
        .shows(404);
  }
}
