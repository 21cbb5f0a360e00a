package dev.callbook.csvimport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.callbook.access.Permission;
import dev.callbook.testing.Agent;
import dev.callbook.testing.Answer;
import dev.callbook.testing.FeatureTest;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// A file, its dry run, its run and its report.
@QuarkusTest
class ImportFileTest extends FeatureTest {
  private static final String IMPORTS = "/api/v2/callbook/imports";

  @Test
  void a_dry_run_counts_and_writes_nothing_and_the_run_writes() {
    String file =
        """
        External Id;First Name;Last Name;Work Phone;E-mail;Organization
        1;Ana;Ruiz;+34 911 23 45 67;ana@example.org;Acme
        2;Luis;Gil;;luis@example.org;Acme
        """;

    Answer checked = end(upload(file, ""));

    counts(checked, 2, 0, 0, 0, 0);
    assertEquals("checked", checked.text("/state"));
    assertEquals(List.of(), names());
    api.as(directory.admin()).post(IMPORTS + "/" + checked.id() + "/run", "").answers(200);
    Answer done = end(checked);
    done.holds("/state", "\"done\"").holds("/applied/added", "2");
    assertEquals(Set.of("Ana Ruiz", "Luis Gil"), Set.copyOf(names()));
    assertEquals(
        1, api.as(directory.admin()).get(ORGANIZATIONS).answers(200).at("/entities").size());
    api.as(directory.admin())
        .get(LOOKUP, "+34911234567")
        .answers(200)
        .holds("/contacts/0/firstName", "\"Ana\"")
        .holds("/contacts/0/workPhone/acceptsSMS", "false");
  }

  @Test
  void the_same_file_again_changes_nothing() {
    String file =
        """
        External Id,First Name,Last Name,Cell Phone,Organization,Survey opt-out
        1,Ana,Ruiz,0034 600 111 222,Acme,yes
        2,Luis,Gil,,Acme,no
        """;
    done(file, "");

    Answer again = done(file, "");

    counts(again, 0, 0, 2, 0, 0);
    again.holds("/applied/kept", "2");
    assertEquals(1, directory.writesOf(contactNamed("Ana")));
  }

  @Test
  void empty_cells_and_unnamed_columns_leave_what_is_stored() {
    done(
        """
        External Id,First Name,Last Name,Title,Work Phone,Cell Phone
        1,Ana,Ruiz,Buyer,+34911234567,+34600111222
        """,
        "");

    Answer corrected =
        done(
            """
            External Id,First Name,Last Name,Title,Work Phone
            1,Ana María,Ruiz,,+34911234568
            """,
            "");

    counts(corrected, 0, 1, 0, 0, 0);
    String ana = contactNamed("Ana María");
    api.as(directory.admin())
        .get(CONTACTS + "/{}", ana)
        .answers(200)
        .holds("/title", "\"Buyer\"")
        .holds("/workPhone/e164", "\"+34911234568\"")
        .holds("/cellPhone/e164", "\"+34600111222\"")
        .holds("/version", "2");
    assertEquals(2, directory.writesOf(ana));
  }

  @Test
  void what_an_export_made_harmless_is_as_it_was() {
    done(
        """
        External Id,First Name,Last Name,Title
        1,Ana,'-Ruiz,'=Buyer
        2,Eva,''t Hooft,'Chief'
        """,
        "");

    String ana = contactNamed("Ana");
    api.as(directory.admin())
        .get(CONTACTS + "/{}", ana)
        .answers(200)
        .holds("/lastName", "\"-Ruiz\"")
        .holds("/title", "\"=Buyer\"");
    api.as(directory.admin())
        .get(CONTACTS + "/{}", contactNamed("Eva"))
        .answers(200)
        .holds("/lastName", "\"'t Hooft\"")
        .holds("/title", "\"'Chief'\"");
  }

