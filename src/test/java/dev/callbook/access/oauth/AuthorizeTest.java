package dev.callbook.access.oauth;

import static dev.callbook.access.OAuthScope.EXTERNAL_CONTACTS;
import static dev.callbook.access.OAuthScope.EXTERNAL_CONTACTS_READONLY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.callbook.access.ClientDraft;
import dev.callbook.testing.Answer;
import dev.callbook.testing.Api;
import dev.callbook.testing.App;
import dev.callbook.testing.CallCentre.Seat;
import dev.callbook.testing.FeatureTest;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The authorization endpoint. Source: RFC 6749 section 4.1, RFC 7636, RFC 8252.
@QuarkusTest
class AuthorizeTest extends FeatureTest {
  private App app;
  private Seat user;

  @BeforeEach
  void anAppAndAUser() {
    app = directory.app(EXTERNAL_CONTACTS);
    user = directory.person("Agent", "Billing");
  }

  private static URI location(Answer answer) {
    assertEquals(303, answer.status(), answer::body);
    return URI.create(answer.header("Location"));
  }

  @Test
  void whoever_is_not_signed_in_signs_in_first_and_comes_back() {
    Answer answer = api.get("/login/oauth/authorize?" + query(app.pkce()));

    String next = App.field(location(answer), "next");
    assertTrue(next.startsWith("/oauth/authorize?client_id=" + app.id()), next);
    api.at(user).get(next).shows(200).saying("Dialler");
  }

  @Test
  void somebody_who_is_signed_in_can_be_asked_to_do_so_again() {
    Answer answer = app.ask(user, app.request("prompt", "login"));

    String next = App.field(location(answer), "next");
    assertFalse(next.contains("prompt"), next);
  }

  @Test
  void the_page_says_who_asks_for_what_as_whom_and_keeps_no_copy() {
    Answer page = app.ask(user, app.request()).shows(200);

    page.saying("Dialler").saying(user.email()).saying("dialler.example");
    assertTrue(page.header("Cache-Control").contains("no-store"), page.header("Cache-Control"));
    assertTrue(
        page.header("Content-Security-Policy").contains("frame-ancestors 'none'"),
        page.header("Content-Security-Policy"));
  }

  @Test
  void whoever_allows_it_returns_with_a_code_and_the_state() {
    URI back = App.onward(app.decide(user, "allow", app.request()).shows(200));

    assertTrue(back.toString().startsWith(App.REDIRECT_URI + "?"), back.toString());
    assertEquals("s 1&2", App.field(back, "state"));
    assertEquals(64, App.field(back, "code").length());
  }

  @ParameterizedTest
  @ValueSource(strings = {"deny", "", "anything"})
  void whoever_does_not_returns_without(String decision) {
    URI back = App.onward(app.decide(user, decision, app.request()).shows(200));

    assertEquals("access_denied", App.field(back, "error"));
    assertEquals("s 1&2", App.field(back, "state"));
  }

  @Test
  void what_was_allowed_is_remembered_but_not_more() {
    App reader = directory.app(EXTERNAL_CONTACTS);
    reader.decide(user, "allow", reader.request("scope", "external-contacts:readonly"));

    URI back = location(reader.ask(user, reader.request("scope", "external-contacts:readonly")));
    assertTrue(App.query(back).containsKey("code"), back.toString());
    reader.ask(user, reader.request()).shows(200);
    reader.ask(directory.person("Agent", "Billing"), reader.request()).shows(200);
    assertEquals(1, directory.writesOf(user.user().toString()) - writesOfAnAddition());
  }

  @Test
  void a_client_with_another_address_is_asked_for_again() {
    app.decide(user, "allow", app.request());
    location(app.ask(user, app.request()));
    ClientDraft was = app.issued().client().details();

    directory.correct(
        app,
        new ClientDraft(
            was.name(),
            null,
            was.grant(),
            was.tokenLifetime(),
            List.of(App.REDIRECT_URI, "https://evil.example/back"),
            was.scopes()),
        true);

    app.ask(user, app.request("redirect_uri", "https://evil.example/back")).shows(200);
    app.ask(user, app.request()).shows(200);
  }

