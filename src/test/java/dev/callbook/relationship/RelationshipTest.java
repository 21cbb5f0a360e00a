package dev.callbook.relationship;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.callbook.testing.CallCentre.Seat;
import dev.callbook.testing.FeatureTest;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The relationship operations, and an organization's list of them.
@QuarkusTest
@Tag("oldest-postgres")
class RelationshipTest extends FeatureTest {
  private static final String RELATIONSHIPS = "/api/v2/externalcontacts/relationships";
  private static final String NOBODY = "019ab0f6-7c00-7000-8000-00000000ffff";

  private Seat amara;
  private String organization;

  @BeforeEach
  void arrange() {
    amara = directory.person("Agent", "Billing");
    organization = directory.organization("Ruiz y Hermanos").in("Billing").add();
  }

  private static String body(Object user, String organization, String text) {
    return """
    {"user": {"id": "%s"}, "externalOrganization": {"id": "%s"}, "relationship": "%s"}
    """
        .formatted(user, organization, text);
  }

  private String add(String text) {
    return directory.relationship(amara.user(), organization, text);
  }

  @Test
  void a_relationship_is_kept_in_the_division_of_its_organization() {
    var added =
        directory
            .asAdmin()
            .post(RELATIONSHIPS, body(amara.user(), organization, " Account manager "));

    added.answers(200, "added.response.json");
    directory
        .asAdmin()
        .get(RELATIONSHIPS + "/{}?expand=externalDataSources,division", added.id())
        .answers(200, "expanded.response.json");
    assertEquals(1, directory.writesOf(added.id()));
    assertEquals(1, directory.writesOf(organization));
  }

  @Test
  void the_list_is_newest_first_or_as_sorted() {
    String sponsor = add("sponsor");
    String manager = add("Account manager");
    String list = ORGANIZATIONS + "/" + organization + "/relationships";

    assertEquals(List.of(manager, sponsor), listed(list));
    assertEquals(List.of(sponsor, manager), listed(list + "?sortOrder=createDate"));
    assertEquals(List.of(manager, sponsor), listed(list + "?sortOrder=relationship:asc"));
    assertEquals(List.of(sponsor, manager), listed(list + "?sortOrder=relationship:desc"));
    directory
        .asAdmin()
        .get(list + "?pageSize=1&pageNumber=2&sortOrder=relationship:asc&expand=division")
        .answers(200, "second-page.response.json");
    directory
        .asAdmin()
        .get(list + "?sortOrder=user:asc")
        .refuses(400, "invalid.value", "sortOrder", "invalid.value");
    directory
        .asAdmin()
        .get(list + "?expand=user")
        .refuses(400, "invalid.value", "expand", "invalid.value");
    directory.asAdmin().get(list + "?pageSize=100&pageNumber=11").refuses(400, "invalid.value");
  }

  private List<String> listed(String path) {
    return directory.asAdmin().get(path).answers(200).each("/entities", "/id");
  }

  @Test
  void it_can_be_replaced_patched_and_removed() {
    String id = add("Account manager");
    Seat bela = directory.person("Agent", "Billing");
    String path = RELATIONSHIPS + "/" + id;

    directory
        .asAdmin()
        .put(path, body(bela.user(), organization, "Sponsor"))
        .answers(200)
        .holds("/relationship", "\"Sponsor\"")
        .holds("/user/id", "\"" + bela.user() + "\"");
    directory
        .asAdmin()
        .patch(
            path,
            "{\"changes\": [{\"field\": \"$.relationship\", \"action\": \"Update\", \"value\": \"Buyer\"}]}")
        .answers(200)
        .holds("/relationship", "\"Buyer\"");
    directory.asAdmin().delete(path).answers(200).holds("", "{}");
    directory.asAdmin().get(path).refuses(404, "not.found");
    directory.asAdmin().delete(path).refuses(404, "not.found");
    assertEquals(4, directory.writesOf(id));
  }

  @Test
  void what_was_read_can_be_sent_back_and_changes_nothing() {
    String id = add("Account manager");
    String path = RELATIONSHIPS + "/" + id;
    directory.asAdmin().put(path, directory.asAdmin().get(path).body()).answers(200);
    assertEquals(1, directory.writesOf(id));
  }

