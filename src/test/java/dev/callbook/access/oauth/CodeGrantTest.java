package dev.callbook.access.oauth;

import static dev.callbook.access.OAuthScope.EXTERNAL_CONTACTS;
import static dev.callbook.access.OAuthScope.EXTERNAL_CONTACTS_READONLY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.callbook.access.Admissions;
import dev.callbook.access.ClientDraft;
import dev.callbook.access.Clients;
import dev.callbook.platform.Ids;
import dev.callbook.testing.Agent;
import dev.callbook.testing.Answer;
import dev.callbook.testing.App;
import dev.callbook.testing.CallCentre.Seat;
import dev.callbook.testing.FeatureTest;
import dev.callbook.testing.Samples;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Codes, refresh tokens, and what the tokens of users open. Source: RFC 6749, RFC 7636, RFC 9700.
@QuarkusTest
@Tag("oldest-postgres")
class CodeGrantTest extends FeatureTest {
  @Inject Clients clients;
  @Inject CodeStore codes;
  @Inject LoginStore logins;
  @Inject Admissions admissions;
  @Inject Ids ids;
  @Inject Clock clock;

  private App app;
  private Seat user;

  @BeforeEach
  void anAppAndAUser() {
    app = directory.app(EXTERNAL_CONTACTS);
    user = directory.person("Agent", "Billing");
  }

  private void isGood(Answer tokens) {
    api.as(agent(tokens)).get(CONTACTS).answers(200);
  }

  private void isOver(Answer tokens) {
    api.as(agent(tokens)).get(CONTACTS).refuses(401, "bad.credentials");
  }

  private static Agent agent(Answer tokens) {
    return new Agent("App", tokens.text("/access_token"));
  }

  @Test
  void a_code_and_the_secret_give_a_token_that_acts_for_the_user() {
    Answer tokens = app.redeem(app.code(user, app.request())).answersToken();

    assertEquals("external-contacts", tokens.text("/scope"));
    assertEquals(64, tokens.text("/refresh_token").length());
    isGood(tokens);
  }

  @Test
  void a_program_without_a_secret_proves_itself_by_the_verifier() {
    Answer tokens = app.redeemPublicly(app.code(user, app.pkce()), App.VERIFIER).answersToken();
    isGood(tokens);

    Answer next =
        app.publicToken(
                "grant_type", "refresh_token", "refresh_token", tokens.text("/refresh_token"))
            .answersToken();
    isGood(next);
  }

  @Test
  void an_empty_secret_in_the_header_is_none() {
    String code = app.code(user, app.pkce());

    api.withBasic(app.id().toString(), "")
        .with("Content-Type", "application/x-www-form-urlencoded")
        .post(
            "/login/oauth/token",
            "grant_type=authorization_code&client_id="
                + app.id()
                + "&code="
                + code
                + "&code_verifier="
                + App.VERIFIER
                + "&redirect_uri="
                + App.REDIRECT_URI)
        .answersToken();
  }

  @Test
  void a_code_asked_for_without_a_challenge_needs_the_secret() {
    String code = app.code(user, app.request());

    app.publicToken(
            "grant_type", "authorization_code", "code", code, "redirect_uri", App.REDIRECT_URI)
        .refusesToken(401, "invalid_client");
    app.redeemPublicly(code, App.VERIFIER).refusesToken(400, "invalid_grant");
  }

  @Test
  void a_code_asked_for_with_a_challenge_needs_the_verifier_even_with_the_secret() {
    String code = app.code(user, app.pkce());

    app.redeem(code).refusesToken(400, "invalid_grant");
    app.redeemPublicly(code, "x".repeat(43)).refusesToken(400, "invalid_grant");
    app.redeemPublicly(code, "short").refusesToken(400, "invalid_grant");
    app.redeemPublicly(code, App.VERIFIER).answersToken();
  }

