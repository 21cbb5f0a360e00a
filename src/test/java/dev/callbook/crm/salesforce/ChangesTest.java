package dev.callbook.crm.salesforce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.callbook.crm.salesforce.RemoteRecord.State;
import dev.callbook.crm.salesforce.SalesforceFailure.LocatorDead;
import dev.callbook.crm.salesforce.SalesforceFailure.MissingPermission;
import dev.callbook.crm.salesforce.SalesforceFailure.ServerTrouble;
import dev.callbook.crm.salesforce.SalesforceFailure.TooLarge;
import dev.callbook.testing.salesforce.Call;
import dev.callbook.testing.salesforce.Fault;
import dev.callbook.testing.salesforce.Field;
import dev.callbook.testing.salesforce.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// Reading what changed, a window at a time, without a gap.
class ChangesTest extends SimulatedOrgTest {
  private static final Fault TIMEOUT =
      Fault.error(400, "QUERY_TIMEOUT", "Your query request was running for too long.");

  private List<String> many(int count) {
    List<String> names = new ArrayList<>();
    Transaction load = org.begin();
    for (int number = 0; number < count; number++) {
      String name = "Name %04d".formatted(number);
      names.add(name);
      load.insert("Contact", Map.of("LastName", name));
    }
    load.commit();
    return names;
  }

  private FieldShape field(String name) {
    return Objects.requireNonNull(contacts().fields().get(name));
  }

  private List<String> queries() {
    return far.calls().stream()
        .filter(call -> call.path().contains("/query"))
        .map(call -> call.parameter("q").orElse(call.path()))
        .toList();
  }

  @Test
  void a_window_ends_before_what_may_still_get_company() {
    contact("Old");
    Instant low = now();
    pass(Duration.ofMinutes(20));
    contact("Young");

    Window window = since(low);

    assertEquals(now().minus(Salesforce.LAG), window.until());
    assertEquals(low.minus(Salesforce.OVERLAP), window.from());
    assertEquals(List.of("Old"), namesIn(window));
  }

  @Test
  void a_window_that_would_end_before_it_begins_is_empty_and_asks_nothing() {
    Instant low = now();
    pass(Duration.ofMinutes(2));

    Window window = since(low);

    assertTrue(window.isEmpty());
    assertEquals(low, window.until());
    assertEquals(List.of(), namesIn(window));
    assertEquals(List.of(), queries());
  }

  @Test
  void a_record_committed_late_is_not_missed() {
    Instant low = now();
    pass(Duration.ofMinutes(1));
    Transaction late = org.begin();
    late.insert("Contact", Map.of("LastName", "Late"));
    pass(Duration.ofMinutes(1));
    contact("Early");
    pass(Duration.ofMinutes(30));

    Window first = since(low);
    List<String> seen = new ArrayList<>(namesIn(first));
    late.commit();
    settle();
    seen.addAll(namesIn(since(first.until())));

    assertTrue(seen.containsAll(List.of("Late", "Early")), seen.toString());
  }

  @Test
  void a_record_committed_a_little_late_is_not_missed_even_if_the_org_does_not_tell() {
    Instant low = now();
    pass(Duration.ofMinutes(20));
    Transaction late = org.begin();
    late.insert("Contact", Map.of("LastName", "Late"));
    pass(Duration.ofMinutes(4));
    // The open transaction is not in the mark: as with an index that lags.
    far.faults()
        .next(
            "/updated",
            new Fault.Says(
                200,
                "application/json",
                "{\"ids\":[],\"latestDateCovered\":\""
                    + now().toString().replace("Z", ".000+0000")
                    + "\"}"));

    Window first = since(low);
    late.commit();
    settle();

    assertEquals(List.of("Late"), namesIn(since(first.until())));
  }

  @Test
  void records_that_share_a_stamp_are_all_read() {
    List<String> names = many(45);
    far.pages(7, 1, 3);
    settle();

    List<String> read = namesIn(new Window(now().minus(Duration.ofHours(1)), now()));

    assertEquals(45, read.size());
    assertEquals(names, List.copyOf(new TreeSet<>(read)));
  }

