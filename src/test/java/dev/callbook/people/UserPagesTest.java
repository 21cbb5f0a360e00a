package dev.callbook.people;

import static dev.callbook.access.OAuthScope.EXTERNAL_CONTACTS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.callbook.access.Attempts;
import dev.callbook.testing.Agent;
import dev.callbook.testing.Answer;
import dev.callbook.testing.Api;
import dev.callbook.testing.CallCentre.Seat;
import dev.callbook.testing.FeatureTest;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Users on pages: found, changed, given roles, and what they may do and why.
@QuarkusTest
class UserPagesTest extends FeatureTest {
  private static final Pattern LINK = Pattern.compile("/password/([A-Za-z0-9_-]{64})<");
  private static final String PASSWORD = "another few words will do";

  private Seat admin;

  @BeforeEach
  void signIn() {
    admin = directory.person("Admin", "*");
  }

  private Answer post(Seat by, String path, String form) {
    return api.at(by).post(path, form);
  }

  private static String path(Seat person) {
    return "/people/" + person.user();
  }

  /// The secret of the link on a page.
  private static String linkOn(Answer page) {
    Matcher link = LINK.matcher(page.shows(200).body());
    assertTrue(link.find(), page::body);
    return link.group(1);
  }

  private Answer setPassword(String secret, String password) {
    return api.with("Content-Type", "application/x-www-form-urlencoded")
        .post(
            "/password/" + secret,
            "password=" + Api.encode(password) + "&again=" + Api.encode(password));
  }

  private int signIn(String email, String password) {
    return api.with("Content-Type", "application/x-www-form-urlencoded")
        .post("/sign-in", "email=" + Api.encode(email) + "&password=" + Api.encode(password))
        .status();
  }

  /// Someone who may see and change users, and nothing else.
  private Seat helpdesk(String... divisions) {
    directory
        .asAdmin()
        .post(
            "/api/v2/authorization/roles",
            """
            {"name": "Helpdesk", "permissions": ["directory:user:view", "directory:user:edit"]}
            """)
        .answers(200);
    return directory.person("Helpdesk", divisions);
  }

  @Test
  void whoever_holds_less_neither_deactivates_nor_changes_nor_resets_who_holds_more() {
    Seat helpdesk = helpdesk("*");
    int writes = directory.writesOf(admin.user().toString());

    post(helpdesk, path(admin) + "/state", "version=1&active=false").shows(403);
    post(helpdesk, path(admin), "version=1&name=Eve&email=eve@ours.example").shows(403);
    post(helpdesk, path(admin) + "/password-link", "").shows(403);
    post(helpdesk, path(admin) + "/password-link/withdraw", "").shows(403);

    assertEquals(writes, directory.writesOf(admin.user().toString()));
    api.at(admin).get("/people").shows(200);
    api.at(helpdesk).get(path(admin)).shows(200).saying("You cannot change this user");
  }

  @Test
  void the_same_rights_in_another_division_are_not_enough() {
    Seat billing = directory.person("Admin", "Billing");
    Seat legal = directory.person("Agent", "Legal");
    Seat agent = directory.person("Agent", "Billing");

    post(billing, path(legal) + "/state", "version=1&active=false").shows(403);
    post(billing, path(legal) + "/password-link", "").shows(403);
    assertEquals(303, post(billing, path(agent) + "/state", "version=1&active=false").status());
  }

  @Test
  void everyone_who_may_change_users_may_change_themselves() {
    Seat helpdesk = helpdesk("Billing");
    linkOn(post(helpdesk, path(helpdesk) + "/password-link", ""));
    Seat nobody = directory.person("Agent");
    linkOn(post(helpdesk, path(nobody) + "/password-link", ""));
  }

  @Test
  void a_deactivated_user_is_refused_at_the_next_request() {
    Seat user = directory.person("Agent", "Billing");
    Agent acting = directory.app(EXTERNAL_CONTACTS).actingFor(user);
    api.as(acting).get("/api/v2/users/me").answers(200);
    api.at(user).get("/contacts").shows(200);
    int writes = directory.writesOf(user.user().toString());

    assertEquals(303, post(admin, path(user) + "/state", "version=1&active=false").status());

    api.as(acting).get("/api/v2/users/me").refuses(401, "bad.credentials");
    assertEquals(303, api.at(user).get("/contacts").status());
    assertEquals(422, signIn(user.email(), "a few words will do"));
    api.at(admin).get(path(user)).shows(200).saying("Cannot sign in");
    post(admin, path(user) + "/password-link", "").shows(409);

    assertEquals(303, post(admin, path(user) + "/state", "version=2&active=true").status());
    assertEquals(303, signIn(user.email(), "a few words will do"));
    assertEquals(writes + 2, directory.writesOf(user.user().toString()));
  }

