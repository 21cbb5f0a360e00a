package dev.callbook.testing;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.WaitUntilState;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Follows every link and presses every button that a person finds, starting at one page, and notes
/// what leads nowhere: links and buttons that are answered by an error, and buttons after which
/// nothing happens.
///
/// Pages that differ by the record only count as one, and so do buttons of one name on one such
/// page.
public final class Crawl {
  /// Records of one kind that are looked at; more than one, since some get deleted on the way.
  private static final int SPARE = 6;

  /// Of these, how many are read for their links.
  private static final int READ = 2;

  private static final int PATIENCE_MILLIS = 4_000;

  private static final Pattern ID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  /// Marks whether anything happens on the page: an element changes, a menu opens, a field is found
  /// wrong.
  private static final String WATCH =
      """
      () => {
        window.happened = 0;
        const note = () => { window.happened++; };
        new MutationObserver(note).observe(document,
            {subtree: true, childList: true, attributes: true, characterData: true});
        ['toggle', 'invalid', 'close'].forEach(kind => document.addEventListener(kind, note, true));
      }
      """;

  /// The buttons of a page: where each is, the menu or dialog it waits in, what it is called, where
  /// its form goes, and whether it takes something away.
  private static final String CONTROLS =
      """
      () => [...document.querySelectorAll('main button, main summary, #nav button')].flatMap((el, i) => {
        if (el.disabled || el.closest('[hidden], template')) return [];
        el.dataset.control = i;
        const box = el.closest('[popover]:not(#nav)');
        const form = el.form ?? el.closest('form');
        const action = el.getAttribute('formaction') ?? form?.getAttribute('action') ?? '';
        const name = (el.getAttribute('aria-label') ?? el.textContent).replace(/\\s+/g, ' ').trim();
        return [[String(i), box?.id ?? '', name, action,
            String(el.classList.contains('btn-danger') || /delete|remove|revoke|state|end|unmerge/.test(action))]];
      })
      """;

  /// A button. @param box the id of the menu or dialog it waits in; empty if it stands on the page
  private record Control(String box, String name, String action, boolean takesAway) {
    String key() {
      return ID.matcher(name).replaceAll("").replaceAll("\\d+", "#") + " -> " + shape(action);
    }
  }

  private final Page page;
  private final Predicate<String> leaveAlone;
  private final Map<String, List<String>> pages = new LinkedHashMap<>();
  private final Set<String> pressed = new HashSet<>();
  private final Set<String> requested = new HashSet<>();
  private final List<String> faults = new ArrayList<>();
  private final Deque<String> toVisit = new ArrayDeque<>();
  private int answers;

  /// @param page a tab that is signed in
  /// @param leaveAlone forms, by where they go, that would end the crawl itself
  public Crawl(Page page, Predicate<String> leaveAlone) {
    this.page = page;
    this.leaveAlone = leaveAlone;
    page.onRequest(_ -> answers++);
    page.onDownload(download -> download.cancel());
    page.onDialog(dialog -> dialog.accept());
  }

  /// @return what leads nowhere; empty if all is well
  public List<String> from(String start) {
    found(start);
    while (!toVisit.isEmpty()) {
      readLinks(toVisit.remove());
    }
    for (String shape : List.copyOf(pages.keySet())) {
      pressAll(shape, false);
    }
    for (String shape : List.copyOf(pages.keySet())) {
      pressAll(shape, true);
    }
    return List.copyOf(faults);
  }

  /// How many kinds of pages were found.
  public int pages() {
    return pages.size();
  }

  /// How many buttons were pressed.
  public int pressed() {
    return pressed.size();
  }

  private void found(String path) {
    List<String> known = pages.computeIfAbsent(shape(path), _ -> new ArrayList<>());
    if (known.size() < SPARE && !known.contains(path)) {
      known.add(path);
      if (known.size() <= READ) {
        toVisit.add(path);
      }
    }
  }

  /// The address without what names a record or a place in a list.
  private static String shape(String path) {
    String bare = path.replaceFirst("#.*", "");
    int query = bare.indexOf('?');
    String keys =
        query < 0
            ? ""
            : "?"
                + String.join(
                    "&", List.of(bare.substring(query + 1).replaceAll("=[^&]*", "").split("&")));
    return ID.matcher(query < 0 ? bare : bare.substring(0, query)).replaceAll("{id}") + keys;
  }