  @Test
  void a_code_is_good_for_its_client_and_its_address_only() {
    String code = app.code(user, app.request());
    App another = directory.app(EXTERNAL_CONTACTS);
    App theirs = newDirectory("Theirs").app(EXTERNAL_CONTACTS);

    another.redeem(code).refusesToken(400, "invalid_grant");
    theirs.redeem(code).refusesToken(400, "invalid_grant");
    app.token(
            "grant_type",
            "authorization_code",
            "code",
            code,
            "redirect_uri",
            "https://dialler.example/other")
        .refusesToken(400, "invalid_grant");
    app.redeem(code).answersToken();
  }

  @Test
  void what_is_missing_or_unknown_is_refused() {
    app.redeem("no-such-code").refusesToken(400, "invalid_grant");
    app.token("grant_type", "authorization_code", "code", "x").refusesToken(400, "invalid_request");
    app.token("grant_type", "refresh_token").refusesToken(400, "invalid_request");
    app.refresh("no-such-token").refusesToken(400, "invalid_grant");
    app.token("grant_type", "client_credentials").refusesToken(400, "unauthorized_client");
    app.token(
            "grant_type", "refresh_token", "client_id", directory.app(EXTERNAL_CONTACTS).id() + "")
        .refusesToken(400, "invalid_request");
    api.withBasic(app.id().toString(), "wrong")
        .with("Content-Type", "application/x-www-form-urlencoded")
        .post("/oauth/token", "grant_type=authorization_code&code=x&redirect_uri=y")
        .refusesToken(401, "invalid_client");
    api.with("Content-Type", "application/x-www-form-urlencoded")
        .post("/oauth/token", "grant_type=refresh_token&refresh_token=x")
        .refusesToken(401, "invalid_client");
  }

  @Test
  void a_client_that_acts_for_itself_gets_no_codes() {
    var program = directory.client("CRM");
    App itself = new App(api, program, App.REDIRECT_URI);

    itself.redeem(app.code(user, app.request())).refusesToken(400, "unauthorized_client");
  }

  @Test
  void a_code_used_twice_ends_what_it_opened() {
    String code = app.code(user, app.request());
    Answer tokens = app.redeem(code).answersToken();
    isGood(tokens);

    app.redeem(code).refusesToken(400, "invalid_grant");

    isOver(tokens);
    app.refresh(tokens.text("/refresh_token")).refusesToken(400, "invalid_grant");
  }

  @Test
  void of_two_who_use_a_code_at_once_neither_keeps_anything() {
    String code = app.code(user, app.request());

    List<Answer> answers =
        List.of(
                CompletableFuture.supplyAsync(() -> app.redeem(code)),
                CompletableFuture.supplyAsync(() -> app.redeem(code)))
            .stream()
            .map(CompletableFuture::join)
            .toList();

    List<Answer> given = answers.stream().filter(answer -> answer.status() == 200).toList();
    assertEquals(1, given.size(), answers::toString);
    isOver(given.getFirst());
  }

  @Test
  void a_refresh_token_is_good_once_and_its_reuse_ends_the_family() {
    Answer first = app.redeem(app.code(user, app.request())).answersToken();
    Answer second = app.refresh(first.text("/refresh_token")).answersToken();
    isGood(first);
    isGood(second);

    app.refresh(first.text("/refresh_token")).refusesToken(400, "invalid_grant");

    isOver(first);
    isOver(second);
    app.refresh(second.text("/refresh_token")).refusesToken(400, "invalid_grant");
  }

  @Test
  void a_refresh_token_is_good_for_its_client_only_and_needs_the_secret_again() {
    Answer tokens = app.redeem(app.code(user, app.request())).answersToken();
    String refresh = tokens.text("/refresh_token");

    directory.app(EXTERNAL_CONTACTS).refresh(refresh).refusesToken(400, "invalid_grant");
    newDirectory("Theirs")
        .app(EXTERNAL_CONTACTS)
        .refresh(refresh)
        .refusesToken(400, "invalid_grant");
    app.publicToken("grant_type", "refresh_token", "refresh_token", refresh)
        .refusesToken(401, "invalid_client");

    app.refresh(refresh).answersToken();
  }

