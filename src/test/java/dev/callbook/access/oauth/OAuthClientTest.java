package dev.callbook.access.oauth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.callbook.access.Permission;
import dev.callbook.testing.Agent;
import dev.callbook.testing.Answer;
import dev.callbook.testing.Api;
import dev.callbook.testing.FeatureTest;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// OAuth clients through the public API.
@QuarkusTest
class OAuthClientTest extends FeatureTest {
  private static final String CLIENTS = "/api/v2/oauth/clients";

  private static final String CODE =
      """
      {"name": "Dialler", "description": "Dials", "authorizedGrantType": "CODE", "accessTokenValiditySeconds": 3600,
       "registeredRedirectUri": ["https://dialler.example/back"], "scope": ["external-contacts"]%s}
      """;

  private static final String PROGRAM =
      """
      {"name": "CRM", "authorizedGrantType": "CLIENT-CREDENTIALS", "roleDivisions": [%s]%s}
      """;

  private String role(String name, String division) {
    return "{\"roleId\": \"%s\", \"divisionId\": \"%s\"}"
        .formatted(directory.role(name), directory.division(division).wireId());
  }

  @Test
  void a_client_is_made_with_a_secret_that_is_shown_once() {
    Answer made = directory.asAdmin().post(CLIENTS, CODE.formatted(""));
    made.answers(200);
    made.holds("/registeredRedirectUri", "[\"https://dialler.example/back\"]");
    made.holds("/accessTokenValiditySeconds", "3600");
    assertEquals(64, made.text("/secret").length());

    directory.asAdmin().get(CLIENTS + "/{}", made.id()).answers(200).lacks("/secret");
    Answer all = directory.asAdmin().get(CLIENTS).answers(200);
    assertTrue(all.each("/entities", "/id").contains(made.id()));
    assertTrue(all.each("/entities", "/secret").stream().allMatch(String::isEmpty));
    assertEquals(1, directory.writesOf(made.id()));
  }

  @Test
  void a_client_with_roles_gets_tokens_that_may_do_what_they_allow() {
    Answer made =
        directory
            .asAdmin()
            .post(CLIENTS, PROGRAM.formatted(role("Agent", "Billing"), ""))
            .answers(200);

    api.as(token(made)).get(CONTACTS).answers(200);
    api.as(token(made)).get(CLIENTS).refuses(403, "missing.any.permissions");
    made.holds("/roleDivisions", "[" + role("Agent", "Billing") + "]");
  }

  private Agent token(Answer client) {
    return new Agent(
        "CRM", tokens(api.withBasic(client.id(), client.text("/secret"))).text("/access_token"));
  }

  private static Answer tokens(Api caller) {
    return caller
        .with("Content-Type", "application/x-www-form-urlencoded")
        .post("/oauth/token", "grant_type=client_credentials");
  }

  @Test
  void tokens_live_as_long_as_the_client_says() {
    Answer made =
        directory
            .asAdmin()
            .post(CLIENTS, PROGRAM.formatted("", ", \"accessTokenValiditySeconds\": 300"))
            .answers(200);

    tokens(api.withBasic(made.id(), made.text("/secret"))).holds("/expires_in", "300");
  }

  @Test
  void nobody_makes_a_client_that_may_do_more_than_they() {
    Agent clerk = directory.everythingIn("Billing");

    api.as(clerk)
        .post(CLIENTS, PROGRAM.formatted(role("Admin", "*"), ""))
        .refuses(403, "missing.any.permissions");
    api.as(clerk)
        .post(CLIENTS, PROGRAM.formatted(role("Agent", "Legal"), ""))
        .refuses(403, "missing.any.permissions");
    api.as(clerk).post(CLIENTS, PROGRAM.formatted(role("Agent", "Billing"), "")).answers(200);
    assertEquals(
        java.util.List.of("CRM"),
        directory.asAdmin().get(CLIENTS).each("/entities", "/name").stream()
            .filter("CRM"::equals)
            .toList());
  }

  @Test
  void nobody_takes_over_a_client_that_may_do_more_than_they() {
    Answer made =
        directory.asAdmin().post(CLIENTS, PROGRAM.formatted(role("Admin", "*"), "")).answers(200);
    Agent clerk = directory.holding(Set.of(Permission.CLIENT_EDIT));

    api.as(clerk)
        .post(CLIENTS + "/" + made.id() + "/secret", "")
        .refuses(403, "missing.any.permissions");
    api.as(token(made)).get(CLIENTS).answers(200);
  }

  @Test
  void another_secret_ends_what_the_old_one_opened() {
    Answer made =
        directory.asAdmin().post(CLIENTS, PROGRAM.formatted(role("Agent", "*"), "")).answers(200);
    Agent old = token(made);
    api.as(old).get(CONTACTS).answers(200);

    Answer rotated =
        directory.asAdmin().post(CLIENTS + "/" + made.id() + "/secret", "").answers(200);

    api.as(old).get(CONTACTS).refuses(401, "bad.credentials");
    tokens(api.withBasic(made.id(), made.text("/secret"))).refusesToken(401, "invalid_client");
    api.as(token(rotated)).get(CONTACTS).answers(200);
  }

