package dev.callbook.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ReducedMotion;
import io.restassured.RestAssured;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A person's browser window: real Chromium, cookies of its own. One Chromium serves all windows of
/// the test run.
///
/// Closing the window fails the test if a script failed or the content security policy stopped
/// something.
public final class Browser implements AutoCloseable {
  private final String baseUrl;
  private final Look look;
  private final BrowserContext context;
  private final List<String> complaints = new ArrayList<>();

  private Browser(String baseUrl, Look look, Locale language) {
    this.baseUrl = baseUrl;
    this.look = look;
    context =
        Chromium.INSTANCE.browser.newContext(
            new com.microsoft.playwright.Browser.NewContextOptions()
                .setBaseURL(baseUrl)
                .setViewportSize(look.width(), look.height())
                .setColorScheme(look.scheme())
                .setHasTouch(look.isNarrow())
                .setReducedMotion(ReducedMotion.REDUCE)
                .setTimezoneId("Europe/London")
                .setLocale(language.toLanguageTag()));
    context.setDefaultTimeout(10_000);
    context.onConsoleMessage(this::note);
    context.onWebError(error -> complaints.add(error.error()));
  }

  /// A wide, light window on the application under test.
  public static Browser open() {
    return open(Look.WIDE, Locale.UK);
  }

  /// A window on the application under test, as `@QuarkusTest` started it.
  public static Browser open(Look look, Locale language) {
    return new Browser(RestAssured.baseURI + ":" + RestAssured.port, look, language);
  }

  /// The same window, whose person is signed in.
  public Browser signedIn(CallCentre.Seat seat) {
    context.addCookies(List.of(new Cookie("callbook_session", seat.session()).setUrl(baseUrl)));
    return this;
  }

  /// A tab at `path`, loaded.
  public Page go(String path) {
    Page page = context.newPage();
    page.navigate(path);
    return page;
  }

  /// A tab at `path` that shows `html` instead of what the server would answer, under the server's
  /// own content security policy.
  public Page show(String path, String html) {
    context.route(
        baseUrl + path,
        route ->
            route.fulfill(
                new Route.FulfillOptions()
                    .setContentType("text/html;charset=utf-8")
                    .setHeaders(Map.of("Content-Security-Policy", contentSecurityPolicy()))
                    .setBody(html)));
    return go(path);
  }

  /// Answers `path` (a glob below the base address) with `html` from now on.
  public void answer(String path, String html) {
    context.route(
        baseUrl + path,
        route ->
            route.fulfill(
                new Route.FulfillOptions()
                    .setContentType("text/html;charset=utf-8")
                    .setBody(html)));
  }

  /// Writes `target/screenshots/<name>-<look>.png`: the whole height of the page, or the window
  /// where a menu or a dialog is open.
  public void screenshot(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(page.locator(":popover-open").count() == 0)
            .setPath(Path.of("target", "screenshots", name + "-" + look.suffix() + ".png")));
  }

  /// Fails if axe finds a serious or critical violation, or if the page scrolls sideways.
  public void assertAccessible(Page page) {
    assertEquals(List.of(), Axe.grave(page), page.url());
    assertEquals(
        0,
        page.evaluate("document.documentElement.scrollWidth - innerWidth"),
        "pixels that the page is too wide: " + page.url());
  }

  @Override
  public void close() {
    context.close();
    assertEquals(List.of(), complaints, "what the browser complained about");
  }

  private void note(ConsoleMessage message) {
    if (message.text().contains("Content Security Policy")) {
      complaints.add(message.text());
    }
  }

  private static String contentSecurityPolicy() {
    return RestAssured.get("/").header("Content-Security-Policy");
  }

  private static final class Chromium {
    static final Chromium INSTANCE = new Chromium();

    final com.microsoft.playwright.Browser browser;

    private Chromium() {
      Playwright playwright =
          Playwright.create(
              new Playwright.CreateOptions()
                  .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
      browser =
          playwright
              .chromium()
              .launch(
                  new BrowserType.LaunchOptions()
                      .setExecutablePath(executable())
                      .setArgs(
                          List.of("--no-sandbox", "--disable-gpu", "--font-render-hinting=none")));
      Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
    }

    /// Chromium without a desktop around its pages, where it is installed: a page opens five times
    /// as fast.
    private static Path executable() {
      Path shell = Path.of("/usr/bin/chromium-headless-shell");
      String usual = Files.exists(shell) ? shell.toString() : "/usr/bin/chromium";
      return Path.of(System.getenv().getOrDefault("CHROMIUM", usual));
    }
  }
}
