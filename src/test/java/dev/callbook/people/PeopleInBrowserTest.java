package dev.callbook.people;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import dev.callbook.testing.Browser;
import dev.callbook.testing.CallCentre.Seat;
import dev.callbook.testing.FeatureTest;
import dev.callbook.testing.Look;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// An admin's way: a role of one's own, a user who holds it, and the link by which they come in.
@QuarkusTest
class PeopleInBrowserTest extends FeatureTest {
  @Test
  void an_admin_makes_a_role_adds_a_user_and_the_user_sets_a_password() {
    Seat admin = directory.person("Admin", "*");
    try (Browser browser = Browser.open().signedIn(admin)) {
      Page page = browser.go("/roles/new");
      page.locator("#name").fill("Reader");
      page.locator("[data-filter]").fill("see contact:view");
      assertThat(page.locator("[data-item]:visible")).hasCount(1);
      page.locator("[data-item]:visible input").check();
      browser.assertAccessible(page);
      page.locator(".cb-savebar button.btn-primary").click();
      assertThat(page.locator("h1")).hasText("Reader");

      page.navigate("/people");
      page.locator("#name").fill("Ana Ruiz");
      page.locator("#email").fill("ana@ours.example");
      page.locator("form.cb-form #role").selectOption("Reader");
      page.locator("form.cb-form button.btn-primary").click();
      String link = page.locator("#link").textContent();
      browser.assertAccessible(page);
      page.locator("#permission").selectOption("externalContacts:contact:edit");
      page.locator("form[action$='#asked'] button").click();
      assertThat(page.locator("#answer")).containsText("No.");
      browser.assertAccessible(page);

      page.context().clearCookies();
      page.navigate(link);
      browser.assertAccessible(page);
      page.locator("#password").fill("a few other words");
      page.locator("#again").fill("a few other words");
      page.keyboard().press("Enter");
      assertThat(page.locator("h1")).hasText("Password saved");
      browser.assertAccessible(page);
    }
  }

  @ParameterizedTest
  @CsvSource({"WIDE, en", "NARROW_DARK, de"})
  void the_pages_fit(Look look, String language) {
    Seat admin = directory.person("Admin", "*");
    Seat user = directory.person("Agent", "Billing", "Legal");
    directory.contact("Ana Ruiz").in("Billing").add();
    String client = directory.program("Agent").client().id().toString();
    try (Browser browser = Browser.open(look, Locale.of(language)).signedIn(admin)) {
      Page page = browser.go("/people");
      browser.screenshot(page, "people");
      page.navigate("/people/" + user.user() + "?permission=externalContacts:contact:edit");
      browser.screenshot(page, "person");
      page.navigate("/roles");
      browser.screenshot(page, "roles");
      page.navigate("/roles/new?copy=" + directory.role("Agent"));
      browser.screenshot(page, "role");
      page.navigate("/divisions");
      browser.screenshot(page, "divisions");
      page.navigate("/divisions/" + directory.division("Billing").id().value());
      browser.screenshot(page, "division");
      page.navigate("/clients");
      browser.screenshot(page, "clients");
      page.navigate("/clients/" + client);
      browser.screenshot(page, "client");
    }
  }
}
