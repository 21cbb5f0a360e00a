package dev.callbook.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.callbook.access.Access;
import dev.callbook.access.Admissions;
import dev.callbook.access.OrgId;
import dev.callbook.access.Origin;
import dev.callbook.access.Permission;
import dev.callbook.access.Scope;
import dev.callbook.access.Users;
import dev.callbook.interaction.Interactions;
import dev.callbook.platform.Announcements;
import dev.callbook.platform.DemoSettings;
import dev.callbook.testing.Browser;
import dev.callbook.testing.CallCentre;
import dev.callbook.testing.CallCentre.Seat;
import dev.callbook.testing.LiveTab;
import dev.callbook.testing.Look;
import dev.callbook.testing.TestDatabase;
import dev.callbook.workspace.Tabs;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// What the demo's agent sees when somebody calls whom nobody made call.
@QuarkusTest
@TestProfile(InDemo.class)
@QuarkusTestResource(TestDatabase.class)
class SimulatedCallsTest {
  private static final Instant END_OF_A_SLOT = Instant.parse("2026-11-23T10:00:29.900Z");

  @Inject DemoCompany company;
  @Inject DemoSettings settings;
  @Inject Tabs tabs;
  @Inject Admissions admissions;
  @Inject Users users;
  @Inject Switchboard switchboard;
  @Inject Announcements announcements;
  @Inject Interactions interactions;

  @SuppressWarnings("NullAway.Init") // set by the test framework
  @TestHTTPResource("/")
  URI root;

  /// Each test begins with an empty screen.
  @AfterEach
  void finishWhatIsOpen() {
    Access access = admissions.accessOf(company.find().orElseThrow(), agent()).orElseThrow();
    Scope scope = access.scope(Permission.WORKSPACE_USE, Origin.PAGE);
    interactions
        .open(scope, agent(), 100)
        .forEach(call -> interactions.finish(scope, call.id(), null));
  }

  @ParameterizedTest
  @CsvSource({
    // Who is cast may have a number with an extension, which a trunk does not send.
    "KNOWN, .cb-why.chip, exact match|extension aside",
    "SHARED, h1, Who is calling\\?",
    "UNKNOWN, h1, New number",
    "WITHHELD, h1, The caller hides the number",
    "MESSAGE, .cb-card h1, .+",
    "LATE, .cb-why.chip, exact match|extension aside"
  })
  void each_kind_of_call_brings_its_card(String situation, String place, String words) {
    try (Browser browser = Browser.open()) {
      Page page = workspace(browser);
      simulate(page, situation);
      Locator card = page.locator(".ws-mid:visible " + place);
      assertThat(card).hasText(Pattern.compile(".*(" + words + ").*"));
      browser.screenshot(page, "demo-" + situation.toLowerCase(Locale.ROOT));
      browser.assertAccessible(page);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"WIDE", "NARROW_DARK"})
  void the_controls_are_usable_on_every_screen(Look look) {
    try (Browser browser = Browser.open(look, Locale.GERMAN)) {
      Page page = workspace(browser);
      page.locator("[popovertarget=demo-calls]").click();
      assertThat(page.locator("#demo-calls")).isVisible();
      browser.screenshot(page, "demo-controls");
      browser.assertAccessible(page);
    }
  }

  @Test
  void the_switch_of_the_page_is_heard_on_every_node() {
    Trickle node = trickle(false);
    node.start(new StartupEvent());
    try (Browser browser = Browser.open()) {
      Page page = workspace(browser);
      for (boolean isOn : new boolean[] {true, false}) {
        page.waitForResponse("**/demo/trickle", () -> page.locator("#demo [name=on]").click());
        assertEquals(isOn, node.isOn(agent()));
      }
    } finally {
      node.stop(new ShutdownEvent());
    }
  }

  @Test
  void none_come_in_while_they_are_switched_off() {
    try (LiveTab tab = centre().open(seat())) {
      tab.next();
      assertEquals(0, callsAfterTurns(trickle(false)));
    }
  }

  @Test
  void calls_come_in_by_themselves_and_once_for_two_nodes() {
    try (LiveTab tab = centre().open(seat())) {
      tab.next();
      assertEquals(1, callsAfterTurns(trickle(true), trickle(true)));
      assertTrue(tab.next().contains("data-call="));
    }
  }

  /// Another node's, at the end of the same half minute.
  private Trickle trickle(boolean isOn) {
    Trickle trickle =
        new Trickle(
            settings,
            company,
            tabs,
            admissions,
            switchboard,
            announcements,
            Clock.fixed(END_OF_A_SLOT, ZoneOffset.UTC));
    trickle.heard(agent() + (isOn ? " on" : " off"));
    return trickle;
  }

  private int callsAfterTurns(Trickle... nodes) {
    OrgId org = company.find().orElseThrow();
    for (Trickle node : nodes) {
      node.turn(org);
      node.turn(org);
    }
    return switchboard.open(admissions.accessOf(org, agent()).orElseThrow());
  }

  private UUID agent() {
    return users.idOf(company.find().orElseThrow(), Staff.AGENT.email()).orElseThrow();
  }

  private CallCentre centre() {
    return new CallCentre(root, "");
  }

  private Seat seat() {
    return new Seat(
        agent(),
        Staff.AGENT.email(),
        CallCentre.signIn(root, Staff.AGENT.email(), company.password(Staff.AGENT)));
  }

  private Page workspace(Browser browser) {
    Page page = browser.go("/sign-in");
    page.locator("#email").fill(Staff.AGENT.email());
    page.locator("#password").fill(company.password(Staff.AGENT));
    page.locator("#password").press("Enter");
    page.waitForURL("**/workspace");
    assertThat(page.locator("#demo")).isVisible();
    return page;
  }

  private static void simulate(Page page, String situation) {
    page.locator("[popovertarget=demo-calls]").click();
    page.locator("#demo-calls [value=" + situation + "]").click();
    assertThat(page.locator("#demo-calls")).isHidden();
  }
}
