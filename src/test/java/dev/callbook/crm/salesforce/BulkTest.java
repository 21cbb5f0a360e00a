package dev.callbook.crm.salesforce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.callbook.crm.salesforce.BulkJob.Progress;
import dev.callbook.crm.salesforce.SalesforceFailure.Incomplete;
import dev.callbook.crm.salesforce.SalesforceFailure.JobFailed;
import dev.callbook.crm.salesforce.SalesforceFailure.Malformed;
import dev.callbook.crm.salesforce.SalesforceFailure.NotThere;
import dev.callbook.crm.salesforce.SalesforceFailure.Unreachable;
import dev.callbook.testing.salesforce.Fault;
import dev.callbook.testing.salesforce.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Reading everything there is by a bulk job, in pages that can be gone back to.
class BulkTest extends SimulatedOrgTest {
  private Set<String> many(int count) {
    Set<String> names = new TreeSet<>();
    for (int number = 0; number < count; number++) {
      names.add("Name %03d".formatted(number));
    }
    names.forEach(this::contact);
    return names;
  }

  private void assertAllRead(Set<String> names, List<RemoteRecord> records) {
    assertEquals(names, new TreeSet<>(lastNames(records)));
    assertEquals(names.size(), records.size());
  }

  @Test
  void however_old_a_record_is_the_first_reading_has_it() {
    contact("Old");
    pass(Duration.ofDays(2000));
    contact("New");

    assertEquals(Set.of("Old", "New"), new HashSet<>(lastNames(bulkRecords(names(), 100))));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 10, 100})
  void every_page_is_read_not_only_the_first(int most) {
    Set<String> names = many(20);

    assertAllRead(names, bulkRecords(names(), most));
  }

  @Test
  void pages_may_be_smaller_than_asked_for() {
    Set<String> names = many(20);
    far.bulk().largestPage(3);

    assertAllRead(names, bulkRecords(names(), 1000));
  }

  @Test
  void an_org_without_records_gives_one_empty_page() {
    assertEquals(List.of(), bulkRecords(names(), 100));
  }

  @Test
  void pages_without_a_header_of_their_own_lose_no_record() {
    Set<String> names = many(20);
    far.bulk().headerOnceOnly();

    assertAllRead(names, bulkRecords(names(), 6));
  }

  @Test
  void a_missing_count_is_not_a_count_of_none() {
    Set<String> names = many(20);
    far.bulk().stripCount();

    assertAllRead(names, bulkRecords(names(), 6));
  }

  @Test
  void an_empty_locator_is_the_end_as_the_word_null_is() {
    contact("Kim");
    BulkJob job = bulk(names());
    far.faults()
        .next(
            "/results",
            new Fault.Says(
                200,
                "text/csv",
                "\"Id\",\"IsDeleted\",\"SystemModstamp\",\"MasterRecordId\",\"LastName\"\n"
                    + "\"0035g0000000001AAA\",\"false\",\"2026-01-01T00:00:00.000Z\",\"\",\"Kim\"\n"));

    assertTrue(salesforce.bulkPage(job, names(), BulkPlace.START, 10).next().isEnd());
  }

  @Test
  void a_crashed_reader_goes_on_where_it_was_in_another_session() {
    Set<String> names = many(20);
    Selection selection = names();
    BulkJob job = bulk(selection);
    BulkPage first = salesforce.bulkPage(job, selection, BulkPlace.START, 8);
    far.sessions().end();
    salesforce = client();

    BulkPage second = salesforce.bulkPage(job, selection, first.next(), 8);
    BulkPage again = salesforce.bulkPage(job, selection, first.next(), 8);
    BulkPage last = salesforce.bulkPage(job, selection, again.next(), 8);

    assertEquals(lastNames(second.records()), lastNames(again.records()));
    List<RemoteRecord> all = new ArrayList<>(first.records());
    all.addAll(again.records());
    all.addAll(last.records());
    assertAllRead(names, all);
    assertTrue(last.next().isEnd());
  }

  @Test
  void a_page_that_is_longer_than_asked_for_is_not_taken_into_memory() {
    many(4);
    Selection selection = names();
    BulkJob job = bulk(selection);
    StringBuilder page = new StringBuilder();
    for (int number = 0; number < 4; number++) {
      page.append(
          "\"0035g00000000%02dAAA\",\"false\",\"2026-01-01T00:00:00.000Z\",\"\",\"Kim\"\n"
              .formatted(number));
    }
    far.faults().always("/results", new Fault.Says(200, "text/csv", page.toString()));

    assertThrows(Unreachable.class, () -> salesforce.bulkPage(job, selection, BulkPlace.START, 3));
    assertEquals(4, salesforce.bulkPage(job, selection, BulkPlace.START, 4).records().size());
  }

  @Test
  void a_page_that_is_cut_is_read_again() {
    Set<String> names = many(20);
    Selection selection = names();
    BulkJob job = bulk(selection);
    far.faults().next("/results", new Fault.CutsTheAnswer(), new Fault.Resets());

    assertAllRead(names, salesforce.bulkPage(job, selection, BulkPlace.START, 100).records());
  }

  @Test
  void a_page_that_is_cut_within_a_cell_is_noticed_even_without_a_count() {
    org.insert("Contact", Map.of("LastName", "x".repeat(80)));
    Selection selection = names();
    BulkJob job = bulk(selection);
    far.bulk().stripCount();
    far.faults().next("/results", new Fault.CutsTheAnswer());

    assertEquals(
        List.of("x".repeat(80)),
        lastNames(salesforce.bulkPage(job, selection, BulkPlace.START, 100).records()));
  }

  @Test
  void a_page_that_has_fewer_rows_than_it_says_is_not_taken_for_whole() {
    many(20);
    far.bulk().loseRows(2);

    assertThrows(Unreachable.class, () -> bulkRecords(names(), 6));
  }

  @Test
  void a_result_that_has_fewer_rows_than_the_job_says_is_not_taken_for_whole() {
    many(20);
    far.bulk().loseRows(2);
    far.bulk().stripCount();

    Incomplete incomplete = assertThrows(Incomplete.class, () -> bulkRecords(names(), 100));
    assertEquals("read 18 records of 20", incomplete.getMessage());
  }

  @Test
  void both_ways_of_reading_give_equal_records() {
    String acme = org.insert("Account", Map.of("Name", "Acme", "NumberOfEmployees", 12));
    org.insert(
        "Contact",
        values(
            "LastName",
            "O'Neil \"Kim\", 김",
            "Description",
            "one\ntwo \"quoted\",\nthree",
            "AccountId",
            acme,
            "Visits__c",
            4.0,
            "DoNotCall",
            true,
            "MailingCity",
            "Seoul",
            "Birthdate",
            LocalDate.of(1980, 2, 3)));
    contact("Empty");
    settle();
    Window window = new Window(now().minus(Duration.ofHours(1)), now());
    Selection people =
        contacts()
            .select(
                List.of(
                    "LastName",
                    "Description",
                    "AccountId",
                    "Visits__c",
                    "DoNotCall",
                    "MailingCity",
                    "Birthdate",
                    "CreatedDate",
                    "Account.Name",
                    "Account.NumberOfEmployees"));
    Selection companies =
        salesforce.describe("Account").select(List.of("Name", "NumberOfEmployees", "CreatedDate"));

    assertEquals(new HashSet<>(read(companies, window)), new HashSet<>(bulkRecords(companies, 10)));
    List<RemoteRecord> bulk = bulkRecords(people, 10);
    List<RemoteRecord> rest = read(people, window);
    assertEquals(
        new HashSet<>(without("Account.NumberOfEmployees", rest)),
        new HashSet<>(without("Account.NumberOfEmployees", bulk)));
  }

  /// What a parent's field holds is known to its own description only.
  private static List<RemoteRecord> without(String field, List<RemoteRecord> records) {
    return records.stream()
        .map(record -> {
          Map<String, String> values = new java.util.HashMap<>(record.values());
          values.remove(field);
          return new RemoteRecord(record.id(), record.stamp(), record.state(), values);
        })
        .toList();
  }

  @Test
  void characters_that_no_database_takes_are_left_out() {
    contact("K\0im");

    assertEquals(List.of("Kim"), lastNames(bulkRecords(names(), 10)));
  }

  @Test
  void what_is_committed_while_the_job_runs_comes_with_the_changes() {
    contact("Before");
    Transaction late = org.begin();
    late.insert("Contact", Map.of("LastName", "Late"));
    pass(Duration.ofMinutes(12));
    contact("Early");
    BulkJob job = bulk(names());
    late.commit();
    contact("After");
    settle();

    assertEquals(
        Set.of("Late", "Early", "After"),
        new HashSet<>(namesIn(since(job.watermark())))
            .stream()
                .filter(name -> !name.equals("Before"))
                .collect(java.util.stream.Collectors.toSet()));
  }

  @Test
  void the_changes_begin_before_the_job_was_made() {
    contact("Kim");
    pass(Duration.ofHours(1));
    Instant made = now();

    BulkJob job = salesforce.startBulk(names());

    assertEquals(made.minus(Salesforce.LAG), job.watermark());
  }

  @Test
  void a_job_is_waited_for_ever_less_often() {
    far.bulk().takes(6);
    contact("Kim");
    BulkJob job = salesforce.startBulk(names());

    assertEquals(new Progress.Complete(1), salesforce.awaitBulk(job, Duration.ofHours(1)));
    assertEquals(
        List.of(200L, 400L, 800L, 1600L, 3200L), pauses.stream().map(Duration::toMillis).toList());
  }

  @Test
  void a_job_is_not_waited_for_longer_than_we_want() {
    far.bulk().takes(1000);
    BulkJob job = salesforce.startBulk(names());

    assertEquals(new Progress.Working(), salesforce.awaitBulk(job, Duration.ofMinutes(5)));
  }

  @Test
  void a_job_that_fails_says_why() {
    far.bulk().fail("Max bulk v2 query jobs (10000) per 24 hrs has been reached");
    BulkJob job = salesforce.startBulk(names());

    Progress.Failed failed =
        assertInstanceOf(Progress.Failed.class, salesforce.awaitBulk(job, Duration.ofHours(1)));
    assertTrue(failed.says().contains("has been reached"));
    assertThrows(JobFailed.class, () -> salesforce.bulkPage(job, names(), BulkPlace.START, 10));
  }

  @Test
  void a_job_of_last_week_is_gone() {
    BulkJob job = bulk(names());
    pass(Duration.ofDays(8));

    assertEquals(new Progress.Gone(), salesforce.awaitBulk(job, Duration.ofHours(1)));
    assertThrows(NotThere.class, () -> salesforce.bulkPage(job, names(), BulkPlace.START, 10));
  }

  @Test
  void a_job_that_another_version_made_is_not_read() {
    BulkJob job = bulk(names());
    Salesforce newer = client(new Site(far.url(), "64.0", secret()), Brakes.USUAL);
    Selection selection = newer.describe("Contact").select(List.of("LastName"));

    assertThrows(Malformed.class, () -> newer.bulkPage(job, selection, BulkPlace.START, 10));
  }

  @Test
  void a_job_is_removed_in_whatever_state_it_is() {
    far.bulk().takes(1000);
    BulkJob working = salesforce.startBulk(names());
    salesforce.removeBulk(working);
    far.bulk().takes(0);
    BulkJob complete = salesforce.startBulk(names());
    salesforce.removeBulk(complete);
    salesforce.removeBulk(complete);

    assertEquals(List.of(), far.bulk().jobs());
  }

  @Test
  void a_locator_that_leads_nowhere_else_is_not_followed_for_ever() {
    many(5);
    Selection selection = names();
    BulkJob job = bulk(selection);
    BulkPlace first = salesforce.bulkPage(job, selection, BulkPlace.START, 2).next();
    assertNotEquals("", first.locator());

    far.bulk().largestPage(0);

    assertThrows(Incomplete.class, () -> salesforce.bulkPage(job, selection, first, 2));
  }
}