  @Test
  void a_link_sets_a_password_once_and_ends_what_was_open() {
    Seat user = directory.person("Agent", "Billing");
    String secret = linkOn(post(admin, path(user) + "/password-link", ""));
    api.at(user).get("/contacts").shows(200);

    for (int i = 0; i < 2; i++) {
      api.get("/password/{}", secret).shows(200).saying("Choose a password");
    }
    assertFalse(api.at(admin).get(path(user)).body().contains(secret));
    setPassword(secret, "short").shows(422).saying("15 to 200 characters");
    setPassword(secret, PASSWORD).shows(200).saying("Password saved");

    setPassword(secret, PASSWORD).shows(404).saying("no longer good");
    api.get("/password/{}", secret).shows(404);
    assertEquals(303, api.at(user).get("/contacts").status());
    assertEquals(422, signIn(user.email(), "a few words will do"));
    assertEquals(303, signIn(user.email(), PASSWORD));
    assertTrue(
        directory.changesOf(user.user().toString()).getFirst().toString().contains("by a link"));
  }

  @Test
  void the_two_passwords_must_be_the_same() {
    Seat user = directory.person("Agent", "Billing");
    String secret = linkOn(post(admin, path(user) + "/password-link", ""));

    api.with("Content-Type", "application/x-www-form-urlencoded")
        .post("/password/" + secret, "password=" + Api.encode(PASSWORD) + "&again=x")
        .shows(422)
        .saying("The two differ");
    setPassword(secret, PASSWORD).shows(200);
  }

  @Test
  void only_the_newest_link_is_good_and_none_once_withdrawn() {
    Seat user = directory.person("Agent", "Billing");
    String first = linkOn(post(admin, path(user) + "/password-link", ""));
    String second = linkOn(post(admin, path(user) + "/password-link", ""));
    setPassword(first, PASSWORD).shows(404);
    api.get("/password/{}", second).shows(200);

    assertEquals(303, post(admin, path(user) + "/password-link/withdraw", "").status());
    setPassword(second, PASSWORD).shows(404);
  }

  @Test
  void a_link_is_tried_so_often_a_minute_and_no_more() {
    String secret = linkOn(post(admin, path(admin) + "/password-link", ""));
    int refused = 0;
    // The minute may change meanwhile, so twice as many as are let in.
    for (int i = 0; i < 2 * Attempts.MOST + 1; i++) {
      refused += setPassword(secret, "short").status() == 429 ? 1 : 0;
    }
    assertTrue(refused > 0);
  }

  @Test
  void a_new_user_comes_in_by_a_link() {
    Answer page =
        post(
            admin,
            "/people",
            "name=Ana+Ruiz&email=ana@ours.example&role="
                + directory.role("Agent")
                + "&division="
                + directory.division("Billing").id().value());
    String secret = linkOn(page.saying("Ana Ruiz").saying("in Billing"));

    setPassword(secret, PASSWORD).shows(200);
    assertEquals(303, signIn("ana@ours.example", PASSWORD));
    post(admin, "/people", "name=Ana&email=ANA@ours.example")
        .shows(422)
        .saying("Another user has this e-mail");
  }

  @Test
  void who_gives_more_than_they_hold_adds_nobody() {
    Seat billing = directory.person("Admin", "Billing");
    post(
            billing,
            "/people",
            "name=Ana&email=ana2@ours.example&role="
                + directory.role("Admin")
                + "&division="
                + directory.division("Legal").id().value())
        .shows(403);
    assertFalse(api.at(admin).get("/people?q=ana2").body().contains("ana2@ours"));
  }

  @Test
  void users_are_found_by_name_or_e_mail_and_filtered() {
    Seat agent = directory.person("Agent", "Billing");
    Seat supervisor = directory.person("Supervisor", "Billing");
    post(admin, path(agent), "version=1&name=Ana+Ruiz&email=ana@ours.example");
    post(admin, path(supervisor), "version=1&name=Bo+Lind&email=bo@ours.example");
    post(admin, path(supervisor) + "/state", "version=2&active=false");

    assertEquals(List.of("Ana Ruiz"), found("q=RUIZ"));
    assertEquals(List.of("Bo Lind"), found("q=bo%40ours"));
    assertEquals(List.of("Bo Lind"), found("state=inactive"));
    assertEquals(List.of("Ana Ruiz"), found("role=" + directory.role("Agent")));
    assertEquals(List.of("Amara Okafor", "Ana Ruiz"), found("state=active"));
    assertEquals(List.of(), found("q=%25"));
    api.at(admin).get("/people?after=x").shows(400);
    api.at(admin).get("/people?state=x").shows(400);
  }

  private List<String> found(String query) {
    String body = api.at(admin).get("/people?" + query).shows(200).body();
    return Pattern.compile("class=\"name trunc\"[^>]*>([^<]*)<")
        .matcher(body)
        .results()
        .map(name -> name.group(1))
        .toList();
  }

