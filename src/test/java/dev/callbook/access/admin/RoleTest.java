package dev.callbook.access.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.callbook.access.Permission;
import dev.callbook.testing.Agent;
import dev.callbook.testing.Answer;
import dev.callbook.testing.FeatureTest;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Roles and permissions through the public API.
@QuarkusTest
class RoleTest extends FeatureTest {
  private static final String ROLES = "/api/v2/authorization/roles";

  private static final String READER =
      """
      {"name": "Reader", "description": "Looks", "permissions": ["externalContacts:contact:view"],
       "permissionPolicies": [{"domain": "externalContacts", "entityName": "externalOrganization", "actionSet": ["view"]}]}
      """;

  @Test
  void a_role_is_added_with_what_it_allows() {
    Answer made = directory.asAdmin().post(ROLES, READER).answers(200);

    made.holds(
        "/permissions",
        "[\"externalContacts:contact:view\", \"externalContacts:externalOrganization:view\"]");
    made.holds("/default", "false").holds("/userCount", "0");
    assertEquals(
        List.of("contact", "externalOrganization"),
        made.each("/permissionPolicies", "/entityName"));
    directory.asAdmin().get(ROLES + "/{}", made.id()).answers(200).holds("/name", "\"Reader\"");
  }

  @Test
  void policies_may_speak_of_all_actions_and_all_entities() {
    Answer made =
        directory
            .asAdmin()
            .post(
                ROLES,
                """
                {"name": "Everything outside", "permissionPolicies": [
                  {"domain": "externalContacts", "entityName": "*", "actionSet": ["*"]},
                  {"domain": "authorization", "entityName": "role", "actionSet": ["*"]}]}
                """)
            .answers(200);

    long outside =
        java.util.Arrays.stream(Permission.values())
            .filter(p -> p.value().startsWith("externalContacts:"))
            .count();
    assertEquals(outside + 4, made.at("/permissions").size());
  }

  @Test
  void roles_are_listed_by_name_permission_and_id() {
    String reader = directory.asAdmin().post(ROLES, READER).answers(200).id();

    assertEquals(
        List.of("Admin", "Agent", "Supervisor", "Reader"),
        directory.asAdmin().get(ROLES).answers(200).each("/entities", "/name"));
    assertEquals(
        List.of("Reader"),
        directory.asAdmin().get(ROLES + "?name=read").each("/entities", "/name"));
    assertEquals(
        List.of("Reader"),
        directory.asAdmin().get(ROLES + "?id={}", reader).each("/entities", "/name"));
    assertEquals(
        List.of("Admin"),
        directory
            .asAdmin()
            .get(ROLES + "?permission=oauth:client:add,directory:user:add")
            .each("/entities", "/name"));
    directory
        .asAdmin()
        .get(ROLES + "?permission=x")
        .refuses(400, "invalid.value", "permission", "unknown");
  }

  @Test
  void a_role_says_how_many_users_hold_it() {
    directory.person("Agent", "Billing", "Legal");
    directory.person("Agent", "Billing");
    directory.agentIn("Billing");

    directory.asAdmin().get(ROLES + "/{}", directory.role("Agent")).holds("/userCount", "2");
  }

  @Test
  void a_role_is_replaced_as_a_whole_and_patched_in_part() {
    String path = ROLES + "/" + directory.asAdmin().post(ROLES, READER).answers(200).id();

    Answer patched = directory.asAdmin().patch(path, "{\"name\": \"Watcher\"}").answers(200);
    patched.holds("/name", "\"Watcher\"").holds("/description", "\"Looks\"");
    assertEquals(2, patched.at("/permissions").size());

    Answer replaced = directory.asAdmin().put(path, "{\"name\": \"Nothing\"}").answers(200);
    replaced.lacks("/description").holds("/permissions", "[]");
    assertEquals(3, directory.writesOf(replaced.id()));
  }

  @Test
  void a_change_counts_for_all_who_hold_the_role_at_once() {
    String role = directory.asAdmin().post(ROLES, READER).answers(200).id();
    var client = directory.client("CRM");
    Agent agent = directory.tokenFor(client);
    directory
        .asAdmin()
        .post(
            ROLES + "/" + role,
            "{\"subjectIds\": [\"%s\"], \"divisionIds\": [\"*\"]}".formatted(client.client().id()));
    api.as(agent).get(CONTACTS).answers(200);

    directory.asAdmin().put(ROLES + "/" + role, "{\"name\": \"Nothing\"}").answers(200);

    api.as(agent).get(CONTACTS).refuses(403, "missing.any.permissions");
  }

