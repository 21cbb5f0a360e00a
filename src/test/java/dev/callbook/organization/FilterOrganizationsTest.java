package dev.callbook.organization;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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

/// The list of organizations, limited to some of them, and its columns.
@QuarkusTest
class FilterOrganizationsTest extends FeatureTest {
  private static final Pattern NAME = Pattern.compile("<a class=\"name trunc\"[^>]*>([^<]*)</a>");
  private static final Pattern HEADING = Pattern.compile("<th scope=\"col\">([^<]*)</th>");

  private Seat admin;

  @BeforeEach
  void begin() {
    admin = directory.person("Admin", "*");
  }

  private List<String> names(String query, Object... values) {
    return all(NAME, page(admin, query, values));
  }

  private String page(Seat who, String query, Object... values) {
    return api.at(who).get("/organizations" + query, values).answers(200).body();
  }

  private static List<String> all(Pattern pattern, String page) {
    return pattern
        .matcher(page)
        .results()
        .map(found -> found.group(1).replace("&amp;", "&"))
        .toList();
  }

  private static String link(String page, String rel) {
    return Pattern.compile("href=\"([^\"]*)\" rel=\"" + rel + "\"")
        .matcher(page)
        .results()
        .map(found -> found.group(1).replace("&amp;", "&"))
        .findFirst()
        .orElseThrow();
  }

  private void companies() {
    directory
        .organization("Haddad & Co")
        .with("industry", "\"Food, drinks\"")
        .with("tags", "[\"North\", \"renewal 2027\"]")
        .with("phoneNumber", "{\"display\": \"+34 911 23 45 67\"}")
        .add();
    directory
        .organization("Norrviken Bygg AB")
        .with("industry", "\"Building\"")
        .with("tags", "[\"north\"]")
        .add();
    directory
        .organization("Ruiz y Hermanos")
        .with("industry", "\"building\"")
        .with("phoneNumber", "{\"display\": \"+34 911 23 45 68\"}")
        .add();
    directory.organization("Zea").add();
  }

  @Test
  void industry_tags_and_the_main_number_limit_the_list_and_each_other() {
    companies();
    assertEquals(
        List.of("Norrviken Bygg AB", "Ruiz y Hermanos"), names("?industry={}", "BUILDING"));
    assertEquals(List.of("Haddad & Co"), names("?industry={}", "Food, drinks"));
    assertEquals(List.of("Haddad & Co", "Norrviken Bygg AB"), names("?tag=NORTH"));
    assertEquals(List.of("Haddad & Co", "Ruiz y Hermanos"), names("?phone=yes"));
    assertEquals(List.of("Norrviken Bygg AB", "Zea"), names("?phone=no"));
    assertEquals(
        List.of("Haddad & Co", "Norrviken Bygg AB"), names("?tag=north&tag=renewal%202027"));
    assertEquals(List.of("Norrviken Bygg AB"), names("?tag=north&industry=building&phone=no"));
    assertEquals(List.of("Ruiz y Hermanos", "Haddad & Co"), names("?phone=yes&sort=desc"));
  }

  @Test
  void the_filters_offer_what_is_in_use_within_sight() {
    directory.organization("Haddad & Co").in("Legal").with("industry", "\"Law\"").add();
    directory
        .organization("Norrviken Bygg AB")
        .in("Billing")
        .with("industry", "\"Building\"")
        .with("tags", "[\"Timber\"]")
        .add();
    String seen = page(directory.person("Agent", "Billing"), "");
    assertTrue(seen.contains("name=\"industry\" value=\"Building\""), seen);
    assertTrue(seen.contains("name=\"tag\" value=\"Timber\""), seen);
    assertFalse(seen.contains("Law"), seen);
    for (int i = 0; i < 25; i++) {
      directory.organization("Zea").with("industry", "\"Trade %02d\"".formatted(i)).add();
    }
    String many = page(admin, "?industry={}", "trade 07");
    assertEquals(List.of("Zea"), all(NAME, many));
    assertTrue(many.contains("name=\"industry\" value=\"trade 07\" autocomplete"), many);
  }

  @Test
  void an_external_source_limits_the_list_and_its_ids_can_be_shown() {
    String source = directory.externalSource("Our CRM");
    directory
        .organization("Ruiz y Hermanos")
        .with(
            "externalIds",
            "[{\"externalSource\": {\"id\": \"%s\"}, \"value\": \"7\"}]".formatted(source))
        .add();
    directory.organization("Zea").add();
    assertEquals(List.of("Ruiz y Hermanos"), names("?source=" + source));
    api.at(admin)
        .post("/organizations/columns", "order=external_ids&column=external_ids")
        .answers(303);
    assertTrue(page(admin, "").contains("Our CRM: 7"));
  }

  @Test
  void custom_fields_find_by_a_whole_value_and_by_an_option_and_can_be_columns() {
    String schema = directory.schemaOf(ORGANIZATIONS);
    custom(schema, "Haddad", "{\"card_identifier\": \"KX-7040\", \"tier_enum\": \"gold\"}");
    custom(schema, "Ruiz", "{\"tier_enum\": \"silver\", \"vip_checkbox\": true}");
    custom(schema, "Zea", "{\"likes_tag\": [\"tea\", \"go\"], \"tier_enum\": \"gold\"}");

    assertEquals(List.of("Haddad"), names("?field.card_identifier={}", "kx-7040"));
    assertEquals(List.of("Zea"), names("?field.likes_tag=Tea"));
    assertEquals(List.of("Haddad", "Zea"), names("?field.tier_enum=gold"));
    assertEquals(
        List.of("Haddad", "Ruiz", "Zea"), names("?field.tier_enum=gold&field.tier_enum=silver"));
    assertEquals(List.of("Ruiz"), names("?field.vip_checkbox=yes"));
    api.at(admin).get("/organizations?field.shirt_text=M").shows(400);
    api.at(admin)
        .post("/organizations/columns", "order=field.likes_tag&column=field.likes_tag")
        .answers(303);
    assertTrue(page(admin, "").contains("tea, go"));
  }

