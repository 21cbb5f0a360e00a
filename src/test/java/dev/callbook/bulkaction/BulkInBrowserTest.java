package dev.callbook.bulkaction;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import dev.callbook.testing.Browser;
import dev.callbook.testing.FeatureTest;
import dev.callbook.testing.Look;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// An admin's way from the list to a deletion and back, in a real browser.
@QuarkusTest
class BulkInBrowserTest extends FeatureTest {
  private static final LocatorAssertions.ContainsTextOptions PATIENTLY =
      new LocatorAssertions.ContainsTextOptions().setTimeout(30_000);

  @ParameterizedTest
  @EnumSource(names = {"WIDE", "NARROW_DARK"})
  void selected_contacts_are_deleted_and_come_back(Look look) {
    directory.contact("Ana Ruiz").workPhone("+34 911 23 45 67").add();
    directory.contact("Eva Paz").add();
    for (int i = 0; i < 50; i++) {
      directory.contact("Luis Aguirre%02d".formatted(i)).add();
    }
    try (Browser browser = Browser.open(look, Locale.UK).signedIn(directory.person("Admin", "*"))) {
      Page page = browser.go("/contacts");
      assertThat(page.locator("#chosen")).isHidden();
      page.locator("#rows td.sel input").first().check();
      assertThat(page.locator("#chosen output")).hasText("1 selected");
      page.locator("a[rel=next]").click();
      assertThat(page.locator("#rows tbody tr")).hasCount(2);
      page.locator("#rows td.sel input").first().check();
      assertThat(page.locator("#chosen output")).hasText("2 selected");
      browser.screenshot(page, "contacts-selected");
      browser.assertAccessible(page);

      page.locator("#chosen [value=delete]").click();
      assertThat(page.locator("h1")).containsText("Delete 2 contacts?", PATIENTLY);
      browser.screenshot(page, "bulk-delete");
      browser.assertAccessible(page);
      page.locator("form[action$='/run'] button").click();
      assertThat(page.locator("h1")).containsText("Done", PATIENTLY);
      browser.screenshot(page, "bulk-done");
      page.locator("form[action$='/undo'] button").click();
      assertThat(page.locator("h1")).containsText("Undone", PATIENTLY);
      browser.assertAccessible(page);
      page.navigate("/contacts?phone=yes");
      assertThat(page.locator("#rows tbody tr")).hasCount(1);
      page.locator(".cb-columns summary").click();
      browser.screenshot(page, "contacts-filtered");
      browser.assertAccessible(page);
    }
  }
}
