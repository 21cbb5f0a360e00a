package dev.callbook.contact;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.callbook.testing.Browser;
import dev.callbook.testing.CallCentre.Seat;
import dev.callbook.testing.FeatureTest;
import dev.callbook.testing.Look;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What people do with contacts and organizations, in a real browser. Axe looks at what only comes
/// up on the way; `EveryPageTest` has it look at each page as it opens.
@QuarkusTest
class DirectoryInBrowserTest extends FeatureTest {
  private static final String RIGHT = "a few words will do";

  private Seat admin;

  @BeforeEach
  void begin() {
    admin = directory.person("Admin", "*");
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
  }

  private static Locator heading(Page page) {
    return page.locator("h1");
  }

  @Test
  void a_wrong_password_is_answered_in_words_and_many_of_them_lock_the_account() {
    try (Browser browser = Browser.open()) {
      Page page = browser.go("/contacts");
      assertThat(page).hasURL(Pattern.compile("/sign-in\\?next="));
      for (int i = 0; i < 5; i++) {
        enter(page, "not it");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("wrong");
      }
      enter(page, RIGHT);
      assertThat(page.getByRole(AriaRole.ALERT)).containsText("second");
      browser.assertAccessible(page);
    }
  }

  private void enter(Page page, String password) {
    page.locator("#email").fill(admin.email());
    page.locator("#password").fill(password);
    page.locator("#password").press("Enter");
  }

  @Test
  void signing_in_leads_to_the_page_that_was_asked_for() {
    try (Browser browser = Browser.open()) {
      Page page = browser.go("/organizations");
      enter(page, RIGHT);
      assertThat(page).hasURL(Pattern.compile("/organizations$"));
    }
  }

  @Test
  void an_organization_is_created_and_then_picked_for_a_new_contact() {
    try (Browser browser = Browser.open().signedIn(admin)) {
      Page page = browser.go("/organizations/new");
      page.locator("#name").fill("Norrviken Bygg AB");
      page.locator("#name").press("Enter");
      assertThat(heading(page)).hasText("Norrviken Bygg AB");

      page.navigate("/contacts/new");
      page.locator("#firstName").fill("Åsa");
      page.locator("#lastName").fill("Lindqvist");
      page.locator("#organizationName").pressSequentially("norr");
      assertThat(page.locator("[role=option]")).hasCount(1);
      page.locator("#organizationName").press("ArrowDown");
      page.locator("#organizationName").press("Enter");
      page.locator("[name=phoneNumber]").first().fill("+46 8 465 004 31");
      browser.assertAccessible(page);
      page.locator("#lastName").press("Enter");
      assertThat(heading(page)).hasText("Åsa Lindqvist");
      assertThat(page.locator(".cb-rec .sub a")).hasText("Norrviken Bygg AB");
      assertThat(page.locator("#numbers")).containsText("SMS off");
    }
  }

  @Test
  void sms_is_switched_on_for_one_number_and_its_state_stays_in_words() {
    String id =
        directory
            .contact("Priya Raghunathan")
            .cellPhone("+44 7700 900482")
            .workPhone("+44 20 7946 0182")
            .add();
    try (Browser browser = Browser.open(Look.NARROW, Locale.UK).signedIn(admin)) {
      Page page = browser.go("/contacts/" + id);
      Locator mobile = page.locator("#numbers li", hasText("900482")).getByRole(AriaRole.SWITCH);
      assertThat(mobile).containsText("SMS off");
      mobile.click();
      assertThat(mobile).containsText("SMS on");
      assertThat(page.locator("#badges")).containsText("SMS on for 1 of 2 numbers");
      page.reload();
      assertThat(mobile).containsText("SMS on");
      assertThat(page.locator("#numbers li", hasText("7946")).getByRole(AriaRole.SWITCH))
          .containsText("SMS off");
      browser.assertAccessible(page);
    }
  }

  private static Page.LocatorOptions hasText(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }

