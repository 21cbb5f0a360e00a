package dev.callbook.interaction;

import static dev.callbook.testing.CallCentre.EVENTS;
import static dev.callbook.testing.CallCentre.event;
import static dev.callbook.testing.CallCentre.number;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callbook.access.OrgId;
import dev.callbook.testing.CallCentre;
import dev.callbook.testing.CallCentre.Seat;
import dev.callbook.testing.Seats;
import dev.callbook.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a source reports, and what becomes of it on the agent's page.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ReportCallTest {
  private static final String ANA = "+34911234567";

  @Inject Seats seats;

  @SuppressWarnings("NullAway.Init") // set by the test framework
  @TestHTTPResource("/")
  URI root;

  private OrgId org;
  private CallCentre centre;
  private Seat agent;
  private String billing;

  @BeforeEach
  void open() {
    org = seats.organization();
    centre = seats.centre(org, root);
    agent = seats.agent(org, "Billing");
    billing = seats.division(org, "Billing");
  }

  @Test
  void a_known_caller_is_on_the_agents_page_by_name() {
    centre.contact(billing, "Ana", "Ruiz", ANA);
    JsonNode heard = centre.offer("c1", agent, number("0034 911 23 45 67"));
    assertEquals("known", heard.at("/match/kind").asText());
    assertEquals("alerting", heard.path("state").asText());
    String page = centre.page(agent, "/workspace");
    assertTrue(page.contains("Ana Ruiz"), page);
    assertTrue(page.contains("exact match"), page);
  }

  @Test
  void several_who_share_a_number_are_offered_and_the_pick_comes_first_the_next_time() {
    centre.contact(billing, "Ana", "Ruiz", ANA);
    String luis = centre.contact(billing, "Luis", "Vidal", ANA);
    JsonNode heard = centre.offer("c1", agent, number(ANA));
    assertEquals("several", heard.at("/match/kind").asText());
    assertEquals(2, heard.at("/match/count").asInt());
    String pick = "/workspace/" + heard.path("id").asText() + "/pick";
    assertEquals(204, centre.post(agent, pick, Map.of("contact", luis, "remember", "yes")));
    assertTrue(
        centre.page(agent, "/workspace").contains("<h1 id=\"who-" + heard.path("id").asText()));
    centre.offer("c2", agent, number(ANA));
    String page = centre.page(agent, "/workspace");
    int choices = page.indexOf("data-choice=\"1\"");
    assertTrue(choices > 0, page);
    assertTrue(page.indexOf("Luis Vidal", choices) < page.indexOf("Ana Ruiz", choices), page);
  }

  @Test
  void an_unknown_caller_is_created_in_one_line_and_known_from_then_on() {
    JsonNode heard = centre.offer("c1", agent, number(ANA));
    assertEquals("unknown", heard.at("/match/kind").asText());
    String create = "/workspace/" + heard.path("id").asText() + "/create";
    Map<String, String> fields =
        Map.of("firstName", "Ana", "lastName", "Ruiz", "division", billing);
    assertEquals(
        422,
        centre.post(
            agent, create, Map.of("firstName", "Ana", "lastName", " ", "division", billing)));
    assertEquals(204, centre.post(agent, create, fields));
    assertEquals("known", centre.offer("c2", agent, number(ANA)).at("/match/kind").asText());
  }

  @Test
  void an_unknown_caller_is_attached_with_the_number() {
    String ana = centre.contact(billing, "Ana", "Ruiz", "+34911000000");
    JsonNode heard = centre.offer("c1", agent, number(ANA));
    String call = "/workspace/" + heard.path("id").asText();
    assertTrue(centre.page(agent, call + "/search?q=rui").contains(ana));
    assertEquals(
        204, centre.post(agent, call + "/attach", Map.of("contact", ana, "keepNumber", "yes")));
    assertEquals("known", centre.offer("c2", agent, number(ANA)).at("/match/kind").asText());
  }

  @Test
  void of_a_withheld_number_nothing_is_shown_or_kept() {
    centre.contact(billing, "Ana", "Ruiz", ANA);
    String withheld = "{\"raw\": \"" + ANA + "\", \"presentation\": \"withheld\"}";
    JsonNode heard = centre.offer("c1", agent, withheld);
    assertEquals("withheld", heard.at("/match/kind").asText());
    // Some sources leak the number in the next event.
    centre.report(event("c1", "connected", agent, ", \"from\": " + number(ANA)));
    String page = centre.page(agent, "/workspace");
    assertFalse(page.contains("Ana Ruiz"), page);
    assertFalse(page.contains("911 23 45 67"), page);
    assertTrue(page.contains("hides the number"), page);
  }

  @Test
  void words_that_stand_for_no_number_are_looked_up_nowhere() {
    for (String word : List.of("anonymous", "+7378742833", "<unknown>", "")) {
      JsonNode heard = centre.offer("call " + word, agent, number(word));
      assertEquals("withheld", heard.at("/match/kind").asText(), word);
    }
  }

  @Test
  void the_same_event_again_changes_nothing() {
    String offered = event("c1", "offered", agent, ", \"from\": " + number(ANA));
    JsonNode first = centre.report(offered);
    centre.report(event("c1", "ended", agent, ""));
    JsonNode again = centre.report(offered);
    assertEquals(first.path("id"), again.path("id"));
    assertEquals("wrap_up", again.path("state").asText());
  }

  @Test
  void a_number_that_comes_late_replaces_the_card() {
    centre.contact(billing, "Ana", "Ruiz", ANA);
    centre.offer("c1", agent, number("<unknown>"));
    JsonNode late = centre.report(event("c1", "connected", agent, ", \"from\": " + number(ANA)));
    assertEquals("known", late.at("/match/kind").asText());
    assertTrue(centre.page(agent, "/workspace").contains("Ana Ruiz"));
  }

  @Test
  void a_transferred_call_leaves_the_first_agents_page() {
    centre.contact(billing, "Ana", "Ruiz", ANA);
    Seat second = seats.agent(org, "Billing");
    centre.offer("c1", agent, number(ANA));
    centre.report(event("c1", "transferred", second, ""));
    assertFalse(centre.page(agent, "/workspace").contains("Ana Ruiz"));
    assertTrue(centre.page(second, "/workspace").contains("Ana Ruiz"));
  }

  @Test
  void an_agent_of_another_division_learns_nothing_unless_the_organization_tells() {
    String legal = seats.division(org, "Legal");
    centre.contact(legal, "Ana", "Ruiz", ANA);
    assertEquals("unknown", centre.offer("c1", agent, number(ANA)).at("/match/kind").asText());
    String page = centre.page(agent, "/workspace");
    assertFalse(page.contains("Ana Ruiz"), page);
    assertFalse(page.contains("may not see"), page);
    centre.api("PUT", "/api/v2/callbook/interactions/settings", "{\"tellsHiddenContact\": true}");
    String told = centre.page(agent, "/workspace");
    assertFalse(told.contains("Ana Ruiz"), told);
    assertTrue(told.contains("may not see"), told);
  }

  @Test
  void another_agents_call_is_not_found() {
    Seat other = seats.agent(org, "Billing");
    String id = centre.offer("c1", agent, number(ANA)).path("id").asText();
    assertEquals(404, centre.post(other, "/workspace/" + id + "/finish", Map.of("code", "Done")));
    assertEquals(204, centre.post(agent, "/workspace/" + id + "/finish", Map.of("code", "Done")));
    assertFalse(centre.page(agent, "/workspace").contains(id));
  }

  @Test
  void a_telephone_stands_for_the_user_it_is_assigned_to() {
    String offered =
        """
        {"source": "pbx", "sourceEventId": "%s", "interactionId": "c1", "kind": "offered",
         "agent": {"device": "PJSIP/1001"}, "from": {"raw": "+34911234567"}}\
        """;
    assertEquals("waiting", centre.report(offered.formatted("e1")).path("state").asText());
    centre.api(
        "PUT",
        "/api/v2/callbook/interactions/sources/pbx/devices",
        "{\"device\": \"PJSIP/1001\", \"user\": \"" + agent.user() + "\"}");
    JsonNode heard = centre.report(offered.formatted("e2"));
    assertEquals(agent.user().toString(), heard.path("agentId").asText());
  }

  @Test
  void what_is_wrong_with_an_event_is_named() {
    var answer = centre.api("POST", EVENTS, "{\"sourceEventId\": \"e\", \"kind\": \"rang\"}");
    assertEquals(400, answer.statusCode());
    assertTrue(answer.body().contains("interactionId"), answer.body());
    assertTrue(answer.body().contains("kind"), answer.body());
    var broken = centre.api("POST", EVENTS, "{\"at\": \"yesterday\"}");
    assertEquals(400, broken.statusCode());
    assertTrue(broken.body().contains("\"at\""), broken.body());
  }

  @Test
  void a_program_associates_a_conversation_by_hand() {
    String ana = centre.contact(billing, "Ana", "Ruiz", "+34911000000");
    centre.offer("c1", agent, number(ANA));
    String path = "/api/v2/externalcontacts/conversations/c1";
    var associated =
        centre.api(
            "PUT", path, "{\"conversationId\": \"c1\", \"externalContactId\": \"" + ana + "\"}");
    assertEquals(202, associated.statusCode());
    assertEquals("", associated.body());
    assertTrue(centre.page(agent, "/workspace").contains("Ana Ruiz"));
    assertEquals(202, centre.api("PUT", path, "{}").statusCode());
    assertFalse(centre.page(agent, "/workspace").contains("Ana Ruiz"));
    assertEquals(400, centre.api("PUT", path, "{\"conversationId\": \"c2\"}").statusCode());
    assertEquals(
        404,
        centre.api("PUT", path, "{\"externalContactId\": \"" + agent.user() + "\"}").statusCode());
    assertEquals(
        202,
        centre
            .api(
                "PUT",
                "/api/v2/externalcontacts/conversations/unheard",
                "{\"externalContactId\": \"" + ana + "\"}")
            .statusCode());
  }

  @Test
  void a_conversation_of_any_medium_is_associated_and_no_other() {
    String ana = centre.contact(billing, "Ana", "Ruiz", ANA);
    String path = "/api/v2/externalcontacts/conversations/";
    for (String medium :
        List.of(
            "CALL",
            "CALLBACK",
            "CHAT",
            "COBROWSE",
            "EMAIL",
            "MESSAGE",
            "INTERNAL_MESSAGE",
            "SCREEN_MONITORING",
            "SOCIAL_EXPRESSION",
            "VIDEO",
            "SCREENSHARE")) {
      String body =
          """
          {"conversationId": "%s", "communicationId": "leg", "mediaType": "%s", "externalContactId": "%s"}
          """
              .formatted(medium, medium, ana);
      var answer = centre.api("PUT", path + medium, body);
      assertEquals(202, answer.statusCode(), answer::body);
      assertEquals("", answer.body());
    }
    var unknown = centre.api("PUT", path + "c1", "{\"mediaType\": \"SMOKE\"}");
    assertEquals(400, unknown.statusCode());
    assertTrue(unknown.body().contains("mediaType"), unknown.body());
    assertEquals(400, centre.api("PUT", path + "c1", "").statusCode());
    assertEquals(400, centre.api("PUT", path + "x".repeat(201), "{}").statusCode());
    assertEquals(
        400, centre.api("PUT", path + "c1", "{\"externalContactId\": \"Ana\"}").statusCode());
  }
}
