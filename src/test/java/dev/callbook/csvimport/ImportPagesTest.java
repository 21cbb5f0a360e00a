package dev.callbook.csvimport;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import dev.callbook.testing.Browser;
import dev.callbook.testing.CallCentre.Seat;
import dev.callbook.testing.FeatureTest;
import dev.callbook.testing.Look;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A file on its way through the pages, in a real browser.
@QuarkusTest
class ImportPagesTest extends FeatureTest {
  private static final String FILE =
      """
      Kundennr;First Name;Last Name;E-mail;Work Phone
      1;Ana;Ruiz;ana@example.org;+34 911 23 45 67
      2;Luis;Gil;luis(at)example.org;
      3;Eva;Paz;eva@example.org;none
      """;
  private static final LocatorAssertions.HasTextOptions PATIENTLY =
      new LocatorAssertions.HasTextOptions().setTimeout(30_000);

  @ParameterizedTest
  @EnumSource(names = {"WIDE", "NARROW_DARK"})
  void a_file_goes_from_upload_to_report(Look look) throws Exception {
    directory.division("Billing");
    Seat admin = directory.person("Admin", "*");
    try (Browser browser = Browser.open(look, Locale.UK)) {
      Page page = signedIn(browser, admin);
      choose(page, "clients.csv", FILE);
      browser.assertAccessible(page);

      page.getByLabel("What Kundennr becomes").selectOption("EXTERNAL_ID");
      page.getByLabel("Division").selectOption(new String[] {"Billing"});
      page.getByLabel("External IDs come from").fill("Our CRM");
      browser.screenshot(page, "import-setup");
      page.locator("form[action$='/check'] button").click();

      assertThat(page.locator("h1")).hasText("Dry run finished, nothing written yet", PATIENTLY);
      browser.screenshot(page, "import-dry-run");
      browser.assertAccessible(page);
      assertEquals(List.of(), names());

      page.locator("form[action$='/run'] button").click();
      assertThat(page.locator("h1")).hasText("Import finished", PATIENTLY);
      browser.screenshot(page, "import-report");
      browser.assertAccessible(page);
      assertEquals(List.of("Ana"), names());

      Download report = page.waitForDownload(() -> page.locator("a[href$='/rejections']").click());
      assertMended(page, Files.readString(report.path()));
    }
  }

  /// The report's rows, mended, are a file to import.
  private void assertMended(Page page, String report) {
    assertTrue(report.contains("3;E-mail;E-mail is not an e-mail address"), report);
    assertTrue(report.contains("4;Work Phone;"), report);
    choose(
        page,
        "mended.csv",
        report.replace("luis(at)example.org", "luis@example.org").replace(";none", ";"));
    page.getByLabel("What Kundennr becomes").selectOption("EXTERNAL_ID");
    page.getByLabel("Division").selectOption(new String[] {"Billing"});
    page.getByLabel("External IDs come from").fill("our crm");
    page.locator("form[action$='/check'] button").click();
    assertThat(page.locator("h1")).hasText("Dry run finished, nothing written yet", PATIENTLY);
    page.locator("form[action$='/run'] button").click();
    assertThat(page.locator("h1")).hasText("Import finished", PATIENTLY);
    assertEquals(List.of("Ana", "Eva", "Luis"), names().stream().sorted().toList());
  }

  @Test
  void a_file_that_is_none_is_refused_where_it_was_chosen() {
    Seat admin = directory.person("Admin", "*");
    try (Browser browser = Browser.open()) {
      Page page = signedIn(browser, admin);
      choose(page, "clients.csv", "<html><body>Sign in</body></html>");
      assertThat(page.locator("#file-error")).containsText("This is a web page, not a CSV file.");
      browser.assertAccessible(page);
    }
  }

  @Test
  void a_file_without_names_is_refused_where_the_columns_are_chosen() {
    Seat admin = directory.person("Admin", "*");
    try (Browser browser = Browser.open()) {
      Page page = signedIn(browser, admin);
      choose(page, "colours.csv", "Number,Colour\n1,red\n");
      page.locator("form[action$='/check'] button").click();
      assertThat(page.locator("#columns-error")).containsText("No column is the last name.");
      browser.assertAccessible(page);
    }
  }

  private static Page signedIn(Browser browser, Seat seat) {
    Page page = browser.go("/sign-in");
    page.locator("#email").fill(seat.email());
    page.locator("#password").fill("a few words will do");
    page.locator("#password").press("Enter");
    page.waitForURL(url -> !url.contains("/sign-in"));
    return page;
  }

  private static void choose(Page page, String name, String text) {
    page.navigate("/imports");
    page.locator("#file")
        .setInputFiles(new FilePayload(name, "text/csv", text.getBytes(StandardCharsets.UTF_8)));
    page.locator("form[action='/imports'] button").click();
  }

  private List<String> names() {
    return directory
        .asAdmin()
        .get(CONTACTS)
        .answers(200)
        .at("/entities")
        .valueStream()
        .map(contact -> contact.path("firstName").asText())
        .toList();
  }
}