  @Test
  void a_client_is_changed_as_a_whole_but_for_its_grant() {
    Answer made = directory.asAdmin().post(CLIENTS, CODE.formatted("")).answers(200);
    String path = CLIENTS + "/" + made.id();
    String changed =
        """
        {"name": "Dialler 2", "authorizedGrantType": "CODE", "scope": ["external-contacts:readonly"],
         "registeredRedirectUri": ["https://dialler.example/two"]}
        """;

    Answer after = directory.asAdmin().put(path, changed).answers(200);

    assertEquals("Dialler 2", after.text("/name"));
    after.lacks("/description").holds("/accessTokenValiditySeconds", "86400");
    after.holds("/registeredRedirectUri", "[\"https://dialler.example/two\"]");
    directory.asAdmin().put(path, changed).answers(200);
    assertEquals(2, directory.writesOf(made.id()));
    directory
        .asAdmin()
        .put(path, PROGRAM.formatted("", ""))
        .refuses(400, "invalid.value", "authorizedGrantType", "fixed");
  }

  @Test
  void a_disabled_client_gets_no_tokens_and_loses_those_it_has() {
    Answer made =
        directory.asAdmin().post(CLIENTS, PROGRAM.formatted(role("Agent", "*"), "")).answers(200);
    Agent agent = token(made);
    api.as(agent).get(CONTACTS).answers(200);

    directory
        .asAdmin()
        .put(
            CLIENTS + "/" + made.id(),
            "{\"name\": \"CRM\", \"authorizedGrantType\": \"CLIENT-CREDENTIALS\", \"state\": \"disabled\"}")
        .answers(200)
        .holds("/state", "\"inactive\"");

    api.as(agent).get(CONTACTS).refuses(401, "bad.credentials");
    tokens(api.withBasic(made.id(), made.text("/secret"))).refusesToken(401, "invalid_client");
  }

  @Test
  void a_removed_client_is_gone_with_its_tokens() {
    Answer made =
        directory.asAdmin().post(CLIENTS, PROGRAM.formatted(role("Agent", "*"), "")).answers(200);
    Agent agent = token(made);

    assertEquals(204, directory.asAdmin().delete(CLIENTS + "/{}", made.id()).status());

    api.as(agent).get(CONTACTS).refuses(401, "bad.credentials");
    directory.asAdmin().get(CLIENTS + "/{}", made.id()).refuses(404, "not.found");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | authorizedGrantType | required",
        "{\"authorizedGrantType\": \"TOKEN\", \"name\": \"x\"} | authorizedGrantType | invalid.value",
        "{\"authorizedGrantType\": \"CODE\", \"name\": \"x\"} | registeredRedirectUri | required",
        "{\"authorizedGrantType\": \"CODE\", \"name\": \"x\"} | scope | required",
        "{\"authorizedGrantType\": \"CODE\", \"name\": \" \"} | name | required",
        "{\"authorizedGrantType\": \"CODE\", \"scope\": [\"x\"]} | scope | unknown",
        "{\"authorizedGrantType\": \"CODE\", \"state\": \"x\"} | state | invalid.value",
        "{\"authorizedGrantType\": \"CODE\", \"accessTokenValiditySeconds\": 299} | accessTokenValiditySeconds | invalid.value",
        "{\"authorizedGrantType\": \"CODE\", \"accessTokenValiditySeconds\": 172801} | accessTokenValiditySeconds | invalid.value",
        "{\"authorizedGrantType\": \"CODE\", \"registeredRedirectUri\": [\"http://dialler.example/\"]} | registeredRedirectUri[0] | invalid.value",
        "{\"authorizedGrantType\": \"CODE\", \"registeredRedirectUri\": [\"javascript:alert(1)\"]} | registeredRedirectUri[0] | invalid.value",
        "{\"authorizedGrantType\": \"CODE\", \"registeredRedirectUri\": [\"https://a.example/#x\"]} | registeredRedirectUri[0] | invalid.value",
        "{\"authorizedGrantType\": \"CODE\", \"registeredRedirectUri\": [\"/back\"]} | registeredRedirectUri[0] | invalid.value",
      })
  void what_no_client_can_be_is_refused_by_its_name(String body, String field, String rule) {
    directory.asAdmin().post(CLIENTS, body).refuses(400, "invalid.value", field, rule);
  }

  @Test
  void a_client_that_acts_for_users_has_no_roles_of_its_own() {
    directory
        .asAdmin()
        .post(CLIENTS, CODE.formatted(", \"roleDivisions\": [" + role("Agent", "*") + "]"))
        .refuses(400, "invalid.value", "roleDivisions", "invalid.value");
    directory.asAdmin().post(CLIENTS, CODE.formatted(", \"roleDivisions\": []")).answers(200);
  }

  @Test
  void a_role_that_is_none_is_not_found_and_nothing_is_made() {
    directory
        .asAdmin()
        .post(
            CLIENTS,
            PROGRAM.formatted("{\"roleId\": \"019ab0f6-7c00-7000-8000-000000000001\"}", ""))
        .refuses(404, "not.found");
    assertTrue(
        directory.asAdmin().get(CLIENTS).each("/entities", "/name").stream()
            .noneMatch("CRM"::equals));
  }

  @Test
  void scopes_are_listed_and_described() {
    Answer scopes = directory.asAdmin().get("/api/v2/oauth/scopes").answers(200);

    scopes.holds("/total", "2");
    directory
        .asAdmin()
        .get("/api/v2/oauth/scopes/{}", "external-contacts:readonly")
        .answers(200)
        .holds("/id", "\"external-contacts:readonly\"");
    directory.asAdmin().get("/api/v2/oauth/scopes/{}", "nonsense").refuses(404, "not.found");
  }
}
