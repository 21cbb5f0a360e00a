package dev.callbook.access.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.callbook.access.Permission;
import dev.callbook.testing.Agent;
import dev.callbook.testing.Answer;
import dev.callbook.testing.CallCentre.Seat;
import dev.callbook.testing.FeatureTest;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Grants through the public API: nobody gives more than they hold.
@QuarkusTest
@Tag("oldest-postgres")
class SubjectTest extends FeatureTest {
  private static final String SUBJECTS = "/api/v2/authorization/subjects/";
  private static final String PERMITTED = "/api/v2/authorization/divisionspermitted";
  private static final String NOBODY = "019ab0f6-7c00-7000-8000-000000000001";

  private String grants(String... rolesAndDivisions) {
    StringBuilder list = new StringBuilder();
    for (int i = 0; i < rolesAndDivisions.length; i += 2) {
      list.append(i == 0 ? "" : ", ")
          .append(
              "{\"roleId\": \"%s\", \"divisionId\": \"%s\"}"
                  .formatted(
                      directory.role(rolesAndDivisions[i]),
                      directory.division(rolesAndDivisions[i + 1]).wireId()));
    }
    return "{\"grants\": [" + list + "]}";
  }

  private List<String> held(Object subject) {
    Answer answer = directory.asAdmin().get(SUBJECTS + "{}", subject).answers(200);
    List<String> roles = answer.each("/grants", "/role/name");
    List<String> divisions = answer.each("/grants", "/division/name");
    return java.util.stream.IntStream.range(0, roles.size())
        .mapToObj(i -> roles.get(i) + " in " + divisions.get(i))
        .toList();
  }

  @Test
  void roles_are_given_taken_and_replaced() {
    Seat user = directory.person("Agent");
    String path = SUBJECTS + user.user();
    int writes = directory.writesOf(user.user().toString());

    assertEquals(
        204,
        directory
            .asAdmin()
            .post(path + "/bulkadd", grants("Agent", "Billing", "Supervisor", "Legal"))
            .status());
    assertEquals(List.of("Agent in Billing", "Supervisor in Legal"), held(user.user()));
    directory.asAdmin().post(path + "/bulkadd", grants("Agent", "Billing"));
    assertEquals(writes + 1, directory.writesOf(user.user().toString()));

    directory.asAdmin().post(path + "/bulkreplace", grants("Agent", "Billing", "Agent", "*"));
    assertEquals(List.of("Agent in *", "Agent in Billing"), held(user.user()));

    directory.asAdmin().post(path + "/bulkremove", grants("Agent", "*", "Admin", "*"));
    assertEquals(List.of("Agent in Billing"), held(user.user()));
    assertEquals(writes + 3, directory.writesOf(user.user().toString()));
  }

  @Test
  void one_role_is_given_to_several_in_several_divisions() {
    Seat user = directory.person("Agent");
    String client = directory.client("CRM").client().id().toString();
    String body =
        "{\"subjectIds\": [\"%s\", \"%s\"], \"divisionIds\": [\"%s\", \"%s\"]}"
            .formatted(
                user.user(),
                client,
                directory.division("Billing").wireId(),
                directory.division("Legal").wireId());

    assertEquals(
        204,
        directory
            .asAdmin()
            .post("/api/v2/authorization/roles/" + directory.role("Agent"), body)
            .status());

    assertEquals(List.of("Agent in Billing", "Agent in Legal"), held(user.user()));
    assertEquals(List.of("Agent in Billing", "Agent in Legal"), held(client));
    Answer counts =
        directory.asAdmin().get(SUBJECTS + "rolecounts?id={},{}", client, NOBODY).answers(200);
    counts.holds("/" + client, "1").holds("/" + NOBODY, "0");
    Answer there =
        directory
            .asAdmin()
            .get(
                "/api/v2/authorization/divisions/{}/grants?pageSize=1",
                directory.division("Legal").wireId())
            .answers(200);
    there.holds("/total", "2").holds("/entities/0/role/name", "\"Agent\"");
  }

  @Test
  void nobody_gives_more_than_they_hold() {
    Seat user = directory.person("Agent");
    String path = SUBJECTS + user.user();
    Agent clerk = directory.everythingIn("Billing");
    Agent giver =
        directory.holding(
            Set.of(Permission.GRANT_ADD, Permission.GRANT_DELETE, Permission.CONTACT_VIEW));

    for (String verb : List.of("/bulkadd", "/bulkreplace")) {
      api.as(clerk)
          .post(path + verb, grants("Agent", "Billing", "Agent", "Legal"))
          .refuses(403, "missing.any.permissions");
      api.as(clerk).post(path + verb, grants("Agent", "*")).refuses(403, "missing.any.permissions");
      api.as(giver).post(path + verb, grants("Agent", "*")).refuses(403, "missing.any.permissions");
    }
    api.as(clerk)
        .post(
            path
                + "/divisions/"
                + directory.division("Legal").wireId()
                + "/roles/"
                + directory.role("Agent"),
            "")
        .refuses(403, "missing.any.permissions");
    assertEquals(List.of(), held(user.user()));

    assertEquals(204, api.as(clerk).post(path + "/bulkadd", grants("Agent", "Billing")).status());
    assertEquals(List.of("Agent in Billing"), held(user.user()));
  }

