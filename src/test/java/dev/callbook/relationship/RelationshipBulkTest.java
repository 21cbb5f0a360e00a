package dev.callbook.relationship;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.callbook.access.Permission;
import dev.callbook.testing.Agent;
import dev.callbook.testing.CallCentre.Seat;
import dev.callbook.testing.FeatureTest;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Several relationships in one request.
@QuarkusTest
class RelationshipBulkTest extends FeatureTest {
  private static final String RELATIONSHIPS = BULK + "/relationships";
  private static final String NOBODY = "019ab0f6-7c00-7000-8000-00000000ffff";

  private Seat amara;
  private String organization;

  @BeforeEach
  void arrange() {
    amara = directory.person("Agent", "Billing");
    organization = directory.organization("Ruiz y Hermanos").in("Billing").add();
  }

  private String entity(String id, Object user, String text) {
    return """
    {%s"user": {"id": "%s"}, "externalOrganization": {"id": "%s"}, "relationship": "%s"}
    """
        .formatted(id.isEmpty() ? "" : "\"id\": \"" + id + "\", ", user, organization, text);
  }

  private static String entities(String... entities) {
    return "{\"entities\": [" + String.join(", ", entities) + "]}";
  }

  private static String id(String id) {
    return "{\"id\": \"" + id + "\"}";
  }

  private String add(String text) {
    return directory.relationship(amara.user(), organization, text);
  }

  @Test
  void one_bad_record_harms_no_other() {
    var answer =
        directory
            .asAdmin()
            .post(
                RELATIONSHIPS + "/add",
                entities(
                    entity("", amara.user(), "Sponsor"),
                    entity("", NOBODY, "Buyer"),
                    entity("", amara.user(), "")));
    answer.answers(200, "bulk-add.response.json");
    assertEquals(1, directory.writesOf(answer.text("/results/0/entity/id")));
  }

  @Test
  void they_are_fetched_changed_and_removed_in_request_order() {
    String sponsor = add("Sponsor");
    String buyer = add("Buyer");

    directory
        .asAdmin()
        .post(RELATIONSHIPS, entities(id(buyer), id("x"), id(NOBODY), id(sponsor)))
        .answers(200)
        .holds("/results/0/entity/relationship", "\"Buyer\"")
        .holds("/results/1/status", "400")
        .holds("/results/2/status", "404")
        .holds("/results/3/entity/relationship", "\"Sponsor\"")
        .holds("/errorIndexes", "[1, 2]");
    directory
        .asAdmin()
        .post(
            RELATIONSHIPS + "/update",
            entities(
                entity(NOBODY, amara.user(), "Lead"),
                entity(buyer, amara.user(), "Lead buyer"),
                entity("", amara.user(), "Lead")))
        .answers(200)
        .holds("/results/0/status", "404")
        .holds("/results/1/entity/relationship", "\"Lead buyer\"")
        .holds("/results/2/status", "400")
        .holds("/errorCount", "2");
    directory
        .asAdmin()
        .post(
            RELATIONSHIPS + "/update",
            entities(entity(buyer, amara.user(), "a"), entity(buyer, amara.user(), "b")))
        .refuses(400, "invalid.value", "entities", "invalid.value");
    directory
        .asAdmin()
        .post(RELATIONSHIPS + "/remove", entities(id(sponsor), id(NOBODY)))
        .answers(200)
        .holds("/results/0/success", "true")
        .lacks("/results/0/entity")
        .holds("/results/1/status", "404");
    assertEquals(2, directory.writesOf(buyer));
    assertEquals(2, directory.writesOf(sponsor));
  }

  @Test
  void those_of_another_division_stay_hidden_and_unchanged() {
    String id = add("Sponsor");
    Agent stranger = directory.everythingIn("Legal");
    for (String body : new String[] {"", "/remove"}) {
      api.as(stranger)
          .post(RELATIONSHIPS + body, entities(id(id)))
          .answers(200)
          .holds("/results/0/status", "404");
    }
    api.as(stranger)
        .post(RELATIONSHIPS + "/update", entities(entity(id, amara.user(), "Buyer")))
        .answers(200)
        .holds("/results/0/status", "404");
    api.as(stranger)
        .post(RELATIONSHIPS + "/add", entities(entity("", amara.user(), "Buyer")))
        .answers(200)
        .holds("/results/0/status", "400");
    assertEquals(1, directory.writesOf(id));
  }

  @Test
  void both_permissions_are_needed() {
    api.as(directory.everythingBut(Permission.CONTACT_VIEW))
        .post(RELATIONSHIPS, entities(id(NOBODY)))
        .refuses(403, "missing.any.permissions");
    api.as(directory.everythingBut(Permission.ORGANIZATION_VIEW))
        .post(RELATIONSHIPS, entities(id(NOBODY)))
        .refuses(403, "missing.any.permissions");
  }
}
