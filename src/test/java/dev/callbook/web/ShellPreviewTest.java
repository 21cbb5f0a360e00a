package dev.callbook.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import dev.callbook.testing.Browser;
import dev.callbook.testing.Look;
import dev.callbook.testing.Shells;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Looks at the pages of the shell; the pictures are in `target/screenshots`.
@QuarkusTest
class ShellPreviewTest {
  private static final String WRONG =
      "E-mail or password is wrong. After 2 more tries this account waits 15 minutes.";

  @ParameterizedTest
  @EnumSource(names = {"WIDE", "NARROW_DARK"})
  void sign_in_is_accessible(Look look) {
    look(look, "sign-in", WebTemplates.signIn(signIn(WRONG)));
  }

  @ParameterizedTest
  @EnumSource
  void error_pages_are_accessible(Failure failure) {
    look(
        Look.WIDE,
        "error-" + failure.name().toLowerCase(Locale.ROOT),
        WebTemplates.error(failure, List.of(), "0193f7a2-5e1c-7b60"));
  }

  @ParameterizedTest
  @EnumSource(names = {"WIDE", "NARROW_DARK"})
  void building_blocks_are_accessible(Look look) {
    look(look, "blocks", blocks());
  }

  @Test
  void pages_speak_german_to_those_who_ask_for_it() {
    TemplateInstance page = blocks().setLocale(Locale.GERMAN);
    try (Browser browser = Browser.open(Look.WIDE, Locale.GERMANY)) {
      Page shown = browser.show("/preview/blocks", page.render());
      browser.screenshot(shown, "blocks-german");
      browser.assertAccessible(shown);
      assertEquals("de", shown.locator("html").getAttribute("lang"));
      assertTrue(shown.locator("nav#nav").innerText().contains("Externe Kontakte"));
    }
  }

  @Test
  void open_menus_and_dialogs_are_accessible() {
    try (Browser browser = Browser.open()) {
      Page page = browser.show("/preview/blocks", blocks().render());
      page.locator("button.cb-me").click();
      browser.screenshot(page, "blocks-account");
      browser.assertAccessible(page);
      page.keyboard().press("Escape");
      page.keyboard().press("?");
      browser.screenshot(page, "blocks-keys");
      browser.assertAccessible(page);
      page.keyboard().press("Escape");
      page.getByText("Delete 3…").click();
      browser.screenshot(page, "blocks-confirm");
      browser.assertAccessible(page);
    }
  }

  @Test
  void the_menu_opens_on_narrow_screens() {
    try (Browser browser = Browser.open(Look.NARROW, Locale.UK)) {
      Page page = browser.show("/preview/blocks", blocks().render());
      page.locator("[popovertarget=nav]").click();
      browser.screenshot(page, "blocks-menu");
      browser.assertAccessible(page);
    }
  }

  private static void look(Look look, String name, TemplateInstance template) {
    try (Browser browser = Browser.open(look, Locale.UK)) {
      Page page = browser.show("/preview/" + name, template.render());
      browser.screenshot(page, name);
      browser.assertAccessible(page);
    }
  }

  private static SignInView signIn(String problem) {
    return new SignInView(
        "Brightwell Networks", "amara.okafor@brightwell.example", problem, "/contacts");
  }

  static TemplateInstance blocks() {
    return PreviewTemplates.blocks(
        Shells.administrator(Place.CONTACTS),
        List.of(
            new Tab("Contacts", "/contacts", true, null),
            new Tab("Organizations", "/organizations", false, "41")),
        new FormErrors(Map.of("lastName", "Enter a last name, agents see it first.")),
        new Pager("11 contacts match", null, "/preview/blocks?after=x"),
        Instant.parse("2026-11-10T15:31:00.123Z"));
  }
}
