package dev.callbook.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.callbook.testing.Answer;
import dev.callbook.testing.CallCentre.Seat;
import dev.callbook.testing.FeatureTest;
import dev.callbook.testing.Samples;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Merging contacts after a look at them side by side.
@QuarkusTest
class MergeFormPagesTest extends FeatureTest {
  private static final String PAGE = "/contacts/merge";

  private Seat admin;

  @BeforeEach
  void signIn() {
    admin = directory.person("Admin", "*");
  }

  private Answer compare(String... ids) {
    return api.at(admin).get(PAGE + "?ids=" + String.join(",", ids));
  }

  private Answer merge(String more, String... ids) {
    StringBuilder form = new StringBuilder("ids=" + String.join("%2C", ids));
    for (String id : ids) {
      form.append("&version-").append(id).append("=1");
    }
    return api.at(admin).post(PAGE, form + more);
  }

  private Answer read(String id) {
    return directory.asAdmin().get(CONTACTS + "/{}", id).answers(200);
  }

  private static String made(Answer answer) {
    assertEquals(303, answer.status(), answer::body);
    return answer.header("Location").replaceFirst(".*/", "");
  }

  private String ana() {
    return directory
        .contact("Ana Ruiz")
        .with("title", "\"Buyer\"")
        .with("surveyOptOut", "true")
        .with("workPhone", "{\"display\": \"+34 944 23 45 67\", \"acceptsSMS\": true}")
        .workEmail("ana@ruiz.example")
        .add();
  }

  private String anna() {
    return directory
        .contact("Anna Ruiz")
        .with("title", "\"Head of purchasing\"")
        .with("twitterId", "{\"screenName\": \"ana\"}")
        .with("workPhone", "{\"display\": \"+34 944 23 45 67\", \"acceptsSMS\": false}")
        .workEmail("anna@ruiz.example")
        .add();
  }

  @Test
  void contacts_stand_side_by_side_with_what_a_merge_would_make_of_them() {
    String ana = ana();
    String anna = anna();
    compare(ana, anna)
        .shows(200)
        .saying("name=\"take-title\" value=\"" + anna + "\" checked")
        .saying("name=\"take-firstName\" value=\"" + ana + "\"")
        .saying("All are kept. SMS stays off where it is off in one of them.")
        .saying("No surveys")
        .saying("Merge 2 contacts");
    Answer result =
        api.at(admin)
            .post(
                PAGE + "/preview",
                "ids=" + ana + "," + anna + "&take-title=" + ana + "&take-firstName=" + ana)
            .shows(200)
            .saying("Ana Ruiz")
            .saying("Buyer")
            .saying("anna@ruiz.example")
            .saying("SMS off");
    assertTrue(!result.body().contains("Head of purchasing"));
  }

  @Test
  void the_chosen_values_win_lists_are_united_and_the_least_permission_counts() {
    String ana = ana();
    String anna = anna();
    Answer answer = merge("&take-title=" + ana, ana, anna);
    String merged = made(answer);
    read(merged)
        .holds("/firstName", "\"Anna\"")
        .holds("/title", "\"Buyer\"")
        .holds("/twitterId/screenName", "\"ana\"")
        .holds("/surveyOptOut", "true")
        .holds("/workPhone/acceptsSMS", "false");
    assertEquals(1, directory.writesOf(merged));
    String toast = URLDecoder.decode(answer.header("Set-Cookie"), StandardCharsets.UTF_8);
    assertTrue(
        toast.contains("2 contacts merged\n/contacts/" + merged + "/unmerge?version=1"), toast);
    assertEquals(
        303, api.at(admin).post("/contacts/" + merged + "/unmerge?version=1", "").status());
    read(ana).holds("/title", "\"Buyer\"");
    read(anna).holds("/title", "\"Head of purchasing\"");
  }

  @Test
  void custom_fields_are_chosen_one_by_one_or_together_where_schemas_differ() {
    String schema = directory.schemaOf(CONTACTS);
    String ana = following("Ana", schema, "{\"shirt_text\": \"M\", \"visits_integer\": 3}");
    String anna = following("Anna", schema, "{\"shirt_text\": \"XL\", \"tier_enum\": \"gold\"}");
    compare(ana, anna).shows(200).saying("name=\"take-custom-shirt_text\"");
    read(made(merge("&take-custom-shirt_text=" + ana, ana, anna)))
        .holds(
            "/customFields",
            "{\"shirt_text\": \"M\", \"visits_integer\": 3, \"tier_enum\": \"gold\"}");
    String other =
        directory
            .asAdmin()
            .post(CONTACTS + "/schemas", Samples.SCHEMA.replace("Loyalty", "Press"))
            .answers(200)
            .id();
    String eva = following("Eva", schema, "{\"shirt_text\": \"S\"}");
    String ewa = following("Ewa", other, "{\"shirt_text\": \"L\"}");
    compare(eva, ewa).shows(200).saying("name=\"take-customFields\"");
    Answer whole = read(made(merge("&take-customFields=" + eva, eva, ewa)));
    whole.holds("/customFields", "{\"shirt_text\": \"S\"}");
    assertEquals(schema, whole.text("/schema/id"));
  }

  private String following(String name, String schema, String values) {
    return directory
        .asAdmin()
        .post(
            CONTACTS,
            Samples.following(
                "{\"firstName\": \"" + name + "\", \"lastName\": \"Ruiz\"}", schema, values))
        .answers(200)
        .id();
  }

  @Test
  void who_edited_meanwhile_is_shown_with_what_was_and_what_is_and_nothing_is_merged() {
    String ana = ana();
    String anna = anna();
    directory
        .asAdmin()
        .patch(
            CONTACTS + "/" + ana,
            "{\"changes\": [{\"field\": \"$.title\", \"action\": \"Update\", \"value\": \"Chief\"}]}")
        .answers(200);
    merge("&take-title=" + ana, ana, anna)
        .shows(409)
        .saying("<del>Buyer</del> <ins>Chief</ins>")
        .saying("name=\"take-title\" value=\"" + ana + "\" checked")
        .saying("name=\"version-" + ana + "\" value=\"2\"");
    read(anna).holds("/title", "\"Head of purchasing\"");
  }

  @Test
  void what_cannot_be_merged_says_why() {
    String billing = directory.contact("Ana Ruiz").in("Billing").add();
    String legal = directory.contact("Ana Ruiz").in("Legal").add();
    compare(billing, legal).shows(200).saying("These contacts belong to several divisions");
    merge("", billing, legal).shows(422).saying("These contacts cannot be merged");
    compare(billing).shows(200).saying("Choose two or more contacts");
    compare("nonsense").shows(400);
    compare(billing, "019ab0f6-7c00-7000-8000-000000000009").shows(404);
    Seat other = directory.person("Admin", "Legal");
    api.at(other).get(PAGE + "?ids=" + billing + "," + legal).shows(404);
    Seat agent = directory.person("Agent", "Billing");
    api.at(agent).get(PAGE + "?ids=" + billing + "," + legal).shows(403);
  }
}
