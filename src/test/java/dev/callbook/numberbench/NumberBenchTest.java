package dev.callbook.numberbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import dev.callbook.testing.Answer;
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

/// The number bench, by an admin.
@QuarkusTest
class NumberBenchTest extends FeatureTest {
  private static final String BENCH = "/number-bench";
  private static final String SOURCES = "/api/v2/callbook/interactions/sources/";

  private Seat admin;
  private String trunk;

  @BeforeEach
  void aTrunkInSpain() {
    admin = directory.person("Admin", "*");
    trunk = source("{\"region\": \"ES\", \"outsideLine\": \"9\", \"national\": \"0\"}");
  }

  private String source(String rules) {
    return api.as(directory.admin()).put(SOURCES + "trunk", rules).answers(200).id();
  }

  private Answer attempt(String number, String more) {
    return api.at(admin).post(BENCH, "source=%s&number=%s&%s".formatted(trunk, number, more));
  }

  private static final String SAVED = "region=ES&outsideLine=9&national=0";

  @Test
  void a_number_is_shown_with_each_rule_that_was_tried_and_whom_it_finds() {
    directory.contact("Ana Ruiz").workPhone("+34 911 23 45 67").add();

    attempt("90911234567", SAVED)
        .shows(200)
        .saying("One contact")
        .saying("Ana Ruiz")
        .saying("exact match")
        .saying("Outside line taken off, Prefix became the country code")
        .saying("+34 911 23 45 67, Spain")
        .saying("+34911234567");
  }

  @Test
  void another_form_of_an_argentine_number_is_explained() {
    directory.contact("Eva Sol").cellPhone("+54 11 2345-6789").add();

    attempt("%2B5491123456789", SAVED)
        .shows(200)
        .saying("another form of the number")
        .saying("The look-up key is another form of the same telephone")
        .saying("+541123456789");
  }

  @Test
  void nobody_is_looked_for_where_the_caller_hides_the_number() {
    directory.contact("Ana Ruiz").workPhone("+34 911 23 45 67").add();

    Answer hidden = attempt("%2B34911234567", SAVED + "&hidden=yes").shows(200);
    hidden.saying("Nobody is looked for").saying("The source says: do not use the number");
    assertFalse(hidden.body().contains("Ana Ruiz"));
    attempt("anonymous", SAVED).shows(200).saying("A word for a hidden or missing number");
  }

  @Test
  void rules_are_tried_before_they_are_saved() {
    attempt("00441632960123", "region=ES&international=00")
        .shows(200)
        .saying("These rules are tried, not saved.")
        .saying("Prefix became a plus")
        .saying("United Kingdom");
    api.as(directory.admin())
        .get("/api/v2/callbook/interactions/sources")
        .answers(200)
        .holds("/entities/0/outsideLine", "\"9\"");

    String rules = "source=%s&region=GB&outsideLine=&international=00".formatted(trunk);
    assertEquals(303, api.at(admin).post(BENCH + "/rules", rules).status());
    api.as(directory.admin())
        .get("/api/v2/callbook/interactions/sources")
        .answers(200)
        .holds("/entities/0/region", "\"GB\"")
        .holds("/entities/0/international", "\"00\"");
  }

  @Test
  void a_kept_number_shows_which_change_of_rules_would_break_it() {
    String number = "source=%s&number=90911234567".formatted(trunk);
    assertEquals(303, api.at(admin).post(BENCH + "/kept", number).status());
    assertEquals(2, directory.writesOf(trunk), "the source's rules, then the kept number");

    api.at(admin).get(BENCH + "?source={}", trunk).shows(200).saying("As expected");
    attempt("112", "region=ES&outsideLine=0")
        .shows(200)
        .saying("1 kept number is read differently under these rules");
  }

  @Test
  void a_kept_number_can_be_removed() {
    String number = "source=%s&number=112".formatted(trunk);
    api.at(admin).post(BENCH + "/kept", number);
    String page = api.at(admin).get(BENCH + "?source={}", trunk).shows(200).body();
    String path =
        page.replaceAll("(?s).*formaction=\"(/number-bench/kept/[^\"]+/delete)\".*", "$1");

    assertEquals(303, api.at(admin).post(path, "source=" + trunk).status());
    api.at(admin).get(BENCH + "?source={}", trunk).shows(200).saying("None yet.");
    api.at(admin).post(path, "source=" + trunk).shows(404);
  }

  @Test
  void through_an_agents_eyes_contacts_that_the_viewer_may_not_see_have_no_name() {
    directory.contact("Ana Ruiz").in("Legal").workPhone("+34 911 23 45 67").add();
    Seat viewer = directory.person("Admin", "Billing");
    Seat agent = directory.person("Agent", "Legal");

    Answer seen =
        api.at(viewer)
            .post(
                BENCH,
                "source=%s&number=%%2B34911234567&agent=%s&%s"
                    .formatted(trunk, agent.user(), SAVED))
            .shows(200)
            .saying("One contact")
            .saying("A contact you may not see");
    assertFalse(seen.body().contains("Ana Ruiz"));
  }

  @Test
  void what_is_wrong_stands_beside_its_field_and_what_was_typed_stays() {
    attempt("", SAVED).shows(422).saying("Enter a number, or say that the caller hides it.");
    attempt("1", "region=ES&outsideLine=9w")
        .shows(422)
        .saying("Enter up to 8 digits and nothing else.")
        .saying("value=\"9w\"");
    attempt("1", "region=XX").shows(422).saying("Choose a country with a numbering plan.");
    attempt("1".repeat(101), SAVED).shows(422).saying("Enter 100 characters at most.");
  }

  @Test
  void a_source_of_another_organization_is_not_found() {
    Seat stranger = newDirectory("Theirs").person("Admin", "*");

    api.at(stranger).get(BENCH + "?source={}", trunk).shows(404);
    api.at(stranger).post(BENCH + "/kept", "source=%s&number=1".formatted(trunk)).shows(404);
    assertEquals(1, directory.writesOf(trunk));
  }

  @ParameterizedTest
  @EnumSource(names = {"WIDE", "NARROW_DARK"})
  void it_is_usable_on_every_screen(Look look) {
    directory.contact("Ana Ruiz").workPhone("+34 911 23 45 67").add();
    api.at(admin).post(BENCH + "/kept", "source=%s&number=90911234567".formatted(trunk));
    try (Browser browser = Browser.open(look, Locale.ENGLISH).signedIn(admin)) {
      Page page = browser.go(BENCH);
      page.getByLabel("Number as sent").fill("90911234567");
      page.keyboard().press("Enter");
      PlaywrightAssertions.assertThat(page.getByText("One contact")).isVisible();
      browser.screenshot(page, "number-bench");
      browser.assertAccessible(page);
    }
  }
}
