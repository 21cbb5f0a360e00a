package dev.callbook.workspace;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.callbook.testing.CallCentre.number;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.callbook.access.OrgId;
import dev.callbook.testing.Browser;
import dev.callbook.testing.CallCentre;
import dev.callbook.testing.CallCentre.Seat;
import dev.callbook.testing.Look;
import dev.callbook.testing.Seats;
import dev.callbook.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Calls that come up on an agent's screen, in a real browser.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class PopTest {
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

  private Page workspace(Browser browser) {
    Page page = browser.go("/sign-in");
    page.locator("#email").fill(agent.email());
    page.locator("#password").fill("a few words will do");
    page.locator("#password").press("Enter");
    page.navigate("/workspace");
    return page;
  }

  private static Locator card(Page page) {
    return page.locator(".ws-mid:visible h1");
  }

  @ParameterizedTest
  @EnumSource(names = {"WIDE", "NARROW_DARK"})
  void a_call_pops_without_a_reload(Look look) {
    centre.contact(billing, "Ana", "Ruiz", ANA);
    try (Browser browser = Browser.open(look, Locale.UK)) {
      Page page = workspace(browser);
      assertThat(card(page)).hasText("No call right now");
      centre.offer("c1", agent, number(ANA));
      assertThat(card(page)).hasText("Ana Ruiz");
      browser.screenshot(page, "workspace-known");
      browser.assertAccessible(page);
    }
  }

  @Test
  void a_key_chooses_among_several() {
    centre.contact(billing, "Ana", "Ruiz", ANA);
    centre.contact(billing, "Luis", "Vidal", ANA);
    try (Browser browser = Browser.open()) {
      Page page = workspace(browser);
      centre.offer("c1", agent, number(ANA));
      assertThat(card(page)).hasText("Who is calling?");
      browser.screenshot(page, "workspace-several");
      browser.assertAccessible(page);
      page.keyboard().press("2");
      assertThat(card(page)).hasText("Luis Vidal");
    }
  }

  @Test
  void an_unknown_caller_is_found_and_attached_by_keys_alone() {
    centre.contact(billing, "Ana", "Ruiz", "+34911000000");
    try (Browser browser = Browser.open()) {
      Page page = workspace(browser);
      centre.offer("c1", agent, number(ANA));
      assertThat(card(page)).hasText("New number");
      page.keyboard().press("/");
      page.keyboard().type("rui");
      assertThat(page.locator(".ws-mid:visible .cb-picker button")).hasCount(1);
      browser.screenshot(page, "workspace-unknown");
      browser.assertAccessible(page);
      page.keyboard().press("ArrowDown");
      page.keyboard().press("Enter");
      assertThat(card(page)).hasText("Ana Ruiz");
    }
  }

  @Test
  void an_unknown_caller_is_created_in_one_line() {
    try (Browser browser = Browser.open()) {
      Page page = workspace(browser);
      centre.offer("c1", agent, number(ANA));
      page.locator("[name=firstName]:visible").fill("Aminata");
      page.locator("[name=lastName]:visible").fill("Diarra");
      page.locator("[name=lastName]:visible").press("Enter");
      assertThat(card(page)).hasText("Aminata Diarra");
    }
  }

  @Test
  void what_an_agent_types_stays_when_the_call_ends() {
    centre.contact(billing, "Ana", "Ruiz", ANA);
    try (Browser browser = Browser.open()) {
      Page page = workspace(browser);
      centre.offer("c1", agent, number(ANA));
      page.locator("textarea:visible").fill("Wants the invoice again");
      centre.report(CallCentre.event("c1", "ended", agent, ""));
      assertThat(page.locator(".cb-strip:visible")).containsText("Missed");
      assertThat(page.locator("textarea:visible")).hasValue("Wants the invoice again");
    }
  }

  @Test
  void a_withheld_number_is_not_shown() {
    try (Browser browser = Browser.open()) {
      Page page = workspace(browser);
      centre.offer("c1", agent, number("anonymous"));
      assertThat(card(page)).hasText("The caller hides the number");
      browser.screenshot(page, "workspace-withheld");
      browser.assertAccessible(page);
    }
  }

  @Test
  void nothing_covers_the_call_the_agent_is_on() {
    centre.contact(billing, "Ana", "Ruiz", ANA);
    try (Browser browser = Browser.open()) {
      Page page = workspace(browser);
      centre.offer("c1", agent, number(ANA));
      centre.report(CallCentre.event("c1", "connected", agent, ""));
      assertThat(page.locator(".cb-strip:visible")).containsText("On call");
      centre.offer("c2", agent, number("+34911999999"));
      assertThat(page.locator("[data-call]")).hasCount(2);
      assertThat(card(page)).hasText("Ana Ruiz");
    }
  }
}
