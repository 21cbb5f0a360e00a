package dev.callbook.contact;

import dev.callbook.access.Permission;
import dev.callbook.testing.Agent;
import dev.callbook.testing.FeatureTest;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/// `postExternalcontactsBulkContactsDivisionviews`,
/// `postExternalcontactsBulkOrganizationsDivisionviews`
@QuarkusTest
class DivisionViewsTest extends FeatureTest {
  private static String entities(String id) {
    return "{\"entities\": [{\"id\": \"" + id + "\"}]}";
  }

  @Test
  void whoever_may_search_anywhere_fetches_from_everywhere() {
    String contact = directory.contact("Ana Ruiz").in("Legal").add();
    String organization = directory.organization("Ruiz").in("Legal").add();
    Agent agent = directory.everythingIn("Billing");

    api.as(agent)
        .post(BULK + "/contacts", entities(contact))
        .answers(200)
        .holds("/results/0/status", "404");
    api.as(agent)
        .post(BULK + "/contacts/divisionviews", entities(contact))
        .answers(200)
        .holds("/results/0/entity/lastName", "\"Ruiz\"")
        .holds("/results/0/entity/division/name", "\"Legal\"");
    api.as(agent)
        .post(BULK + "/organizations", entities(organization))
        .answers(200)
        .holds("/results/0/status", "404");
    api.as(agent)
        .post(BULK + "/organizations/divisionviews", entities(organization))
        .answers(200)
        .holds("/results/0/entity/name", "\"Ruiz\"")
        .holds("/results/0/entity/division/name", "\"Legal\"");
  }

  @Test
  void everywhere_ends_at_the_organization_of_ours() {
    String contact = directory.contact("Ana Ruiz").add();
    String organization = directory.organization("Ruiz").add();
    Agent stranger = newDirectory("Theirs").admin();
    api.as(stranger)
        .post(BULK + "/contacts/divisionviews", entities(contact))
        .answers(200)
        .holds("/results/0/status", "404");
    api.as(stranger)
        .post(BULK + "/organizations/divisionviews", entities(organization))
        .answers(200)
        .holds("/results/0/status", "404");
  }

  @Test
  void without_the_right_to_search_nobody_looks() {
    String nobody = entities("019ab0f6-7c00-7000-8000-00000000ffff");
    api.as(directory.everythingBut(Permission.CONTACT_SEARCH))
        .post(BULK + "/contacts/divisionviews", nobody)
        .refuses(403, "missing.any.permissions");
    api.as(directory.everythingBut(Permission.ORGANIZATION_SEARCH))
        .post(BULK + "/organizations/divisionviews", nobody)
        .refuses(403, "missing.any.permissions");
  }
}
