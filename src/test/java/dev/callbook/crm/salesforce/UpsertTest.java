package dev.callbook.crm.salesforce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.callbook.crm.salesforce.Upserted.Created;
import dev.callbook.crm.salesforce.Upserted.Refused;
import dev.callbook.crm.salesforce.Upserted.Updated;
import dev.callbook.testing.salesforce.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Writing contacts back.
class UpsertTest extends SimulatedOrgTest {
  private static final String KEY = "CallbookId__c";

  private List<Upserted> write(Upsert... records) {
    return salesforce.upsert(contacts(), KEY, List.of(records));
  }

  private Upserted writeOne(Upsert record) {
    return write(record).getFirst();
  }

  private static Upsert named(String key, String name) {
    return new Upsert(key, Map.of("LastName", name));
  }

  private Map<String, Object> stored(String id) {
    return Objects.requireNonNull(org.contents("Contact").get(id));
  }

  @Test
  void a_record_is_made_once_and_changed_then() {
    Created created = assertInstanceOf(Created.class, writeOne(named("1", "Kim")));

    assertEquals(new Updated(created.id()), writeOne(named("1", "Ruiz")));
    assertEquals(Map.of("LastName", "Ruiz", KEY, "1"), stored(created.id().value()));
  }

  @Test
  @SuppressWarnings("NullAway") // class files do not say what generics may hold
  void only_what_is_named_changes_and_null_clears() {
    String id =
        org.insert("Contact", values("LastName", "Kim", "Phone", "+3491", "Title", "Dr", KEY, "1"));
    Map<String, @Nullable String> changes = new HashMap<>();
    changes.put("Phone", null);

    writeOne(new Upsert("1", changes));

    assertEquals(Map.of("LastName", "Kim", "Title", "Dr", KEY, "1"), stored(id));
  }

  @Test
  void values_arrive_in_their_fields_kind() {
    Created created =
        assertInstanceOf(
            Created.class,
            writeOne(
                new Upsert(
                    "1",
                    Map.of(
                        "LastName", "Kim",
                        "DoNotCall", "true",
                        "Visits__c", "4.5",
                        "Birthdate", "1980-02-03"))));

    assertEquals(
        values(
            "LastName",
            "Kim",
            "DoNotCall",
            true,
            "Visits__c",
            4.5,
            "Birthdate",
            java.time.LocalDate.of(1980, 2, 3),
            KEY,
            "1"),
        stored(created.id().value()));
  }

  @Test
  void texts_that_are_too_long_are_cut_but_not_through_a_character() {
    Created created =
        assertInstanceOf(
            Created.class,
            writeOne(
                new Upsert(
                    "1", Map.of("LastName", "x".repeat(79) + "😀", "FirstName", "y".repeat(50)))));

    assertEquals("x".repeat(79), stored(created.id().value()).get("LastName"));
    assertEquals("y".repeat(40), stored(created.id().value()).get("FirstName"));
  }

  @Test
  void more_records_than_one_request_takes_are_written_in_their_order() {
    List<Upsert> records = new ArrayList<>();
    for (int number = 0; number < 450; number++) {
      records.add(named("key " + number, "Name " + number));
    }

    List<Upserted> written = salesforce.upsert(contacts(), KEY, records);

    assertEquals(450, written.size());
    Created last = assertInstanceOf(Created.class, written.getLast());
    assertEquals("Name 449", stored(last.id().value()).get("LastName"));
    assertEquals(
        3, far.calls().stream().filter(call -> call.path().contains("/composite/")).count());
  }

  @Test
  void one_bad_record_does_not_keep_the_others() {
    far.writes().forbid("forbidden");

    List<Upserted> written =
        write(
            named("1", "Kim"),
            named("2", "forbidden name"),
            new Upsert("3", Map.of("FirstName", "Nobody")),
            named("4", "Ruiz"));

    assertInstanceOf(Created.class, written.get(0));
    Refused rule = assertInstanceOf(Refused.class, written.get(1));
    assertEquals("FIELD_CUSTOM_VALIDATION_EXCEPTION", rule.code());
    assertEquals("Our rule forbids forbidden name", rule.says());
    assertEquals(List.of("LastName"), rule.fields());
    assertFalse(rule.toString().contains("forbidden name"));
    assertEquals("REQUIRED_FIELD_MISSING", assertInstanceOf(Refused.class, written.get(2)).code());
    assertInstanceOf(Created.class, written.get(3));
  }

