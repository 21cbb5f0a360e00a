package dev.callbook.crm.salesforce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.callbook.crm.salesforce.SalesforceFailure.AddressNotAllowed;
import dev.callbook.crm.salesforce.SalesforceFailure.BudgetSpent;
import dev.callbook.crm.salesforce.SalesforceFailure.ConcurrentLimit;
import dev.callbook.crm.salesforce.SalesforceFailure.DailyLimit;
import dev.callbook.crm.salesforce.SalesforceFailure.Malformed;
import dev.callbook.crm.salesforce.SalesforceFailure.MissingPermission;
import dev.callbook.crm.salesforce.SalesforceFailure.ServerTrouble;
import dev.callbook.crm.salesforce.SalesforceFailure.Unreachable;
import dev.callbook.testing.salesforce.Fault;
import dev.callbook.testing.salesforce.SimulatedSalesforce;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What goes wrong between us and the org, and what we make of it.
class TroubleTest extends SimulatedOrgTest {
  static List<Fault> passing() {
    return List.of(
        Fault.concurrentLimit(),
        Fault.error(400, "UNABLE_TO_LOCK_ROW", "unable to obtain exclusive access"),
        Fault.empty(406),
        Fault.empty(420),
        Fault.empty(428),
        Fault.page(500),
        Fault.page(503),
        // A page for people where JSON was asked for.
        Fault.page(200),
        new Fault.Says(502, "application/json", "{\"cut"),
        new Fault.Resets(),
        new Fault.LosesTheAnswer(),
        new Fault.CutsTheAnswer());
  }

  @ParameterizedTest
  @MethodSource("passing")
  void what_may_pass_is_waited_for(Fault fault) {
    far.faults().next("/describe", fault, fault);

    assertTrue(contacts().has("LastName"));
    assertTrue(pauses.size() <= 2, pauses.toString());
  }

  @Test
  void pauses_grow_and_are_never_quite_the_same() {
    far.faults().always("/describe", Fault.page(503));
    assertThrows(ServerTrouble.class, this::contacts);

    assertEquals(4, pauses.size());
    for (int tries = 0; tries < 4; tries++) {
      long most = 500L << tries;
      long millis = pauses.get(tries).toMillis();
      assertTrue(millis >= most / 2 && millis <= most, pauses.toString());
    }
  }

  static Stream<Map.Entry<Fault, Class<? extends SalesforceFailure>>> lasting() {
    return Map.<Fault, Class<? extends SalesforceFailure>>of(
        Fault.concurrentLimit(),
        ConcurrentLimit.class,
        Fault.page(503),
        ServerTrouble.class,
        new Fault.LosesTheAnswer(),
        Unreachable.class,
        new Fault.CutsTheAnswer(),
        Unreachable.class)
        .entrySet()
        .stream();
  }

  @ParameterizedTest
  @MethodSource("lasting")
  void what_does_not_pass_is_told_apart(
      Map.Entry<Fault, Class<? extends SalesforceFailure>> trouble) {
    far.faults().always("/describe", trouble.getKey());

    assertInstanceOf(trouble.getValue(), assertThrows(SalesforceFailure.class, this::contacts));
  }

  @Test
  void the_daily_limit_is_told_from_the_other_with_the_same_code_and_not_waited_for() {
    far.faults().next("/describe", Fault.dailyLimit());

    assertThrows(DailyLimit.class, this::contacts);
    assertEquals(List.of(), pauses);
  }

  @Test
  void a_run_stops_before_the_org_has_no_request_left() {
    far.allocation().set(798, 1000);
    contacts();
    contacts();

    BudgetSpent spent = assertThrows(BudgetSpent.class, this::contacts);

    assertEquals(new Usage(800, 1000), spent.usage());
    assertEquals(800, far.allocation().used());
    assertEquals(Optional.of(new Usage(800, 1000)), salesforce.usage());
  }

  @Test
  void a_run_stops_at_its_own_share_of_the_day() {
    far.allocation().set(0, 100);
    salesforce = client(new Site(far.url(), VERSION, secret()), new Brakes(90, 5));
    for (int time = 0; time < 5; time++) {
      contacts();
    }

    assertThrows(BudgetSpent.class, this::contacts);
    salesforce = client(new Site(far.url(), VERSION, secret()), new Brakes(90, 5));
    assertTrue(contacts().has("LastName"));
  }

