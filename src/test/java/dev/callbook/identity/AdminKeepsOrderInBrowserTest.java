package dev.callbook.identity;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.callbook.testing.Browser;
import dev.callbook.testing.CallCentre.Seat;
import dev.callbook.testing.FeatureTest;
import dev.callbook.testing.Look;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// An admin's way through the editor of custom fields, and from a duplicate to its merge and back,
/// in a real browser.
@QuarkusTest
class AdminKeepsOrderInBrowserTest extends FeatureTest {
  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^" + name)));
  }

  @ParameterizedTest
  @EnumSource(names = {"WIDE", "NARROW_DARK"})
  void fields_are_changed_and_two_contacts_become_one(Look look) {
    Seat admin = directory.person("Admin", "*");
    String schema = directory.schemaOf(CONTACTS);
    String first =
        directory
            .contact("Priya Raghunathan")
            .with("title", "\"Buyer\"")
            .cellPhone("+44 7700 900482")
            .add();
    directory
        .contact("Priya Ragunathan")
        .with("title", "\"Head of purchasing\"")
        .workPhone("+44 7700 900482")
        .workEmail("priya@thornbury.example")
        .add();
    try (Browser browser = Browser.open(look, Locale.UK).signedIn(admin)) {
      Page page = browser.go("/custom-fields?of=contacts&schema=" + schema);
      button(page, "Move down: Shirt").press("Enter");
      assertThat(button(page, "Move down: Shirt")).isFocused();
      button(page, "Edit Shirt").click();
      page.locator("#most").fill("2");
      page.locator("#title").fill("Shirt size");
      assertThat(page.locator("#beside")).containsText("Shirt size, Longest value");
      assertThat(page.locator("#beside")).containsText("values that would no longer fit: 0 of 0");
      browser.assertAccessible(page);
      browser.screenshot(page, "custom-fields");
      button(page, "Publish version 2").click();
      assertThat(page.locator("#toasts")).containsText("Version 2 published");

      page.navigate("/contacts/" + first + "/duplicates");
      assertThat(page.locator(".cb-pairs")).containsText("Same number");
      browser.assertAccessible(page);
      browser.screenshot(page, "duplicates");
      page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Compare and merge"))
          .click();
      page.locator("input[name=take-title]").first().check();
      assertThat(page.locator("#result")).containsText("Buyer");
      browser.assertAccessible(page);
      browser.screenshot(page, "merge");
      button(page, "Merge 2 contacts").click();
      assertThat(page.locator("#toasts")).containsText("2 contacts merged");
      page.locator("#toasts button").first().click();
      assertThat(page.locator("#toasts")).containsText("are back");
    }
  }
}
