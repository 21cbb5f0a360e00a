package dev.callbook.contact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.callbook.testing.FeatureTest;
import dev.callbook.testing.Samples;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `getExternalcontactsContact`
@QuarkusTest
@Tag("oldest-postgres")
class ReadContactTest extends FeatureTest {
  @Test
  void everything_can_be_expanded_at_once() {
    String organization = directory.organization("Ruiz y Hermanos").add();
    String id =
        directory
            .contact("Ana Ruiz")
            .at(organization)
            .workPhone("+34 911 23 45 67")
            .workEmail("ana@ruiz.example")
            .add();

    directory
        .asAdmin()
        .get(
            CONTACTS
                + "/{}?expand=externalOrganization,externalDataSources,identifiers,externalSources,division",
            id)
        .answers(200, "expanded.response.json");
  }

  @Test
  void without_expand_the_organization_is_a_reference() {
    String organization = directory.organization("Ruiz y Hermanos").add();
    String id = directory.contact("Ana Ruiz").at(organization).add();

    directory
        .asAdmin()
        .get(CONTACTS + "/" + id)
        .answers(200)
        .holds(
            "/externalOrganization",
            "{\"id\": \"%s\", \"selfUri\": \"%s/%s\"}"
                .formatted(organization, ORGANIZATIONS, organization))
        .lacks("/identifiers")
        .lacks("/externalDataSources");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "expand=identifiers,externalDataSources",
        "expand=identifiers&expand=externalDataSources",
        "expand=identifiers%2CexternalDataSources",
        "expand=division,%20identifiers&expand=externalDataSources",
        "expand=&expand=identifiers,,externalDataSources"
      })
  void lists_arrive_joined_repeated_and_both(String query) {
    String id = directory.contact("Ana Ruiz").workPhone("+34911234567").add();

    directory
        .asAdmin()
        .get(CONTACTS + "/" + id + "?" + query)
        .answers(200)
        .holds("/identifiers/0/type", "\"Phone\"")
        .holds("/externalDataSources", "[]");
  }

  @Test
  void an_unknown_expansion_is_refused() {
    String id = directory.contact("Ana Ruiz").add();

    directory
        .asAdmin()
        .get(CONTACTS + "/" + id + "?expand=everything")
        .refuses(400, "invalid.value", "expand", "invalid.value");
  }

  @Test
  void an_empty_expand_is_none() {
    String id = directory.contact("Ana Ruiz").add();

    directory.asAdmin().get(CONTACTS + "/" + id + "?expand=").answers(200);
  }

  @Test
  void an_id_of_nobody_is_not_found_in_the_apis_form() {
    directory
        .asAdmin()
        .get(CONTACTS + "/019ab0f6-7c00-7000-8000-000000000001")
        .answers(404, "nobody.response.json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "DELETE"})
  void a_content_type_without_a_body_is_no_fault(String method) {
    String id = directory.contact("Ana Ruiz").add();

    directory
        .asAdmin()
        .with("Content-Type", "application/json; charset=UTF-8")
        .send(method, CONTACTS + "/" + id, "")
        .answers(200);
  }

  @Test
  void a_head_request_says_whether_there_is_such_a_contact() {
    String id = directory.contact("Ana Ruiz").add();

    var found = directory.asAdmin().send("HEAD", CONTACTS + "/" + id, "");
    assertEquals(200, found.status());
    assertEquals("", found.body());
    assertEquals(
        404,
        directory
            .asAdmin()
            .send("HEAD", CONTACTS + "/" + directory.division("x").id().value(), "")
            .status());
  }

  @Test
  void what_was_read_can_be_sent_back_and_changes_nothing() {
    String whole =
        Samples.following(Samples.CONTACT, directory.schemaOf(CONTACTS), Samples.CUSTOM_FIELDS);
    String id = directory.asAdmin().post(CONTACTS, whole).id();
    String path = CONTACTS + "/" + id;
    var read =
        directory
            .asAdmin()
            .get(path + "?expand=externalOrganization,externalDataSources,identifiers,division")
            .answers(200);

    var sentBack = directory.asAdmin().put(path, read.body()).answers(200);

    assertEquals(directory.asAdmin().get(path).json(), sentBack.json());
    sentBack.holds("/version", "1");
    assertEquals(1, directory.writesOf(id));
  }

  @Test
  void a_removed_contact_is_gone() {
    String id = directory.contact("Ana Ruiz").workPhone("+34911234567").add();
    String path = CONTACTS + "/" + id;

    directory.asAdmin().delete(path).answers(200).holds("", "{}");

    directory.asAdmin().get(path).refuses(404, "not.found");
    directory.asAdmin().delete(path).refuses(404, "not.found");
    directory.asAdmin().get(LOOKUP, "+34911234567").answers(200).holds("/contacts", "[]");
    assertEquals(2, directory.writesOf(id));
  }
}
