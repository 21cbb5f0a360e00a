package dev.callbook.access.oauth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.callbook.testing.Agent;
import dev.callbook.testing.Api;
import dev.callbook.testing.FeatureTest;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The token endpoint and `deleteTokensMe`. Source: RFC 6749 sections 4.4 and 5.
@QuarkusTest
@Tag("oldest-postgres")
class TokenTest extends FeatureTest {
  private static final String GRANT = "grant_type=client_credentials";

  private static Api form(Api api) {
    return api.with("Content-Type", "application/x-www-form-urlencoded");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/oauth/token", "/login/oauth/token"})
  void a_client_gets_a_token_for_its_id_and_secret(String path) {
    var client = directory.client("CRM");

    var answer =
        form(api.withBasic(client.client().id().toString(), client.secret())).post(path, GRANT);

    assertEquals(200, answer.status(), answer.body());
    assertEquals("bearer", answer.text("/token_type"));
    assertTrue(answer.at("/expires_in").isInt());
    assertTrue(answer.text("/access_token").length() >= 43);
    assertEquals("no-cache, no-store, must-revalidate", answer.header("Cache-Control"));
  }

  @ParameterizedTest
  @CsvSource({
    "grant_type=password, 400, unsupported_grant_type",
    "grant_type=urn:ietf:params:oauth:grant-type:saml2-bearer, 400, unsupported_grant_type",
    "grant_type=, 400, invalid_request",
    "'', 400, invalid_request",
  })
  void another_grant_is_refused_in_the_form_of_oauth(String body, int status, String error) {
    var client = directory.client("CRM");

    var answer =
        form(api.withBasic(client.client().id().toString(), client.secret()))
            .post("/oauth/token", body);

    assertEquals(status, answer.status());
    assertEquals(error, answer.text("/error"));
  }

  @Test
  void wrong_credentials_get_nothing() {
    var client = directory.client("CRM");
    String id = client.client().id().toString();

    for (Api caller :
        new Api[] {
          api.withBasic(id, "wrong"),
          api.withBasic("019ab0f6-7c00-7000-8000-000000000001", client.secret()),
          api.withBasic("not-an-id", client.secret()),
          api.withBasic(id, ""),
          api.with("Authorization", "Basic %%%"),
          api.with("Authorization", "Bearer x"),
          api
        }) {
      var answer = form(caller).post("/oauth/token", GRANT);
      assertEquals(401, answer.status());
      assertEquals("invalid_client", answer.text("/error"));
      assertTrue(answer.header("WWW-Authenticate").startsWith("Basic"));
    }
  }

  @Test
  void a_token_ends_at_once_when_its_holder_ends_it() {
    Agent agent = directory.tokenFor(directory.client("CRM"));
    api.as(agent).get(CONTACTS).refuses(403, "missing.any.permissions");

    assertEquals(200, api.as(agent).delete("/api/v2/tokens/me").status());

    api.as(agent).get(CONTACTS).refuses(401, "bad.credentials");
    api.as(agent).delete("/api/v2/tokens/me").refuses(401, "bad.credentials");
  }

  @Test
  void a_token_ends_at_once_when_its_client_is_removed() {
    var client = directory.client("CRM");
    Agent agent = directory.tokenFor(client);
    api.as(agent).get(CONTACTS).refuses(403, "missing.any.permissions");

    directory.remove(client);

    api.as(agent).get(CONTACTS).refuses(401, "bad.credentials");
  }

  @Test
  void nobody_has_no_token_to_end() {
    api.delete("/api/v2/tokens/me").refuses(401, "authentication.required");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer", "Bearer ", "bearer x", "Basic eDp5", "Token x", "x"})
  void an_authorization_that_is_no_token_is_refused(String header) {
    api.with("Authorization", header).get(CONTACTS).refuses(401, "bad.credentials");
  }
}
