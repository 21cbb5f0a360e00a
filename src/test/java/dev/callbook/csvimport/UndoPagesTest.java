package dev.callbook.csvimport;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import dev.callbook.testing.Answer;
import dev.callbook.testing.Browser;
import dev.callbook.testing.CallCentre.Seat;
import dev.callbook.testing.FeatureTest;
import dev.callbook.testing.Look;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Imports that rest and imports that are taken back, in a real browser.
@QuarkusTest
class UndoPagesTest extends FeatureTest {
  private static final LocatorAssertions.HasTextOptions PATIENTLY =
      new LocatorAssertions.HasTextOptions().setTimeout(30_000);

  @ParameterizedTest
  @EnumSource(names = {"WIDE", "NARROW_DARK"})
  void an_import_is_paused_resumed_and_undone(Look look) throws Exception {
    Imported imports = new Imported(directory);
    Seat admin = directory.person("Admin", "*");
    Answer large = imports.upload(people(12_000), "");
    directory.asAdmin().post(Imported.IMPORTS + "/" + large.id() + "/pause", "").answers(200);
    String small =
        imports
            .done(
                """
                External Id,First Name,Last Name,Title,Organization
                x1,Ana,Ruiz,Buyer,Acme
                x2,Luis,Gil,Seller,Acme
                x3,Eva,Paz,Pilot,
                """,
                "")
            .id();
    edit("Ana");
    try (Browser browser = Browser.open(look, Locale.UK).signedIn(admin)) {
      Page page = browser.go("/imports/" + large.id());
      assertThat(page.locator("h1")).hasText("This import is paused");
      browser.screenshot(page, "import-paused");
      browser.assertAccessible(page);
      page.navigate("/imports");
      assertThat(page.locator(".badge").getByText("Paused")).isVisible();
      page.navigate("/imports/" + large.id());
      page.locator("form[action$='/resume'] button").click();
      assertThat(page.locator("h1")).hasText("Dry run finished, nothing written yet", PATIENTLY);

      page.navigate("/imports/" + small);
      page.getByText("Undo this import").click();
      assertThat(page.locator("h1")).hasText("Undo this import?");
      browser.screenshot(page, "import-undo-ask");
      page.locator(".acts form[action$='/undo'] button").click();
      assertThat(page.locator("#main, main").getByText("Nothing is changed yet."))
          .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(30_000));
      browser.screenshot(page, "import-undo-counted");
      browser.assertAccessible(page);
      assertEquals(3, names().size());

      page.locator(".cb-head button[popovertarget='confirm']").click();
      browser.screenshot(page, "import-undo-confirm");
      browser.assertAccessible(page);
      page.locator("#confirm form button.btn-danger").click();
      assertThat(page.locator("h1")).hasText("Import undone", PATIENTLY);
      browser.screenshot(page, "import-undo-done");
      browser.assertAccessible(page);
      assertEquals(List.of("Ana"), names());
      assertThat(page.locator("td a.name")).hasText(new String[] {"Acme", "Ana Ruiz"});
      Download list = page.waitForDownload(() -> page.locator("a[href$='/kept']").click());
      assertTrue(Files.readString(list.path()).contains(",Ana Ruiz,kept,edited,"));

      page.navigate("/imports");
      assertThat(page.locator(".badge").getByText("Undone")).isVisible();
      browser.screenshot(page, "imports-undone");
      page.navigate("/imports/" + small);
      assertThat(page.locator(".cb-note.warn")).containsText("This import was undone.");
      browser.screenshot(page, "import-undone");
    }
  }

  private void edit(String firstName) {
    String id =
        directory.asAdmin().get(CONTACTS + "?q={}", firstName).answers(200).text("/entities/0/id");
    directory
        .asAdmin()
        .patch(
            CONTACTS + "/" + id,
            "{\"changes\": [{\"field\": \"$.title\", \"action\": \"Update\", \"value\": \"Boss\"}]}")
        .answers(200);
  }

  @Test
  void an_import_that_cannot_be_undone_says_why() {
    Imported imports = new Imported(directory);
    Answer waiting = imports.end(imports.upload("First Name,Last Name\nAna,Ruiz\n", ""));
    Answer done = imports.done("First Name,Last Name\nAna,Ruiz\n", "");

    api.at(directory.person("Admin", "*"))
        .get("/imports/{}/undo", waiting.id())
        .shows(200)
        .saying("still under way");
    directory
        .asAdmin()
        .post(
            "/api/v2/authorization/roles",
            "{\"name\": \"Watcher\", \"permissions\": [\"externalContacts:importJob:view\"]}")
        .answers(200);
    api.at(directory.person("Watcher", "*"))
        .get("/imports/{}/undo", done.id())
        .shows(200)
        .saying("the permissions to import");
  }

  private static String people(int number) {
    return IntStream.range(0, number)
        .mapToObj(i -> "%d,Person,Number%d,p%d@example.org".formatted(i, i, i))
        .collect(Collectors.joining("\n", "External Id,First Name,Last Name,E-mail\n", "\n"));
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
