package dev.callbook.people;

import static dev.callbook.access.OAuthScope.EXTERNAL_CONTACTS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.callbook.access.Clients;
import dev.callbook.testing.Agent;
import dev.callbook.testing.Answer;
import dev.callbook.testing.Api;
import dev.callbook.testing.App;
import dev.callbook.testing.CallCentre.Seat;
import dev.callbook.testing.FeatureTest;
import io.quarkus.test.junit.QuarkusTest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// One OAuth client on its page: secret, details, roles, tokens and consents.
@QuarkusTest
class ClientPagesTest extends FeatureTest {
  private static final String CONTACT = CONTACTS + "?pageSize=1";

  private Seat admin;

  @BeforeEach
  void signIn() {
    admin = directory.person("Admin", "*");
  }

  private static String path(Clients.Issued client) {
    return "/clients/" + client.client().id();
  }

  private static String value(Answer page, String pattern) {
    Matcher found = Pattern.compile(pattern).matcher(page.shows(200).body());
    assertTrue(found.find(), () -> pattern + " is not in " + page.body());
    return found.group(1);
  }

  private int tokenWith(Clients.Issued client, String secret) {
    return api.withBasic(client.client().id().toString(), secret)
        .with("Content-Type", "application/x-www-form-urlencoded")
        .post("/oauth/token", "grant_type=client_credentials")
        .status();
  }

  @Test
  void a_new_secret_is_shown_once_and_the_old_one_opens_nothing() {
    Clients.Issued client = directory.program("Admin");
    Agent before = directory.tokenFor(client);
    api.as(before).get(CONTACT).answers(200);

    Answer shown = api.at(admin).post(path(client) + "/secret", "");
    String secret = value(shown, "id=\"secret\"[^>]*>([^<]+)<");

    api.as(before).get(CONTACT).refuses(401, "bad.credentials");
    assertTrue(tokenWith(client, client.secret()) >= 400);
    assertEquals(200, tokenWith(client, secret));
    assertFalse(api.at(admin).get(path(client)).body().contains(secret));
  }

  @Test
  void whoever_holds_less_than_a_client_gets_no_secret_of_it() {
    Clients.Issued client = directory.program("Admin");
    Seat billing = directory.person("Admin", "Billing");
    api.at(billing).post(path(client) + "/secret", "").shows(403);
    api.at(billing).get(path(client)).shows(200).saying("You get no new secret");
    assertEquals(200, tokenWith(client, client.secret()));
  }

  @Test
  void details_are_changed_and_checked() {
    App app = directory.app(EXTERNAL_CONTACTS);
    String path = path(app.issued());
    String form =
        "version=1&active=true&name=Dialler+2&minutes=30&scope=external-contacts:readonly&addresses=";
    api.at(admin)
        .post(path, form + "http://x.example/back")
        .shows(422)
        .saying("id=\"addresses-error\"");
    api.at(admin)
        .post(path, form.replace("minutes=30", "minutes=1") + App.REDIRECT_URI)
        .shows(422)
        .saying("id=\"minutes-error\"");
    assertEquals(
        303, api.at(admin).post(path, form + Api.encode("https://x.example/back")).status());
    api.at(admin).post(path, form + Api.encode("https://y.example/back")).shows(409);
    directory
        .asAdmin()
        .get("/api/v2/oauth/clients/{}", app.id())
        .answers(200)
        .holds("/name", "\"Dialler 2\"")
        .holds("/accessTokenValiditySeconds", "1800")
        .holds("/registeredRedirectUri", "[\"https://x.example/back\"]")
        .holds("/scope", "[\"external-contacts:readonly\"]");
  }

  @Test
  void roles_are_given_to_a_client_that_acts_for_itself_and_taken() {
    Clients.Issued client = directory.client("Switchboard");
    String form =
        "role=" + directory.role("Agent") + "&division=" + directory.division("Legal").id().value();
    assertEquals(303, api.at(admin).post(path(client) + "/grants", form).status());
    api.as(directory.tokenFor(client)).get(CONTACT).answers(200);
    api.at(admin).get(path(client)).shows(200).saying("in Legal");
    assertEquals(303, api.at(admin).post(path(client) + "/grants/revoke", form).status());
    api.as(directory.tokenFor(client)).get(CONTACT).answers(403);
    api.at(admin)
        .post(path(directory.app(EXTERNAL_CONTACTS).issued()) + "/grants", form)
        .shows(400);
  }

  @Test
  void tokens_end_one_by_one_and_all_at_once() {
    Clients.Issued client = directory.program("Agent");
    Agent first = directory.tokenFor(client);
    Agent second = directory.tokenFor(client);
    String token =
        value(api.at(admin).get(path(client)), "name=\"token\" value=\"([0-9a-f]{64})\"");

    assertEquals(303, api.at(admin).post(path(client) + "/tokens/end", "token=" + token).status());
    int left = api.as(first).get(CONTACT).status() == 200 ? 1 : 0;
    left += api.as(second).get(CONTACT).status() == 200 ? 1 : 0;
    assertEquals(1, left);
    api.at(admin).post(path(client) + "/tokens/end", "token=" + token).shows(404);

    assertEquals(303, api.at(admin).post(path(client) + "/tokens/end", "").status());
    api.as(first).get(CONTACT).answers(401);
    api.as(second).get(CONTACT).answers(401);
    assertEquals(200, tokenWith(client, client.secret()));
  }

  @Test
  void lists_of_tokens_are_read_a_page_at_a_time() {
    Clients.Issued client = directory.program("Agent");
    for (int i = 0; i < 21; i++) {
      assertEquals(200, tokenWith(client, client.secret()));
    }
    String next = value(api.at(admin).get(path(client)), "href=\"([^\"#]*)#tokens\" rel=\"next\"");
    Answer second = api.at(admin).get(next).shows(200);
    assertEquals(2, second.body().split("name=\"token\"", -1).length);
    api.at(admin).get(path(client) + "?tokens=x").shows(400);
  }

  @Test
  void what_users_allowed_is_listed_and_revoked() {
    App app = directory.app(EXTERNAL_CONTACTS);
    Seat user = directory.person("Agent", "Billing");
    Agent acting = app.actingFor(user);
    Answer page = api.at(admin).get(path(app.issued())).shows(200).saying("Amara Okafor");
    String allowed = value(page, "name=\"user\" value=\"([^\"]+)\"");
    assertEquals(user.user().toString(), allowed);

    String revoke = path(app.issued()) + "/consents/revoke";
    assertEquals(303, api.at(admin).post(revoke, "user=" + allowed).status());
    api.as(acting).get("/api/v2/users/me").refuses(401, "bad.credentials");
    api.at(admin).post(revoke, "user=" + allowed).shows(404);
    assertFalse(
        api.at(admin).get(path(app.issued())).body().contains("name=\"user\" value=\"" + allowed));
  }

  @Test
  void a_removed_client_is_gone_with_its_tokens() {
    Clients.Issued client = directory.program("Agent");
    Agent token = directory.tokenFor(client);
    api.at(admin).get(path(client)).shows(200).saying("It cannot be brought back");
    assertEquals(303, api.at(admin).post(path(client) + "/delete", "").status());
    api.as(token).get(CONTACT).answers(401);
    api.at(admin).get(path(client)).shows(404);
  }
}