  @Test
  void nobody_puts_into_a_role_what_they_may_not_do_everywhere() {
    String role = directory.asAdmin().post(ROLES, READER).answers(200).id();
    Agent editor = directory.holding(Set.of(Permission.ROLE_EDIT, Permission.CONTACT_VIEW));
    Agent elsewhere = directory.everythingIn("Billing");
    String more = "{\"permissions\": [\"externalContacts:contact:delete\"]}";

    api.as(editor).patch(ROLES + "/" + role, more).refuses(403, "missing.any.permissions");
    api.as(elsewhere).patch(ROLES + "/" + role, more).refuses(403, "missing.any.permissions");
    api.as(editor)
        .patch(ROLES + "/" + role, "{\"permissions\": [\"externalContacts:contact:view\"]}")
        .answers(200);
  }

  @Test
  void built_in_roles_stay_as_they_are() {
    String path = ROLES + "/" + directory.role("Agent");

    directory.asAdmin().put(path, READER).refuses(409, "general.conflict", "roleId", "conflict");
    directory.asAdmin().patch(path, READER).refuses(409, "general.conflict");
    directory.asAdmin().delete(path).refuses(409, "general.conflict");
  }

  @Test
  void a_role_that_somebody_holds_stays() {
    String role = directory.asAdmin().post(ROLES, READER).answers(200).id();
    String subject = directory.client("CRM").client().id().toString();
    String grant = "/api/v2/authorization/subjects/" + subject + "/divisions/*/roles/" + role;
    assertEquals(204, directory.asAdmin().post(grant, "").status());

    directory
        .asAdmin()
        .delete(ROLES + "/" + role)
        .refuses(409, "general.conflict", "roleId", "conflict");
    assertEquals(204, directory.asAdmin().delete(grant).status());
    assertEquals(204, directory.asAdmin().delete(ROLES + "/" + role).status());

    directory.asAdmin().get(ROLES + "/" + role).refuses(404, "not.found");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"permissions\": []} | name | required",
        "{\"name\": \"x\", \"permissions\": [\"externalContacts:contact:fly\"]} | permissions[0] | unknown",
        "{\"name\": \"x\", \"permissions\": [null]} | permissions[0] | unknown",
        "{\"name\": \"x\", \"permissionPolicies\": [{\"domain\": \"routing\", \"entityName\": \"*\", \"actionSet\": [\"*\"]}]} | permissionPolicies[0] | unknown",
        "{\"name\": \"x\", \"permissionPolicies\": [{\"domain\": \"externalContacts\", \"entityName\": \"contact\"}]} | permissionPolicies[0].actionSet | required",
        "{\"name\": \"x\", \"permissionPolicies\": [{\"domain\": \"externalContacts\", \"entityName\": \"contact\", \"actionSet\": [\"view\"], \"resourceConditionNode\": {\"a\": 1}}]} | permissionPolicies[0].resourceConditionNode | invalid.value",
      })
  void what_no_role_can_allow_is_refused_by_its_name(String body, String field, String rule) {
    directory.asAdmin().post(ROLES, body).refuses(400, "invalid.value", field, rule);
  }

  @Test
  void a_name_is_given_once() {
    directory.asAdmin().post(ROLES, READER).answers(200);

    directory.asAdmin().post(ROLES, READER).refuses(409, "general.conflict", "name", "conflict");
    String other = directory.asAdmin().post(ROLES, "{\"name\": \"Other\"}").answers(200).id();
    directory
        .asAdmin()
        .patch(ROLES + "/" + other, "{\"name\": \"AGENT\"}")
        .refuses(409, "general.conflict", "name", "conflict");
  }

  @Test
  void all_permissions_are_listed_by_domain_and_entity() {
    String path = "/api/v2/authorization/permissions";

    Answer all = directory.asAdmin().get(path).answers(200);
    assertTrue(all.each("/entities", "/domain").contains("externalContacts"));
    Answer one =
        directory.asAdmin().get(path + "?queryType=permission&query=contact:delete").answers(200);
    one.holds("/total", "1");
    one.holds("/entities/0/permissionMap/contact/0/action", "\"delete\"");
    assertEquals(
        List.of("oauth"),
        directory.asAdmin().get(path + "?queryType=domain&query=OAUTH").each("/entities", "/id"));
    directory
        .asAdmin()
        .get(path + "?queryType=colour")
        .refuses(400, "invalid.value", "queryType", "invalid.value");
  }
}