  @Test
  void a_record_at_the_edge_of_two_windows_is_in_one_of_them() {
    contact("Edge");
    Instant edge = now();
    pass(Duration.ofMinutes(1));

    assertEquals(List.of(), namesIn(new Window(edge.minusSeconds(60), edge)));
    assertEquals(List.of("Edge"), namesIn(new Window(edge, edge.plusSeconds(60))));
  }

  @Test
  void a_short_or_empty_page_is_not_the_end() {
    many(10);
    far.pages(3, 0, 0, 2, 1);
    settle();

    assertEquals(10, namesIn(new Window(now().minus(Duration.ofHours(1)), now())).size());
  }

  @Test
  void a_session_that_ends_between_pages_costs_no_record_and_repeats_none() {
    List<String> names = many(30);
    far.pages(4);
    settle();
    for (int time = 0; time < 3; time++) {
      far.faults().before("/query/", () -> far.sessions().end());
    }

    List<String> read = namesIn(new Window(now().minus(Duration.ofHours(1)), now()));

    assertEquals(30, read.size());
    assertEquals(names, List.copyOf(new TreeSet<>(read)));
    assertEquals(4, far.sessions().signIns());
  }

  @Test
  void a_result_that_dies_before_its_first_record_is_not_asked_for_without_end() {
    many(3);
    far.pages(0);
    settle();
    for (int time = 0; time < 10; time++) {
      far.faults().before("/query/", () -> far.sessions().end());
    }

    assertThrows(
        LocatorDead.class, () -> namesIn(new Window(now().minus(Duration.ofHours(1)), now())));
    assertEquals(10, queries().size());
  }

  @Test
  void a_cursor_that_died_of_idling_costs_no_record() {
    many(9);
    far.pages(4);
    settle();
    Changes changes =
        salesforce.changes(
            names(), new Window(now().minus(Duration.ofHours(1)), now()), Optional.empty());
    List<RemoteRecord> read = new ArrayList<>(changes.next());

    pass(Duration.ofMinutes(20));
    for (List<RemoteRecord> page = changes.next(); !page.isEmpty(); page = changes.next()) {
      read.addAll(page);
    }

    assertEquals(9, new HashSet<>(lastNames(read)).size());
    assertEquals(9, read.size());
  }

  @Test
  void a_reader_that_is_stopped_goes_on_behind_its_last_record() {
    many(9);
    far.pages(4);
    settle();
    Window window = new Window(now().minus(Duration.ofHours(1)), now());
    Changes stopped = salesforce.changes(names(), window, Optional.empty());
    List<String> read = new ArrayList<>(lastNames(stopped.next()));

    salesforce = client();
    Changes resumed = salesforce.changes(names(), window, stopped.place());
    for (List<RemoteRecord> page = resumed.next(); !page.isEmpty(); page = resumed.next()) {
      read.addAll(lastNames(page));
    }

    assertEquals(9, new HashSet<>(read).size());
    assertEquals(9, read.size());
  }

  @Test
  void a_record_that_changes_while_it_is_read_comes_again_with_the_next_window() {
    contact("Kim");
    String ruiz = contact("Ruiz");
    far.pages(1);
    settle();
    Window window = since(now().minus(Duration.ofHours(1)));
    far.faults().before("/query/", () -> org.update(ruiz, Map.of("LastName", "Ruiz-Kim")));
    read(names(), window);
    settle();

    assertTrue(namesIn(since(window.until())).contains("Ruiz-Kim"));
  }

  @Test
  void a_query_that_takes_too_long_is_asked_in_smaller_spans() {
    for (int hour = 0; hour < 8; hour++) {
      contact("Name " + hour);
      pass(Duration.ofHours(1));
    }
    far.faults().next("/queryAll", TIMEOUT, TIMEOUT, Fault.error(400, "OPERATION_TOO_LARGE", "x"));

    List<String> read = namesIn(new Window(now().minus(Duration.ofHours(9)), now()));

    assertEquals(8, read.size());
    assertTrue(queries().size() > 4, queries().toString());
  }

