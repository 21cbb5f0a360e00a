package dev.callbook.access.admin;

import static dev.callbook.access.OAuthScope.EXTERNAL_CONTACTS;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.callbook.access.Permission;
import dev.callbook.testing.Agent;
import dev.callbook.testing.Answer;
import dev.callbook.testing.CallCentre.Seat;
import dev.callbook.testing.FeatureTest;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Users and the caller's organization through the public API.
@QuarkusTest
class UserTest extends FeatureTest {
  private static final String ME = "/api/v2/users/me";
  private static final String ORGANIZATION = "/api/v2/organizations/me";

  @Test
  void a_users_token_knows_who_it_acts_for() {
    Seat user = directory.person("Agent", "Billing");
    Agent acting = directory.app(EXTERNAL_CONTACTS).actingFor(user);

    Answer me = api.as(acting).get(ME + "?expand=authorization,organization,presence").answers(200);

    assertEquals(user.user().toString(), me.id());
    assertEquals(user.email(), me.text("/email"));
    me.holds("/state", "\"active\"").holds("/division/name", "\"Home\"");
    assertEquals(List.of("Agent"), me.each("/authorization/roles", "/name"));
    me.holds("/organization/name", "\"Ours\"").lacks("/presence");
    api.as(acting).get(ME).answers(200).lacks("/authorization");
  }

  @Test
  void a_client_that_acts_for_itself_is_no_user() {
    directory.asAdmin().get(ME).refuses(400, "invalid.value");
  }

  @Test
  void colleagues_are_known_by_their_id() {
    Seat user = directory.person("Agent", "Billing");
    String path = "/api/v2/users/" + user.user();
    Agent nobody = directory.holding(Set.of(Permission.CONTACT_VIEW));

    api.as(nobody).get(path).answers(200).holds("/name", "\"Amara Okafor\"");
    directory.deactivate(user);
    api.as(nobody).get(path).answers(200).holds("/state", "\"inactive\"");
    api.as(nobody).get(path + "?state=deleted").refuses(404, "not.found");
    api.as(nobody)
        .get(path + "?state=asleep")
        .refuses(400, "invalid.value", "state", "invalid.value");
    api.as(nobody)
        .get(path + "?expand=shoes")
        .refuses(400, "invalid.value", "expand", "invalid.value");
    newDirectory("Theirs").asAdmin().get(path).refuses(404, "not.found");
  }

  @Test
  void the_organization_is_known_to_everyone_and_changed_by_its_admins() {
    Answer was = directory.asAdmin().get(ORGANIZATION).answers(200);
    was.holds("/name", "\"Ours\"").holds("/defaultCountryCode", "\"US\"").holds("/version", "1");

    directory
        .asAdmin()
        .put(
            ORGANIZATION,
            "{\"name\": \"Ours & Sons\", \"defaultCountryCode\": \"ES\", \"version\": 1}")
        .answers(200)
        .holds("/version", "2");
    directory
        .asAdmin()
        .put(ORGANIZATION, "{\"name\": \"Ours\", \"version\": 1}")
        .refuses(409, "general.conflict", "version", "outdated");
    directory
        .asAdmin()
        .put(ORGANIZATION, "{\"name\": \" \", \"defaultCountryCode\": \"XX\"}")
        .refuses(400, "invalid.value", "defaultCountryCode", "invalid.value")
        .refuses(400, "invalid.value", "name", "required");
    directory.asAdmin().get(ORGANIZATION).holds("/name", "\"Ours & Sons\"");
    assertEquals(1, directory.writesOf(was.id()));
    newDirectory("Theirs").asAdmin().get(ORGANIZATION).holds("/name", "\"Theirs\"");
  }

  @Test
  void the_new_region_counts_for_numbers_at_once() {
    directory
        .asAdmin()
        .put(ORGANIZATION, "{\"name\": \"Ours\", \"defaultCountryCode\": \"ES\"}")
        .answers(200);

    directory
        .asAdmin()
        .post(
            CONTACTS,
            "{\"firstName\": \"Ana\", \"lastName\": \"Ruiz\", \"workPhone\": {\"display\": \"911 23 45 67\"}}")
        .answers(200)
        .holds("/workPhone/e164", "\"+34911234567\"");
  }
}
