package dev.callbook.web;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.TimeoutError;
import dev.callbook.testing.Browser;
import dev.callbook.testing.Look;
import dev.callbook.testing.Route;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// Presses every button of a page, those that take something away last, and notes after which of
/// them nothing happens, a script fails, or the server answers with an error.
///
/// What pressing uses up is made anew. Buttons that differ by the record only count as one, and so
/// do those of the frame around all pages.
final class PressWalk {
  private static final int PATIENCE_MILLIS = 10_000;
  private static final int GONE_MILLIS = 1_000;
  private static final Pattern ID =
      Pattern.compile(
          "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|(?<=/password/)[^/ ]+|\\d+");

  /// What people call an error. A conflict, or a field that is missing, is said on the page.
  private static boolean isFault(int status) {
    return status >= 400 && status != 409 && status != 422;
  }

  /// Counts what happens to the page: something changes, opens, closes, is found wrong or focused.
  private static final String WATCH =
      """
      () => {
        if (window.happened !== undefined) return;
        window.happened = 0;
        const note = () => { window.happened++; };
        new MutationObserver(note).observe(document,
            {subtree: true, childList: true, attributes: true, characterData: true});
        ['toggle', 'invalid', 'close', 'reset'].forEach(
            kind => document.addEventListener(kind, note, true));
        document.addEventListener('focusin', event => {
          if (!event.target.hasAttribute('data-pressed')) note();
        });
      }
      """;

  /// Each button's place among all, its name, whether it belongs to the page alone, where it sends
  /// its form, and whether it takes something away.
  private static final String BUTTONS =
      """
      () => [...document.querySelectorAll('button, summary, input[type=submit], [role=button]')].flatMap(
        (button, place) => {
          button.dataset.place = place;
          if (button.matches(':disabled') || button.closest('template, [hidden]')) return [];
          const action = button.type === 'submit' && button.form
            ? button.getAttribute('formaction') ?? button.form.getAttribute('action') ?? location.pathname
            : '';
          const name = button.getAttribute('aria-label') ?? button.textContent;
          const risky = button.classList.contains('btn-danger')
            || /delete|remove|revoke|state|end$|unmerge|sign-out|language/.test(action);
          return [[String(place), name.replace(/\\s+/g, ' ').trim(), String(!!button.closest('main')),
              action, String(risky)]];
        })
      """;

  /// Opens whatever the button waits in, and nothing else.
  private static final String REVEAL =
      """
      button => {
        document.querySelectorAll(':popover-open').forEach(open => open.hidePopover());
        const around = [];
        for (let at = button; at; at = at.parentElement) around.unshift(at);
        for (const at of around) {
          if (at.matches('[popover]') && !at.checkVisibility()) at.showPopover();
          if (at.matches('details') && !button.matches('summary')) at.open = true;
        }
        document.querySelectorAll('[data-pressed]').forEach(old => delete old.dataset.pressed);
        button.dataset.pressed = '';
      }
      """;

  private record Button(
      String place, String name, boolean ofPage, String action, boolean takesAway) {
    static Button of(Object row) {
      List<String> at = ((List<?>) row).stream().map(String::valueOf).toList();
      return new Button(
          at.get(0), at.get(1), at.get(2).equals("true"), at.get(3), at.get(4).equals("true"));
    }

    int order() {
      return takesAway ? 2 : action.isEmpty() ? 0 : 1;
    }

    String key(Route route) {
      String key = "“" + name + "”" + (action.isEmpty() ? "" : " to " + action);
      return (ofPage ? route.path() + ": " : "") + ID.matcher(key).replaceAll("#");
    }
  }

  private final Browser browser;
  private final Page page;
  private final Supplier<Furnished> furnish;
  private final Set<String> pressed = new HashSet<>();
  private final Set<String> again = new HashSet<>();
  private final Set<String> unseen = new TreeSet<>();
  private final List<String> faults = new ArrayList<>();
  private Furnished ours;
  private String now = "";
  private final Set<Request> open = new HashSet<>();
  private int requests;
  private boolean isOpening;