  @Test
  void spans_do_not_shrink_for_ever() {
    contact("Kim");
    settle();
    far.faults().always("/queryAll", TIMEOUT);

    assertThrows(
        TooLarge.class, () -> namesIn(new Window(now().minus(Duration.ofHours(1)), now())));
    assertTrue(queries().size() < 20, "asked " + queries().size() + " times");
  }

  @Test
  void an_org_that_fails_at_a_span_is_asked_for_a_smaller_one_after_some_tries() {
    contact("Kim");
    settle();
    far.faults()
        .next(
            "/queryAll",
            Fault.page(500),
            Fault.page(500),
            Fault.page(500),
            Fault.page(500),
            Fault.page(500));

    assertEquals(List.of("Kim"), namesIn(new Window(now().minus(Duration.ofHours(1)), now())));
  }

  @Test
  void an_org_that_is_down_is_not_asked_for_ever() {
    far.faults().always("/queryAll", Fault.page(503));

    ServerTrouble trouble =
        assertThrows(
            ServerTrouble.class,
            () -> namesIn(new Window(now().minus(Duration.ofHours(1)), now())));

    assertEquals(503, trouble.status());
    assertEquals(5, queries().size());
  }

  @Test
  void deleted_records_are_among_the_changes() {
    String kim = contact("Kim");
    settle();
    org.delete(kim);
    Instant deleted = now();
    settle();

    RemoteRecord record =
        read(names(), new Window(now().minus(Duration.ofHours(1)), now())).getFirst();

    assertEquals(new State.Deleted(), record.state());
    assertEquals(deleted, record.stamp());
  }

  @Test
  void a_record_that_comes_back_from_the_bin_is_live_under_its_old_id() {
    String kim = contact("Kim");
    org.delete(kim);
    settle();
    org.undelete(kim);
    Instant back = now();
    settle();

    RemoteRecord record = read(names(), new Window(back, now())).getFirst();

    assertEquals(new RemoteId(kim), record.id());
    assertEquals(new State.Live(), record.state());
  }

  @Test
  void whoever_is_merged_names_the_winner() {
    String winner = contact("Kim");
    String loser = contact("Kimm");
    settle();
    org.merge(winner, loser);
    Instant merged = now();
    settle();

    List<RemoteRecord> records = read(names(), new Window(merged, now()));

    assertEquals(2, records.size());
    assertTrue(
        records.stream()
            .anyMatch(record ->
                record.id().equals(new RemoteId(loser))
                    && record.state().equals(new State.MergedInto(new RemoteId(winner)))));
  }

  @Test
  void a_backdated_record_is_read_all_the_same() {
    Instant low = now();
    String kim = contact("Kim");
    org.backdate(kim, Instant.parse("2019-01-01T00:00:00Z"));
    settle();

    assertEquals(List.of("Kim"), namesIn(since(low)));
  }

  @Test
  void persons_who_are_accounts_are_read_as_contacts_only() {
    far.schema().enablePersonAccounts();
    org.insertPerson(Map.of("FirstName", "Ana", "LastName", "Ruiz"));
    org.insert("Account", Map.of("Name", "Acme"));
    settle();
    Window window = new Window(now().minus(Duration.ofHours(1)), now());
    Selection accounts = salesforce.describe("Account").select(List.of("Name"));

    assertEquals(
        List.of(Map.of("Name", "Acme")),
        read(accounts, window).stream().map(RemoteRecord::values).toList());
    assertEquals(List.of("Ruiz"), namesIn(window));
  }

  @Test
  void the_organization_of_a_contact_is_read_by_its_path() {
    String acme = org.insert("Account", Map.of("Name", "Acme"));
    org.insert("Contact", Map.of("LastName", "Kim", "AccountId", acme));
    contact("Ruiz");
    settle();

    List<RemoteRecord> records =
        read(
            contacts().select(List.of("LastName", "Account.Name")),
            new Window(now().minus(Duration.ofHours(1)), now()));

    assertEquals(
        List.of(Map.of("LastName", "Kim", "Account.Name", "Acme"), Map.of("LastName", "Ruiz")),
        records.stream().map(RemoteRecord::values).toList());
  }

