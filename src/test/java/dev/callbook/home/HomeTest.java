package dev.callbook.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import dev.callbook.platform.Chore;
import dev.callbook.testing.Answer;
import dev.callbook.testing.Browser;
import dev.callbook.testing.CallCentre;
import dev.callbook.testing.CallCentre.Seat;
import dev.callbook.testing.FeatureTest;
import dev.callbook.testing.Look;
import io.quarkus.arc.All;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The first page after sign-in.
@QuarkusTest
class HomeTest extends FeatureTest {
  private static final String STRANGER = "+34 944 99 88 77";

  @Inject @All List<Chore> chores;

  private Seat admin;

  @BeforeEach
  void signIn() {
    admin = directory.person("Admin", "*");
  }

  private String call(String from) {
    return directory
        .asAdmin()
        .post(
            CallCentre.EVENTS,
            CallCentre.event(UUID.randomUUID().toString(), "offered", admin, ", \"from\": " + from))
        .answers(200)
        .id();
  }

  private Answer home(Seat viewer) {
    return api.at(viewer).get("/home").shows(200);
  }

  private void count() {
    chores.stream()
        .filter(chore -> chore.name().equals("interaction.count-calls"))
        .forEach(chore -> chore.work().run());
  }

  private void calls() {
    directory.mind("944998877");
    directory.contact("Ana Ruiz").cellPhone("+34 655 11 22 33").add();
    directory.contact("Luis Ruiz").cellPhone("+34 655 44 55 66").add();
    directory.contact("Eva Ruiz").workPhone("+34 655 44 55 66").add();
    call(CallCentre.number("+34 655 11 22 33"));
    call(CallCentre.number("+34 655 44 55 66"));
    call(CallCentre.number(STRANGER));
    call("{\"presentation\": \"withheld\"}");
  }

  @Test
  void sign_in_leads_there_and_agents_to_their_workspace() {
    assertEquals("/home", start(admin));
    assertEquals("/home", start(directory.person("Supervisor", "Billing")));
    assertEquals("/workspace", start(directory.person("Agent", "Billing")));
  }

  private String start(Seat person) {
    return api.at(person).get("/").header("Location").replaceFirst("^https?://[^/]*", "");
  }

  @Test
  void a_new_installation_is_told_its_first_steps() {
    home(admin).saying("Nobody is in your directory yet").saying("No calls in the last 7 days");
    directory.contact("Ana Ruiz").add();
    assertFalse(home(admin).body().contains("Nobody is in your directory yet"));
  }

  @Test
  void calls_count_by_what_was_found_before_and_after_they_are_summed_up() {
    calls();
    String before = home(admin).saying(" 66.7%").body();
    count();
    String after = home(admin).saying(" 66.7%").body();
    call(CallCentre.number("+34 655 11 22 33"));
    String later = home(admin).saying(" 75.0%").body();

    assertTrue(before.contains("<td>1</td><td>1</td><td>1</td><td>1</td>"), before);
    assertTrue(after.contains("<td>1</td><td>1</td><td>1</td><td>1</td>"), after);
    assertTrue(later.contains("<td>2</td><td>1</td><td>1</td><td>1</td>"), later);
  }

  @Test
  void an_unknown_number_is_listed_until_somebody_has_it() {
    calls();
    String again = call(CallCentre.number(STRANGER));
    home(admin).saying("944 99 88 77").saying("2 calls").saying("/home/callers/" + again);
    count();
    call(CallCentre.number(STRANGER));
    home(admin).saying("3 calls");

    String luis = directory.contact("Luis Gil").add();
    api.at(admin).get("/home/callers/" + again + "?q=Gil").shows(200).saying("Luis Gil");
    Answer attached = api.at(admin).post("/home/callers/" + again + "/attach", "contact=" + luis);
    assertEquals(303, attached.status());
    assertEquals(
        "\"+34944998877\"",
        directory.asAdmin().get(CONTACTS + "/{}", luis).at("/otherPhone/e164").toString());
    assertFalse(home(admin).body().contains("944 99 88 77"));
  }

  @Test
  void an_unknown_number_gets_a_new_contact() {
    calls();
    String call = call(CallCentre.number(STRANGER));
    String path = "/home/callers/" + call;
    api.at(admin)
        .post(path + "/create", "firstName=&lastName=Gil&division=*")
        .shows(422)
        .saying("id=\"firstName-error\"");
    assertEquals(
        303,
        api.at(admin).post(path + "/create", "firstName=Luis&lastName=Gil&division=*").status());
    assertFalse(home(admin).body().contains("944 99 88 77"));
  }

  @Test
  void what_a_viewer_may_not_see_is_not_there() {
    calls();
    String name = "Looker";
    directory
        .asAdmin()
        .post(
            "/api/v2/authorization/roles",
            "{\"name\": \"" + name + "\", \"permissions\": [\"callbook:home:view\"]}")
        .answers(200);
    String page = home(directory.person(name, "Billing")).body();

    assertFalse(page.contains("944 99 88 77"), page);
    assertFalse(page.contains("Ruiz"), page);
    assertFalse(page.contains("Recent changes"), page);
    assertFalse(page.contains("Imports and exports"), page);
    api.at(directory.person("Agent", "Billing")).get("/home").shows(403);
  }

  @ParameterizedTest
  @CsvSource({"WIDE, en", "NARROW_DARK, de"})
  void it_fits_and_is_accessible(Look look, String language) {
    calls();
    try (Browser browser = Browser.open(look, Locale.of(language)).signedIn(admin)) {
      Page page = browser.go("/home");
      browser.assertAccessible(page);
      browser.screenshot(page, "home-" + language);
      page.navigate("/audit");
      page.locator("summary").first().click();
      browser.assertAccessible(page);
      browser.screenshot(page, "audit-" + language);
    }
  }
}