  private void readLinks(String path) {
    APIResponse answer = page.request().get(path);
    try {
      if (answer.status() >= 400) {
        faults.add("link to " + path + " is answered by " + answer.status());
        return;
      }
      boolean isPage = answer.headers().getOrDefault("content-type", "").startsWith("text/html");
      if (!isPage || !answer.text().contains("<html")) {
        pages.remove(shape(path));
        return;
      }
    } finally {
      answer.dispose();
    }
    if (!open(path)) {
      return;
    }
    Object links =
        page.evaluate(
            """
            () => [...document.querySelectorAll('a[href]')].map(a => a.getAttribute('href'))
            """);
    for (Object link : (List<?>) links) {
      follow(path, String.valueOf(link));
    }
  }

  private void follow(String from, String link) {
    if (link.startsWith("#")) {
      if (link.length() > 1 && page.locator("[id='" + link.substring(1) + "']").count() == 0) {
        faults.add(from + ": " + link + " is nowhere on the page");
      }
      return;
    }
    URI target = URI.create(page.url()).resolve(link.replace(" ", "%20"));
    if (!String.valueOf(target.getAuthority()).equals(URI.create(page.url()).getAuthority())) {
      return;
    }
    String query = target.getRawQuery() == null ? "" : "?" + target.getRawQuery();
    found(target.getRawPath() + query);
  }

  private boolean open(String path) {
    try {
      Response answer =
          page.navigate(
              path, new Page.NavigateOptions().setWaitUntil(WaitUntilState.DOMCONTENTLOADED));
      return answer.status() < 400;
    } catch (PlaywrightException download) {
      return false;
    }
  }

  private void pressAll(String shape, boolean takingAway) {
    while (pages.containsKey(shape)) {
      String path = pages.get(shape).stream().filter(this::open).findFirst().orElse(null);
      if (path == null) {
        return;
      }
      Control next = next(shape, takingAway);
      if (next == null) {
        return;
      }
      press(path, next);
    }
  }

  private @org.jspecify.annotations.Nullable Control next(String shape, boolean takingAway) {
    for (Object found : (List<?>) page.evaluate(CONTROLS)) {
      List<?> at = (List<?>) found;
      Control control =
          new Control(
              String.valueOf(at.get(1)),
              String.valueOf(at.get(2)),
              String.valueOf(at.get(3)),
              Boolean.parseBoolean(String.valueOf(at.get(4))));
      Locator button = page.locator("[data-control='" + at.get(0) + "']");
      boolean ofShell = (Boolean) button.evaluate("el => el.closest('#nav') !== null");
      if (control.takesAway() == takingAway
          && !leaveAlone.test(control.action())
          && pressed.add((ofShell ? "" : shape + " ") + control.key())) {
        button.evaluate("el => el.dataset.next = 'yes'");
        return control;
      }
    }
    return null;
  }

  private void press(String path, Control control) {
    Locator button = page.locator("[data-next]");
    String what = path + ": the button " + control.key();
    try {
      reveal(button, control);
      if (!button.isVisible()) {
        return;
      }
      page.evaluate(WATCH);
      int before = answers;
      button.click(new Locator.ClickOptions().setTimeout(PATIENCE_MILLIS));
      if (answers == before) {
        page.waitForFunction(
            "() => window.happened !== 0",
            null,
            new Page.WaitForFunctionOptions().setTimeout(PATIENCE_MILLIS));
      }
      page.waitForLoadState();
    } catch (PlaywrightException nothing) {
      if (!String.valueOf(nothing.getMessage()).contains("Execution context was destroyed")) {
        faults.add(what + " does nothing: " + firstLine(nothing));
      }
    }
    lookAround(what);
  }

  /// Opens what the button waits in.
  private void reveal(Locator button, Control control) {
    if (!control.box().isEmpty()) {
      Locator opener = page.locator("[popovertarget='" + control.box() + "']:visible").first();
      if (opener.count() > 0 && !button.isVisible()) {
        opener.click(new Locator.ClickOptions().setTimeout(PATIENCE_MILLIS));
      }
    }
    button.evaluate(
        "el => { for (let d = el.parentElement?.closest('details'); d; d = d.parentElement?.closest('details')) d.open = true; }");
  }

  private void lookAround(String what) {
    int status =
        ((Number)
                page.evaluate(
                    "() => performance.getEntriesByType('navigation')[0]?.responseStatus ?? 0"))
            .intValue();
    if (status >= 400 && status != 409 && status != 422) {
      faults.add(what + " is answered by " + status);
    } else if (page.url().contains("/sign-in")) {
      faults.add(what + " signs out");
    } else {
      URI now = URI.create(page.url());
      String query = now.getRawQuery() == null ? "" : "?" + now.getRawQuery();
      if (status == 200 && !requested.contains(now.getRawPath())) {
        requested.add(now.getRawPath());
        found(now.getRawPath() + query);
        toVisit.clear();
      }
    }
  }

  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }
}