  @Test
  void numbers_are_read_as_they_are_dialled_where_the_row_lives() {
    done(
        """
        External Id,First Name,Last Name,Work Phone,Country
        1,Ana,Ruiz,911 23 45 67,ES
        2,Nigel,Gray,01179 696704,gb
        3,Bo,Lee,(415) 555-2671,Atlantis
        """,
        "");

    assertEquals("+34911234567", workNumberOf("Ana"));
    assertEquals("+441179696704", workNumberOf("Nigel"));
    assertEquals("+14155552671", workNumberOf("Bo"));
  }

  private String workNumberOf(String firstName) {
    return api.as(directory.admin())
        .get(CONTACTS + "/{}", contactNamed(firstName))
        .answers(200)
        .text("/workPhone/e164");
  }

  @Test
  void later_rows_correct_whom_earlier_rows_added() {
    Answer done =
        done(
            """
            External Id,First Name,Last Name,Title
            1,Ana,Ruiz,Buyer
            2,Luis,Gil,
            1,Ana María,Ruiz,
            1,Ana María,Ruiz,
            """,
            "");

    counts(done, 2, 1, 1, 0, 0);
    String ana = contactNamed("Ana María");
    api.as(directory.admin()).get(CONTACTS + "/{}", ana).answers(200).holds("/title", "\"Buyer\"");
    assertEquals(1, directory.writesOf(ana));
  }

  @Test
  void rows_without_external_ids_are_recognised_by_email_and_phone_where_asked() {
    done(
        """
        First Name,Last Name,E-mail,Work Phone
        Ana,Ruiz,ana@example.org,
        Luis,Gil,,+34 911 23 45 67
        """,
        "");

    Answer done =
        done(
            """
            First Name,Last Name,E-mail,Work Phone
            Anna,Ruiz,ANA@example.org,
            Louis,Gil,,0034911234567
            """,
            "&matchOn=email,phone");

    counts(done, 0, 2, 0, 0, 0);
    assertEquals(Set.of("Anna Ruiz", "Louis Gil"), Set.copyOf(names()));
  }

  @Test
  void a_row_that_fits_several_contacts_is_reported_and_not_applied() {
    done(
        """
        First Name,Last Name,E-mail
        Ana,Ruiz,info@example.org
        Luis,Gil,info@example.org
        """,
        "");

    Answer done =
        done(
            """
            First Name,Last Name,E-mail
            Zoe,Lee,info@example.org
            """,
            "&matchOn=email");

    counts(done, 0, 0, 0, 0, 1);
    assertTrue(report(done).contains("2 contacts have this e-mail address"), () -> report(done));
    assertEquals(Set.of("Ana Ruiz", "Luis Gil"), Set.copyOf(names()));
  }

  @Test
  void two_ids_of_one_source_are_two_people_even_with_one_email() {
    Answer done =
        done(
            """
            External Id,First Name,Last Name,E-mail
            1,Ana,Ruiz,info@example.org
            2,Luis,Gil,info@example.org
            """,
            "&matchOn=email");

    counts(done, 2, 0, 0, 0, 0);
  }

  @Test
  void rejected_rows_are_reported_with_line_column_reason_and_cells() {
    Answer done =
        done(
            """
            External Id;First Name;Last Name;E-mail;Work Phone
            1;Ana;Ruiz;ana(at)example.org;+34911234567
            2;;Gil;luis@example.org;
            3;"Eva
            Maria";Paz;eva@example.org;none
            4;Bob;Ray;bob@example.org
            """,
            "");

    counts(done, 0, 0, 0, 4, 0);
    String report = report(done);
    assertTrue(
        report.contains(
            "2;E-mail;E-mail is not an e-mail address such as ana@example.org.;1;Ana;Ruiz"),
        report);
    assertTrue(report.contains("3;First Name;Enter a first name.;2;;Gil"), report);
    assertTrue(report.contains("4;Work Phone;A phone number needs at least one digit.;3"), report);
    assertTrue(report.contains("6;;The row has fewer cells (4) than the header (5)"), report);
    assertEquals(List.of(), names());
  }

