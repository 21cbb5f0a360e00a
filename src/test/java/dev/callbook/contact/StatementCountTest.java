package dev.callbook.contact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.callbook.testing.Answer;
import dev.callbook.testing.Api;
import dev.callbook.testing.FeatureTest;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// How many statements a request takes: as many for a hundred records as for one, and no more for
/// everything that can be expanded. Whoever reads or writes record by record fails here.
@QuarkusTest
class StatementCountTest extends FeatureTest {
  private static final int PEOPLE = 100;
  private static final int MOST_OF_A_SEARCH = 12;
  private static final String EVERYTHING =
      "externalOrganization,externalDataSources,identifiers,externalSources,division";

  private final List<String> statements = new CopyOnWriteArrayList<>();

  @Inject Jdbi jdbi;

  private SqlLogger usual = SqlLogger.NOP_SQL_LOGGER;
  private String organization = "";
  private List<String> people = List.of();

  @BeforeEach
  void listenAndArrange() {
    SqlStatements settings = jdbi.getConfig(SqlStatements.class);
    usual = settings.getSqlLogger();
    settings.setSqlLogger(
        new SqlLogger() {
          @Override
          public void logBeforeExecution(StatementContext context) {
            statements.add(context.getRenderedSql());
          }
        });
    organization = directory.organization("Norrviken Bygg AB").add();
    people = add(0).each("/results", "/id");
    assertEquals(PEOPLE, people.size());
  }

  @AfterEach
  void listenNoLonger() {
    jdbi.getConfig(SqlStatements.class).setSqlLogger(usual);
  }

  @TestFactory
  Stream<DynamicTest> a_page_takes_as_many_statements_whatever_its_size() {
    return Stream.of(
            CONTACTS,
            CONTACTS + "?sortOrder=lastName:asc",
            ORGANIZATIONS + "/" + organization + "/contacts",
            ORGANIZATIONS,
            CONTACTS + "/" + people.getFirst() + "/notes",
            ORGANIZATIONS + "/" + organization + "/notes")
        .map(path -> DynamicTest.dynamicTest(path, () -> sameForEverySize(path)));
  }

  private void sameForEverySize(String path) {
    String start = path + (path.contains("?") ? "&" : "?") + "pageSize=";
    note(path);
    same(Stream.of(1, 25, 100).map(size -> start + size).toList());
  }

  @TestFactory
  Stream<DynamicTest> a_page_of_a_scan_takes_as_many_statements_whatever_its_size() {
    String person = people.getFirst();
    note(CONTACTS + "/" + person + "/notes");
    directory.relationship(directory.person("Agent").user(), organization, "Sponsor");
    return Stream.of("contacts", "organizations", "notes", "relationships")
        .map(kind ->
            DynamicTest.dynamicTest(
                kind,
                () ->
                    same(
                        Stream.of(10, 50, 200)
                            .map(limit ->
                                "/api/v2/externalcontacts/scan/" + kind + "?limit=" + limit)
                            .toList())));
  }

  /// A list of nothing may take fewer; so that none is, a note is on each record that has notes.
  private void note(String path) {
    if (path.endsWith("/notes")) {
      admin().post(path, "{\"noteText\": \"Mind the step\"}").answers(200);
    }
  }

  /// Each expanded thing may take one statement more, for the whole page.
  @TestFactory
  Stream<DynamicTest> what_is_expanded_is_read_at_once_for_the_whole_page() {
    return Stream.concat(Stream.of(EVERYTHING.split(",", -1)), Stream.of(EVERYTHING))
        .map(expand ->
            DynamicTest.dynamicTest(
                expand,
                () ->
                    same(
                        Stream.of(1, 25, 100)
                            .map(size -> CONTACTS + "?expand=" + expand + "&pageSize=" + size)
                            .toList())));
  }

  @Test
  void one_contact_takes_as_many_as_any_other() {
    same(people.stream().limit(3).map(id -> CONTACTS + "/" + id).toList());
    same(
        people.stream().limit(3).map(id -> CONTACTS + "/" + id + "?expand=" + EVERYTHING).toList());
  }

