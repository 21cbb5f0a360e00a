package dev.callbook.contact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.callbook.testing.Answer;
import dev.callbook.testing.FeatureTest;
import dev.callbook.testing.Samples;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// `putExternalcontactsContact`
@QuarkusTest
@Tag("oldest-postgres")
class ReplaceContactTest extends FeatureTest {
  @Test
  void what_is_not_sent_is_emptied() {
    String whole =
        Samples.following(Samples.CONTACT, directory.schemaOf(CONTACTS), Samples.CUSTOM_FIELDS);
    String id = directory.asAdmin().post(CONTACTS, whole).answers(200).id();

    put(id, "").answers(200, "replaced.response.json");
    assertEquals(2, directory.writesOf(id));
  }

  @Test
  void an_empty_list_empties_the_list() {
    String id = directory.asAdmin().post(CONTACTS, Samples.CONTACT).answers(200).id();

    put(id, ", \"appleOpaqueIds\": []").answers(200).lacks("/appleOpaqueIds");
  }

  @Test
  void what_cannot_be_set_is_ignored() {
    String id = directory.contact("Ana Ruiz").add();

    put(
            id,
            ", \"id\": \"x\", \"type\": \"Ephemeral\", \"createDate\": \"2020-01-01T00:00:00Z\", \"unknown\": 1")
        .answers(200)
        .holds("/id", "\"" + id + "\"")
        .holds("/type", "\"Curated\"")
        .holds("/version", "1");
  }

  @Test
  void the_version_that_was_read_guards_against_overwriting() {
    String id = directory.contact("Ana Ruiz").add();

    put(id, ", \"version\": 1, \"title\": \"Buyer\"").answers(200).holds("/version", "2");

    put(id, ", \"version\": 1, \"title\": \"Seller\"")
        .refuses(409, "general.conflict", "version", "outdated");
    put(id, ", \"title\": \"Seller\"").answers(200).holds("/version", "3");
  }

  @Test
  void the_names_stay_mandatory() {
    String id = directory.contact("Ana Ruiz").add();

    directory
        .asAdmin()
        .put(CONTACTS + "/" + id, "{\"title\": \"Buyer\"}")
        .refuses(400, "invalid.value", "firstName", "required")
        .refuses(400, "invalid.value", "lastName", "required");
  }

  @Test
  void the_division_is_fixed_and_the_refusal_says_so() {
    String id = directory.contact("Ana Ruiz").in("Billing").add();
    String legal = directory.division("Legal").wireId();
    String billing = directory.division("Billing").wireId();

    put(id, ", \"division\": {\"id\": \"" + legal + "\"}")
        .answers(400, "division-is-fixed.response.json");
    put(id, ", \"division\": {\"id\": \"*\"}")
        .refuses(400, "invalid.value", "division.id", "fixed");
    put(id, ", \"division\": {\"id\": \"" + billing + "\"}, \"title\": \"Buyer\"").answers(200);
    put(id, "").answers(200).holds("/division/id", "\"" + billing + "\"");
  }

  @Test
  void a_slot_shows_the_first_number_of_its_label_and_the_list_shows_all() {
    String id = directory.contact("Ana Ruiz").add();

    put(
            id,
            """
            , "phoneNumbers": [{"label": "work", "display": "+34911234561"}, {"label": "fax", "display": "+34911234562"},
                               {"label": "work", "display": "+34911234563"}]
            """)
        .answers(200)
        .holds("/workPhone/e164", "\"+34911234561\"")
        .lacks("/otherPhone");
    assertEquals(
        List.of("+34911234561", "+34911234562", "+34911234563"),
        numbers(directory.asAdmin().get(CONTACTS + "/" + id)));
  }

  @Test
  void a_client_that_knows_slots_only_leaves_the_other_numbers_alone() {
    String id = withThreeNumbers();

    put(id, ", \"workPhone\": {\"display\": \"+34911234569\"}").answers(200);
    assertEquals(
        List.of("+34911234569", "+34911234562", "+34911234563"),
        numbers(directory.asAdmin().get(CONTACTS + "/" + id)));

    put(id, "").answers(200);
    assertEquals(
        List.of("+34911234562", "+34911234563"),
        numbers(directory.asAdmin().get(CONTACTS + "/" + id)));
  }

  @Test
  void the_full_list_replaces_every_number() {
    String id = withThreeNumbers();

    put(id, ", \"phoneNumbers\": [{\"label\": \"home\", \"display\": \"+34911234564\"}]")
        .answers(200)
        .lacks("/workPhone")
        .holds("/homePhone/e164", "\"+34911234564\"");
    put(id, ", \"phoneNumbers\": []").answers(200).lacks("/phoneNumbers").lacks("/homePhone");
  }

  @Test
  void a_slot_that_was_changed_counts_although_the_old_list_came_along() {
    String id = withThreeNumbers();
    var read = directory.asAdmin().get(CONTACTS + "/" + id).json();
    String list = read.path("phoneNumbers").toString();

    put(id, ", \"phoneNumbers\": " + list + ", \"workPhone\": {\"display\": \"+34911234569\"}")
        .answers(200);

    assertEquals(
        List.of("+34911234569", "+34911234562", "+34911234563"),
        numbers(directory.asAdmin().get(CONTACTS + "/" + id)));
  }

  @Test
  void emails_follow_the_same_rules() {
    String id = directory.contact("Ana Ruiz").add();
    put(
            id,
            """
            , "emailAddresses": [{"label": "work", "address": "a@ruiz.example"}, {"label": "school", "address": "b@ruiz.example"}]
            """)
        .answers(200)
        .holds("/workEmail", "\"a@ruiz.example\"");

    put(id, ", \"workEmail\": \"c@ruiz.example\"").answers(200);

    assertEquals(
        List.of("c@ruiz.example", "b@ruiz.example"),
        directory.asAdmin().get(CONTACTS + "/" + id).each("/emailAddresses", "/address"));
  }

  private String withThreeNumbers() {
    String id = directory.contact("Ana Ruiz").add();
    put(
            id,
            """
            , "phoneNumbers": [{"label": "work", "display": "+34911234561"}, {"label": "fax", "display": "+34911234562"},
                               {"label": "work", "display": "+34911234563"}]
            """)
        .answers(200);
    return id;
  }

  private Answer put(String id, String more) {
    return directory
        .asAdmin()
        .put(CONTACTS + "/" + id, "{\"firstName\": \"Ana\", \"lastName\": \"Ruiz\"" + more + "}");
  }

  private static List<String> numbers(Answer contact) {
    return contact.answers(200).each("/phoneNumbers", "/e164");
  }
}
