package dev.callbook.crm.salesforce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.callbook.crm.salesforce.SalesforceFailure.TooLarge;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What is gone, what is merely hidden, and where the log of removals has a hole.
class RemovalsTest extends SimulatedOrgTest {
  private Removals removals(Instant since) {
    return salesforce.removals(contacts(), since);
  }

  private Removals.Complete complete(Instant since) {
    return assertInstanceOf(Removals.Complete.class, removals(since));
  }

  private Map<RemoteId, Standing> standings(String... ids) {
    return salesforce.standings(contacts(), List.of(ids).stream().map(RemoteId::new).toList());
  }

  @Test
  void what_was_purged_is_still_in_the_log() {
    String binned = contact("Kim");
    String purged = contact("Ruiz");
    String erased = contact("Okafor");
    Instant low = now();
    settle();
    org.delete(binned);
    org.delete(purged);
    org.purge(purged);
    org.purge(erased);
    Instant removed = now();
    settle();

    Removals.Complete removals = complete(low);

    assertEquals(
        Map.of(
            new RemoteId(binned), removed,
            new RemoteId(purged), removed,
            new RemoteId(erased), removed),
        removals.at());
  }

  @Test
  void what_is_removed_between_two_looks_is_in_one_of_them() {
    Set<RemoteId> expected = new HashSet<>();
    Set<RemoteId> seen = new HashSet<>();
    Instant low = now();
    for (int number = 0; number < 12; number++) {
      String id = contact("Name " + number);
      org.delete(id);
      expected.add(new RemoteId(id));
      pass(Duration.ofSeconds(37));
      Removals.Complete removals = complete(low);
      seen.addAll(removals.at().keySet());
      low = removals.until();
    }
    pass(Duration.ofMinutes(3));
    seen.addAll(complete(low).at().keySet());

    assertEquals(expected, seen);
  }

  @Test
  void a_removal_that_is_committed_late_is_not_missed() {
    String kim = contact("Kim");
    Instant low = now();
    var late = org.begin();
    late.delete(kim);
    pass(Duration.ofMinutes(20));

    Removals.Complete first = complete(low);
    late.commit();
    settle();

    assertEquals(Map.of(), first.at());
    assertEquals(Set.of(new RemoteId(kim)), complete(first.until()).at().keySet());
  }

  @Test
  void what_came_back_is_not_removed() {
    String kim = contact("Kim");
    Instant low = now();
    settle();
    org.delete(kim);
    org.undelete(kim);
    settle();

    assertEquals(Map.of(), complete(low).at());
  }

  @Test
  void a_pause_of_more_than_15_days_leaves_a_hole() {
    Instant low = now();
    pass(Duration.ofDays(15).plusMinutes(1));

    assertInstanceOf(Removals.Hole.class, removals(low));
  }

  @Test
  void a_pause_of_almost_15_days_leaves_none() {
    String kim = contact("Kim");
    Instant low = now();
    pass(Duration.ofMinutes(5));
    org.delete(kim);
    pass(Duration.ofDays(15).minusMinutes(10));

    assertEquals(Set.of(new RemoteId(kim)), complete(low).at().keySet());
  }

  @Test
  void a_log_that_was_cut_leaves_a_hole() {
    Instant low = now();
    pass(Duration.ofHours(3));
    org.cutRemovals();
    settle();

    Removals.Hole hole = assertInstanceOf(Removals.Hole.class, removals(low));
    assertTrue(hole.earliest().isAfter(low));
  }

  @Test
  void more_removals_than_one_list_holds_are_read_in_several() {
    Instant low = now();
    List<RemoteId> removed = new ArrayList<>();
    for (int number = 0; number < 20; number++) {
      String id = contact("Name " + number);
      org.delete(id);
      removed.add(new RemoteId(id));
      pass(Duration.ofMinutes(7));
    }
    far.mostIds(3);

    assertEquals(Set.copyOf(removed), complete(low).at().keySet());
  }

  @Test
  void more_removals_at_once_than_a_list_ever_holds_are_not_asked_for_without_end() {
    Instant low = now();
    for (int number = 0; number < 5; number++) {
      org.delete(contact("Name " + number));
    }
    settle();
    far.mostIds(3);

    assertThrows(TooLarge.class, () -> removals(low));
  }

  @Test
  void more_changes_than_one_list_holds_do_not_hide_the_mark_of_what_is_committed() {
    Instant low = now();
    for (int number = 0; number < 20; number++) {
      contact("Name " + number);
      pass(Duration.ofMinutes(7));
    }
    far.mostIds(3);

    assertEquals(now().minus(Salesforce.LAG), since(low).until());
  }

  @Test
  void a_hidden_record_is_not_taken_for_a_deleted_one() {
    String there = contact("Kim");
    String hidden = contact("Ruiz");
    String binned = contact("Okafor");
    String purged = contact("Silva");
    String winner = contact("Ito");
    String loser = contact("Itoh");
    settle();
    org.share(hidden, false);
    org.delete(binned);
    org.purge(purged);
    org.merge(winner, loser);
    settle();

    assertEquals(
        Map.of(
            new RemoteId(there), new Standing.Present(),
            new RemoteId(hidden), new Standing.NotVisible(),
            new RemoteId(binned), new Standing.Removed(),
            new RemoteId(purged), new Standing.Removed(),
            new RemoteId(loser), new Standing.MergedInto(new RemoteId(winner))),
        standings(there, hidden, binned, purged, loser));
  }

  @Test
  void what_went_longer_ago_than_the_log_reaches_is_not_taken_for_deleted() {
    String kim = contact("Kim");
    org.purge(kim);
    pass(Duration.ofDays(20));

    assertEquals(Map.of(new RemoteId(kim), new Standing.NotVisible()), standings(kim));
  }

  @Test
  void a_cut_log_is_read_as_far_as_it_reaches() {
    String kim = contact("Kim");
    pass(Duration.ofDays(1));
    org.cutRemovals();
    settle();
    org.purge(kim);
    settle();

    assertEquals(Map.of(new RemoteId(kim), new Standing.Removed()), standings(kim));
  }

  @Test
  void any_number_of_records_can_be_asked_about_even_if_sessions_end() {
    List<String> ids = new ArrayList<>();
    for (int number = 0; number < 700; number++) {
      ids.add(contact("Name " + number));
    }
    far.pages(200);
    far.faults().before("/query/", () -> far.sessions().end());

    Map<RemoteId, Standing> standings = standings(ids.toArray(String[]::new));

    assertEquals(700, standings.size());
    assertEquals(Set.of(new Standing.Present()), Set.copyOf(standings.values()));
  }

  @Test
  void ids_that_differ_in_case_only_are_different_records() {
    RemoteId small = new RemoteId("0035g000001abcd");
    RemoteId large = new RemoteId("0035g000001ABCD");

    assertTrue(!small.value().equalsIgnoreCase(large.value()));
    assertEquals(small, new RemoteId(small.value()));
    assertThrows(
        IllegalArgumentException.class,
        () -> new RemoteId(small.value().toUpperCase(java.util.Locale.ROOT)));
    assertThrows(IllegalArgumentException.class, () -> new RemoteId("003' OR Id != '"));
  }
}