  @Test
  void a_search_shows_why_each_row_was_found() {
    directory.contact("Priya Raghunathan").workEmail("priya@thornbury.example").add();
    directory.contact("Åsa Lindqvist").workPhone("+46 8 465 004 31").add();
    try (Browser browser = Browser.open().signedIn(admin)) {
      Page page = browser.go("/contacts");
      assertThat(page.locator("#rows tbody tr")).hasCount(2);
      page.keyboard().press("/");
      page.keyboard().type("priya@th");
      assertThat(page.locator("#rows tbody tr")).hasCount(1);
      assertThat(page.locator(".cb-why")).containsText("E-mail: priya@thornbury.example");
      assertThat(page.locator(".cb-why mark")).hasText("priya@th");
      page.locator("[name=q]").fill("0431");
      assertThat(page.locator(".name")).hasText("Åsa Lindqvist");
      assertThat(page.locator(".cb-why")).containsText("Number");
      page.locator("[name=q]").fill("nobody at all");
      assertThat(page.locator("#rows")).containsText("nobody at all");
      browser.assertAccessible(page);
    }
  }

  @Test
  void organizations_are_limited_turned_round_and_arranged() {
    directory
        .organization("Norrviken Bygg AB")
        .with("industry", "\"Building\"")
        .with("tags", "[\"north\"]")
        .with("phoneNumber", "{\"display\": \"+46 8 465 004 31\"}")
        .add();
    directory.organization("Ruiz y Hermanos").with("industry", "\"Building\"").add();
    directory.organization("Lindenhof Apotheke").with("industry", "\"Pharmacy\"").add();
    try (Browser browser = Browser.open().signedIn(admin)) {
      Page page = browser.go("/organizations");
      page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Name")).click();
      assertThat(page.locator(".name").first()).hasText("Ruiz y Hermanos");
      button(page, "Industry").click();
      page.locator("#filter-industry").getByText("Building").click();
      browser.assertAccessible(page);
      page.locator("#filter-industry").getByText("Apply").click();
      assertThat(page.locator(".name")).hasCount(2);
      assertThat(page.locator(".name").first()).hasText("Ruiz y Hermanos");

      page.locator(".cb-columns summary").click();
      page.locator(".cb-columns input[type=checkbox][value=tags]").check();
      button(page, "Show these columns").click();
      assertThat(page.locator("#rows thead")).containsText("Tags");
      assertThat(page.locator("#rows")).containsText("north");
      browser.screenshot(page, "organizations-filtered");

      page.locator("[name=q]").fill("lind");
      assertThat(page.locator("#rows")).containsText("No organization matches");
      browser.assertAccessible(page);
      page.getByText("Search without filters").click();
      assertThat(page.locator(".name")).hasText("Lindenhof Apotheke");
    }
  }

  @Test
  void of_two_who_edit_one_contact_the_second_compares_and_nothing_is_lost() {
    String id = directory.contact("Ana Ruiz").with("title", "\"Buyer\"").add();
    try (Browser one = Browser.open().signedIn(admin);
        Browser other = Browser.open().signedIn(directory.person("Admin", "*"))) {
      Page first = one.go("/contacts/" + id + "/edit");
      Page second = other.go("/contacts/" + id + "/edit");
      first.locator("#title").fill("Head buyer");
      first.locator("#title").press("Enter");
      assertThat(heading(first)).hasText("Ana Ruiz");

      second.locator("#firstName").fill("Anna");
      second.locator("#title").fill("Lead buyer");
      second.locator("#title").press("Enter");
      assertThat(second.getByText("Two people edited")).isVisible();
      Locator title = second.locator(".cb-diff tr", hasText("Title"));
      assertThat(title).containsText("Head buyer");
      assertThat(title).containsText("Lead buyer");
      other.assertAccessible(second);
      title.getByText("Head buyer").click();
      button(second, "Save contact").click();
      assertThat(heading(second)).hasText("Anna Ruiz");
      assertThat(second.locator(".cb-rec .sub")).hasText("Head buyer");
      assertEquals(3, directory.writesOf(id));
    }
  }

