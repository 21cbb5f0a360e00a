package dev.callbook.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.callbook.testing.Browser;
import dev.callbook.testing.Look;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The small scripts, in a real browser.
@QuarkusTest
class BehaviourTest {
  private Browser browser;
  private Page page;

  @BeforeEach
  void open() {
    browser = Browser.open();
    browser.answer("/preview/left", "<title>left</title>");
    browser.answer("/preview/new-contact", "<title>new contact</title>");
    browser.answer("/contacts", "<title>contacts</title>");
    page = browser.show("/preview/blocks", ShellPreviewTest.blocks().render());
  }

  @AfterEach
  void close() {
    browser.close();
  }

  @Test
  void slash_goes_to_the_search_box() {
    page.keyboard().press("/");
    assertThat(page.locator("input[type=search]")).isFocused();
  }

  @Test
  void g_then_c_goes_to_the_contacts() {
    page.keyboard().press("g");
    page.keyboard().press("c");
    assertThat(page).hasTitle("contacts");
  }

  @Test
  void n_makes_a_new_record() {
    page.keyboard().press("n");
    assertThat(page).hasTitle("new contact");
  }

  @Test
  void keys_are_letters_while_one_types() {
    page.locator("#firstName").fill("");
    page.locator("#firstName").pressSequentially("gn/");
    assertThat(page.locator("#firstName")).hasValue("gn/");
    assertThat(page.locator("#firstName")).isFocused();
  }

  @Test
  void single_keys_can_be_switched_off_for_good() {
    page.keyboard().press("?");
    page.getByText("Single-key shortcuts are on").click();
    page.reload();
    page.keyboard().press("/");
    assertThat(page.locator("input[type=search]")).not().isFocused();
  }

  @Test
  void escape_leaves_a_form_that_was_not_touched() {
    page.keyboard().press("Escape");
    assertThat(page).hasTitle("left");
  }

  @Test
  void escape_asks_before_it_leaves_an_edited_form() {
    page.locator("#lastName").fill("Herrera");
    page.keyboard().press("Escape");
    assertThat(page.getByText("Leave without saving?")).isVisible();
    page.getByText("Keep editing").click();
    assertThat(page.locator("#lastName")).hasValue("Herrera");
    page.keyboard().press("Escape");
    page.getByText("Discard changes").click();
    assertThat(page).hasTitle("left");
  }

  @Test
  void times_are_the_viewers_with_the_exact_instant_at_hand() {
    Locator time = page.locator("#now time");
    assertThat(time).containsText(", 15:31");
    assertThat(time).hasAttribute("datetime", "2026-11-10T15:31:00.123Z");
    assertThat(time)
        .hasAttribute("title", java.util.regex.Pattern.compile(".*2026-11-10T15:31:00.123Z.*"));
  }

  @Test
  void a_number_is_copied_with_a_click() {
    page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
    page.getByLabel("Copy +44 7700 900482").click();
    assertThat(page.locator("#said")).hasText("Copied");
    assertEquals("+44 7700 900482", page.evaluate("navigator.clipboard.readText()"));
  }

  @Test
  void a_number_is_copied_where_the_page_has_no_clipboard() {
    page.evaluate("Object.defineProperty(navigator, 'clipboard', {value: undefined})");
    page.getByLabel("Copy +44 7700 900482").click();
    assertThat(page.locator("#said")).hasText("Copied");
    Locator elsewhere = page.locator("#lastName");
    elsewhere.fill("");
    elsewhere.press("Control+V");
    assertThat(elsewhere).hasValue("+44 7700 900482");
  }

  @Test
  void a_page_that_may_not_copy_says_so() {
    page.evaluate(
        """
        Object.defineProperty(navigator, 'clipboard', {value: undefined});
        document.execCommand = () => false;
        """);
    page.getByLabel("Copy +44 7700 900482").click();
    assertThat(page.locator("#toasts")).containsText("does not let this page copy");
  }

  @Test
  void rows_of_a_form_come_and_go() {
    page.getByText("Add e-mail").click();
    assertThat(page.locator("[data-row] input")).isFocused();
    page.getByText("Add e-mail").click();
    assertThat(page.locator("[data-row]")).hasCount(2);
    page.getByLabel("Remove e-mail").first().click();
    assertThat(page.locator("[data-row]")).hasCount(1);
  }

  @Test
  void an_sms_switch_turns_with_the_space_bar() {
    Locator sms = page.getByLabel("SMS off for number 2");
    assertThat(sms).not().isChecked();
    sms.press("Space");
    assertThat(page.getByLabel("SMS on for number 2")).isChecked();
  }

  @Test
  void menus_are_walked_with_the_arrow_keys() {
    page.locator("[popovertarget=add]").click();
    assertThat(page.locator("#add a").first()).isFocused();
    page.keyboard().press("ArrowDown");
    assertThat(page.locator("#add a").last()).isFocused();
    page.keyboard().press("Escape");
    assertThat(page.locator("#add")).isHidden();
  }

  @Test
  void a_chosen_appearance_outlives_the_page() {
    page.locator("button.cb-me").click();
    page.getByLabel("Dark").check();
    assertThat(page.locator("html")).hasAttribute("data-bs-theme", "dark");
    page.reload();
    assertThat(page.locator("html")).hasAttribute("data-bs-theme", "dark");
  }

  @Test
  void a_lost_connection_is_told_and_what_was_typed_stays() {
    page.locator("#firstName").fill("Thomas");
    page.context().setOffline(true);
    page.evaluate("htmx.ajax('GET', '/preview/elsewhere', '#rows').catch(() => {})");
    assertThat(page.locator("#toasts")).containsText("Callbook cannot be reached.");
    page.locator("#toasts").getByLabel("Close").click();
    assertThat(page.locator("#toasts .cb-toast")).hasCount(0);
    assertThat(page.locator("#firstName")).hasValue("Thomas");
  }

  @Test
  void a_request_that_fails_is_told_in_words() {
    page.evaluate("htmx.ajax('GET', '/nothing-here', '#rows').catch(() => {})");
    assertThat(page.locator("#toasts")).containsText("That did not work; nothing was changed.");
  }

  @Test
  void a_password_can_be_looked_at() {
    var view = new SignInView("Brightwell Networks", "", null, "/");
    Page signIn = browser.show("/sign-in", WebTemplates.signIn(view).render());
    signIn.locator("#password").fill("correct horse");
    signIn.getByLabel("Show password").click();
    assertThat(signIn.locator("#password")).hasAttribute("type", "text");
    signIn.getByLabel("Show password").click();
    assertThat(signIn.locator("#password")).hasAttribute("type", "password");
  }

  @Test
  void lines_are_as_thin_in_the_dark() {
    String width = "getComputedStyle(document.querySelector('.card')).borderTopWidth";
    try (Browser dark = Browser.open(Look.WIDE_DARK, Locale.UK)) {
      Page shown = dark.show("/preview/blocks", ShellPreviewTest.blocks().render());
      assertEquals("1px", shown.evaluate(width));
    }
    assertEquals("1px", page.evaluate(width));
  }

  @Test
  void the_account_menu_opens_inside_the_narrow_menu() {
    try (Browser narrow = Browser.open(Look.NARROW, Locale.UK)) {
      Page shown = narrow.show("/preview/blocks", ShellPreviewTest.blocks().render());
      shown.getByLabel("Open menu").click();
      shown.locator("button.cb-me").click();
      assertThat(shown.getByText("Sign out")).isVisible();
      assertThat(shown.getByText("External Contacts")).isVisible();
    }
  }
}
