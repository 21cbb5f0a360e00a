package dev.callbook.csvimport;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import dev.callbook.csvimport.reading.Samples;
import dev.callbook.csvimport.reading.Samples.WorkbookSample;
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

  @ParameterizedTest
  @EnumSource(names = {"WIDE_DARK", "NARROW"})
  void a_crms_accounts_are_taken_for_organizations(Look look) {
    directory.organization("Acme").with("industry", "\"Retail\"").add();
    Seat admin = directory.person("Admin", "*");
    try (Browser browser = Browser.open(look, Locale.UK)) {
      Page page = signedIn(browser, admin);
      choose(
          page,
          "accounts.csv",
          "Account Name,Industry,Website,Phone\nAcme,Energy,acme.example,+34911234567\nBeta,,,\n,,,\n");
      assertThat(page.getByLabel("Each row is")).hasValue("organizations");
      assertThat(page.getByLabel("What Account Name becomes")).hasValue("ORGANIZATION_NAME");
      page.getByLabel("If the organization has a value for Industry").selectOption("FILL");
      browser.screenshot(page, "import-accounts-setup");
      browser.assertAccessible(page);
      page.locator("form[action$='/check'] button").click();
      assertThat(page.locator("h1")).hasText("Dry run finished, nothing written yet", PATIENTLY);
      assertThat(page.locator(".cb-sample").first()).containsText("acme.example");
      browser.screenshot(page, "import-accounts-dry-run");
      browser.assertAccessible(page);
      page.locator("form[action$='/run'] button").click();
      assertThat(page.locator("h1")).hasText("Import finished", PATIENTLY);
      assertThat(page.locator("#as-foreseen")).isVisible();
      page.getByText("Show organizations").click();
      assertThat(page.locator("main")).containsText("Beta");
    }
  }

  /// The sheet, the shape of a column, and both kept for the next file.
  @ParameterizedTest
  @EnumSource
  void a_workbook_is_shaped_and_its_settings_are_kept(Look look) {
    Seat admin = directory.person("Admin", "*");
    byte[] workbook =
        new WorkbookSample()
            .sheet("Notes", Samples.row(1, "Nothing here"))
            .sheet(
                "People",
                Samples.row(1, "First Name", "Last Name", "Street", "No", "Title")
                    + Samples.row(2, "Ana", "Ruiz", "Calle Mayor", "5", "EK")
                    + Samples.row(3, "Eva", "Gil", "", "", ""))
            .bytes();
    try (Browser browser = Browser.open(look, Locale.UK)) {
      Page page = signedIn(browser, admin);
      chooseFile(page, "people.xlsx", workbook);
      page.getByLabel("Sheet", exactly()).selectOption("People");
      page.getByText("Show columns").click();
      page.getByLabel("What No becomes").selectOption("ADDRESS_1");
      page.getByLabel("Shape the values of No").click();
      page.locator("#joint-3").selectOption("BLANK");
      page.getByLabel("Shape the values of Title").click();
      page.locator("#values-4").fill("EK = Buyer");
      page.locator("#otherwise-4").fill("Clerk");
      page.locator("#region").selectOption("ES");
      page.locator("#saveAs").fill("Monthly list");
      browser.screenshot(page, "import-shape");
      browser.assertAccessible(page);
      page.locator("form[action$='/check'] button").click();
      assertThat(page.locator("h1")).hasText("Dry run finished, nothing written yet", PATIENTLY);
      page.locator("form[action$='/run'] button").click();
      assertThat(page.locator("h1")).hasText("Import finished", PATIENTLY);

      chooseFile(
          page,
          "again.csv",
          "First Name,Last Name,Title\nLuis,Paz,EK\n".getBytes(StandardCharsets.UTF_8));
      page.getByLabel("Saved settings").selectOption("Monthly list");
      page.getByText("Show columns").click();
      assertThat(page.locator("#values-2")).hasValue("ek = Buyer");
      assertThat(page.locator("#region")).hasValue("ES");
      page.locator("#values-2").fill("Buyer");
      page.locator("form[action$='/check'] button").click();
      assertThat(page.locator("#columns-error")).containsText("Write one value a line");
      assertThat(page.locator("#values-2")).hasValue("buyer = ");
      assertThat(page.locator("#region")).hasValue("ES");
      browser.screenshot(page, "import-shape-refused");
    }
    assertEquals("Calle Mayor 5, Buyer", placeOf("Ana"));
    assertEquals(", Clerk", placeOf("Eva"));
  }

  private String placeOf(String firstName) {
    var contact =
        directory.asAdmin().get(CONTACTS + "?q=" + firstName).answers(200).at("/entities/0");
    return contact.at("/address/address1").asText() + ", " + contact.path("title").asText();
  }

  private static Page.GetByLabelOptions exactly() {
    return new Page.GetByLabelOptions().setExact(true);
  }

  @Test
  void a_file_that_is_none_is_refused_in_german() {
    Seat admin = directory.person("Admin", "*");
    try (Browser browser = Browser.open(Look.WIDE, Locale.GERMANY)) {
      Page page = signedIn(browser, admin);
      choose(page, "clients.csv", "<html><body>Anmelden</body></html>");
      assertThat(page.locator("#file-error"))
          .containsText("Das ist eine Webseite, keine CSV-Datei.");
      choose(page, "colours.csv", "Ana,ana@example.org\nEva,eva@example.org\n");
      assertThat(page.locator("#headless")).containsText("Wenn der Datei die Kopfzeile fehlt");
      page.locator("form[action$='/check'] button").click();
      assertThat(page.locator("#columns-error")).containsText("Keine Spalte ist der Nachname.");
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
    chooseFile(page, name, text.getBytes(StandardCharsets.UTF_8));
  }

  private static void chooseFile(Page page, String name, byte[] file) {
    page.navigate("/imports");
    page.locator("#file").setInputFiles(new FilePayload(name, "application/octet-stream", file));
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
