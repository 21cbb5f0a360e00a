package dev.callbook.workspace;

import static dev.callbook.testing.CallCentre.event;
import static dev.callbook.testing.CallCentre.number;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.callbook.access.OrgId;
import dev.callbook.testing.CallCentre;
import dev.callbook.testing.CallCentre.Seat;
import dev.callbook.testing.LiveTab;
import dev.callbook.testing.Seats;
import dev.callbook.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the open tabs of agents are sent.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class LiveWorkspaceTest {
  private static final String CONTACTS = "/api/v2/externalcontacts/contacts/";
  private static final String ANA = "+34911234567";

  @Inject Seats seats;

  @SuppressWarnings("NullAway.Init") // set by the test framework
  @TestHTTPResource("/")
  URI root;

  private OrgId org;
  private CallCentre centre;
  private Seat agent;

  @BeforeEach
  void open() {
    org = seats.organization();
    centre = seats.centre(org, root);
    agent = seats.agent(org, "Billing");
    centre.contact(seats.division(org, "Billing"), "Ana", "Ruiz", ANA);
  }

  @Test
  void a_call_comes_up_on_every_tab_of_its_agent() {
    try (LiveTab first = centre.open(agent);
        LiveTab second = centre.open(agent)) {
      assertFalse(first.next().contains("Ana Ruiz"));
      assertFalse(second.next().contains("Ana Ruiz"));
      centre.offer("c1", agent, number(ANA));
      assertEquals(first.nextWith("Ana Ruiz"), second.nextWith("Ana Ruiz"));
    }
  }

  @Test
  void a_tab_that_comes_back_is_sent_everything() {
    centre.offer("c1", agent, number(ANA));
    try (LiveTab tab = centre.open(agent)) {
      assertTrue(tab.next().contains("Ana Ruiz"));
    }
  }

  @Test
  void a_card_follows_its_contact_when_somebody_else_edits_it() {
    String cleo = centre.contact(seats.division(org, "Billing"), "Cleo", "Roca", "+34911234599");
    try (LiveTab tab = centre.open(agent)) {
      centre.offer("c1", agent, number("+34911234599"));
      tab.nextWith("Cleo Roca");

      centre.api(
          "PATCH",
          CONTACTS + cleo,
          "{\"changes\": [{\"action\": \"Update\", \"field\": \"$.title\", \"value\": \"Harbour master\"}]}");

      tab.nextWith("Harbour master");
    }
  }

  @Test
  void a_card_of_a_contact_that_was_deleted_goes_away() {
    String cleo = centre.contact(seats.division(org, "Billing"), "Cleo", "Roca", "+34911234599");
    try (LiveTab tab = centre.open(agent)) {
      centre.offer("c1", agent, number("+34911234599"));
      tab.nextWith("Cleo Roca");

      centre.api("DELETE", CONTACTS + cleo, "");

      tab.next(update -> !update.contains("Cleo Roca"));
    }
  }

  @Test
  void another_agent_is_sent_nothing_of_it() {
    Seat other = seats.agent(org, "Billing");
    try (LiveTab tab = centre.open(other)) {
      tab.next();
      centre.offer("c1", agent, number(ANA));
      centre.offer("c2", other, number("+34911999999"));
      String first = tab.next();
      assertTrue(first.contains("911 99 99 99"), first);
      assertFalse(first.contains("Ana Ruiz"), first);
    }
  }

  @Test
  void a_transferred_call_leaves_one_agents_tab_and_comes_up_on_the_others() {
    Seat other = seats.agent(org, "Billing");
    try (LiveTab from = centre.open(agent);
        LiveTab to = centre.open(other)) {
      from.next();
      to.next();
      centre.offer("c1", agent, number(ANA));
      from.nextWith("Ana Ruiz");
      centre.report(event("c1", "transferred", other, ""));
      assertFalse(from.next().contains("Ana Ruiz"));
      to.nextWith("Ana Ruiz");
    }
  }

  @Test
  void a_note_and_the_end_of_a_call_come_up_too() {
    String ana = centre.contact(seats.division(org, "Billing"), "Eva", "Sanz", "+34911222222");
    String call = centre.offer("c1", agent, number("+34911222222")).path("id").asText();
    try (LiveTab tab = centre.open(agent)) {
      tab.next();
      String path = "/workspace/" + call;
      assertEquals(
          204, centre.post(agent, path + "/note", Map.of("contact", ana, "text", "Mind the step")));
      tab.nextWith("Mind the step");
      centre.report(event("c1", "ended", agent, ""));
      tab.nextWith("data-state=\"wrap_up\"");
      assertEquals(204, centre.post(agent, path + "/finish", Map.of("code", "Resolved")));
      assertFalse(tab.next().contains(call));
    }
  }

  @Test
  void the_stream_ends_with_the_session() {
    try (LiveTab tab = centre.open(agent)) {
      tab.next();
      seats.signOut(org, agent);
      centre.offer("c1", agent, number(ANA));
      assertEquals("(end)", tab.next());
    }
  }

  @Test
  void nobody_listens_without_a_session() {
    try (LiveTab tab = centre.open(new Seat(agent.user(), agent.email(), "none"))) {
      assertEquals(303, tab.status());
    }
  }
}