  @Test
  void every_broken_field_is_named() {
    directory
        .asAdmin()
        .post(RELATIONSHIPS, "{\"relationship\": \" \"}")
        .refuses(400, "invalid.value", "relationship", "required")
        .refuses(400, "invalid.value", "user.id", "required")
        .refuses(400, "invalid.value", "externalOrganization.id", "required");
    directory
        .asAdmin()
        .post(RELATIONSHIPS, body(amara.user(), organization, "x".repeat(101)))
        .refuses(400, "invalid.value", "relationship", "too.long");
    directory
        .asAdmin()
        .post(RELATIONSHIPS, body("Amara", organization, "Sponsor"))
        .refuses(400, "invalid.value", "user.id", "invalid.value");
    directory
        .asAdmin()
        .post(RELATIONSHIPS, body(NOBODY, organization, "Sponsor"))
        .refuses(400, "invalid.value", "user.id", "unknown");
    directory.asAdmin().post(RELATIONSHIPS, "").refuses(400, "invalid.value", "body", "required");
  }

  @Test
  void an_organization_out_of_reach_gets_none() {
    String body = body(amara.user(), organization, "Sponsor");
    api.as(directory.everythingIn("Legal"))
        .post(RELATIONSHIPS, body)
        .refuses(400, "invalid.value", "externalOrganization.id", "unknown");
    api.as(newDirectory("Theirs").admin())
        .post(RELATIONSHIPS, body)
        .refuses(400, "invalid.value", "externalOrganization.id", "unknown");
    String list = ORGANIZATIONS + "/" + organization + "/relationships";
    assertEquals(List.of(), listed(list));
  }

  @Test
  void a_user_of_another_organization_of_ours_is_unknown() {
    Seat stranger = newDirectory("Theirs").person("Agent", "Billing");
    directory
        .asAdmin()
        .post(RELATIONSHIPS, body(stranger.user(), organization, "Sponsor"))
        .refuses(400, "invalid.value", "user.id", "unknown");
  }

  @Test
  void organization_and_division_are_fixed() {
    String id = add("Sponsor");
    String other = directory.organization("Haddad & Co").in("Billing").add();
    String path = RELATIONSHIPS + "/" + id;

    directory
        .asAdmin()
        .put(path, body(amara.user(), other, "Sponsor"))
        .refuses(400, "invalid.value", "externalOrganization.id", "fixed");
    String inLegal =
        body(amara.user(), organization, "Sponsor")
            .replace(
                "{\"user\"",
                "{\"division\": {\"id\": \""
                    + directory.division("Legal").wireId()
                    + "\"}, \"user\"");
    directory.asAdmin().put(path, inLegal).refuses(400, "invalid.value", "division.id", "fixed");
    directory
        .asAdmin()
        .post(RELATIONSHIPS, inLegal)
        .refuses(400, "invalid.value", "division.id", "fixed");
    assertEquals(1, directory.writesOf(id));
  }

  @Test
  void who_can_no_longer_sign_in_stays_and_is_picked_no_more() {
    String id = add("Account manager");
    directory.deactivate(amara);
    String path = RELATIONSHIPS + "/" + id;

    directory
        .asAdmin()
        .get(path)
        .answers(200)
        .holds("/user/name", "\"Amara Okafor\"")
        .holds("/user/state", "\"inactive\"");
    directory
        .asAdmin()
        .put(path, body(amara.user(), organization, "Sponsor"))
        .answers(200)
        .holds("/relationship", "\"Sponsor\"");
    directory
        .asAdmin()
        .post(RELATIONSHIPS, body(amara.user(), organization, "Buyer"))
        .refuses(400, "invalid.value", "user.id", "unknown");
  }

  @Test
  void with_the_organization_go_its_relationships() {
    String id = add("Account manager");
    directory.asAdmin().delete(ORGANIZATIONS + "/" + organization).answers(200);

    directory.asAdmin().get(RELATIONSHIPS + "/" + id).refuses(404, "not.found");
    assertEquals(2, directory.writesOf(id));
  }
}
