package dev.callbook.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.endsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class PageLanguageTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "de-AT,de;q=0.9,en;q=0.5|de",
        "fr,de;q=0.5|de",
        "en-GB,de;q=0.9|en",
        "fr|en",
        "*|en"
      })
  void the_first_language_of_the_browser_that_callbook_speaks_is_taken(
      String header, Locale expected) {
    assertEquals(expected, PageLanguage.preferred(header));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "  ", "de;q=nonsense", ";;;"})
  void nonsense_is_answered_in_english(String header) {
    assertEquals(Locale.ENGLISH, PageLanguage.preferred(header));
  }

  @Test
  void a_picked_language_is_remembered_and_leads_back() {
    given()
        .redirects()
        .follow(false)
        .header("Referer", "http://localhost/contacts?q=lind%20berg")
        .formParam("language", "de")
        .post("/language")
        .then()
        .statusCode(303)
        .header("Location", endsWith("/contacts?q=lind%20berg"))
        .cookie("language", "de");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//evil.example/",
        "https://evil.example//other.example/",
        "::",
        "mailto:a@b.example"
      })
  void picking_a_language_never_leads_elsewhere(String from) {
    given()
        .redirects()
        .follow(false)
        .header("Referer", from)
        .formParam("language", "en")
        .post("/language")
        .then()
        .statusCode(303)
        .header("Location", endsWith("localhost:" + io.restassured.RestAssured.port + "/"));
  }
}
