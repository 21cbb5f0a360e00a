package dev.callbook.people;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.callbook.access.OAuthScope.EXTERNAL_CONTACTS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import dev.callbook.testing.Api;
import dev.callbook.testing.App;
import dev.callbook.testing.Browser;
import dev.callbook.testing.CallCentre.Seat;
import dev.callbook.testing.FeatureTest;
import dev.callbook.testing.Look;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A client's way through a user's browser, and the page on which an admin adds one.
@QuarkusTest
class ConsentInBrowserTest extends FeatureTest {
  private static final Pattern BACK = Pattern.compile("https://dialler\\.example/back\\?.*");

  private static String path(Map<String, String> request) {
    StringBuilder query = new StringBuilder("/oauth/authorize");
    request.forEach((name, value) ->
        query
            .append(query.indexOf("?") < 0 ? '?' : '&')
            .append(name)
            .append('=')
            .append(Api.encode(value)));
    return query.toString();
  }

  /// The client's own site, which is not there.
  private static void answerAtTheClient(Page page) {
    page.context()
        .route(
            BACK,
            route ->
                route.fulfill(
                    new com.microsoft.playwright.Route.FulfillOptions()
                        .setContentType("text/html")
                        .setBody("<html lang=en><title>Back</title><h1>Back</h1>")));
  }

  @Test
  void a_user_signs_in_allows_it_and_returns_with_a_code() {
    App app = directory.app(EXTERNAL_CONTACTS);
    Seat user = directory.person("Agent", "Billing");
    try (Browser browser = Browser.open()) {
      Page page = browser.go("/sign-in");
      answerAtTheClient(page);
      page.navigate(path(app.pkce()));
      page.locator("#email").fill(user.email());
      page.locator("#password").fill("a few words will do");
      page.keyboard().press("Enter");

      assertThat(page.locator("h1")).containsText("Dialler");
      assertThat(page.locator("main")).containsText(user.email());
      browser.assertAccessible(page);
      page.locator("button[value=allow]").click();
      page.waitForURL(BACK);
      String code = App.field(URI.create(page.url()), "code");
      app.redeemPublicly(code, App.VERIFIER).answersToken();
    }
  }

  @Test
  void a_user_does_not_allow_it() {
    App app = directory.app(EXTERNAL_CONTACTS);
    try (Browser browser = Browser.open().signedIn(directory.person("Agent", "Billing"))) {
      Page page = browser.go("/sign-in");
      answerAtTheClient(page);
      page.navigate(path(app.pkce()));
      page.locator("button[value=deny]").click();
      page.waitForURL(BACK);

      assertEquals("access_denied", App.field(URI.create(page.url()), "error"));
    }
  }

  @ParameterizedTest
  @CsvSource({"WIDE, en", "NARROW_DARK, de"})
  void the_page_fits_and_speaks_the_users_language(Look look, String language) {
    App app = directory.app(EXTERNAL_CONTACTS);
    Seat user = directory.person("Agent", "Billing");
    try (Browser browser = Browser.open(look, Locale.of(language)).signedIn(user)) {
      Page page = browser.go(path(app.pkce()));

      browser.assertAccessible(page);
      browser.screenshot(page, "consent-" + language);
      page.navigate("/oauth/authorize?client_id=x");
      browser.assertAccessible(page);
    }
  }

  @Test
  void an_admin_adds_a_client_that_acts_for_users() {
    try (Browser browser = Browser.open().signedIn(directory.person("Admin", "*"))) {
      Page page = browser.go("/clients");
      page.locator("#name").fill("Dialler");
      page.locator("#acts").selectOption("users");
      page.locator("#addresses").fill("http://dialler.example/back");
      page.locator("form[action='/clients'] button.btn-primary").click();
      assertThat(page.locator("#addresses-error")).isVisible();
      assertThat(page.locator("#name")).hasValue("Dialler");
      browser.assertAccessible(page);

      page.locator("#addresses").fill(App.REDIRECT_URI + "\norg.example.dialler:/back");
      page.locator("form[action='/clients'] button.btn-primary").click();
      assertThat(page.locator("#secret")).isVisible();
      assertThat(page.locator("main")).containsText("org.example.dialler:/back");
      browser.assertAccessible(page);
    }
    assertTrue(
        directory
            .asAdmin()
            .get("/api/v2/oauth/clients")
            .each("/entities", "/authorizedGrantType")
            .contains("CODE"));
  }
}
