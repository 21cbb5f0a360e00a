package dev.callbook.access.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.callbook.access.Permission;
import dev.callbook.testing.Agent;
import dev.callbook.testing.Answer;
import dev.callbook.testing.FeatureTest;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Divisions through the public API.
@QuarkusTest
@Tag("oldest-postgres")
class DivisionTest extends FeatureTest {
  private static final String DIVISIONS = "/api/v2/authorization/divisions";

  private Answer add(String name) {
    return directory.asAdmin().post(DIVISIONS, "{\"name\": \"" + name + "\"}");
  }

  @Test
  void a_division_is_added_renamed_and_found() {
    Answer made =
        directory
            .asAdmin()
            .post(DIVISIONS, "{\"name\": \" Billing \", \"description\": \"Bills\"}")
            .answers(200);
    assertEquals("Billing", made.text("/name"));
    made.holds("/homeDivision", "false").holds("/description", "\"Bills\"");

    directory
        .asAdmin()
        .put(DIVISIONS + "/" + made.id(), "{\"name\": \"Invoices\"}")
        .answers(200)
        .lacks("/description");

    directory
        .asAdmin()
        .get(DIVISIONS + "/{}", made.id())
        .answers(200)
        .holds("/name", "\"Invoices\"");
    assertEquals(2, directory.writesOf(made.id()));
    directory.asAdmin().put(DIVISIONS + "/" + made.id(), "{\"name\": \"Invoices\"}").answers(200);
    assertEquals(2, directory.writesOf(made.id()));
  }

  @Test
  void they_are_listed_by_name_without_the_starred_one() {
    add("North");
    add("East");

    Answer all = directory.asAdmin().get(DIVISIONS).answers(200);
    assertEquals(List.of("East", "Home", "North"), all.each("/entities", "/name"));
    all.holds("/pageSize", "25").holds("/total", "3");

    Answer some = directory.asAdmin().get(DIVISIONS + "?name=OR&pageSize=1").answers(200);
    assertEquals(List.of("North"), some.each("/entities", "/name"));
    Answer second = directory.asAdmin().get(DIVISIONS + "?pageSize=1&pageNumber=2").answers(200);
    assertEquals(List.of("Home"), second.each("/entities", "/name"));
    String id = second.each("/entities", "/id").getFirst();
    assertEquals(
        List.of("Home"),
        directory.asAdmin().get(DIVISIONS + "?id={}", id).each("/entities", "/name"));
    directory
        .asAdmin()
        .get(DIVISIONS + "?id=x")
        .refuses(400, "invalid.value", "id", "invalid.value");
    directory
        .asAdmin()
        .get(DIVISIONS + "?sortBy=age")
        .refuses(400, "invalid.value", "sortBy", "invalid.value");
  }

  @Test
  void they_are_read_from_cursor_to_cursor() {
    add("North");
    add("East");
    String path = DIVISIONS + "/query?pageSize=2";

    Answer first = directory.asAdmin().get(path).answers(200);
    assertEquals(List.of("Home", "North"), first.each("/entities", "/name"));
    first.lacks("/previousUri");
    assertTrue(first.text("/nextUri").contains("after="), first.body());

    Answer last = directory.asAdmin().get(first.text("/nextUri")).answers(200);
    assertEquals(List.of("East"), last.each("/entities", "/name"));
    last.lacks("/nextUri");
    assertEquals(
        List.of("Home", "North"),
        directory.asAdmin().get(last.text("/previousUri")).each("/entities", "/name"));
    directory
        .asAdmin()
        .get(path + "&after=x")
        .refuses(400, "invalid.value", "after", "invalid.value");
  }

  @Test
  void the_home_division_and_the_limit_are_known_to_everyone() {
    Agent nobody = directory.holding(Set.of(Permission.CONTACT_VIEW));

    api.as(nobody).get(DIVISIONS + "/home").answers(200).holds("/homeDivision", "true");
    assertEquals("1000", api.as(nobody).get(DIVISIONS + "/limit").answers(200).body());
    api.as(nobody).get(DIVISIONS + "/{}", "*").answers(200).holds("/id", "\"*\"");
  }

