package dev.callbook.externalsource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import dev.callbook.testing.Answer;
import dev.callbook.testing.Api;
import dev.callbook.testing.Browser;
import dev.callbook.testing.CallCentre.Seat;
import dev.callbook.testing.FeatureTest;
import dev.callbook.testing.Look;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// External sources on pages, by an admin.
@QuarkusTest
class ExternalSourcePagesTest extends FeatureTest {
  private static final String PATH = "/external-sources";
  private static final String LINK = "https://crm.example.com/c/{{externalId.value}}";

  private Seat admin;

  @BeforeEach
  void anAdmin() {
    admin = directory.person("Admin", "*");
  }

  private String added(String name, String link) {
    Answer added =
        api.at(admin).post(PATH, "name=" + Api.encode(name) + "&link=" + Api.encode(link));
    assertEquals(303, added.status(), added::body);
    String at = added.header("Location");
    return at.substring(at.lastIndexOf('/') + 1);
  }

  @Test
  void a_source_added_on_the_page_is_there_for_the_api() {
    String id = added("  Salesforce ", LINK);

    api.as(directory.admin())
        .get("/api/v2/externalcontacts/externalsources/{}", id)
        .answers(200)
        .holds("/name", "\"Salesforce\"")
        .holds("/active", "true")
        .holds("/linkConfiguration/uriTemplate", "\"" + LINK + "\"");
    api.at(admin).get(PATH).shows(200).saying("Salesforce").saying("In use");
    assertEquals(1, directory.writesOf(id));
  }

  @Test
  void a_missing_name_and_a_link_without_its_gap_are_both_said_and_what_was_typed_stays() {
    api.at(admin)
        .post(PATH, "name=&link=" + Api.encode("https://crm.example.com/c/"))
        .shows(422)
        .saying("2 fields need attention")
        .saying("{{externalId.value}} behind the host where the id goes")
        .saying("value=\"https://crm.example.com/c/\"");
  }

  @Test
  void a_name_that_another_source_has_is_refused_beside_the_field() {
    added("Salesforce", "");
    api.at(admin).post(PATH, "name=salesforce&link=").shows(422).saying("id=\"name-error\"");
  }

  @Test
  void a_source_that_is_switched_off_is_offered_to_no_import_and_links_nowhere() {
    String id = added("Salesforce", LINK);

    Answer saved =
        api.at(admin).post(PATH + "/" + id, "version=1&name=Salesforce&link=" + Api.encode(LINK));
    assertEquals(303, saved.status());

    api.at(admin).get(PATH + "/{}", id).shows(200).saying("name=\"active\" value=\"true\">");
    assertFalse(api.at(admin).get("/import").body().contains("Salesforce"));
  }

  @Test
  void who_saves_over_a_colleague_is_shown_what_that_one_saved() {
    String id = added("Salesforce", LINK);
    String form = "version=1&active=true&link=&name=";
    assertEquals(303, api.at(admin).post(PATH + "/" + id, form + "Dynamics").status());

    api.at(admin)
        .post(PATH + "/" + id, form + "Zendesk")
        .shows(409)
        .saying("Somebody else saved this meanwhile: Dynamics")
        .saying("value=\"Zendesk\"")
        .saying("name=\"version\" value=\"2\"");
    assertEquals(2, directory.writesOf(id));
  }

  @Test
  void the_page_counts_the_records_that_carry_an_id_of_it() {
    String id = added("Salesforce", LINK);
    directory.contact("Ana Ruiz").knownTo(id, "003A").add();
    directory.contact("Luis Ruiz").knownTo(id, "003B").add();

    String counts = api.at(admin).get(PATH + "/{}/uses", id).shows(200).body();
    assertEquals(
        "Contacts 2 Organizations 0",
        counts.replaceAll("<[^>]*>|\\s+", " ").strip().replaceAll(" +", " "));
  }

  @Test
  void a_removed_source_is_gone_and_records_keep_their_ids() {
    String id = added("Salesforce", LINK);
    String contact = directory.contact("Ana Ruiz").knownTo(id, "003A").add();

    assertEquals(303, api.at(admin).post(PATH + "/" + id + "/delete", "").status());

    assertEquals(404, api.at(admin).get(PATH + "/{}", id).status());
    api.as(directory.admin())
        .get(CONTACTS + "/{}", contact)
        .answers(200)
        .holds("/externalIds/0/value", "\"003A\"");
  }

  @ParameterizedTest
  @EnumSource(names = {"WIDE", "NARROW_DARK"})
  void an_admin_adds_a_source_by_keyboard_and_opens_a_record_there(Look look) {
    try (Browser browser = Browser.open(look, Locale.UK).signedIn(admin)) {
      Page page = browser.go(PATH);
      browser.screenshot(page, "external-sources-empty");
      page.locator("#name").focus();
      page.keyboard().type("Salesforce");
      page.keyboard().press("Tab");
      page.keyboard().type(LINK);
      page.keyboard().press("Enter");

      PlaywrightAssertions.assertThat(page.locator("h1")).hasText("Salesforce");
      PlaywrightAssertions.assertThat(page.locator("a.mono"))
          .hasAttribute("href", "https://crm.example.com/c/ID-123");
      PlaywrightAssertions.assertThat(page.locator("main dl")).containsText("Contacts");
      browser.screenshot(page, "external-source");
      browser.assertAccessible(page);
      page.navigate(PATH);
      browser.screenshot(page, "external-sources");
    }
  }
}
