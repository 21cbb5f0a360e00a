package dev.callbook.testing;

import static org.junit.jupiter.api.Assertions.assertThrows;

import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The checks that the browser makes on every page do bite.
@QuarkusTest
class BrowserTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p style='color: red'>inline style</p>",
        "<script>document.title = 'inline script'</script>",
      })
  void what_the_policy_stops_fails_the_test(String html) {
    Browser browser = Browser.open();
    browser.show("/preview/stopped", html).waitForTimeout(0);
    assertThrows(AssertionError.class, browser::close);
  }

  @Test
  void a_page_that_scrolls_sideways_fails_the_test() {
    try (Browser browser = Browser.open()) {
      Page page =
          browser.show(
              "/preview/sideways",
              "<html lang=en><title>t</title><main><h1>t</h1>" + "wide".repeat(400) + "</main>");
      assertThrows(AssertionError.class, () -> browser.assertAccessible(page));
    }
  }

  @Test
  void a_field_without_a_name_fails_the_test() {
    try (Browser browser = Browser.open()) {
      Page page =
          browser.show(
              "/preview/unnamed", "<html lang=en><title>t</title><main><h1>t</h1><input></main>");
      assertThrows(AssertionError.class, () -> browser.assertAccessible(page));
    }
  }
}