  /// It looks in one place after the other until the page is full.
  @Test
  void a_search_takes_no_more_statements_than_it_has_places_to_look_in() {
    for (int size : List.of(1, 25, 100)) {
      String path = CONTACTS + "?q=Lindqvist&pageSize=" + size + "&expand=" + EVERYTHING;
      long taken = count(() -> admin().get(path).answers(200));
      assertTrue(taken <= MOST_OF_A_SEARCH, () -> path + " took " + taken);
    }
  }

  /// Where several hold an address, what was picked before is read as well.
  @Test
  void a_look_up_takes_as_many_for_twenty_five_as_for_two() {
    share("pair@norrviken.example", people.subList(30, 32));
    share("desk@norrviken.example", people.subList(0, 25));
    String lookup = "/api/v2/externalcontacts/reversewhitepageslookup?lookupVal=";
    assertEquals(
        25, admin().get(lookup + "desk@norrviken.example").answers(200).at("/contacts").size());

    same(List.of(lookup + "pair@norrviken.example", lookup + "desk@norrviken.example"));
  }

  private void share(String address, List<String> holders) {
    String patch =
        """
        {"changes": [{"field": "$.otherEmail", "action": "Update", "value": "%s"}]}
        """
            .formatted(address);
    holders.forEach(person -> admin().patch(CONTACTS + "/" + person, patch).answers(200));
  }

  @Test
  void a_bulk_fetch_takes_as_many_for_a_hundred_as_for_one() {
    Map<Integer, Long> counts = new TreeMap<>();
    for (int size : List.of(1, 25, 100)) {
      counts.put(size, count(() -> admin().post(BULK + "/contacts", ids(size)).answers(200)));
    }

    assertEquals(1, counts.values().stream().distinct().count(), counts::toString);
  }

  @Test
  void a_bulk_add_of_a_hundred_is_one_transaction_of_as_many_statements_as_one() {
    long ofOne = count(() -> admin().post(BULK + "/contacts/add", drafts(1, 1)).answers(200));
    statements.clear();
    List<String> added = add(2).each("/results", "/id");
    List<String> ofHundred = List.copyOf(statements);

    assertEquals(ofOne, ofHundred.size(), () -> String.join("\n---\n", ofHundred));
    assertEquals(1, transactionsOf(added));
  }

  /// The transaction that wrote it stands in each row.
  private long transactionsOf(List<String> contacts) {
    return jdbi.withHandle(db ->
        db.createQuery(
                "select count(distinct xmin::text) from contact where id = any(:ids::uuid[])")
            .bind("ids", contacts.toArray(String[]::new))
            .mapTo(Long.class)
            .one());
  }

  private void same(List<String> paths) {
    Map<String, Long> counts = new TreeMap<>();
    for (String path : paths) {
      counts.put(path, count(() -> admin().get(path).answers(200)));
    }
    assertEquals(1, counts.values().stream().distinct().count(), counts::toString);
  }

  /// The least of three: the first finds caches cold, and housekeeping may come in between.
  private long count(Runnable request) {
    List<Long> counts = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      statements.clear();
      request.run();
      counts.add((long) statements.size());
    }
    return counts.stream().mapToLong(Long::longValue).min().orElseThrow();
  }

  private Api admin() {
    return api.as(directory.admin());
  }

  private Answer add(int round) {
    return admin()
        .post(BULK + "/contacts/add", drafts(round, PEOPLE))
        .answers(200)
        .holds("/errorCount", "0");
  }

  /// People who have everything that is read from a table of its own.
  private String drafts(int round, int count) {
    return IntStream.range(0, count)
        .mapToObj(i ->
            """
            {"firstName": "Åsa", "lastName": "Lindqvist", "externalOrganization": {"id": "%s"},
             "workPhone": {"display": "+468%d%05d"}, "workEmail": "person%d-%d@norrviken.example",
             "twitterId": {"screenName": "asa_%d_%d"}}
            """
                .formatted(organization, round + 1, 10_000 + i, round, i, round, i))
        .collect(Collectors.joining(",", "{\"entities\": [", "]}"));
  }

  private String ids(int count) {
    return people.stream()
        .limit(count)
        .map(id -> "{\"id\": \"" + id + "\"}")
        .collect(Collectors.joining(",", "{\"entities\": [", "]}"));
  }
}
