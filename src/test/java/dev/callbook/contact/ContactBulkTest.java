package dev.callbook.contact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.callbook.testing.Answer;
import dev.callbook.testing.FeatureTest;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `postExternalcontactsBulkContacts`, `…Add`, `…Update`, `…Remove`
@QuarkusTest
@Tag("oldest-postgres")
class ContactBulkTest extends FeatureTest {
  private static final String NOBODY = "019ab0f6-7c00-7000-8000-000000000001";
  private static final String PATH = BULK + "/contacts";

  @Test
  void each_contact_is_added_or_answers_for_itself() {
    Answer added =
        directory
            .asAdmin()
            .post(
                PATH + "/add",
                """
                {"entities": [{"firstName": "Ana", "lastName": "Ruiz"},
                              {"firstName": "Luis", "workEmail": "nobody"},
                              {"firstName": "Eva", "lastName": "Sanz"}]}
                """);

    added.answers(200, "bulk-add.response.json");
    directory.asAdmin().get(CONTACTS).answers(200).holds("/total", "2");
  }

  @Test
  void a_division_that_is_not_the_agents_harms_no_other_record() {
    String body =
        entities(
            directory.contact("Ana Ruiz").in("Billing").json(),
            directory.contact("Luis Ruiz").in("Legal").json());

    api.as(directory.agentIn("Billing"))
        .post(PATH + "/add", body)
        .answers(200)
        .holds("/errorIndexes", "[1]")
        .holds("/results/1/error/details/0/fieldName", "\"division.id\"");
  }

  @Test
  void reading_answers_in_the_order_that_was_asked_and_hides_what_is_hidden() {
    String ana = directory.contact("Ana Ruiz").in("Billing").add();
    String luis = directory.contact("Luis Ruiz").in("Legal").add();
    String theirs = newDirectory("Theirs").contact("Eva Sanz").add();

    Answer read =
        api.as(directory.agentIn("Billing"))
            .post(PATH, ids(luis, ana, theirs, NOBODY, "not-an-id", ana))
            .answers(200)
            .holds("/errorCount", "4")
            .holds("/errorIndexes", "[0, 2, 3, 4]");

    assertEquals(
        List.of(luis, ana, theirs, NOBODY, "not-an-id", ana), read.each("/results", "/id"));
    assertEquals(
        List.of("404", "200", "404", "404", "400", "200"), read.each("/results", "/status"));
    read.holds("/results/1/entity/firstName", "\"Ana\"").lacks("/results/0/entity");
  }

  @Test
  void correcting_replaces_each_contact() {
    String ana = directory.contact("Ana Ruiz").with("title", "\"Buyer\"").add();
    String luis = directory.contact("Luis Ruiz").add();

    directory
        .asAdmin()
        .post(
            PATH + "/update",
            entities(
                "{\"id\": \"%s\", \"firstName\": \"Anna\", \"lastName\": \"Ruiz\"}".formatted(ana),
                "{\"id\": \"%s\", \"firstName\": \"Luis\"}".formatted(luis),
                "{\"id\": \"%s\", \"firstName\": \"X\", \"lastName\": \"Y\"}".formatted(NOBODY),
                "{\"firstName\": \"X\", \"lastName\": \"Y\"}"))
        .answers(200, "bulk-update.response.json");
    assertEquals(1, directory.writesOf(luis));
    assertEquals(2, directory.writesOf(ana));
  }

  @Test
  void a_contact_elsewhere_can_neither_be_corrected_nor_removed() {
    String luis = directory.contact("Luis Ruiz").in("Legal").add();
    var billing = directory.everythingIn("Billing");

    api.as(billing)
        .post(
            PATH + "/update",
            entities("{\"id\": \"%s\", \"firstName\": \"X\", \"lastName\": \"Y\"}".formatted(luis)))
        .answers(200)
        .holds("/results/0/status", "404");
    api.as(billing)
        .post(PATH + "/remove", ids(luis))
        .answers(200)
        .holds("/results/0/status", "404");

    assertEquals(1, directory.writesOf(luis));
    directory.asAdmin().get(CONTACTS + "/" + luis).answers(200).holds("/firstName", "\"Luis\"");
  }

  @Test
  void removing_answers_without_the_contact() {
    String ana = directory.contact("Ana Ruiz").add();

    directory
        .asAdmin()
        .post(PATH + "/remove", ids(ana, NOBODY))
        .answers(200, "bulk-remove.response.json");
    directory.asAdmin().get(CONTACTS + "/" + ana).answers(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/add", "/update", "/remove"})
  void a_request_holds_one_to_a_hundred_records(String operation) {
    directory
        .asAdmin()
        .post(PATH + operation, "{}")
        .refuses(400, "invalid.value", "entities", "required");
    directory
        .asAdmin()
        .post(PATH + operation, "")
        .refuses(400, "invalid.value", "entities", "required");
    directory
        .asAdmin()
        .post(PATH + operation, entities())
        .refuses(400, "invalid.value", "entities", "required");
    directory.asAdmin().post(PATH + operation, useless(101)).answers(413, "too-many.response.json");
    directory
        .asAdmin()
        .post(PATH + operation, useless(100))
        .answers(200)
        .holds("/errorCount", "100");
    directory
        .asAdmin()
        .post(PATH + operation, entities("null"))
        .answers(200)
        .holds("/results/0/status", "400");
  }

  /// Records that nobody can add, correct or find.
  private static String useless(int size) {
    return entities(Stream.generate(() -> "{\"title\": \"x\"}").limit(size).toArray(String[]::new));
  }

  @Test
  void one_request_does_not_change_a_contact_twice() {
    String ana = directory.contact("Ana Ruiz").add();
    String entity = "{\"id\": \"%s\", \"firstName\": \"X\", \"lastName\": \"Y\"}".formatted(ana);

    directory
        .asAdmin()
        .post(PATH + "/update", entities(entity, entity))
        .refuses(400, "invalid.value", "entities", "invalid.value");
    assertEquals(1, directory.writesOf(ana));
  }

  private static String entities(String... items) {
    return "{\"entities\": [" + String.join(",", items) + "]}";
  }

  private static String ids(String... ids) {
    return entities(Stream.of(ids).map(id -> "{\"id\": \"" + id + "\"}").toArray(String[]::new));
  }
}
