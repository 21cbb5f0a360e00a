package dev.callbook.csvimport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.callbook.access.Permission;
import dev.callbook.change.Change;
import dev.callbook.platform.Chore;
import dev.callbook.platform.Ids;
import dev.callbook.testing.Agent;
import dev.callbook.testing.Answer;
import dev.callbook.testing.Api;
import dev.callbook.testing.CallCentre;
import dev.callbook.testing.CallCentre.Seat;
import dev.callbook.testing.FeatureTest;
import io.quarkus.arc.All;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Imports taken back, days later: what comes back, what goes, what stays and why.
@QuarkusTest
class ImportUndoTest extends FeatureTest {
  @Inject Jdbi jdbi;
  @Inject Clock clock;
  @Inject @All List<Chore> chores;

  private Imported imports;
  private Api admin;

  @BeforeEach
  void begin() {
    imports = new Imported(directory);
    admin = directory.asAdmin();
  }

  private Answer contact(String firstName) {
    return admin.get(CONTACTS + "/{}", id(firstName)).answers(200);
  }

  private String id(String firstName) {
    return admin.get(CONTACTS + "?q={}", firstName).answers(200).text("/entities/0/id");
  }

  private Set<String> names() {
    return admin
        .get(CONTACTS + "?pageSize=100")
        .answers(200)
        .at("/entities")
        .valueStream()
        .map(each -> each.path("firstName").asText())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Set<String> organizations() {
    return Set.copyOf(
        admin
            .get(ORGANIZATIONS + "?pageSize=100")
            .answers(200)
            .at("/entities")
            .valueStream()
            .map(each -> each.path("name").asText())
            .toList());
  }

  private void title(String id, String title) {
    admin
        .patch(
            CONTACTS + "/" + id,
            "{\"changes\": [{\"field\": \"$.title\", \"action\": \"Update\", \"value\": \"%s\"}]}"
                .formatted(title))
        .answers(200);
  }

  @Test
  void whom_it_added_goes_and_whom_it_changed_is_as_before() {
    String acme = directory.organization("Acme").add();
    String ana =
        directory
            .contact("Ana Ruiz")
            .workEmail("ana@example.org")
            .at(acme)
            .with("title", "\"Buyer\"")
            .add();
    String before = admin.get(CONTACTS + "/{}", ana).answers(200).body();
    Answer done =
        imports.done(
            """
            External Id,First Name,Last Name,Title,E-mail,Work Phone,Organization
            1,Ana,Ruiz Gil,Seller,ana@example.org,+34 911 23 45 67,Umbrella
            2,Luis,Gil,,luis@example.org,,Umbrella
            3,Eva,Paz,,,,Acme
            """,
            "&matchOn=email");
    assertEquals(Set.of("Acme", "Umbrella"), organizations());

    Answer undone = imports.undone(done.id());

    undone
        .holds("/done/removed", "2")
        .holds("/done/restored", "1")
        .holds("/done/organizationsRemoved", "1")
        .holds("/done/kept", "0");
    assertEquals("", imports.kept(done.id()));
    assertEquals(Set.of("Ana"), names());
    assertEquals(Set.of("Acme"), organizations());
    contact("Ana")
        .holds("/lastName", "\"Ruiz\"")
        .holds("/title", "\"Buyer\"")
        .holds("/externalOrganization/id", "\"" + acme + "\"")
        .lacks("/workPhone")
        .lacks("/externalIds");
    assertTrue(before.contains("Buyer"));
    admin.get(LOOKUP, "+34911234567").answers(200).lacks("/contacts/0");
    Change last = directory.changesOf(ana).getFirst();
    assertEquals("import", last.origin());
    assertEquals(done.id(), String.valueOf(last.originId()));
    admin
        .get(Imported.IMPORTS + "/{}", done.id())
        .answers(200)
        .holds("/state", "\"done\"")
        .holds("/undo", "\"done\"");
  }

  @Test
  void what_somebody_has_had_to_do_with_since_stays_and_is_listed() {
    Answer done =
        imports.done(
            """
            External Id,First Name,Last Name,Cell Phone,Organization
            1,Edited,Ruiz,,Acme
            2,Noted,Ruiz,,
            3,Called,Ruiz,+34600111222,
            4,Claimed,Ruiz,,
            5,Merged,Ruiz,,
            6,Deleted,Ruiz,,
            7,Forgettable,Ruiz,,Umbrella
            """,
            "");
    title(id("Edited"), "Buyer");
    admin
        .post(CONTACTS + "/" + id("Noted") + "/notes", "{\"noteText\": \"Mind the step\"}")
        .answers(200);
    Seat agent = directory.person("Agent", "*");
    admin
        .post(
            CallCentre.EVENTS,
            CallCentre.event(
                "c1", "offered", agent, ", \"from\": " + CallCentre.number("+34600111222")))
        .answers(200);
    admin
        .patch(
            CONTACTS + "/" + id("Claimed") + "/identifiers",
            "{\"operation\": \"Claim\", \"identifier\": {\"type\": \"Cookie\", \"value\": \"c-1\"}}")
        .answers(200);
    String other = directory.contact("Other Ruiz").add();
    admin
        .post(
            CONTACTS + "/merge",
            "{\"contactIds\": [\"%s\", \"%s\"]}".formatted(id("Merged"), other))
        .answers(200);
    admin.delete(CONTACTS + "/{}", id("Deleted")).answers(200);

    Answer undone = imports.undone(done.id());

    undone
        .holds("/done/removed", "1")
        .holds("/done/kept", "5")
        .holds("/done/gone", "1")
        .holds("/done/organizationsRemoved", "1")
        .holds("/done/organizationsKept", "1");
    List<String> lines = imports.kept(done.id()).lines().sorted().toList();
    assertListed(lines, "Edited Ruiz", "kept,edited");
    assertListed(lines, "Noted Ruiz", "kept,noted");
    assertListed(lines, "Called Ruiz", "kept,called");
    assertListed(lines, "Claimed Ruiz", "kept,claimed");
    assertTrue(lines.stream().anyMatch(line -> line.contains(",kept,merged,")), lines::toString);
    assertTrue(lines.stream().anyMatch(line -> line.contains(",gone,deleted,")), lines::toString);
    assertListed(lines, "Acme", "organization_kept,staffed");
    assertEquals(7, lines.size());
    assertEquals(Set.of("Acme"), organizations());
    assertEquals("Buyer", contact("Edited").text("/title"));
  }

  private static void assertListed(List<String> lines, String name, String what) {
    assertTrue(
        lines.stream().anyMatch(line -> line.contains("," + name + "," + what + ",")),
        () -> name + " among " + lines);
  }

  @Test
  void fields_that_somebody_changed_since_stay_and_the_rest_comes_back() {
    String ana =
        directory
            .contact("Ana Ruiz")
            .knownTo(directory.source("CRM"), "1")
            .with("title", "\"Buyer\"")
            .add();
    String luis = directory.contact("Luis Gil").knownTo(directory.source("CRM"), "2").add();
    Answer first =
        imports.done(
            """
            External Id,First Name,Last Name,Title,Salutation,Work Phone
            1,Ana,Ruiz,Seller,Dr.,+34911234567
            2,Luis,Gil,Pilot,,
            """,
            "");
    // The values of a later import are somebody's too.
    imports.done("External Id,First Name,Last Name,Salutation\n1,Ana,Ruiz,Prof.\n", "");
    title(luis, "Captain");

    Answer undone = imports.undone(first.id());

    undone.holds("/done/partlyRestored", "1").holds("/done/kept", "1").holds("/done/restored", "0");
    admin
        .get(CONTACTS + "/{}", ana)
        .answers(200)
        .holds("/title", "\"Buyer\"")
        .holds("/salutation", "\"Prof.\"")
        .lacks("/workPhone");
    admin.get(CONTACTS + "/{}", luis).answers(200).holds("/title", "\"Captain\"");
    List<String> lines = imports.kept(first.id()).lines().toList();
    assertListed(lines, "Ana Ruiz", "partly,edited");
    assertTrue(lines.stream().anyMatch(line -> line.endsWith(",partly,edited,salutation")));
    assertTrue(lines.stream().anyMatch(line -> line.endsWith(",kept,edited,title")));
  }

  @Test
  void contacts_that_it_merged_are_several_again() {
    directory.contact("Ana Ruiz").workEmail("ana@example.org").with("title", "\"Clerk\"").add();
    directory.contact("Anna Ruiz").workEmail("anna@example.org").add();
    directory.contact("Bo Vik").workEmail("bo@example.org").add();
    directory.contact("Bob Vik").workEmail("bob@example.org").add();
    var orders = directory.imports();
    String columns =
        orders.columnsOf(
            orders.settings(true, List.of("Email"), List.of()),
            "First",
            "$.firstName",
            "Last",
            "$.lastName",
            "Mail",
            "$.workEmail",
            "Other",
            "$.otherEmail",
            "Title",
            "$.title");
    String job =
        orders
            .job(
                admin,
                orders.upload(
                    """
                    First,Last,Mail,Other,Title
                    Ana,Ruiz,ana@example.org,anna@example.org,Buyer
                    Bo,Vik,bo@example.org,bob@example.org,Pilot
                    Eva,Paz,eva@example.org,,
                    """),
                columns,
                "*")
            .answers(202)
            .text("/job/id");
    orders.completed(job);
    assertEquals(Set.of("Ana", "Bo", "Eva"), names());
    title(id("Bo"), "Captain");

    Answer undone = imports.undone(job);

    undone
        .holds("/done/mergesUndone", "1")
        .holds("/done/mergesKept", "1")
        .holds("/done/removed", "1");
    assertEquals(Set.of("Ana", "Anna", "Bo"), names());
    contact("Bo").holds("/title", "\"Captain\"");
    assertListed(imports.kept(job).lines().toList(), "Bo Vik", "still_merged,edited");
  }

  @Test
  void more_than_a_batch_goes_and_everything_else_stays() {
    String people =
        IntStream.range(0, 4_500)
            .mapToObj(i -> "%d,Person,Number%d,+3491%07d,Company %d".formatted(i, i, i, i % 50))
            .collect(
                Collectors.joining(
                    "\n", "External Id,First Name,Last Name,Work Phone,Organization\n", "\n"));
    String ana = directory.contact("Ana Ruiz").knownTo(directory.source("CRM"), "1").add();
    Answer done = imports.done(people, "");

    imports
        .undone(done.id())
        .holds("/done/removed", "4499")
        .holds("/done/restored", "1")
        .holds("/done/organizationsRemoved", "50");

    assertEquals(Set.of("Ana"), names());
    assertEquals(3, directory.writesOf(ana));
  }

  @Test
  void only_what_is_over_and_wrote_something_is_undone_and_only_once() {
    Answer waiting = imports.end(imports.upload("First Name,Last Name\nAna,Ruiz\n", ""));
    order(waiting).refuses(409, "general.conflict", "state", "conflict");
    admin.post(Imported.IMPORTS + "/" + waiting.id() + "/cancel", "").answers(200);
    order(waiting).refuses(409, "general.conflict", "state", "conflict");
    admin.get(Imported.undoOf(waiting.id())).refuses(404, "not.found");

    Answer done = imports.done("First Name,Last Name\nAna,Ruiz\n", "");
    imports.step(done.id(), "run").refuses(404, "not.found");
    imports.counted(done.id());
    assertEquals(Set.of("Ana"), names());
    order(done).refuses(409, "general.conflict", "state", "conflict");
    imports.step(done.id(), "pause").refuses(409, "general.conflict", "state", "conflict");
    admin.delete(Imported.undoOf(done.id())).answers(204);
    admin.get(Imported.IMPORTS + "/{}", done.id()).answers(200).lacks("/undo");

    imports.undone(done.id());
    assertEquals(Set.of(), names());
    for (String step : List.of("run", "pause", "resume", "retry")) {
      imports.step(done.id(), step).refuses(409, "general.conflict", "state", "conflict");
    }
    admin.delete(Imported.undoOf(done.id())).refuses(409, "general.conflict", "state", "conflict");
    order(done).refuses(409, "general.conflict", "state", "conflict");
  }

  private Answer order(Answer it) {
    return admin.post(Imported.undoOf(it.id()), "");
  }

  @Test
  void an_undo_takes_turns_with_imports_and_rests_until_somebody_takes_it_up_again() {
    Answer done = imports.done("External Id,First Name,Last Name\nx,Ana,Ruiz\ny,Luis,Gil\n", "");
    imports.counted(done.id());
    Answer other =
        imports.upload(
            IntStream.range(0, 12_000)
                .mapToObj(i -> "%d,Eva,Number%d".formatted(i, i))
                .collect(Collectors.joining("\n", "External Id,First Name,Last Name\n", "\n")),
            "&run=true");
    imports.await(
        Imported.IMPORTS + "/" + other.id(), now -> !Imported.state(now).equals("checking"));

    imports.step(done.id(), "run").answers(200);
    Answer paused = imports.step(done.id(), "pause").answers(200);
    imports.end(other).holds("/state", "\"done\"").holds("/applied/added", "12000");

    assertTrue(paused.text("/pausedAt").length() > 1);
    admin
        .get(Imported.undoOf(done.id()))
        .answers(200)
        .holds("/state", "\"running\"")
        .holds("/done/removed", "0")
        .lacks("/progress/perSecond");
    imports.step(done.id(), "resume").answers(200).lacks("/pausedAt");
    imports.undoneSoon(done.id()).holds("/done/removed", "2");
    assertEquals(Set.of("Eva"), names());
  }

  @Test
  void what_the_log_has_forgotten_cannot_be_undone() {
    Answer done = imports.done("First Name,Last Name\nAna,Ruiz\nLuis,Gil\n", "");
    age(directory.changesOf(id("Ana")).getFirst(), Duration.ofDays(401));
    chores.stream()
        .filter(chore -> chore.name().equals("change.forget-details"))
        .forEach(chore -> chore.work().run());

    Answer refused = order(done).refuses(409, "general.conflict", "retention", "conflict");

    assertTrue(refused.text("/message").contains("400 days"), refused::body);
    assertEquals(Set.of("Ana", "Luis"), names());
  }

  /// Makes an entry older, as its id says too.
  private void age(Change change, Duration age) {
    Instant then = clock.instant().minus(age);
    jdbi.useHandle(db ->
        db.createUpdate("update change set id = :older, at = :then where id = :id")
            .bind("older", Ids.lowestAt(then))
            .bind("then", then)
            .bind("id", change.id())
            .execute());
  }

  @Test
  void whoever_undoes_an_import_may_do_all_that_it_takes() {
    Answer done = imports.done("First Name,Last Name,Organization\nAna,Ruiz,Acme\n", "");
    for (Permission lacking :
        List.of(Permission.CONTACT_ADD, Permission.CONTACT_EDIT, Permission.CONTACT_DELETE)) {
      Agent agent = directory.everythingBut(lacking);
      api.as(agent).post(Imported.undoOf(done.id()), "").refuses(403, "missing.any.permissions");
    }
    Api careful = api.as(directory.everythingBut(Permission.ORGANIZATION_DELETE));

    imports
        .counted(careful, done.id())
        .holds("/planned/removed", "1")
        .holds("/planned/organizationsRemoved", "0")
        .holds("/planned/organizationsKept", "1");
    assertListed(imports.kept(done.id()).lines().toList(), "Acme", "organization_kept,forbidden");
    careful.post(Imported.undoOf(done.id()) + "/run", "").answers(200);

    imports.undoneSoon(done.id());
    assertEquals(Set.of("Acme"), organizations());
    assertEquals(Set.of(), names());
  }
}