  @Test
  void a_number_accepts_sms_only_where_a_named_column_says_yes() {
    String file =
        """
        First Name,Last Name,Cell Phone,SMS
        Ana,Ruiz,+34600111222,yes
        Luis,Gil,+34600111333,perhaps
        """;
    done(file, "&mapping=FIRST_NAME,LAST_NAME,CELL_PHONE,CELL_PHONE_SMS");

    assertEquals("true", sms("+34600111222"));
    assertEquals("false", sms("+34600111333"));
  }

  @Test
  void a_file_that_is_no_csv_is_refused_in_words_and_leaves_nothing() {
    refused("<html><body>Sign in</body></html>", "This is a web page, not a CSV file.");
    refused("First Name,Last Name\n", "no rows");
    refused("First Name,Last Name\nAna,\"Ruiz\nLuis,Gil\n", "");
    refused("Number,Colour\n1,red\n", "No column is the last name.");
  }

  @Test
  void broken_quotes_far_down_fail_the_dry_run_with_their_line() {
    String rows =
        IntStream.range(0, 20_000)
            .mapToObj(i -> "Person,Number" + i + ",note")
            .collect(Collectors.joining("\n"));

    Answer failed = end(upload("First Name,Last Name,Notes\n" + rows + "\nAna,\"Ruiz,note\n", ""));

    assertEquals("failed", failed.text("/state"));
    assertTrue(failed.text("/reason").startsWith("Line 20002: a quote opens"), failed::body);
    assertEquals(List.of(), names());
  }

  @Test
  void nobody_imports_into_a_division_that_is_not_theirs() {
    Agent billing = directory.everythingIn("Billing");
    String legal = directory.division("Legal").id().value().toString();

    csv(billing)
        .send("POST", IMPORTS + "?division=" + legal, "First Name,Last Name\nAna,Ruiz\n")
        .refuses(400, "invalid.value", "division.id", "invalid.value");
  }

  @Test
  void an_import_of_another_division_is_not_found() {
    String legal = directory.division("Legal").id().value().toString();
    Answer theirs =
        csv(directory.admin())
            .send("POST", IMPORTS + "?division=" + legal, "First Name,Last Name\nAna,Ruiz\n")
            .answers(202);

    api.as(directory.everythingIn("Billing")).get(IMPORTS + "/" + theirs.id()).answers(404);
    end(theirs);
  }

  @Test
  void who_may_not_add_organizations_is_told_before_anything_is_read() {
    Agent agent = directory.everythingBut(Permission.ORGANIZATION_ADD);

    csv(agent)
        .send("POST", IMPORTS, "First Name,Last Name,Organization\nAna,Ruiz,Acme\n")
        .refuses(400, "invalid.value", "columns", "forbidden");
  }

  @Test
  void a_cancelled_import_cannot_be_run() {
    Answer checked = end(upload("First Name,Last Name\nAna,Ruiz\n", ""));

    api.as(directory.admin())
        .post(IMPORTS + "/" + checked.id() + "/cancel", "")
        .answers(200)
        .holds("/state", "\"cancelled\"");
    api.as(directory.admin()).post(IMPORTS + "/" + checked.id() + "/run", "").answers(409);
    assertEquals(List.of(), names());
  }

  @Test
  void two_imports_at_once_add_everybody_once() {
    String file =
        "External Id,First Name,Last Name\n"
            + IntStream.range(0, 12_000)
                .mapToObj(i -> i + ",Person,Number" + i)
                .collect(Collectors.joining("\n"));

    Answer one = upload(file, "&run=true");
    Answer two = upload(file, "&run=true");

    Answer first = end(one);
    Answer second = end(two);
    assertEquals("done", first.text("/state"), first::body);
    assertEquals("done", second.text("/state"), second::body);
    assertEquals(
        12_000, first.at("/applied/added").asLong() + second.at("/applied/added").asLong());
    assertEquals(12_000, first.at("/applied/kept").asLong() + second.at("/applied/kept").asLong());
  }