  private void custom(String schema, String name, String values) {
    directory
        .asAdmin()
        .post(
            ORGANIZATIONS, Samples.following("{\"name\": \"%s\"}".formatted(name), schema, values))
        .answers(200);
  }

  @Test
  void a_search_keeps_to_the_filters_and_nothing_similar_takes_the_place_of_what_they_hide() {
    companies();
    directory.organization("Norrwiken Bygg").with("industry", "\"Food\"").add();
    assertEquals(List.of("Norrviken Bygg AB"), names("?q=norrviken&industry=building"));
    assertEquals(List.of(), names("?q=norrviken&industry=food"));
    assertEquals(List.of("Ruiz y Hermanos"), names("?q=hermanoz"));
    assertEquals(List.of("Norrwiken Bygg", "Norrviken Bygg AB"), names("?q=bygg&sort=desc"));

    String none = page(admin, "?q=norrviken&industry=food&sort=desc");
    assertTrue(none.contains("No organization matches “norrviken”"), none);
    assertTrue(none.contains("href=\"/organizations?q=norrviken&amp;sort=desc\""), none);
    assertTrue(none.contains("Search without filters"), none);
  }

  @Test
  void the_list_pages_by_key_both_ways_in_either_order_with_its_filters() {
    for (int i = 0; i < 120; i++) {
      directory
          .organization("Company %03d".formatted(i))
          .with("tags", i % 2 == 0 ? "[\"even\"]" : "[\"odd\"]")
          .add();
    }
    String first = page(admin, "?tag=even&sort=desc");
    assertEquals("Company 118", all(NAME, first).getFirst());
    String second = api.at(admin).get(link(first, "next")).answers(200).body();
    assertEquals(
        List.of(
            "Company 018",
            "Company 016",
            "Company 014",
            "Company 012",
            "Company 010",
            "Company 008",
            "Company 006",
            "Company 004",
            "Company 002",
            "Company 000"),
        all(NAME, second));
    assertEquals(
        all(NAME, first), all(NAME, api.at(admin).get(link(second, "prev")).answers(200).body()));

    String begin = page(admin, "?q=company&tag=odd");
    assertEquals("Company 001", all(NAME, begin).getFirst());
    String end = api.at(admin).get(link(begin, "next")).answers(200).body();
    assertEquals("Company 119", all(NAME, end).getLast());
    assertEquals(
        all(NAME, begin), all(NAME, api.at(admin).get(link(end, "prev")).answers(200).body()));
  }

  @Test
  void a_tag_that_is_taken_away_finds_nothing_any_more() {
    String id = directory.organization("Haddad & Co").with("tags", "[\"north\"]").add();
    directory
        .asAdmin()
        .patch(
            ORGANIZATIONS + "/" + id,
            "{\"changes\": [{\"field\": \"$.tags\", \"action\": \"Update\", \"value\": [\"south\"]}]}")
        .answers(200);
    assertEquals(List.of(), names("?tag=north"));
    assertEquals(List.of("Haddad & Co"), names("?tag=south"));
  }

  @Test
  void whoever_sees_one_division_finds_nothing_of_another_and_nonsense_is_refused() {
    directory.organization("Haddad & Co").in("Billing").with("tags", "[\"north\"]").add();
    directory.organization("Zea").in("Legal").with("tags", "[\"north\"]").add();
    Seat agent = directory.person("Agent", "Billing");
    assertEquals(List.of("Haddad & Co"), all(NAME, page(agent, "?tag=north")));
    api.at(agent).get("/organizations?division=" + directory.division("Legal").wireId()).shows(400);
    api.at(agent).get("/organizations?phone=perhaps").shows(400);
    api.at(agent).get("/organizations?source=Salesforce").shows(400);
    api.at(agent).get("/organizations?before=nowhere").shows(400);
    api.at(agent).get("/organizations?tag=" + "x".repeat(201)).shows(400);
  }

  @Test
  void each_person_chooses_the_columns_and_their_order() {
    directory
        .organization("Haddad & Co")
        .with("employeeCount", "4800")
        .with("address", "{\"city\": \"Lisboa\", \"countryCode\": \"PT\"}")
        .add();
    Api form = api.at(admin);
    assertEquals(
        List.of("Industry", "Main number", "Website", "Division", "Changed"),
        all(HEADING, page(admin, "")));
    assertTrue(
        form.post(
                "/organizations/columns",
                "back=%2Forganizations%3Fphone%3Dno&order=employees&order=place&order=division"
                    + "&column=place&column=employees&column=nonsense")
            .answers(303)
            .header("Location")
            .endsWith("/organizations?phone=no"));
    String arranged = page(admin, "");
    assertEquals(List.of("Employees", "Place"), all(HEADING, arranged));
    assertTrue(arranged.contains("4,800") && arranged.contains("Lisboa, Portugal"), arranged);

    assertTrue(
        form.post(
                "/organizations/columns",
                "order=employees&order=place&column=employees&column=place&up=place&back=//x")
            .answers(303)
            .header("Location")
            .endsWith("/organizations?columns=open"));
    assertEquals(List.of("Place", "Employees"), all(HEADING, page(admin, "")));
    assertEquals(5, all(HEADING, page(directory.person("Admin", "*"), "")).size());
    directory.contact("Ana Ruiz").add();
    assertEquals(4, all(HEADING, api.at(admin).get("/contacts").answers(200).body()).size());
  }
}