  @Test
  void a_code_is_good_for_a_minute_and_a_refresh_token_for_thirty_days() {
    String code = app.code(user, app.request());
    String refresh =
        app.redeem(app.code(user, app.request())).answersToken().text("/refresh_token");
    Map<String, String> redeem =
        Map.of("grant_type", "authorization_code", "code", code, "redirect_uri", App.REDIRECT_URI);
    Map<String, String> renew = Map.of("grant_type", "refresh_token", "refresh_token", refresh);

    assertInstanceOf(TokenAnswer.Refused.class, answer(redeem, Duration.ofSeconds(61)));
    assertInstanceOf(TokenAnswer.Refused.class, answer(renew, Duration.ofDays(30).plusSeconds(1)));
    assertInstanceOf(TokenAnswer.Issued.class, answer(redeem, Duration.ofSeconds(30)));
    assertInstanceOf(TokenAnswer.Issued.class, answer(renew, Duration.ofDays(29)));
  }

  private TokenAnswer answer(Map<String, String> form, Duration later) {
    var exchange =
        new Exchange(clients, codes, logins, admissions, ids, Clock.offset(clock, later));
    return exchange.answer(
        new TokenRequest(
            new MultivaluedHashMap<>(form), Optional.of(app.id()), app.issued().secret()));
  }

  @Test
  void whoever_is_deactivated_is_represented_by_nobody() {
    String code = app.code(user, app.request());
    Answer tokens = app.redeem(app.code(user, app.request())).answersToken();
    isGood(tokens);

    directory.deactivate(user);

    isOver(tokens);
    app.redeem(code).refusesToken(400, "invalid_grant");
    app.refresh(tokens.text("/refresh_token")).refusesToken(400, "invalid_grant");
  }

  @Test
  void a_token_opens_what_the_user_may_do_within_the_scope_and_nothing_else() {
    Seat admin = directory.person("Admin", "*");
    Agent acting = app.actingFor(admin);

    api.as(acting).get(CONTACTS).answers(200);
    api.as(acting).post(CONTACTS, Samples.CONTACT).answers(200);
    api.as(acting)
        .get("/api/v2/callbook/interactions/sources")
        .refuses(403, "missing.any.permissions");
    api.as(app.actingFor(directory.person("Agent")))
        .get(CONTACTS)
        .refuses(403, "missing.any.permissions");
  }

  @Test
  void a_readonly_token_reads_and_does_not_write() {
    App reader = directory.app(EXTERNAL_CONTACTS_READONLY);
    Agent acting = reader.actingFor(directory.person("Admin", "*"));
    String contact = directory.contact("Ana Ruiz").add();

    api.as(acting).get(CONTACTS + "/{}", contact).answers(200);
    api.as(acting).post(CONTACTS, Samples.CONTACT).refuses(403, "missing.any.permissions");
    api.as(acting).delete(CONTACTS + "/{}", contact).refuses(403, "missing.any.permissions");
    assertEquals(1, directory.writesOf(contact));
  }

  @Test
  void a_scope_that_the_client_loses_is_lost_to_its_tokens_at_once() {
    Agent acting = app.actingFor(directory.person("Admin", "*"));
    ClientDraft was = app.issued().client().details();
    api.as(acting).post(CONTACTS, Samples.CONTACT).answers(200);

    directory.correct(
        app,
        new ClientDraft(
            was.name(),
            null,
            was.grant(),
            was.tokenLifetime(),
            was.redirectUris(),
            Set.of(EXTERNAL_CONTACTS_READONLY)),
        true);

    api.as(acting).post(CONTACTS, Samples.CONTACT).refuses(403, "missing.any.permissions");
  }

  @Test
  void a_client_that_becomes_inactive_loses_its_tokens() {
    Answer tokens = app.redeem(app.code(user, app.request())).answersToken();
    isGood(tokens);

    directory.correct(app, app.issued().client().details(), false);

    isOver(tokens);
    assertTrue(app.ask(user, app.request()).shows(400).body().contains("not registered"));
  }
}
