package dev.callbook.contact;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import dev.callbook.change.HistoryView;
import dev.callbook.testing.Browser;
import dev.callbook.testing.Look;
import dev.callbook.testing.Shells;
import dev.callbook.web.PageShell;
import dev.callbook.web.Pager;
import dev.callbook.web.Place;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Looks at the pages of contacts with made-up people; the pictures are in `target/screenshots`.
@QuarkusTest
class ContactPagesPreviewTest {
  private static final PageShell SHELL = Shells.administrator(Place.CONTACTS);
  private static final Instant NOW = Instant.parse("2026-11-23T11:07:00Z");

  @ParameterizedTest
  @EnumSource(names = {"WIDE", "NARROW_DARK"})
  void the_list_is_accessible(Look look) {
    look(look, "contacts-list", ContactTemplates.list(SHELL, SampleContacts.found()));
  }

  @ParameterizedTest
  @EnumSource(names = {"WIDE", "NARROW"})
  void an_empty_directory_teaches_the_next_step(Look look) {
    look(look, "contacts-empty", ContactTemplates.list(SHELL, SampleContacts.none("")));
  }

  @Test
  void a_search_without_result_says_so() {
    look(
        Look.WIDE,
        "contacts-no-match",
        ContactTemplates.list(SHELL, SampleContacts.none("lindqwist 0192")));
  }

  @ParameterizedTest
  @EnumSource(names = {"WIDE", "NARROW_DARK"})
  void a_contact_is_accessible(Look look) {
    try (Browser browser = Browser.open(look, Locale.UK)) {
      browser.answer(
          "/contacts/1/notes/latest",
          "<section class='card cb-sec'><header><h2>Notes</h2></header></section>");
      Page page =
          browser.show(
              "/contacts/1", ContactTemplates.show(SHELL, SampleContacts.priya()).render());
      assertThat(
              page.getByRole(com.microsoft.playwright.options.AriaRole.HEADING).getByText("Notes"))
          .isVisible();
      browser.screenshot(page, "contact");
      browser.assertAccessible(page);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"WIDE", "NARROW_DARK"})
  void the_form_shows_its_errors(Look look) {
    look(look, "contact-edit", ContactTemplates.edit(SHELL, SampleContacts.wrongForm()));
  }

  @Test
  void two_people_who_edited_choose_field_by_field() {
    look(
        Look.WIDE,
        "contact-conflict",
        ContactTemplates.edit(SHELL, SampleContacts.conflictingForm()));
  }

  @ParameterizedTest
  @EnumSource(names = {"WIDE", "NARROW_DARK"})
  void the_history_is_accessible(Look look) {
    var history =
        new HistoryView(
            List.of(
                new HistoryView.Entry(
                    "pencil",
                    "2 fields changed",
                    "Amara Okafor",
                    NOW,
                    List.of(
                        new HistoryView.Field(
                            "title", "Title", "Practice manager", "Operations manager", true),
                        new HistoryView.Field("middleName", "Middle name", "Anjali", "", false)),
                    null),
                new HistoryView.Entry(
                    "file-import",
                    "Contact created",
                    "Import of customers-2026-10.csv, line 4,018",
                    NOW.minusSeconds(5_000_000),
                    List.of(
                        new HistoryView.Field(
                            "phones", "Work number", "", "+44 20 7946 0182", true)),
                    "/contacts/1/restore/0193f7a2")),
            new Pager("", null, "/contacts/1/history?before=2"),
            19,
            List.of());
    look(
        look,
        "contact-history",
        ContactTemplates.history(SHELL, SampleContacts.header("History"), history));
  }

  @Test
  void the_form_in_german_has_room_for_its_words() {
    try (Browser browser = Browser.open(Look.NARROW, Locale.GERMANY)) {
      TemplateInstance form = ContactTemplates.edit(SHELL, SampleContacts.wrongForm());
      Page page = browser.show("/contacts/new", form.setLocale(Locale.GERMAN).render());
      browser.screenshot(page, "contact-edit-german");
      browser.assertAccessible(page);
    }
  }

  @Test
  void numbers_are_checked_while_they_are_typed() {
    try (Browser browser = Browser.open()) {
      Page page =
          browser.show(
              "/contacts/new", ContactTemplates.edit(SHELL, SampleContacts.wrongForm()).render());
      var good =
          new ContactForm.NumberCheck(
              ContactForm.NumberCheck.State.GOOD, "Spain", "+34910550123", "Fixed line");
      browser.answer("/contacts/numbers/check?*", ContactTemplates.numberCheck(good).render());
      page.locator("#phone-2").fill("+34 910 55 01 23");
      assertThat(page.locator("#phone-2-say")).containsText("E.164 +34910550123");
    }
  }

  @Test
  void a_new_number_starts_with_sms_off() {
    try (Browser browser = Browser.open()) {
      Page page =
          browser.show(
              "/contacts/new", ContactTemplates.edit(SHELL, SampleContacts.wrongForm()).render());
      page.getByText("Add number").click();
      assertThat(page.locator("#phones [data-row]")).hasCount(4);
      assertThat(page.locator("#phones [data-row] input[type=checkbox]").last()).not().isChecked();
      Object rows =
          page.evaluate(
              "[...document.querySelectorAll('#phones [data-row]')].map(row => row.querySelector('[name=phoneRow]').value === row.querySelector('[name=phoneSms]').value)");
      assertEquals(List.of(true, true, true, true), rows);
    }
  }

  @Test
  void enter_saves_and_does_not_remove_a_number() {
    try (Browser browser = Browser.open()) {
      Page page =
          browser.show(
              "/contacts/new", ContactTemplates.edit(SHELL, SampleContacts.wrongForm()).render());
      browser.answer("/contacts", "<title>saved</title>");
      var request =
          page.waitForRequest("**/contacts", () -> page.locator("#lastName").press("Enter"));
      assertEquals("save", form(request.postData(), "do"));
    }
  }

  @Test
  void typing_searches_and_keeps_the_address() {
    try (Browser browser = Browser.open()) {
      Page page =
          browser.show("/contacts", ContactTemplates.list(SHELL, SampleContacts.found()).render());
      browser.answer(
          "/contacts?*", ContactTemplates.list(SHELL, SampleContacts.none("zzz")).render());
      page.locator("input[type=search]").fill("zzz");
      assertThat(page.getByText("No contact matches “zzz”")).isVisible();
      assertThat(page.locator("input[type=search]")).isFocused();
      assertThat(page).hasURL(java.util.regex.Pattern.compile(".*[?&]q=zzz.*"));
    }
  }

  @Test
  void arrows_walk_the_found_contacts() {
    try (Browser browser = Browser.open()) {
      Page page =
          browser.show("/contacts", ContactTemplates.list(SHELL, SampleContacts.found()).render());
      page.keyboard().press("/");
      page.keyboard().press("ArrowDown");
      assertThat(page.getByText("Åsa Lindqvist").first()).isFocused();
      page.keyboard().press("j");
      assertThat(page.locator("tr.cursor a.name")).hasText("Per Lindgren-Okonjo");
    }
  }

  private static String form(String body, String name) {
    for (String pair : body.split("&", -1)) {
      if (pair.startsWith(name + "=")) {
        return pair.substring(name.length() + 1);
      }
    }
    return "";
  }

  private static void look(Look look, String name, TemplateInstance template) {
    try (Browser browser = Browser.open(look, Locale.UK)) {
      Page page = browser.show("/preview/" + name, template.render());
      browser.screenshot(page, name);
      browser.assertAccessible(page);
    }
  }
}