  @Test
  void the_list_is_read_a_page_at_a_time() {
    for (int i = 0; i < 51; i++) {
      post(admin, "/people", "name=User&email=" + UUID.randomUUID() + "@ours.example").shows(200);
    }
    String first = api.at(admin).get("/people?q=user").shows(200).body();
    assertEquals(50, found("q=user").size());
    Matcher next = Pattern.compile("href=\"/people\\?([^\"]*)\" rel=\"next\"").matcher(first);
    assertTrue(next.find());
    String second = next.group(1).replace("&amp;", "&");
    assertEquals(1, found(second).size());
  }

  @Test
  void the_page_says_what_a_user_may_do_and_why() {
    Seat user = directory.person("Agent", "Billing");
    api.at(admin)
        .get(path(user))
        .shows(200)
        .saying("Change external contacts, their notes included")
        .saying("externalContacts:contact:edit")
        .saying("Agent, Billing");

    asked(user, "externalContacts:contact:edit", "Billing", "Yes.", "Agent, Billing");
    asked(user, "externalContacts:contact:edit", "Legal", "No.", "It is allowed only there:");
    asked(user, "externalContacts:contact:edit", "*", "No.", "Agent, Billing");
    asked(user, "externalContacts:contact:delete", "Billing", "No.", "Admin, Supervisor");
    asked(user, "callbook:workspace:use", "Legal", "Yes.", "for the whole organization");
    asked(admin, "externalContacts:contact:delete", "Legal", "Yes.", "Admin, All divisions");
    directory.deactivate(user);
    asked(user, "externalContacts:contact:edit", "Billing", "No.", "The user is inactive");
    api.at(admin).get(path(user) + "?permission=x").shows(400);
    api.at(admin)
        .get(path(user) + "?permission=oauth:client:add&division=" + UUID.randomUUID())
        .shows(400);
  }

  private void asked(Seat user, String permission, String division, String... said) {
    Answer page =
        api.at(admin)
            .get(
                path(user)
                    + "?permission="
                    + permission
                    + "&division="
                    + directory.division(division).id().value())
            .shows(200);
    String answer = page.body().substring(page.body().indexOf("id=\"answer\""));
    String only = answer.substring(0, answer.indexOf("</form>"));
    for (String words : said) {
      assertTrue(only.contains(words), () -> words + " is not in " + only);
    }
  }

  @Test
  void sessions_and_tokens_are_ended_one_by_one_and_all_at_once() {
    Seat user = directory.person("Agent", "Billing");
    Agent acting = directory.app(EXTERNAL_CONTACTS).actingFor(user);
    String body = api.at(admin).get(path(user)).shows(200).saying("Dialler").body();

    String login = value(body, "login");
    assertEquals(303, post(admin, path(user) + "/tokens/end", "login=" + login).status());
    api.as(acting).get("/api/v2/users/me").refuses(401, "bad.credentials");
    api.at(user).get("/contacts").shows(200);
    post(admin, path(user) + "/tokens/end", "login=" + login).shows(404);

    String session = value(body, "session");
    post(admin, path(admin) + "/sessions/end", "session=" + session).shows(404);
    assertEquals(303, post(admin, path(user) + "/sessions/end", "session=" + session).status());
    assertEquals(303, api.at(user).get("/contacts").status());

    Agent again = directory.app(EXTERNAL_CONTACTS).actingFor(admin);
    assertEquals(303, post(admin, path(admin) + "/sign-out", "").status());
    api.as(again).get("/api/v2/users/me").refuses(401, "bad.credentials");
    assertEquals(303, api.at(admin).get("/people").status());
  }

  private static String value(String body, String field) {
    Matcher found = Pattern.compile("name=\"" + field + "\" value=\"([^\"]*)\"").matcher(body);
    assertTrue(found.find(), field);
    return found.group(1);
  }

  @Test
  void roles_are_given_and_taken_where_they_are_held() {
    Seat user = directory.person("Agent", "Billing");
    String form =
        "role="
            + directory.role("Supervisor")
            + "&division="
            + directory.division("Legal").id().value();
    assertEquals(303, post(admin, path(user) + "/grants", form).status());
    api.at(admin).get(path(user)).shows(200).saying("Supervisor, Legal");
    assertEquals(303, post(admin, path(user) + "/grants/revoke", form).status());
    assertFalse(api.at(admin).get(path(user)).body().contains("Supervisor, Legal"));
  }

  @Test
  void a_taken_e_mail_and_a_stale_page_change_nothing() {
    Seat user = directory.person("Agent", "Billing");
    post(admin, path(user), "version=1&name=Ana&email=" + admin.email())
        .shows(422)
        .saying("Another user has this e-mail");
    post(admin, path(user), "version=1&name=&email=x").shows(422).saying("1 to 200 characters");
    post(admin, path(user), "version=7&name=Ana&email=ana@ours.example").shows(409);
    assertEquals(
        303, post(admin, path(user), "version=1&name=Ana&email=new@ours.example").status());
    assertEquals(303, signIn("new@ours.example", "a few words will do"));
  }
}
