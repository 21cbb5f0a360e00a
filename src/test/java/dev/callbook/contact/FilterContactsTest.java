package dev.callbook.contact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.callbook.testing.Api;
import dev.callbook.testing.CallCentre.Seat;
import dev.callbook.testing.FeatureTest;
import dev.callbook.testing.Samples;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The list of contacts, limited to some of them, and its columns.
@QuarkusTest
class FilterContactsTest extends FeatureTest {
  private static final Pattern NAME = Pattern.compile("<a class=\"name trunc\"[^>]*>([^<]*)</a>");
  private static final Pattern HEADING = Pattern.compile("<th scope=\"col\">([^<]*)</th>");

  private Seat admin;

  @BeforeEach
  void begin() {
    admin = directory.person("Admin", "*");
  }

  private List<String> names(Seat who, String query, Object... values) {
    return all(NAME, page(who, query, values));
  }

  private String page(Seat who, String query, Object... values) {
    return api.at(who).get("/contacts" + query, values).answers(200).body();
  }

  private static List<String> all(Pattern pattern, String page) {
    return pattern.matcher(page).results().map(found -> found.group(1)).toList();
  }

  @Test
  void rare_states_find_those_who_have_them_and_their_opposites_the_others() {
    directory.contact("Ana Ruiz").with("surveyOptOut", "true").workPhone("+34 911 23 45 67").add();
    directory
        .contact("Luis Gil")
        .with("workPhone", "{\"display\": \"+34 911 23 45 68\", \"acceptsSMS\": true}")
        .add();
    directory.contact("Eva Paz").workEmail("eva@paz.example").add();

    assertEquals(List.of("Ana Ruiz"), names(admin, "?survey=yes"));
    assertEquals(List.of("Luis Gil", "Eva Paz"), names(admin, "?survey=no"));
    assertEquals(List.of("Luis Gil"), names(admin, "?sms=yes"));
    assertEquals(List.of("Eva Paz", "Ana Ruiz"), names(admin, "?sms=no"));
    assertEquals(List.of("Eva Paz"), names(admin, "?email=yes"));
    assertEquals(List.of("Eva Paz"), names(admin, "?phone=no"));
    assertEquals(List.of("Ana Ruiz"), names(admin, "?survey=no&survey=yes&phone=yes&sms=no"));
    assertEquals(List.of(), names(admin, "?survey=yes&sms=yes"));
    assertEquals(List.of("Ana Ruiz", "Luis Gil"), names(admin, "?phone=yes&sort=desc"));
  }

  @Test
  void an_external_source_and_an_organization_limit_the_list() {
    String ruiz = directory.organization("Ruiz y Hermanos").add();
    String source = directory.externalSource("Our CRM");
    directory
        .contact("Ana Ruiz")
        .at(ruiz)
        .with(
            "externalIds",
            "[{\"externalSource\": {\"id\": \"%s\"}, \"value\": \"7\"}]".formatted(source))
        .add();
    directory.contact("Luis Gil").at(ruiz).add();

    assertEquals(List.of("Ana Ruiz"), names(admin, "?source=" + source));
    assertEquals(List.of("Luis Gil", "Ana Ruiz"), names(admin, "?organization=" + ruiz));
    String both = page(admin, "?organization=" + ruiz + "&source=" + source);
    assertEquals(List.of("Ana Ruiz"), all(NAME, both));
    assertTrue(both.contains("Our CRM"), both);
    assertTrue(both.contains("href=\"/contacts?organization=" + ruiz + "\""), both);
  }

  @Test
  void custom_fields_find_by_a_whole_value_and_by_an_option() {
    String schema = directory.schemaOf(CONTACTS);
    custom(schema, "Ana", "{\"card_identifier\": \"KX-7040\", \"tier_enum\": \"gold\"}");
    custom(schema, "Eva", "{\"tier_enum\": \"silver\", \"vip_checkbox\": true}");
    custom(schema, "Noor", "{\"likes_tag\": [\"tea\", \"go\"], \"tier_enum\": \"gold\"}");

    assertEquals(List.of("Ana Ruiz"), names(admin, "?field.card_identifier={}", "kx-7040"));
    assertEquals(List.of("Noor Ruiz"), names(admin, "?field.likes_tag=Tea"));
    assertEquals(
        List.of("Ana Ruiz", "Noor Ruiz"),
        names(admin, "?field.tier_enum=gold").stream().sorted().toList());
    assertEquals(
        List.of("Ana Ruiz", "Eva Ruiz", "Noor Ruiz"),
        names(admin, "?field.tier_enum=gold&field.tier_enum=silver").stream().sorted().toList());
    assertEquals(List.of("Eva Ruiz"), names(admin, "?field.vip_checkbox=yes"));
    assertEquals(List.of(), names(admin, "?field.tier_enum=gold&field.vip_checkbox=yes"));
  }