  @Test
  void a_name_is_needed_and_given_once() {
    add("North").answers(200);

    add(" ").refuses(400, "invalid.value", "name", "required");
    add("north").refuses(409, "general.conflict", "name", "conflict");
    String other = add("South").answers(200).id();
    directory
        .asAdmin()
        .put(DIVISIONS + "/" + other, "{\"name\": \"NORTH\"}")
        .refuses(409, "general.conflict", "name", "conflict");
  }

  @Test
  void one_that_holds_something_stays_and_the_refusal_says_how_much() {
    String id = directory.division("Billing").wireId();
    directory.contact("Ana Ruiz").in("Billing").add();
    directory.contact("Luis Ruiz").in("Billing").add();
    directory.organization("Ruiz y Hermanos").in("Billing").add();
    directory.agentIn("Billing");

    Answer refused = directory.asAdmin().delete(DIVISIONS + "/{}", id);
    refused.refuses(409, "general.conflict", "divisionId", "conflict");
    for (String part : List.of("2 contacts", "1 organizations", "1 grants of roles")) {
      assertTrue(refused.text("/message").contains(part), refused.body());
    }

    Answer forced = directory.asAdmin().delete(DIVISIONS + "/{}?force=true", id);
    forced.refuses(409, "general.conflict");
    assertFalse(forced.text("/message").contains("grants"), forced.body());
    directory
        .asAdmin()
        .get(DIVISIONS + "/{}?objectCount=true", id)
        .answers(200)
        .holds("/objectCounts/contacts", "2");
  }

  @Test
  void an_empty_one_is_removed_and_can_be_restored() {
    String id = directory.division("Billing").wireId();
    Agent agent = directory.agentIn("Billing");
    api.as(agent).get(CONTACTS).answers(200);

    directory.asAdmin().delete(DIVISIONS + "/{}", id).refuses(409, "general.conflict");
    assertEquals(204, directory.asAdmin().delete(DIVISIONS + "/{}?force=true", id).status());

    api.as(agent).get(CONTACTS).refuses(403, "missing.any.permissions");
    directory.asAdmin().get(DIVISIONS + "/{}", id).refuses(404, "not.found");
    directory
        .asAdmin()
        .post(
            CONTACTS,
            "{\"firstName\": \"Ana\", \"lastName\": \"Ruiz\", \"division\": {\"id\": \""
                + id
                + "\"}}")
        .refuses(400, "invalid.value");
    assertEquals(
        List.of("Billing"),
        directory.asAdmin().get(DIVISIONS + "/deleted").answers(200).each("/entities", "/name"));

    directory.asAdmin().post(DIVISIONS + "/" + id + "/restore", "").answers(200);
    directory.asAdmin().get(DIVISIONS + "/{}", id).answers(200);
    api.as(agent).get(CONTACTS).refuses(403, "missing.any.permissions");
    directory.asAdmin().post(DIVISIONS + "/" + id + "/restore", "").refuses(404, "not.found");
  }

  @Test
  void a_removed_ones_name_is_free_and_then_it_cannot_come_back() {
    String id = directory.division("Billing").wireId();
    directory.asAdmin().delete(DIVISIONS + "/{}", id);

    add("Billing").answers(200);

    directory
        .asAdmin()
        .post(DIVISIONS + "/" + id + "/restore", "")
        .refuses(409, "general.conflict", "name", "conflict");
  }

  @ParameterizedTest
  @ValueSource(strings = {"home", "*"})
  void the_home_division_and_the_starred_one_stay(String which) {
    String id = directory.asAdmin().get(DIVISIONS + "/{}", which).answers(200).text("/id");

    directory
        .asAdmin()
        .delete(DIVISIONS + "/{}?force=true", id)
        .refuses(409, "general.conflict", "divisionId", "conflict");
  }

  @Test
  void an_unfinished_import_holds_its_division() {
    String id = directory.division("Billing").wireId();
    directory
        .asAdmin()
        .with("Content-Type", "text/csv")
        .post("/api/v2/callbook/imports?division=" + id, "First Name,Last Name\nNoor,Haddad\n")
        .answers(202);

    Answer refused = directory.asAdmin().delete(DIVISIONS + "/{}", id);
    refused.refuses(409, "general.conflict");
    assertTrue(refused.text("/message").contains("1 unfinished imports"), refused.body());
  }
}
