package dev.callbook.contact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.callbook.testing.Answer;
import dev.callbook.testing.FeatureTest;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// `patchExternalcontactsContact`
@QuarkusTest
@Tag("oldest-postgres")
class PatchContactTest extends FeatureTest {
  private String ana = "";

  @BeforeEach
  void anaIsKnown() {
    ana =
        directory
            .contact("Ana Ruiz")
            .workPhone("+34 911 23 45 67")
            .with("title", "\"Buyer\"")
            .with("appleOpaqueIds", "[{\"value\": \"one\"}, {\"value\": \"two\"}]")
            .add();
  }

  @Test
  void whoever_works_for_an_organization_out_of_sight_is_changed_all_the_same() {
    String acme = directory.organization("Acme").in("Legal").add();
    String eva = directory.contact("Eva Paz").in("Billing").at(acme).add();

    api.as(directory.everythingIn("Billing"))
        .patch(
            CONTACTS + "/" + eva,
            "{\"changes\": [" + change("Update", "$.title", "\"Seller\"") + "]}")
        .answers(200)
        .holds("/title", "\"Seller\"");

    directory
        .asAdmin()
        .get(CONTACTS + "/" + eva)
        .answers(200)
        .holds("/externalOrganization/id", "\"" + acme + "\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Update         | $.title                  | "Seller"        | /title             | "Seller"
          Update         | $.middleName             | "Luz"           | /middleName        | "Luz"
          Update         | $.address.city           | "Bilbao"        | /address           | {"city": "Bilbao"}
          Update         | $.workPhone.acceptsSMS   | true            | /workPhone/acceptsSMS | true
          UpdateIfEmpty  | $.title                  | "Seller"        | /title             | "Buyer"
          UpdateIfEmpty  | $.middleName             | "Luz"           | /middleName        | "Luz"
          UpdateIfExists | $.title                  | "Seller"        | /title             | "Seller"
          UpdateIfExists | $.middleName             | "Luz"           | /middleName        |
          UpdateIfExists | $.address.city           | "Bilbao"        | /address           |
          Remove         | $.title                  |                 | /title             |
          Remove         | $.workPhone              |                 | /workPhone         |
          Remove         | $.address.city           |                 | /address           |
          """)
  void each_action_does_what_it_says(
      String action,
      String field,
      @Nullable String value,
      String pointer,
      @Nullable String expected) {
    Answer patched = patch(change(action, field, value)).answers(200);

    if (expected == null) {
      patched.lacks(pointer);
    } else {
      patched.holds(pointer, expected);
    }
    assertEquals(patched.json(), directory.asAdmin().get(CONTACTS + "/" + ana).json());
  }

  @Test
  void a_list_takes_one_value_or_several() {
    patch(change("AppendToCollection", "$.appleOpaqueIds", "{\"value\": \"three\"}")).answers(200);
    patch(
            change(
                "AppendToCollection",
                "$.appleOpaqueIds",
                "[{\"value\": \"four\"}, {\"value\": \"five\"}]"))
        .answers(200);

    assertEquals(List.of("one", "two", "three", "four", "five"), apples());
  }

  @Test
  void a_list_loses_one_value_or_several() {
    patch(change("RemoveFromCollection", "$.appleOpaqueIds", "{\"value\": \"two\"}")).answers(200);
    assertEquals(List.of("one"), apples());

    patch(
            change(
                "RemoveFromCollection",
                "$.appleOpaqueIds",
                "[{\"value\": \"one\"}, {\"value\": \"none\"}]"))
        .answers(200)
        .lacks("/appleOpaqueIds");
  }

  @Test
  void taking_away_a_slot_leaves_the_other_numbers_alone() {
    patch(
            change(
                "AppendToCollection",
                "$.phoneNumbers",
                "{\"label\": \"fax\", \"display\": \"+34911234568\"}"))
        .answers(200);

    patch(change("Remove", "$.workPhone", null)).answers(200).lacks("/workPhone");

    assertEquals(List.of("fax"), labels());
  }

  @Test
  void taking_away_the_list_takes_away_every_number() {
    patch(change("Remove", "$.phoneNumbers", null))
        .answers(200)
        .lacks("/phoneNumbers")
        .lacks("/workPhone");
  }

  @Test
  void a_slot_and_the_list_may_change_together() {
    patch(
            change("Update", "$.cellPhone", "{\"display\": \"+34655234567\"}")
                + ","
                + change(
                    "AppendToCollection",
                    "$.phoneNumbers",
                    "{\"label\": \"fax\", \"display\": \"+34911234568\"}"))
        .answers(200);

    assertEquals(List.of("work", "fax", "cell"), labels());
  }

  private List<String> labels() {
    return directory.asAdmin().get(CONTACTS + "/" + ana).each("/phoneNumbers", "/label");
  }

  @Test
  void several_changes_are_one_write() {
    patch(
            change("Update", "$.title", "\"Seller\"")
                + ","
                + change("Update", "$.middleName", "\"Luz\""))
        .answers(200)
        .holds("/version", "2");

    assertEquals(2, directory.writesOf(ana));
  }

  @Test
  void a_change_that_changes_nothing_leaves_no_trace() {
    patch(change("Update", "$.title", "\"Buyer\"")).answers(200).holds("/version", "1");

    assertEquals(1, directory.writesOf(ana));
  }

  @Test
  void a_field_and_its_parent_in_one_request_contradict_each_other() {
    patch(
            change("Update", "$.address", "{\"city\": \"Bilbao\"}")
                + ","
                + change("Update", "$.address.city", "\"Vitoria\""))
        .refuses(409, "general.conflict", "changes[1].field", "conflict");
    patch(change("Update", "$.title", "\"a\"") + "," + change("Remove", "$.title", null))
        .refuses(409, "general.conflict");
  }

  @Test
  void fields_that_only_begin_alike_do_not_contradict_each_other() {
    patch(
            change("Update", "$.title", "\"Seller\"")
                + ","
                + change("Update", "$.address.city", "\"Bilbao\"")
                + ","
                + change("Update", "$.address.countryCode", "\"ES\""))
        .answers(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"title", "$", "$.", "$..title", "$.externalIds[0]", "$['title']", "$.title ", ""})
  void a_path_is_names_and_dots(String field) {
    patch(change("Update", field, "\"x\""))
        .refuses(400, "invalid.value", "changes[0].field", "invalid.value");
  }

  @Test
  void a_path_that_leads_nowhere_is_a_typo() {
    patch(change("Update", "$.favouriteColour", "\"red\""))
        .refuses(400, "invalid.value", "favouriteColour", "unknown");
    patch(change("Update", "$.address.planet", "\"Mars\""))
        .refuses(400, "invalid.value", "address.planet", "unknown");
    patch(change("Update", "$.title.short", "\"x\""))
        .refuses(400, "invalid.value", "changes[0].field", "invalid.value");
  }

  @Test
  void what_an_action_needs_must_be_there() {
    patch(change("Update", "$.title", null))
        .refuses(400, "invalid.value", "changes[0].value", "required");
    patch("{\"field\": \"$.title\", \"value\": \"x\"}")
        .refuses(400, "invalid.value", "changes[0].action", "required");
    patch(change("Improve", "$.title", "\"x\""))
        .refuses(400, "invalid.value", "changes[0].action", "wrong.type");
    patch("null").refuses(400, "invalid.value", "changes[0]", "required");
    patch("").refuses(400, "invalid.value", "changes", "required");
    directory
        .asAdmin()
        .patch(CONTACTS + "/" + ana, "")
        .refuses(400, "invalid.value", "changes", "required");
  }

  @Test
  void the_rules_of_every_write_hold() {
    patch(change("Remove", "$.lastName", null))
        .refuses(400, "invalid.value", "lastName", "required");
    patch(change("Update", "$.workEmail", "\"nobody\""))
        .refuses(400, "invalid.value", "workEmail", "invalid.value");
    patch(change("Update", "$.division.id", "\"" + directory.division("Legal").wireId() + "\""))
        .refuses(400, "invalid.value", "division.id", "fixed");
    patch(change("Update", "$.title", "7")).refuses(400, "invalid.value", "title", "wrong.type");
    patch(change("AppendToCollection", "$.title", "\"x\""))
        .refuses(400, "invalid.value", "changes[0].field", "wrong.type");

    assertEquals(1, directory.writesOf(ana));
  }

  private Answer patch(String changes) {
    return directory.asAdmin().patch(CONTACTS + "/" + ana, "{\"changes\": [" + changes + "]}");
  }

  private static String change(String action, String field, @Nullable String value) {
    String rest = value == null ? "" : ", \"value\": " + value;
    return "{\"action\": \"%s\", \"field\": \"%s\"%s}".formatted(action, field, rest);
  }

  private List<String> apples() {
    return directory.asAdmin().get(CONTACTS + "/" + ana).each("/appleOpaqueIds", "/value");
  }
}
