package dev.callbook.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Where people work for real, there is no trace of the demo.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class OutsideDemoTest {
  @Inject Seats seats;
  @Inject DemoCompany company;

  @SuppressWarnings("NullAway.Init") // set by the test framework
  @TestHTTPResource("/")
  URI root;

  private CallCentre centre;
  private Seat agent;

  @BeforeEach
  void open() {
    OrgId org = seats.organization();
    centre = seats.centre(org, root);
    agent = seats.agent(org, "Billing");
  }

  @Test
  void there_is_nothing_at_the_demos_addresses() {
    assertFalse(centre.page(agent, "/demo/controls").contains("/demo/calls"));
    assertEquals(404, centre.post(agent, "/demo/calls", Map.of("situation", "KNOWN")));
    assertEquals(404, centre.post(agent, "/demo/trickle", Map.of("on", "yes")));
  }

  @Test
  void the_workspace_has_no_controls_of_it() {
    String page = centre.page(agent, "/workspace");
    assertTrue(page.contains("id=\"calls\""), page);
    assertFalse(page.contains("demo"), page);
  }

  @Test
  void no_company_is_made() {
    assertTrue(company.find().isEmpty());
  }
}
