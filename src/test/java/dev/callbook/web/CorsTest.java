package dev.callbook.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.callbook.testing.Answer;
import dev.callbook.testing.Api;
import dev.callbook.testing.FeatureTest;
import dev.callbook.testing.Restricted;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Pages of other sites that the operator names may ask the API; no others, and nothing else.
@QuarkusTest
@TestProfile(Restricted.class)
class CorsTest extends FeatureTest {
  private static Api from(Api api, String origin) {
    return api.with("Origin", origin);
  }

  private Answer preflight(String path, String origin) {
    return from(api, origin)
        .with("Access-Control-Request-Method", "POST")
        .with("Access-Control-Request-Headers", "authorization")
        .send("OPTIONS", path, "");
  }

  @ParameterizedTest
  @ValueSource(strings = {CONTACTS, "/oauth/token", "/login/oauth/token"})
  void a_named_site_may_ask(String path) {
    Answer answer = preflight(path, "https://crm.example");

    assertEquals(204, answer.status());
    assertEquals("https://crm.example", answer.header("Access-Control-Allow-Origin"));
    assertTrue(answer.header("Access-Control-Allow-Headers").contains("Authorization"));
    assertTrue(answer.header("Access-Control-Allow-Methods").contains("PATCH"));
    assertEquals("", answer.header("Access-Control-Allow-Credentials"));
  }

  @Test
  void its_page_reads_the_answer_and_its_headers_refusals_too() {
    Answer answer = from(directory.asAdmin(), "http://localhost:3000").get(CONTACTS).answers(200);
    assertEquals("http://localhost:3000", answer.header("Access-Control-Allow-Origin"));
    assertTrue(answer.header("Access-Control-Expose-Headers").contains("ININ-Correlation-Id"));
    assertEquals("Origin", answer.header("Vary"));

    Answer refused = from(api, "http://localhost:3000").get(CONTACTS);
    refused.refuses(401, "authentication.required");
    assertEquals("http://localhost:3000", refused.header("Access-Control-Allow-Origin"));
  }

  @Test
  void no_other_site_may_and_programs_ask_as_ever() {
    assertEquals(
        "", preflight(CONTACTS, "https://evil.example").header("Access-Control-Allow-Origin"));
    Answer answer = from(directory.asAdmin(), "https://evil.example").get(CONTACTS).answers(200);
    assertEquals("", answer.header("Access-Control-Allow-Origin"));
    directory.asAdmin().get(CONTACTS).answers(200);
  }

  @Test
  void pages_are_not_for_other_sites() {
    Answer answer = from(api, "https://crm.example").get("/sign-in").shows(200);

    assertEquals("", answer.header("Access-Control-Allow-Origin"));
  }

  @Test
  void origins_are_read_as_browsers_write_them() {
    assertEquals(
        Set.of("https://crm.example", "http://localhost:3000"),
        new Origins().convert("https://CRM.example ,http://localhost:3000,").values());
    for (String bad :
        new String[] {"*", "crm.example", "https://crm.example/", "https://a b", "null"}) {
      assertThrows(IllegalArgumentException.class, () -> new Origins().convert(bad), bad);
    }
  }
}
