package dev.callbook.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.callbook.testing.Answer;
import dev.callbook.testing.CallCentre.Seat;
import dev.callbook.testing.FeatureTest;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Roles on pages: added, copied, changed and deleted, within what the editor holds.
@QuarkusTest
class RolePagesTest extends FeatureTest {
  private static final String READER =
      "name=Reader&description=Looks&permission=externalContacts:contact:view";

  private Seat admin;

  @BeforeEach
  void signIn() {
    admin = directory.person("Admin", "*");
  }

  private String reader() {
    Answer added = api.at(admin).post("/roles", READER);
    assertEquals(303, added.status(), added::body);
    return added.header("Location").substring(added.header("Location").indexOf("/roles/"));
  }

  private List<String> permissionsOf(String path) {
    return directory
        .asAdmin()
        .get("/api/v2/authorization" + path)
        .answers(200)
        .at("/permissions")
        .valueStream()
        .map(one -> one.asText())
        .toList();
  }

  @Test
  void a_role_is_added_changed_and_deleted() {
    String path = reader();
    api.at(admin).get("/roles").shows(200).saying("Reader").saying("Looks");
    api.at(admin).post("/roles", READER).shows(422).saying("id=\"name-error\"");
    api.at(admin).post("/roles", "name=").shows(422).saying("1 to 200 characters");

    String change =
        "version=1&name=Watcher&permission=externalContacts:contact:view&permission=oauth:client:view";
    assertEquals(303, api.at(admin).post(path, change).status());
    assertEquals(
        List.of("externalContacts:contact:view", "oauth:client:view"), permissionsOf(path));
    api.at(admin).post(path, change).shows(409);
    api.at(admin).post(path, "version=2&name=Watcher&permission=x").shows(400);

    assertEquals(303, api.at(admin).post(path + "/delete", "").status());
    api.at(admin).get(path).shows(404);
    assertEquals(3, directory.writesOf(path.substring("/roles/".length())));
  }

  @Test
  void a_role_that_is_held_is_not_deleted_and_says_by_how_many() {
    String path = reader();
    directory.person("Reader", "Billing");
    directory.person("Reader", "Billing", "Legal");

    api.at(admin).get(path).shows(200).saying("Held by 2");
    api.at(admin).post(path + "/delete", "").shows(409).saying("hold it: 2");
    api.at(admin).get(path).shows(200);
  }

  @Test
  void built_in_roles_are_copied_and_not_changed() {
    String path = "/roles/" + directory.role("Supervisor");
    String page = api.at(admin).get(path).shows(200).saying("Built-in roles stay").body();
    assertFalse(page.contains("type=\"checkbox\" name=\"permission\""));
    api.at(admin).post(path, "version=1&name=Boss").shows(422);
    api.at(admin).post(path + "/delete", "").shows(409).saying("Built-in roles stay");
    api.at(admin)
        .get("/roles/new?copy=" + directory.role("Supervisor"))
        .shows(200)
        .saying("Supervisor (copy)")
        .saying("value=\"externalContacts:contact:delete\" checked");
  }

  @Test
  void nobody_puts_into_a_role_what_they_do_not_hold() {
    directory
        .asAdmin()
        .post(
            "/api/v2/authorization/roles",
            """
            {"name": "Role keeper", "permissions": ["authorization:role:view", "authorization:role:add",
             "authorization:role:edit"]}
            """)
        .answers(200);
    Seat keeper = directory.person("Role keeper", "*");
    String path = reader();

    api.at(keeper).post("/roles", "name=Mine&permission=oauth:client:add").shows(403);
    api.at(keeper)
        .post(
            path,
            "version=1&name=Reader&permission=externalContacts:contact:view&permission=oauth:client:add")
        .shows(403);
    api.at(keeper)
        .get(path)
        .shows(200)
        .saying("value=\"oauth:client:add\" disabled")
        .saying("value=\"externalContacts:contact:view\" checked>");
    assertEquals(
        303,
        api.at(keeper)
            .post(path, "version=1&name=Reads&permission=externalContacts:contact:view")
            .status());
    api.at(keeper).post(path + "/delete", "").shows(403);
  }
}