  @Test
  void what_is_unknown_is_not_found_and_nothing_is_given() {
    Seat user = directory.person("Agent");
    String path = SUBJECTS + user.user() + "/bulkadd";
    String mixed =
        grants("Agent", "Billing")
            .replace("]}", ", {\"roleId\": \"" + NOBODY + "\", \"divisionId\": \"*\"}]}");

    directory.asAdmin().post(path, mixed).refuses(404, "not.found");
    directory
        .asAdmin()
        .post(
            path,
            "{\"grants\": [{\"roleId\": \"%s\", \"divisionId\": \"%s\"}]}"
                .formatted(directory.role("Agent"), NOBODY))
        .refuses(404, "not.found");
    directory
        .asAdmin()
        .post(SUBJECTS + NOBODY + "/bulkadd", grants("Agent", "Billing"))
        .refuses(404, "not.found");
    assertEquals(List.of(), held(user.user()));
  }

  @Test
  void what_cannot_be_read_is_refused_by_its_name() {
    String path = SUBJECTS + directory.person("Agent").user() + "/bulkadd";

    directory.asAdmin().post(path, "{}").refuses(400, "invalid.value", "grants", "required");
    directory
        .asAdmin()
        .post(path, "{\"grants\": [{\"roleId\": \"x\"}]}")
        .refuses(400, "invalid.value", "grants[0].roleId", "invalid.value");
    directory
        .asAdmin()
        .post(path + "?subjectType=PC_GROUP", grants("Agent", "Billing"))
        .refuses(400, "invalid.value", "subjectType", "invalid.value");
    directory
        .asAdmin()
        .post(path, "{\"grants\": [" + "{},".repeat(100) + "{}]}")
        .refuses(413, "too.many");
  }

  @Test
  void everyone_sees_what_they_hold_themselves() {
    Agent agent = directory.agentIn("Billing");

    Answer own = api.as(agent).get(SUBJECTS + "me").answers(200);
    assertEquals(List.of("Billing"), own.each("/grants", "/division/name"));
    api.as(agent).get(SUBJECTS + "{}", own.id()).refuses(403, "missing.any.permissions");
  }

  @Test
  void everyone_may_ask_where_they_hold_a_permission() {
    Agent agent = directory.agentIn("Billing", "Legal");
    String view = "?permission=externalContacts:contact:view";

    Answer mine = api.as(agent).get(PERMITTED + "/me" + view).answers(200);
    assertEquals(List.of("Billing", "Legal"), mine.each("", "/name"));
    assertEquals(
        List.of("Legal"),
        api.as(agent).get(PERMITTED + "/me" + view + "&name=LEG").each("", "/name"));
    Answer paged = api.as(agent).get(PERMITTED + "/paged/me" + view + "&pageSize=1").answers(200);
    paged.holds("/total", "2").holds("/allDivsPermitted", "false");
    directory.asAdmin().get(PERMITTED + "/paged/me" + view).holds("/allDivsPermitted", "true");
    api.as(agent).get(PERMITTED + "/me").refuses(400, "invalid.value", "permission", "required");
    api.as(agent)
        .get(PERMITTED + "/me?permission=x")
        .refuses(400, "invalid.value", "permission", "unknown");
  }

  @Test
  void asking_where_others_hold_one_needs_the_right_to_see_grants() {
    Seat user = directory.person("Agent", "Billing");
    String path = PERMITTED + "/paged/" + user.user() + "?permission=externalContacts:contact:view";
    Agent agent = directory.agentIn("Billing");
    String own = api.as(agent).get(SUBJECTS + "me").id();

    directory.asAdmin().get(path).answers(200).holds("/entities/0/name", "\"Billing\"");
    api.as(agent).get(path).refuses(403, "missing.any.permissions");
    api.as(agent)
        .get(PERMITTED + "/paged/{}?permission=externalContacts:contact:view", own)
        .answers(200)
        .holds("/total", "1");
    directory
        .asAdmin()
        .get(PERMITTED + "/paged/{}?permission=externalContacts:contact:view", own)
        .answers(200)
        .holds("/total", "1");
  }
}