  @Test
  void two_files_at_once_that_share_people_by_number_and_email_add_each_of_them_once() {
    Answer one = upload(people("Ana", 0, 6_000), "&run=true&matchOn=email,phone");
    Answer two = upload(people("Anna", 3_000, 9_000), "&run=true&matchOn=email,phone");

    Answer first = end(one);
    Answer second = end(two);

    assertEquals("done", first.text("/state"), first::body);
    assertEquals("done", second.text("/state"), second::body);
    assertEquals(9_000, first.at("/applied/added").asLong() + second.at("/applied/added").asLong());
    assertEquals(
        3_000, first.at("/applied/changed").asLong() + second.at("/applied/changed").asLong());
    assertEquals(
        1, directory.asAdmin().get(LOOKUP, "+34914003000").answers(200).at("/contacts").size());
  }

  /// Half of them have a number only, the others an e-mail address only.
  private static String people(String firstName, int from, int to) {
    return "First Name,Last Name,Work Phone,E-mail\n"
        + IntStream.range(from, to)
            .mapToObj(i ->
                firstName
                    + ",Number"
                    + i
                    + (i % 2 == 0 ? ",+34914%06d,".formatted(i) : ",,p" + i + "@example.org"))
            .collect(Collectors.joining("\n"));
  }

  private dev.callbook.testing.Api csv(Agent agent) {
    return api.as(agent).with("Content-Type", "text/csv");
  }

  private Answer upload(String file, String query) {
    return csv(directory.admin())
        .send("POST", IMPORTS + "?source=CRM" + query, file.getBytes(StandardCharsets.UTF_8))
        .answers(202);
  }

  private Answer done(String file, String query) {
    Answer done = end(upload(file, query + "&run=true"));
    assertEquals("done", done.text("/state"), done::body);
    return done;
  }

  /// Asks until the work is over or waits for somebody.
  private Answer end(Answer started) {
    Instant limit = Instant.now().plus(Duration.ofSeconds(60));
    while (Instant.now().isBefore(limit)) {
      Answer now = api.as(directory.admin()).get(IMPORTS + "/" + started.id()).answers(200);
      if (!Set.of("checking", "running").contains(now.text("/state"))) {
        return now;
      }
    }
    return fail("the import did not end: " + started.body());
  }

  private static void counts(
      Answer it, int add, int change, int keep, int rejected, int ambiguous) {
    it.holds("/plan/toAdd", String.valueOf(add))
        .holds("/plan/toChange", String.valueOf(change))
        .holds("/plan/toKeep", String.valueOf(keep))
        .holds("/plan/rejected", String.valueOf(rejected))
        .holds("/plan/ambiguous", String.valueOf(ambiguous));
  }

  private String report(Answer done) {
    return api.as(directory.admin())
        .get(IMPORTS + "/" + done.id() + "/rejections")
        .answers(200)
        .body();
  }

  private void refused(String file, String words) {
    Answer refusal =
        csv(directory.admin()).send("POST", IMPORTS, file.getBytes(StandardCharsets.UTF_8));
    if (refusal.status() == 202) {
      Answer failed = end(refusal);
      assertEquals("failed", failed.text("/state"), failed::body);
    } else {
      refusal.answers(400);
      assertTrue(refusal.text("/message").contains(words), refusal::body);
    }
    assertEquals(List.of(), names());
  }

  private List<String> names() {
    return api.as(directory.admin())
        .get(CONTACTS)
        .answers(200)
        .at("/entities")
        .valueStream()
        .map(
            contact -> contact.path("firstName").asText() + " " + contact.path("lastName").asText())
        .toList();
  }

  private String contactNamed(String firstName) {
    return api.as(directory.admin())
        .get(CONTACTS)
        .answers(200)
        .at("/entities")
        .valueStream()
        .filter(contact -> contact.path("firstName").asText().equals(firstName))
        .map(contact -> contact.path("id").asText())
        .findFirst()
        .orElseGet(() -> fail("nobody is called " + firstName));
  }

  private String sms(String number) {
    return api.as(directory.admin())
        .get(LOOKUP, number)
        .answers(200)
        .text("/contacts/0/cellPhone/acceptsSMS");
  }
}
