package dev.callbook.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import dev.callbook.testing.Answer;
import dev.callbook.testing.Browser;
import dev.callbook.testing.CallCentre.Seat;
import dev.callbook.testing.FeatureTest;
import dev.callbook.testing.Look;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The organization's settings on their page.
@QuarkusTest
class SettingsPagesTest extends FeatureTest {
  private Seat admin;

  @BeforeEach
  void anAdmin() {
    admin = directory.person("Admin", "*");
  }

  private Answer save(String form) {
    return api.at(admin).post("/settings/organization", form);
  }

  @Test
  void name_country_and_the_end_of_idle_sessions_are_saved_in_one_step() {
    assertEquals(303, save("version=1&name=Norrviken&region=SE&idle=30").status());

    api.at(admin)
        .get("/settings")
        .shows(200)
        .saying("value=\"Norrviken\"")
        .saying("<option value=\"SE\" selected>Sweden")
        .saying("<option value=\"30\" selected>30 minutes");
    api.as(directory.admin())
        .get("/api/v2/organizations/me")
        .answers(200)
        .holds("/defaultCountryCode", "\"SE\"")
        .holds("/version", "2");
    api.as(directory.admin())
        .get("/api/v2/tokens/timeout")
        .answers(200)
        .holds("/idleTokenTimeoutSeconds", "1800");
  }

  @Test
  void everything_that_is_wrong_is_said_at_once_and_nothing_is_saved() {
    save("version=1&name=&region=XX&idle=3")
        .shows(422)
        .saying("id=\"name-error\"")
        .saying("id=\"region-error\"")
        .saying("id=\"idle-error\"");
    api.as(directory.admin()).get("/api/v2/organizations/me").answers(200).holds("/version", "1");
  }

  @Test
  void what_a_colleague_saved_meanwhile_is_not_overwritten_unasked() {
    assertEquals(303, save("version=1&name=Norrviken&region=SE&idle=0").status());
    save("version=1&name=Thornbury&region=GB&idle=0")
        .shows(409)
        .saying("Somebody else changed the organization meanwhile")
        .saying("value=\"Thornbury\"")
        .saying("name=\"version\" value=\"2\"");
    assertEquals(303, save("version=2&name=Thornbury&region=GB&idle=0").status());
  }

  @Test
  void people_who_pick_the_division_find_none_chosen_for_them() {
    directory.division("Billing");
    assertEquals(303, api.at(admin).post("/settings/directory", "picks=true").status());

    api.at(admin).get("/contacts/new").shows(200).saying("Pick a division");
    api.as(directory.admin())
        .get("/api/v2/externalcontacts/settings")
        .answers(200)
        .holds("/manuallyAssignDivisionsToContacts", "true");
  }

  @Test
  void who_may_only_see_the_settings_finds_nothing_to_press() {
    Seat agent = directory.person("Agent", "*");
    assertEquals(403, api.at(agent).post("/settings/organization", "name=X").status());
    assertEquals(403, api.at(agent).post("/settings/directory", "picks=true").status());
  }

  @ParameterizedTest
  @EnumSource(names = {"WIDE", "NARROW_DARK"})
  void an_admin_renames_the_organization(Look look) {
    try (Browser browser = Browser.open(look, Locale.UK).signedIn(admin)) {
      Page page = browser.go("/settings");
      page.locator("#name").fill("Norrviken Kundservice");
      page.locator("#region").selectOption("SE");
      page.locator("#name").press("Enter");

      PlaywrightAssertions.assertThat(page.locator("#toasts")).containsText("Settings saved");
      PlaywrightAssertions.assertThat(page.locator("#region")).hasValue("SE");
      browser.screenshot(page, "settings");
      browser.assertAccessible(page);
    }
  }
}
