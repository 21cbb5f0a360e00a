package dev.callbook.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.callbook.testing.Api;
import dev.callbook.testing.FeatureTest;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `getExternalcontactsOrganizationIdentifiers`, `patchExternalcontactsOrganizationIdentifiers`
@QuarkusTest
@Tag("oldest-postgres")
class OrganizationIdentifierTest extends FeatureTest {
  private static final String FIND = "/api/v2/externalcontacts/identifierlookup/organizations";

  private String source = "";

  @BeforeEach
  void nameASource() {
    source = directory.externalSource("CRM");
  }

  @Test
  void what_is_claimed_finds_the_organization_until_it_is_released() {
    String id = directory.organization("Ruiz y Hermanos").add();

    directory
        .asAdmin()
        .patch(path(id), change("Claim", "O-1"))
        .answers(200, "organization-identifier.response.json");
    directory.asAdmin().get(path(id)).answers(200).holds("/entities/0/value", "\"O-1\"");
    directory
        .asAdmin()
        .get(ORGANIZATIONS + "/{}?expand=identifiers", id)
        .answers(200)
        .holds("/identifiers/0/value", "\"O-1\"")
        .holds("/externalIds/0/value", "\"O-1\"");
    directory.asAdmin().post(FIND, identifier("O-1")).answers(200).holds("/id", "\"" + id + "\"");
    directory.asAdmin().patch(path(id), change("Claim", "O-1")).answers(200);
    assertEquals(2, directory.writesOf(id));

    directory.asAdmin().patch(path(id), change("Release", "O-1")).answers(200);
    assertEquals(List.of(), held(id));
    directory.asAdmin().post(FIND, identifier("O-1")).refuses(404, "not.found");
    directory
        .asAdmin()
        .patch(path(id), change("Release", "O-1"))
        .refuses(409, "general.conflict", "identifier.value", "conflict");
    assertEquals(3, directory.writesOf(id));
  }

  @Test
  void of_organizations_that_claim_the_same_at_once_one_gets_it() throws Exception {
    List<String> ids =
        Stream.generate(() -> directory.organization("Ruiz y Hermanos").add()).limit(6).toList();
    Api admin = directory.asAdmin();
    List<Integer> statuses = new ArrayList<>();
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      var calls =
          ids.stream()
              .map(id -> pool.submit(() -> admin.patch(path(id), change("Claim", "O-1")).status()))
              .toList();
      for (var call : calls) {
        statuses.add(call.get());
      }
    }

    assertEquals(1, statuses.stream().filter(status -> status == 200).count());
    assertEquals(5, statuses.stream().filter(status -> status == 409).count());
  }

  @Test
  void an_organization_has_ten_external_ids_at_most() {
    String id = directory.organization("Ruiz y Hermanos").add();
    for (int i = 0; i < 10; i++) {
      directory.asAdmin().patch(path(id), change("Claim", "O-" + i)).answers(200);
    }

    directory
        .asAdmin()
        .patch(path(id), change("Claim", "O-10"))
        .refuses(400, "invalid.value", "identifier", "too.many");
  }

  @Test
  void organizations_outside_the_agents_divisions_stay_hidden() {
    String id = directory.organization("Ruiz y Hermanos").in("Legal").add();
    Api other = api.as(directory.everythingIn("Billing"));

    other.get(path(id)).refuses(404, "not.found");
    other.patch(path(id), change("Claim", "O-1")).refuses(404, "not.found");

    assertEquals(List.of(), held(id));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                                                                                    | operation | required
          {"operation": "Claim"}                                                                | identifier | required
          {"operation": "Claim", "identifier": {"type": "Email", "value": "a@b.example"}}       | identifier.type | invalid.value
          {"operation": "Claim", "identifier": {"type": "ExternalId", "value": "1"}}            | identifier.externalSource.id | required
          {"operation": "Claim", "identifier": {"type": "ExternalId", "value": "1", "externalSource": {"id": "019ab0f6-7c00-7000-8000-000000000001"}}} | identifier.externalSource.id | unknown
          {"operation": "Claim", "identifier": {"type": "ExternalId", "value": "1", "division": {"id": "x"}, "externalSource": {"id": "019ab0f6-7c00-7000-8000-000000000001"}}} | identifier.division.id | invalid.value
          """)
  void what_is_malformed_is_refused_by_its_name(String body, String field, String rule) {
    String id = directory.organization("Ruiz y Hermanos").add();

    directory.asAdmin().patch(path(id), body).refuses(400, "invalid.value", field, rule);
    directory
        .asAdmin()
        .patch(path(id), change("Claim", "x".repeat(256)))
        .refuses(400, "invalid.value", "identifier.value", "too.long");
  }

  private List<String> held(String id) {
    return directory.asAdmin().get(path(id)).answers(200).each("/entities", "/value");
  }

  private static String path(String id) {
    return ORGANIZATIONS + "/" + id + "/identifiers";
  }

  private String change(String operation, String value) {
    return "{\"operation\": \"%s\", \"identifier\": %s}".formatted(operation, identifier(value));
  }

  private String identifier(String value) {
    return "{\"type\": \"ExternalId\", \"value\": \"%s\", \"externalSource\": {\"id\": \"%s\"}}"
        .formatted(value, source);
  }
}