  @ParameterizedTest
  @CsvSource({
    "403, API_DISABLED_FOR_ORG, API Enabled",
    "403, API_CURRENTLY_DISABLED, API Enabled",
    "403, INSUFFICIENT_ACCESS, what is missing",
  })
  void a_missing_permission_is_named(int status, String code, String permission) {
    far.faults().next("/describe", Fault.error(status, code, "what is missing"));

    assertEquals(permission, assertThrows(MissingPermission.class, this::contacts).permission());
    assertEquals(List.of(), pauses);
  }

  @Test
  void what_we_asked_wrongly_is_told_without_quoting_it() {
    far.faults().next("/describe", Fault.error(400, "MALFORMED_QUERY", "unexpected token: Kim"));

    Malformed malformed = assertThrows(Malformed.class, this::contacts);

    assertEquals("unexpected token: Kim", malformed.says());
    assertFalse(String.valueOf(malformed.getMessage()).contains("Kim"));
    assertEquals(List.of(), pauses);
  }

  @Test
  void an_answer_that_begins_and_never_goes_on_is_given_up() {
    salesforce =
        client(new Site(far.url(), VERSION, secret(), Duration.ofMillis(300)), Brakes.USUAL);
    far.faults().next("/describe", new Fault.Stalls());

    assertTrue(contacts().has("LastName"));
    assertEquals(1, pauses.size());
  }

  @Test
  void nobody_at_the_address_is_told_as_such() {
    far.close();

    assertThrows(Unreachable.class, this::contacts);
    far = SimulatedSalesforce.start();
  }

  @Test
  void an_org_that_is_not_on_the_list_is_never_called() {
    salesforce =
        client(
            new Site(far.url(), VERSION, secret()),
            Brakes.USUAL,
            Set.of(URI.create("https://example.my.salesforce.com")));

    assertThrows(AddressNotAllowed.class, this::contacts);
    assertEquals(List.of(), far.calls());
  }

  @Test
  void a_token_that_comes_with_an_address_not_on_the_list_goes_nowhere() {
    far.faults()
        .next(
            "/token",
            new Fault.Says(
                200,
                "application/json",
                "{\"access_token\":\"t\",\"instance_url\":\"http://127.0.0.1:9\"}"));

    assertThrows(AddressNotAllowed.class, this::contacts);
    assertEquals(1, far.calls().size());
  }

  @Test
  void a_token_that_no_header_can_hold_is_none() {
    Fault broken =
        new Fault.Says(
            200,
            "application/json",
            "{\"access_token\":\"a\\nb\",\"instance_url\":\"%s\"}".formatted(far.url()));
    far.faults().next("/token", broken, broken, broken, broken, broken);

    assertThrows(ServerTrouble.class, this::contacts);
  }

  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1:9/services/data/v63.0/query/01g-2",
    "//127.0.0.1:9/services/data/v63.0/query/01g-2",
    "https://example.org/",
    "'http://[broken'",
  })
  void a_next_page_on_another_server_gets_no_token(String address) {
    try (SimulatedSalesforce other = SimulatedSalesforce.start()) {
      String next = address.replace("127.0.0.1:9", other.url().getAuthority());
      salesforce =
          client(
              new Site(far.url(), VERSION, secret()), Brakes.USUAL, Set.of(far.url(), other.url()));
      Selection names = names();
      far.faults()
          .next(
              "/queryAll",
              new Fault.Says(
                  200,
                  "application/json",
                  "{\"done\":false,\"nextRecordsUrl\":\"%s\",\"records\":[]}".formatted(next)));

      assertThrows(
          AddressNotAllowed.class,
          () -> read(names, new Window(now().minus(Duration.ofHours(1)), now())));
      assertEquals(List.of(), other.calls());
    }
  }

  @Test
  void a_page_that_neither_ends_nor_goes_on_is_not_taken_for_the_end() {
    Selection names = names();
    far.faults()
        .next(
            "/queryAll",
            new Fault.Says(200, "application/json", "{\"done\":false,\"records\":[]}"));

    assertEquals(List.of(), read(names, new Window(now().minus(Duration.ofHours(1)), now())));
    assertEquals(1, pauses.size());
  }

  @Test
  void versions_and_brakes_that_make_no_sense_are_refused_at_once() {
    assertThrows(IllegalArgumentException.class, () -> new Site(far.url(), "v63", secret()));
    assertThrows(IllegalArgumentException.class, () -> new Brakes(0, 25));
    assertThrows(IllegalArgumentException.class, () -> new Brakes(80, 101));
  }
}
