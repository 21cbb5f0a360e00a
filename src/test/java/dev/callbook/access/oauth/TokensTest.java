package dev.callbook.access.oauth;

import static dev.callbook.access.OAuthScope.EXTERNAL_CONTACTS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.callbook.testing.Agent;
import dev.callbook.testing.Answer;
import dev.callbook.testing.App;
import dev.callbook.testing.CallCentre.Seat;
import dev.callbook.testing.FeatureTest;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What tokens say of themselves, how they end, and when they idle.
@QuarkusTest
class TokensTest extends FeatureTest {
  private static final String ME = "/api/v2/tokens/me";
  private static final String TIMEOUT = "/api/v2/tokens/timeout";

  @Inject Jdbi jdbi;

  @Test
  void a_token_of_a_client_says_whose_it_is() {
    Answer info = directory.asAdmin().get(ME).answers(200);

    assertEquals("Ours", info.text("/organization/name"));
    assertEquals("CLIENT-CREDENTIALS", info.text("/OAuthClient/authorizedGrantType"));
    info.lacks("/authorizedScope");
  }

  @Test
  void a_token_of_a_user_says_what_it_opens() {
    App app = directory.app(EXTERNAL_CONTACTS);
    Agent acting = app.actingFor(directory.person("Agent", "Billing"));

    Answer info = api.as(acting).get(ME).answers(200);

    info.holds("/authorizedScope", "[\"external-contacts\"]");
    assertEquals(app.id().toString(), info.text("/OAuthClient/id"));
    assertEquals("CODE", info.text("/OAuthClient/authorizedGrantType"));
  }

  @Test
  void a_token_can_be_looked_at_without_its_description() {
    Answer head = directory.asAdmin().send("HEAD", ME, "");

    assertEquals(200, head.status());
    assertEquals("", head.body());
    assertEquals(401, api.send("HEAD", ME, "").status());
  }

  @Test
  void a_users_token_ends_with_all_that_came_of_the_same_sign_in() {
    App app = directory.app(EXTERNAL_CONTACTS);
    Seat user = directory.person("Agent", "Billing");
    Answer tokens = app.redeem(app.code(user, app.request())).answersToken();
    Answer others = app.redeem(app.code(user, app.request())).answersToken();

    assertEquals("", api.as(agent(tokens)).delete(ME).answers(200).body());

    api.as(agent(tokens)).get(ME).refuses(401, "bad.credentials");
    app.refresh(tokens.text("/refresh_token")).refusesToken(400, "invalid_grant");
    api.as(agent(others)).get(ME).answers(200);
  }

  private static Agent agent(Answer tokens) {
    return new Agent("App", tokens.text("/access_token"));
  }

  @Test
  void an_admin_signs_a_user_out_everywhere() {
    App app = directory.app(EXTERNAL_CONTACTS);
    Seat user = directory.person("Agent", "Billing");
    Agent acting = app.actingFor(user);
    Agent another = app.actingFor(directory.person("Agent", "Billing"));

    assertEquals(204, directory.asAdmin().delete("/api/v2/tokens/{}", user.user()).status());

    api.as(acting).get(ME).refuses(401, "bad.credentials");
    api.as(another).get(ME).answers(200);
    assertEquals(303, api.at(user).get("/contacts").status());
    newDirectory("Theirs")
        .asAdmin()
        .delete("/api/v2/tokens/{}", user.user())
        .refuses(404, "not.found");
  }

  @Test
  void tokens_never_idle_unless_the_organization_says_so() {
    directory.asAdmin().get(TIMEOUT).answers(200).holds("/enableIdleTokenTimeout", "false");
    directory
        .asAdmin()
        .put(TIMEOUT, "{\"enableIdleTokenTimeout\": true, \"idleTokenTimeoutSeconds\": 600}")
        .answers(200)
        .holds("/idleTokenTimeoutSeconds", "600");
    App app = directory.app(EXTERNAL_CONTACTS);
    Agent acting = app.actingFor(directory.person("Agent", "Billing"));
    api.as(acting).get(ME).answers(200);

    unusedForMinutes(9);
    api.as(acting).get(ME).answers(200);
    unusedForMinutes(11);
    api.as(acting).get(ME).refuses(401, "bad.credentials");
    directory.asAdmin().get(ME).answers(200);

    directory.asAdmin().put(TIMEOUT, "{\"enableIdleTokenTimeout\": false}").answers(200);
    api.as(acting).get(ME).answers(200);
  }

  /// Makes time pass for the tokens of this organization; a change of access makes nodes look anew.
  private void unusedForMinutes(int minutes) {
    jdbi.useHandle(db ->
        db.createUpdate(
                """
                update access_token
                   set used_at = now() - make_interval(mins => :minutes)
                 where org_id = :org and login_id is not null
                """)
            .bind("minutes", minutes)
            .bind("org", directory.view("Billing").orgKey())
            .execute());
    directory.client("Something changes");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"enableIdleTokenTimeout\": true} | idleTokenTimeoutSeconds | required",
        "{\"enableIdleTokenTimeout\": true, \"idleTokenTimeoutSeconds\": 299} | idleTokenTimeoutSeconds | invalid.value",
        "{\"enableIdleTokenTimeout\": true, \"idleTokenTimeoutSeconds\": 28801} | idleTokenTimeoutSeconds | invalid.value",
        "{\"inactivityTimeoutGroupsEnabled\": true} | inactivityTimeoutGroupsEnabled | invalid.value",
      })
  void a_timeout_that_cannot_be_kept_is_refused(String body, String field, String rule) {
    directory.asAdmin().put(TIMEOUT, body).refuses(400, "invalid.value", field, rule);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?preserveIdleTTL=true"})
  void the_idle_time_counts_from_any_use(String query) {
    assertTrue(directory.asAdmin().get(ME + query).answers(200).json().has("organization"));
  }
}