  @Test
  void a_field_that_is_hidden_is_left_out_and_named() {
    far.schema().hide("Contact", "Phone");

    Selection selection = contacts().select(List.of("LastName", "Phone", "MailingAddress"));

    assertEquals(List.of("LastName"), selection.fields());
    assertEquals(List.of("Phone", "MailingAddress"), selection.missing());
  }

  @Test
  void a_field_that_is_hidden_while_we_read_is_named_by_the_failure() {
    Selection selection = contacts().select(List.of("LastName", "Phone"));
    far.schema().hide("Contact", "Phone");

    MissingPermission missing =
        assertThrows(
            MissingPermission.class,
            () -> read(selection, new Window(now().minus(Duration.ofHours(1)), now())));

    assertEquals("field Contact.Phone", missing.permission());
  }

  @Test
  void an_object_that_is_hidden_is_named_by_the_failure() {
    far.schema().hide("Contact");

    assertEquals(
        "object Contact", assertThrows(MissingPermission.class, this::contacts).permission());
  }

  @Test
  void a_new_field_and_one_that_changes_without_a_trace_show_in_the_next_description() {
    contacts();
    far.schema().add("Contact", Field.formula("Company__c", "Account.Name"));

    FieldShape company = field("Company__c");

    assertTrue(company.isFormula());
    assertTrue(!company.isWritable());
    assertTrue(field("CallbookId__c").isKey());
  }

  @Test
  void more_fields_than_fit_into_an_address_are_read_all_the_same() {
    Map<String, Object> record = values("LastName", "Kim");
    List<String> wanted = new ArrayList<>(List.of("LastName"));
    for (int number = 0; number < 800; number++) {
      String name = "A_custom_field_with_a_long_name_%03d__c".formatted(number);
      far.schema().add("Contact", Field.of(name, Field.Type.STRING, 40));
      record.put(name, "value " + number);
      wanted.add(name);
    }
    org.insert("Contact", record);
    String changed = org.insert("Contact", record);
    String deleted = org.insert("Contact", record);
    settle();
    org.delete(deleted);
    settle();
    far.faults().before("/composite/", () -> org.update(changed, Map.of("LastName", "Ruiz")));

    List<RemoteRecord> records =
        read(contacts().select(wanted), new Window(now().minus(Duration.ofHours(1)), now()));

    // Whatever changes between the parts would be half old and half new: it comes with the next
    // window.
    assertEquals(2, records.size());
    assertEquals(record, records.getFirst().values());
    assertEquals(new State.Deleted(), records.getLast().state());
    assertEquals(
        List.of(),
        far.calls().stream()
            .filter(call -> call.path().length() > 16_000)
            .map(Call::path)
            .toList());
  }

  @Test
  void values_are_what_they_were_in_whatever_form_they_came() {
    org.insert(
        "Contact",
        values(
            "LastName",
            "O'Neil \"Kim\", 김",
            "Description",
            "one\ntwo",
            "Visits__c",
            4.0,
            "DoNotCall",
            true,
            "Birthdate",
            java.time.LocalDate.of(1980, 2, 3)));
    settle();

    Map<String, String> values =
        read(
                contacts()
                    .select(
                        List.of(
                            "LastName",
                            "Description",
                            "Visits__c",
                            "DoNotCall",
                            "Birthdate",
                            "Phone",
                            "CreatedDate")),
                new Window(now().minus(Duration.ofHours(1)), now()))
            .getFirst()
            .values();

    assertEquals(
        Map.of(
            "LastName", "O'Neil \"Kim\", 김",
            "Description", "one\ntwo",
            "Visits__c", "4",
            "DoNotCall", "true",
            "Birthdate", "1980-02-03",
            "CreatedDate", Soql.moment(now().minus(Duration.ofMinutes(10)))),
        values);
  }
}
