package dev.callbook.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import dev.callbook.testing.Browser;
import dev.callbook.testing.FeatureTest;
import dev.callbook.testing.Look;
import dev.callbook.testing.Route;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Visits every page there is, as an admin, with a contact and an organization that have
/// everything: whoever adds a page has it looked at by axe without asking.
@QuarkusTest
class EveryPageTest extends FeatureTest {
  @ParameterizedTest
  @EnumSource(names = {"WIDE", "NARROW_DARK"})
  void every_page_is_accessible(Look look) {
    Furnished ours = new Furnished(directory);
    List<Route> pages = Furnished.pages();
    assertTrue(pages.size() > 15, pages::toString);
    try (Browser browser = Browser.open(look, Locale.UK).signedIn(ours.admin())) {
      Page page = browser.go("/contacts");
      for (Route route : pages) {
        String path = ours.path(route);
        Response answer = page.navigate(path);
        assertEquals(200, answer.status(), path);
        assertTrue(page.locator("h1").count() > 0, path);
        browser.assertAccessible(page);
      }
    }
  }
}