  /// @param furnish makes an organization of ours that has everything
  PressWalk(Browser browser, Supplier<Furnished> furnish) {
    this.browser = browser;
    this.furnish = furnish;
    ours = furnish.get();
    page = browser.signedIn(ours.admin()).go("/sign-in");
    page.onRequest(this::begin);
    page.onRequestFinished(this::end);
    page.onRequestFailed(open::remove);
    page.onFrameNavigated(_ -> open.clear());
    page.onDownload(_ -> open.clear());
    page.onResponse(this::note);
    page.onDialog(dialog -> dialog.accept());
    page.onConsoleMessage(message -> {
      if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
        fault(now + ": " + message.text());
      }
    });
    page.onPageError(error -> fault(now + ": " + error));
  }

  /// How many buttons were pressed.
  int pressed() {
    return pressed.size() - unseen.size();
  }

  /// The buttons that no sort of opening brought to light: on this screen nobody sees them.
  Set<String> unseen() {
    return Set.copyOf(unseen);
  }

  /// @return what went wrong so far: the page, the button, and what it did
  List<String> faults() {
    return List.copyOf(faults);
  }

  /// Presses the buttons of one page.
  void press(Route route) {
    open(route);
    for (Optional<Button> next = next(route); next.isPresent(); next = next(route)) {
      Optional<String> hindrance = press(next.get());
      if (hindrance.isPresent() && again.add(now)) {
        pressed.remove(now);
        open(route);
        continue;
      }
      hindrance.ifPresent(why -> fault(now + " cannot be pressed: " + why));
      if (!isSamePage()) {
        open(route);
      }
    }
  }

  private void open(Route route) {
    now = route.path();
    // What was pressed before may have taken away what the page shows: then it is made anew.
    isOpening = true;
    boolean isThere = isOpen(page.navigate(ours.path(route)));
    isOpening = false;
    if (!isThere) {
      ours = furnish.get();
      page.context().clearCookies();
      browser.signedIn(ours.admin());
      if (!isOpen(page.navigate(ours.path(route)))) {
        fault(now + " does not open");
      }
    }
    page.evaluate(WATCH);
  }

  private boolean isOpen(Response answer) {
    return answer.status() == 200 && answer.url().contains("/sign-in") == now.contains("/sign-in");
  }

  private List<?> buttons() {
    try {
      return (List<?>) page.evaluate(BUTTONS);
    } catch (PlaywrightException gone) {
      // One page gives way to the next: that one is asked once it is there.
      page.waitForLoadState();
      return (List<?>) page.evaluate(BUTTONS);
    }
  }

  private Optional<Button> next(Route route) {
    Optional<Button> next =
        buttons().stream()
            .map(Button::of)
            .filter(button -> !pressed.contains(button.key(route)))
            .min(Comparator.comparingInt(Button::order));
    next.ifPresent(button -> {
      now = button.key(route);
      pressed.add(now);
    });
    return next;
  }

  /// @return what hindered it, such as a page that gave way to another, as those that show work do,
  ///   before anything was pressed
  private Optional<String> press(Button button) {
    Locator place = page.locator("[data-place='" + button.place() + "']");
    int before = requests;
    try {
      if (!reveal(place)) {
        unseen.add(now);
        return Optional.empty();
      }
    } catch (PlaywrightException gone) {
      return Optional.of(firstLine(gone));
    }
    try {
      page.evaluate("window.happened = 0");
      place.click(new Locator.ClickOptions().setTimeout(PATIENCE_MILLIS));
      page.waitForCondition(
          () -> requests > before || hasHappened(),
          new Page.WaitForConditionOptions().setTimeout(PATIENCE_MILLIS));
      page.waitForLoadState();
      page.waitForCondition(
          () -> open.isEmpty() && isAtRest(),
          new Page.WaitForConditionOptions().setTimeout(PATIENCE_MILLIS));
      return Optional.empty();
    } catch (TimeoutError nothing) {
      if (isSamePage()) {
        fault(now + " does nothing: " + firstLine(nothing));
        return Optional.empty();
      }
      return Optional.of(firstLine(nothing));
    } catch (PlaywrightException gone) {
      return Optional.of(firstLine(gone));
    }
  }

  /// @return false if it stays out of sight, on a wide screen as on a narrow one
  private boolean reveal(Locator place) {
    for (Look look : List.of(Look.WIDE, Look.NARROW)) {
      page.setViewportSize(look.width(), look.height());
      place.evaluate(REVEAL, null, new Locator.EvaluateOptions().setTimeout(GONE_MILLIS));
      if (place.isVisible()) {
        return true;
      }
    }
    return false;
  }

  private static String firstLine(PlaywrightException fault) {
    return String.valueOf(fault.getMessage()).lines().findFirst().orElse("");
  }

  private void fault(String fault) {
    if (!isOpening) {
      faults.add(fault);
    }
  }

  private boolean hasHappened() {
    return isThere("window.happened !== 0");
  }

  /// Whether what a request brought stands on the page.
  private boolean isAtRest() {
    return isThere(
        "!document.querySelector('.htmx-request, .htmx-swapping, .htmx-settling, .htmx-added')");
  }

  private boolean isSamePage() {
    return isThere("window.happened !== undefined");
  }

  /// True, too, while one page gives way to the next.
  private boolean isThere(String expression) {
    try {
      return (Boolean) page.evaluate(expression);
    } catch (PlaywrightException gone) {
      return true;
    }
  }

  private void note(Response answer) {
    if (isFault(answer.status())) {
      fault(
          now
              + ": "
              + answer.url().replaceFirst("https?://[^/]+", "")
              + " answers "
              + answer.status());
    }
  }

  /// A stream of events never ends.
  private void begin(Request request) {
    requests++;
    if (!request.resourceType().equals("eventsource")) {
      open.add(request);
    }
  }

  /// What leads to another page ends with that page.
  private void end(Request request) {
    if (!request.isNavigationRequest()) {
      open.remove(request);
    }
  }
}