  @Test
  void a_duplicate_by_the_orgs_rule_is_refused_for_good() {
    org.insert("Contact", Map.of("LastName", "Kim", "Email", "kim@example.org"));
    far.writes().forbidDuplicates("Email");

    Refused refused =
        assertInstanceOf(
            Refused.class,
            writeOne(new Upsert("1", Map.of("LastName", "Kim", "Email", "kim@example.org"))));

    assertEquals("DUPLICATES_DETECTED", refused.code());
  }

  @Test
  void a_key_that_several_records_have_writes_none_of_them() {
    String one = org.insert("Contact", Map.of("LastName", "Kim", KEY, "1"));
    String other = org.insert("Contact", Map.of("LastName", "Ruiz", KEY, "1"));

    assertEquals(new Upserted.Several(), writeOne(named("1", "Okafor")));
    assertEquals("Kim", stored(one).get("LastName"));
    assertEquals("Ruiz", stored(other).get("LastName"));
  }

  @Test
  void a_record_that_somebody_holds_for_a_while_is_written_then() {
    String held = org.insert("Contact", Map.of("LastName", "Kim", KEY, "1"));
    far.writes().lock(held);
    // Between the first try and the second.
    far.faults().before("/composite/", () -> {});
    far.faults().before("/composite/", () -> far.writes().unlock(held));

    List<Upserted> written = write(named("1", "Ruiz"), named("2", "Okafor"));

    assertEquals(new Updated(new RemoteId(held)), written.get(0));
    assertInstanceOf(Created.class, written.get(1));
    assertEquals("Ruiz", stored(held).get("LastName"));
  }

  @Test
  void a_record_that_stays_held_is_left_for_later() {
    far.writes().lock(org.insert("Contact", Map.of("LastName", "Kim", KEY, "1")));

    assertEquals(new Upserted.Locked(), writeOne(named("1", "Ruiz")));
    assertEquals(4, pauses.size());
  }

  @Test
  void a_record_that_was_deleted_meanwhile_is_gone() {
    far.faults()
        .next(
            "/composite/",
            new Fault.Says(
                200,
                "application/json",
                "[{\"success\":false,\"errors\":[{\"statusCode\":\"ENTITY_IS_DELETED\",\"message\":\"entity"
                    + " is deleted\",\"fields\":[]}]}]"));

    assertEquals(new Upserted.Gone(), writeOne(named("1", "Kim")));
  }

  @Test
  void a_lost_answer_makes_no_second_record() {
    contacts();
    far.faults().next("/composite/", new Fault.LosesTheAnswer());

    Updated updated = assertInstanceOf(Updated.class, writeOne(named("1", "Kim")));

    assertEquals(1, org.contents("Contact").size());
    assertEquals("Kim", stored(updated.id().value()).get("LastName"));
  }

  @Test
  void what_we_wrote_comes_back_as_a_change_with_what_we_wrote() {
    Instant low = now();
    settle();
    Map<String, String> values =
        Map.of("LastName", "Kim", "Visits__c", "4.5", "DoNotCall", "true", KEY, "1");
    writeOne(new Upsert("1", new HashMap<>(values)));
    settle();

    List<RemoteRecord> echo =
        read(contacts().select(List.of("LastName", "Visits__c", "DoNotCall", KEY)), since(low));

    assertEquals(List.of(values), new HashSet<>(echo).stream().map(RemoteRecord::values).toList());
  }

  @Test
  void two_records_with_one_key_are_our_mistake() {
    assertThrows(
        IllegalArgumentException.class, () -> write(named("1", "Kim"), named("1", "Ruiz")));
  }

  @Test
  void names_that_are_none_never_reach_the_org() {
    assertThrows(
        IllegalArgumentException.class,
        () -> salesforce.upsert(contacts(), "Id/../..", List.of(named("1", "Kim"))));
    assertThrows(IllegalArgumentException.class, () -> salesforce.describe("Contact/003"));
    pass(Duration.ofMinutes(1));
    assertTrue(far.calls().stream().noneMatch(call -> call.path().contains("..")));
  }
}