  @Test
  void a_note_is_written_read_and_deleted() {
    String id = directory.contact("Ana Ruiz").add();
    try (Browser browser = Browser.open().signedIn(admin)) {
      Page page = browser.go("/contacts/" + id);
      assertThat(page.locator("aside")).containsText("No notes yet");
      page.locator(".cb-tabs a", hasText("Notes")).click();
      button(page, "Save note").click();
      assertThat(page.locator("#noteText-error")).hasText("Write the note first.");
      browser.assertAccessible(page);
      page.locator("#noteText").fill("In surgery on Tuesdays, then ask for Belinda.");
      button(page, "Save note").click();
      assertThat(page.locator(".cb-notes")).containsText("ask for Belinda");
      button(page, "Delete note").click();
      assertThat(page.locator(".cb-notes")).containsText("No notes yet");
    }
  }

  @Test
  void the_history_shows_each_change_and_brings_a_field_or_a_version_back() {
    String id = directory.contact("Ana Ruiz").with("title", "\"Buyer\"").add();
    try (Browser browser = Browser.open().signedIn(admin)) {
      Page page = browser.go("/contacts/" + id + "/edit");
      page.locator("#title").fill("Head buyer");
      page.locator("#firstName").fill("Anna");
      page.locator("#title").press("Enter");
      page.locator(".cb-tabs a", hasText("History")).click();
      assertThat(page.locator(".cb-time > li")).hasCount(2);
      assertThat(page.locator(".cb-time > li").first()).containsText("2 fields changed");
      button(page, "Restore Title").click();
      assertThat(heading(page)).hasText("Anna Ruiz");
      assertThat(page.locator(".cb-rec .sub")).hasText("Buyer");
      page.locator(".cb-tabs a", hasText("History")).click();
      assertThat(page.locator(".cb-time > li")).hasCount(3);
      button(page, "Restore this state").last().click();
      assertThat(heading(page)).hasText("Ana Ruiz");
      assertThat(page.locator("#toasts")).containsText("Restored");
    }
  }

  @Test
  void the_keys_of_the_help_do_what_it_says() {
    String id = directory.contact("Ana Ruiz").add();
    try (Browser browser = Browser.open().signedIn(admin)) {
      Page page = browser.go("/contacts");
      page.keyboard().press("?");
      assertThat(page.locator("#keys")).isVisible();
      page.keyboard().press("Escape");
      assertThat(page.locator("#keys")).isHidden();
      press(page, "g", "o", "/organizations$");
      press(page, "g", "c", "/contacts$");
      press(page, "g", "w", "/workspace$");
      page.navigate("/contacts/" + id);
      page.keyboard().press("e");
      assertThat(page).hasURL(Pattern.compile("/edit$"));
      page.locator("#title").fill("Buyer");
      page.keyboard().press("Escape");
      assertThat(button(page, "Keep editing")).isVisible();
      browser.assertAccessible(page);
      button(page, "Keep editing").click();
      assertThat(page.locator("#title")).hasValue("Buyer");
    }
  }

  private static void press(Page page, String one, String two, String url) {
    page.keyboard().press(one);
    page.keyboard().press(two);
    assertThat(page).hasURL(Pattern.compile(url));
  }

  @Test
  void what_is_wrong_with_a_form_is_said_in_the_page_s_language() {
    try (Browser browser = Browser.open(Look.NARROW, Locale.GERMANY).signedIn(admin)) {
      Page page = browser.go("/contacts/new");
      page.locator("#externalSystemUrl").fill("nowhere");
      page.locator("[name=phoneNumber]").first().fill("abc");
      page.locator("#firstName").press("Enter");
      assertThat(page.locator("#lastName-error"))
          .hasText("Geben Sie einen Nachnamen ein; ihn sehen Agenten zuerst.");
      assertThat(page.locator("#externalSystemUrl")).hasValue("nowhere");
      assertThat(page.locator("#externalSystemUrl-error")).containsText("Webadresse");
      assertThat(page.getByText("mindestens eine Ziffer")).isVisible();
      browser.assertAccessible(page);
    }
  }
}