  /// A person is added and gets a role.
  private static int writesOfAnAddition() {
    return 2;
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://localhost:8123/back", "org.example.dialler:/back"})
  void a_program_on_the_users_own_machine_is_asked_for_each_time(String redirectUri) {
    App local = directory.app(redirectUri, EXTERNAL_CONTACTS);

    local.decide(user, "allow", local.pkce()).shows(200);

    local.ask(user, local.pkce()).shows(200);
  }

  @ParameterizedTest
  @CsvSource({
    "client_id, ''",
    "client_id, not-an-id",
    "client_id, 019ab0f6-7c00-7000-8000-000000000001",
    "redirect_uri, ''",
    "redirect_uri, https://evil.example/back",
    "redirect_uri, https://dialler.example/back/",
    "redirect_uri, https://dialler.example/back?x=1",
    "redirect_uri, https://dialler.example/BACK",
  })
  void nobody_is_sent_to_an_address_that_is_not_registered(String field, String value) {
    app.ask(user, app.request(field, value)).shows(400).saying("not registered");
    app.decide(user, "allow", app.request(field, value)).shows(400).saying("not registered");
  }

  @ParameterizedTest
  @CsvSource({
    "response_type, '', invalid_request",
    "response_type, id_token, unsupported_response_type",
    "scope, external-contacts nonsense, invalid_scope",
    "scope, authorization, invalid_scope",
    "code_challenge, abc, invalid_request",
    "code_challenge_method, plain, invalid_request",
    "code_challenge_method, S256, invalid_request",
  })
  void whatever_else_is_wrong_is_told_to_the_client(String field, String value, String error) {
    Map<String, String> back = App.query(location(app.ask(user, app.request(field, value))));

    assertEquals(error, back.get("error"));
    assertEquals("s 1&2", back.get("state"));
    assertFalse(back.containsKey("code"));
  }

  @Test
  void a_challenge_in_plain_is_refused() {
    URI back =
        location(
            app.ask(
                user,
                app.request("code_challenge", App.VERIFIER, "code_challenge_method", "plain")));

    assertEquals("invalid_request", App.field(back, "error"));
  }

  @Test
  void a_token_instead_of_a_code_is_refused_where_its_client_looks() {
    URI back = location(app.ask(user, app.request("response_type", "token")));

    assertEquals("unsupported_response_type", App.field(back, "error"));
    assertTrue(back.getRawFragment().contains("error="), back.toString());
  }

  @Test
  void a_client_may_not_ask_for_more_than_its_own_scopes() {
    App reader = directory.app(EXTERNAL_CONTACTS_READONLY);

    URI back = location(reader.ask(user, reader.request("scope", "external-contacts")));

    assertEquals("invalid_scope", App.field(back, "error"));
  }

  @Test
  void a_user_of_another_organization_has_to_sign_in_as_one_of_this() {
    Seat stranger = newDirectory("Theirs").person("Admin", "*");

    assertTrue(location(app.ask(stranger, app.request())).getPath().equals("/sign-in"));
    assertTrue(location(app.decide(stranger, "allow", app.request())).getPath().equals("/sign-in"));
  }

  @Test
  void nobody_answers_for_another() {
    Map<String, String> request = app.request();
    request.put("user", directory.person("Agent").user().toString());
    request.put("decision", "allow");

    api.at(user).post("/oauth/authorize", query(request)).shows(200).saying("<form");
  }

  @Test
  void another_sites_page_cannot_allow_anything() {
    Map<String, String> request = app.request("decision", "allow");
    request.put("user", user.user().toString());

    api.at(user)
        .with("Sec-Fetch-Site", "cross-site")
        .post("/oauth/authorize", query(request))
        .shows(403);
  }

  @Test
  void a_client_signs_its_user_out_and_takes_them_back() {
    String leave = "/logout?client_id={}&redirect_uri={}";

    api.at(user).get(leave, app.id(), "https://evil.example/").shows(400);
    assertEquals(200, api.at(user).get("/oauth/authorize?" + query(app.request())).status());

    Answer answer = api.at(user).get(leave, app.id(), App.REDIRECT_URI);
    assertEquals(App.REDIRECT_URI, location(answer).toString());
    assertEquals("/sign-in", location(app.ask(user, app.request())).getPath());
    assertEquals(303, api.get("/login" + leave, app.id(), App.REDIRECT_URI).status());
  }

  private static String query(Map<String, String> fields) {
    StringBuilder query = new StringBuilder();
    fields.forEach((name, value) ->
        query
            .append(query.isEmpty() ? "" : "&")
            .append(name)
            .append('=')
            .append(Api.encode(value)));
    return query.toString();
  }
}