  private void custom(String schema, String name, String values) {
    directory
        .asAdmin()
        .post(
            CONTACTS,
            Samples.following(
                "{\"firstName\": \"%s\", \"lastName\": \"Ruiz\"}".formatted(name), schema, values))
        .answers(200);
  }

  @Test
  void a_search_keeps_to_the_filters() {
    directory.contact("Ana Ruiz").workEmail("ana@ruiz.example").add();
    directory.contact("Luis Ruiz").add();
    assertEquals(2, names(admin, "?q=ruiz").size());
    assertEquals(List.of("Luis Ruiz"), names(admin, "?q=ruiz&email=no"));
    assertEquals(List.of("Luis Ruiz"), names(admin, "?q=luis&type=Curated"));
    assertEquals(List.of(), names(admin, "?q=luis&type=Ephemeral"));
  }

  @Test
  void the_list_pages_by_key_with_its_filters() {
    for (int i = 0; i < 60; i++) {
      directory.contact("Ana Ruiz%02d".formatted(i)).workPhone("+34911%06d".formatted(i)).add();
    }
    directory.contact("Luis Zea").add();
    String first = page(admin, "?phone=yes");
    assertEquals(50, all(NAME, first).size());
    String next =
        Pattern.compile("href=\"([^\"]*)\" rel=\"next\"")
            .matcher(first)
            .results()
            .map(found -> found.group(1).replace("&amp;", "&"))
            .findFirst()
            .orElseThrow();
    List<String> second = all(NAME, api.at(admin).get(next).answers(200).body());
    assertEquals(10, second.size());
    assertEquals("Ana Ruiz59", second.getLast());
  }

  @Test
  void whoever_sees_one_division_finds_nobody_of_another() {
    directory.contact("Ana Ruiz").in("Billing").with("surveyOptOut", "true").add();
    directory.contact("Luis Gil").in("Legal").with("surveyOptOut", "true").add();
    Seat agent = directory.person("Agent", "Billing");
    assertEquals(List.of("Ana Ruiz"), names(agent, "?survey=yes"));
    api.at(agent).get("/contacts?division=" + directory.division("Legal").wireId()).shows(400);
    api.at(agent).get("/contacts?sms=perhaps").shows(400);
  }

  @Test
  void each_person_chooses_the_columns_and_their_order() {
    directory
        .contact("Ana Ruiz")
        .with("title", "\"Head buyer\"")
        .workEmail("ana@ruiz.example")
        .add();
    Api form = api.at(admin);
    assertEquals(
        List.of("Organization", "Phones", "Division", "Changed"), all(HEADING, page(admin, "")));

    assertTrue(
        form.post(
                "/contacts/columns",
                "back=%2Fcontacts%3Fsms%3Dno&order=phones&order=title&order=email&order=division"
                    + "&column=title&column=email&column=nonsense")
            .answers(303)
            .header("Location")
            .endsWith("/contacts?sms=no"));
    String arranged = page(admin, "");
    assertEquals(List.of("Title", "E-mails"), all(HEADING, arranged));
    assertTrue(arranged.contains("Head buyer") && arranged.contains("ana@ruiz.example"), arranged);

    assertTrue(
        form.post(
                "/contacts/columns",
                "order=title&order=email&column=title&column=email&up=email&back=//x")
            .answers(303)
            .header("Location")
            .endsWith("/contacts?columns=open"));
    assertEquals(List.of("E-mails", "Title"), all(HEADING, page(admin, "")));
    assertEquals(4, all(HEADING, page(directory.person("Admin", "*"), "")).size());
  }
}
