package dev.callbook.organization;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.callbook.testing.Answer;
import dev.callbook.testing.FeatureTest;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// `putExternalcontactsOrganizationTrustorTrustorId`, `deleteExternalcontactsOrganizationTrustor`,
/// and what the organization operations say of trustors.
@QuarkusTest
@Tag("oldest-postgres")
class TrustorTest extends FeatureTest {
  private static final String FIRST = "019ab0f6-7c00-7000-8000-00000000aaaa";
  private static final String SECOND = "019ab0f6-7c00-7000-8000-00000000bbbb";

  private Answer link(String organization, String trustor) {
    return directory.asAdmin().put(ORGANIZATIONS + "/" + organization + "/trustor/" + trustor, "");
  }

  @Test
  void an_organization_is_linked_to_a_trustor_and_freed_again() {
    String id = directory.organization("Ruiz").in("Billing").add();
    String path = ORGANIZATIONS + "/" + id;

    link(id, FIRST).answers(200, "trustor-link.response.json");
    directory
        .asAdmin()
        .get(path + "?includeTrustors=true")
        .answers(200)
        .holds("/trustor/id", "\"" + FIRST + "\"")
        .holds("/trustor/enabled", "true")
        .holds("/version", "1");
    directory.asAdmin().get(path).answers(200).lacks("/trustor");
    directory.asAdmin().get(path + "?includeTrustors=false").answers(200).lacks("/trustor");

    Answer freed = directory.asAdmin().delete(path + "/trustor");
    assertEquals(204, freed.status());
    assertEquals("", freed.body());
    directory.asAdmin().get(path + "?includeTrustors=true").answers(200).lacks("/trustor");
    directory.asAdmin().delete(path + "/trustor").refuses(404, "not.found");
    assertEquals(3, directory.writesOf(id));
  }

  @Test
  void the_same_link_again_changes_nothing_and_another_replaces_it() {
    String id = directory.organization("Ruiz").add();
    String first = link(id, FIRST).answers(200).body();
    assertEquals(first, link(id, FIRST).answers(200).body());
    assertEquals(2, directory.writesOf(id));

    link(id, SECOND).answers(200).holds("/trustorOrgId", "\"" + SECOND + "\"");
    assertEquals(3, directory.writesOf(id));
    String other = directory.organization("Haddad").add();
    link(other, FIRST).answers(200);
  }

  @Test
  void in_a_division_a_trustor_stands_for_one_organization() {
    link(directory.organization("Ruiz").in("Billing").add(), FIRST).answers(200);
    String second = directory.organization("Haddad").in("Billing").add();
    link(second, FIRST).refuses(409, "general.conflict");
    assertEquals(1, directory.writesOf(second));
    link(directory.organization("Ruiz").in("Legal").add(), FIRST).answers(200);
  }

  @Test
  void organizations_are_found_by_their_trustors_in_the_order_asked_for() {
    String ruiz = directory.organization("Ruiz").in("Billing").add();
    String haddad = directory.organization("Haddad").in("Legal").add();
    link(ruiz, FIRST).answers(200);
    link(haddad, SECOND).answers(200);
    String list = ORGANIZATIONS + "?q=nobody&trustorId=";

    assertEquals(List.of(haddad, ruiz), ids(list + SECOND + "," + FIRST));
    assertEquals(List.of(ruiz, haddad), ids(list + FIRST + "&trustorId=" + SECOND));
    directory
        .asAdmin()
        .get(list + FIRST + "," + SECOND + "&pageSize=1&pageNumber=2&includeTrustors=true")
        .answers(200)
        .holds("/total", "2")
        .holds("/entities/0/trustor/id", "\"" + SECOND + "\"")
        .lacks("/nextUri");
    assertEquals(List.of(), ids(list + ruiz));
    assertEquals(
        List.of(ruiz),
        api.as(directory.everythingIn("Billing"))
            .get(list + SECOND + "," + FIRST)
            .answers(200)
            .each("/entities", "/id"));
  }

  private List<String> ids(String path) {
    return directory.asAdmin().get(path).answers(200).each("/entities", "/id");
  }

  @Test
  void what_is_wrong_with_the_question_is_named() {
    String tooMany = String.join(",", IntStream.range(0, 26).mapToObj(_ -> FIRST).toList());
    directory
        .asAdmin()
        .get(ORGANIZATIONS + "?trustorId=" + tooMany)
        .refuses(400, "invalid.value", "trustorId", "too.many");
    directory
        .asAdmin()
        .get(ORGANIZATIONS + "?trustorId=x")
        .refuses(400, "invalid.value", "trustorId", "invalid.value");
    directory
        .asAdmin()
        .get(ORGANIZATIONS + "?includeTrustors=perhaps")
        .refuses(400, "invalid.value", "includeTrustors", "invalid.value");
    link(directory.organization("Ruiz").add(), "x")
        .refuses(400, "invalid.value", "trustorId", "invalid.value");
  }

  @Test
  void a_trustor_sent_with_an_organization_is_ignored() {
    String id = directory.organization("Ruiz").add();
    directory
        .asAdmin()
        .put(
            ORGANIZATIONS + "/" + id,
            "{\"name\": \"Ruiz\", \"trustor\": {\"id\": \"" + FIRST + "\", \"enabled\": true}}")
        .answers(200);
    assertEquals(1, directory.writesOf(id));
    assertEquals(List.of(), ids(ORGANIZATIONS + "?trustorId=" + FIRST));
  }

  @Test
  void the_link_goes_with_the_organization_and_stands_in_its_history() {
    String id = directory.organization("Ruiz").add();
    link(id, FIRST).answers(200);
    var admin = directory.person("Admin", "*");
    String history = "/organizations/{}/history";
    api.at(admin).get(history, id).shows(200).saying("Trustor").saying(FIRST);

    directory.asAdmin().delete(ORGANIZATIONS + "/{}", id).answers(200);
    link(directory.organization("Haddad").add(), FIRST).answers(200);
  }
}
