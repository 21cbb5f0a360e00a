package dev.callbook.people;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import dev.callbook.access.Newcomers;
import dev.callbook.testing.Answer;
import dev.callbook.testing.Api;
import dev.callbook.testing.Browser;
import dev.callbook.testing.CallCentre.Seat;
import dev.callbook.testing.FeatureTest;
import dev.callbook.testing.Look;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/// A user changes their own password, knowing the one they have.
@QuarkusTest
class OwnPasswordTest extends FeatureTest {
  private static final String NEXT = "another few words will do";

  private Answer change(Seat user, String current, String password, String again) {
    return api.at(user)
        .post(
            "/account/password",
            "current=%s&password=%s&again=%s"
                .formatted(Api.encode(current), Api.encode(password), Api.encode(again)));
  }

  @Test
  void the_new_one_is_good_and_whatever_the_old_one_opened_is_closed() {
    Seat user = directory.person("Agent", "Billing");
    try (Browser browser = Browser.open(Look.NARROW_DARK, Locale.UK).signedIn(user)) {
      Page page = browser.go("/workspace");
      page.getByLabel("Open menu").click();
      page.locator("button[popovertarget=me]").click();
      page.getByText("Change password").click();
      page.getByLabel("Current password").fill(Newcomers.PASSWORD);
      page.getByLabel("New password").fill(NEXT);
      page.getByLabel("The same again").fill(NEXT);
      browser.screenshot(page, "own-password");
      browser.assertAccessible(page);
      page.getByText("Save password").click();
      assertThat(page.locator("#toasts")).containsText("Password saved");
      page.navigate(page.url());
      assertThat(page).not().hasURL(java.util.regex.Pattern.compile("sign-in"));
    }
    assertEquals(303, api.at(user).get("/workspace").status());
    assertTrue(
        directory.changesOf(user.user().toString()).getFirst().toString().contains("changed"));
  }

  @Test
  void whoever_sits_down_at_an_open_browser_cannot_change_it() {
    Seat user = directory.person("Agent", "Billing");
    change(user, "a guess of many words", NEXT, NEXT).shows(422).saying("not your password");
    change(user, Newcomers.PASSWORD, "short", "short").shows(422).saying("15 to 200 characters");
    change(user, Newcomers.PASSWORD, NEXT, "x").shows(422).saying("The two differ");
    for (int i = 0; i < 5; i++) {
      change(user, "a guess of many words", NEXT, NEXT).shows(422);
    }
    change(user, Newcomers.PASSWORD, NEXT, NEXT).shows(422).saying("Too many wrong passwords");
    api.at(user).get("/workspace").shows(200);
  }
}
