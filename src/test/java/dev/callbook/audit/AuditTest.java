package dev.callbook.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.callbook.change.Change;
import dev.callbook.platform.Chore;
import dev.callbook.platform.Ids;
import dev.callbook.testing.Answer;
import dev.callbook.testing.CallCentre.Seat;
import dev.callbook.testing.FeatureTest;
import io.quarkus.arc.All;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Who did what and when, across all records.
@QuarkusTest
class AuditTest extends FeatureTest {
  private static final Pattern ENTRY = Pattern.compile("id=\"e-([0-9a-f-]{36})\"");
  private static final Pattern NEXT = Pattern.compile("href=\"([^\"]*)\" rel=\"next\"");

  @Inject Jdbi jdbi;
  @Inject Clock clock;
  @Inject @All List<Chore> chores;

  private Seat admin;

  @BeforeEach
  void signIn() {
    admin = directory.person("Admin", "*");
  }

  private Answer log(Seat viewer, String query) {
    return api.at(viewer).get("/audit" + query).shows(200);
  }

  private static List<String> entries(Answer page) {
    return ENTRY.matcher(page.body()).results().map(found -> found.group(1)).toList();
  }

  /// Somebody with certain permissions in one division.
  private Seat holding(String division, String... permissions) {
    String name = "Role " + UUID.randomUUID();
    directory
        .asAdmin()
        .post(
            "/api/v2/authorization/roles",
            "{\"name\": \"%s\", \"permissions\": [%s]}"
                .formatted(
                    name,
                    String.join(
                        ",", Stream.of(permissions).map(each -> "\"" + each + "\"").toList())))
        .answers(200);
    return directory.person(name, division);
  }

  private String ana(String division) {
    String id = directory.contact("Ana Ruiz").in(division).workPhone("+34 944 23 45 67").add();
    directory
        .asAdmin()
        .patch(
            CONTACTS + "/" + id,
            """
            {"changes": [{"field": "$.title", "action": "Update", "value": "=Buyer"}]}
            """)
        .answers(200);
    return id;
  }

  @Test
  void a_change_is_shown_with_who_made_it_and_what_was_before_and_after() {
    String id = ana("Billing");
    directory
        .asAdmin()
        .patch(
            CONTACTS + "/" + id,
            """
            {"changes": [{"field": "$.title", "action": "Update", "value": "Head of purchase"}]}
            """)
        .answers(200);

    Answer page = log(admin, "?record=" + id);
    assertEquals(3, entries(page).size());
    page.saying("Contact changed")
        .saying("Ana Ruiz")
        .saying("<del>=Buyer</del>")
        .saying("<ins>Head of purchase</ins>")
        .saying("By API")
        .saying("href=\"/contacts/" + id + "\"");
  }

  @Test
  void entries_of_other_divisions_stay_hidden() {
    String seen = ana("Billing");
    String unseen = ana("Legal");
    Seat auditor = holding("Billing", "audits:audit:view", "externalContacts:contact:view");

    assertEquals(2, entries(log(auditor, "?record=" + seen)).size());
    assertEquals(0, entries(log(auditor, "?record=" + unseen)).size());
    assertEquals(2, entries(log(auditor, "")).size());
  }

  @Test
  void who_may_not_see_a_record_learns_that_it_changed_and_nothing_of_it() {
    String id = ana("Billing");
    Seat auditor = holding("Billing", "audits:audit:view");

    Answer page = log(auditor, "?record=" + id);
    assertEquals(2, entries(page).size());
    page.saying("You may not see this record");
    assertFalse(page.body().contains("Ruiz"), page::body);
    assertFalse(page.body().contains("Buyer"), page::body);

    String file = export(auditor, "?record=" + id, "jsonl").body();
    assertEquals(2, file.lines().count());
    assertFalse(file.contains("Ruiz"), file);
  }

  @Test
  void changes_of_access_are_seen_with_the_permission_for_them() {
    directory.person("Agent", "Billing");
    Seat auditor = holding("Billing", "audits:audit:view");
    Seat guard = holding("Billing", "audits:audit:view", "directory:user:view");

    assertEquals(0, entries(log(auditor, "?what=access")).size());
    log(guard, "?what=access").saying("User added").saying("Amara Okafor");
    assertFalse(log(guard, "?what=access").body().contains("Roles given"));
    log(admin, "?what=access").saying("Roles given").saying("Agent, Billing");
  }

  @Test
  void filters_keep_what_they_ask_for() {
    String id = ana("Billing");
    String gone = directory.contact("Luis Gil").add();
    directory.asAdmin().delete(CONTACTS + "/{}", gone).answers(200);
    directory.organization("Norrviken Bygg AB").add();
    String today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toString();
    String tomorrow = LocalDate.parse(today).plusDays(1).toString();

    assertEquals(4, entries(log(admin, "?what=contact")).size());
    assertEquals(1, entries(log(admin, "?what=organization")).size());
    assertEquals(1, entries(log(admin, "?what=contact&change=changed")).size());
    log(admin, "?what=contact&change=removed").saying("Luis Gil");
    assertEquals(4, entries(log(admin, "?what=contact&source=api")).size());
    assertEquals(0, entries(log(admin, "?what=contact&source=page")).size());
    assertEquals(4, entries(log(admin, "?what=contact&from=" + today + "&to=" + today)).size());
    assertEquals(0, entries(log(admin, "?what=contact&from=" + tomorrow)).size());
    assertEquals(2, entries(log(admin, "?record=https://ours.example/contacts/" + id)).size());
    assertEquals(0, entries(log(admin, "?change=merged")).size());
  }

  @Test
  void who_acted_is_found_by_name() {
    String id = ana("Billing");
    api.at(admin).post("/contacts/" + id + "/delete", "version=2");
    directory.person("Agent", "Billing");

    log(admin, "?name=Amara").saying("Whom do you mean?");
    log(admin, "?name=Nobody+at+all").saying("Nobody is called that");
    Answer found = api.at(admin).get("/audit?name=" + admin.email());
    assertEquals(303, found.status());
    Answer page = log(admin, found.header("Location").replaceFirst("^[^?]*", ""));
    assertEquals(1, entries(page).size());
    page.saying("Contact deleted").saying("Amara Okafor");
    log(admin, "?who=callbook");
  }

  @Test
  void pages_hold_each_entry_once_and_the_newest_first() {
    for (int i = 0; i < 60; i++) {
      directory.contact("Ana Ruiz").add();
    }
    Answer first = log(admin, "?what=contact");
    Matcher next = NEXT.matcher(first.body());
    assertTrue(next.find());
    Answer second = log(admin, next.group(1).replace("&amp;", "&").replaceFirst("^[^?]*", ""));

    assertEquals(50, entries(first).size());
    assertEquals(10, entries(second).size());
    Set<String> all = new HashSet<>(entries(first));
    all.addAll(entries(second));
    assertEquals(60, all.size());
    assertTrue(entries(first).getLast().compareTo(entries(second).getFirst()) > 0);
    assertFalse(NEXT.matcher(second.body()).find());
  }

  @Test
  void what_cannot_be_understood_is_said_at_its_field() {
    api.at(admin).get("/audit?record=that+one").shows(422).saying("id=\"record-error\"");
    api.at(admin).get("/audit?from=yesterday").shows(422).saying("id=\"from-error\"");
    api.at(admin).get("/audit?change=improved").shows(422).saying("id=\"change-error\"");
  }

  private Answer export(Seat viewer, String query, String format) {
    Answer file = api.at(viewer).post("/audit/export" + query, "format=" + format);
    assertEquals(200, file.status());
    assertTrue(file.header("Content-Disposition").contains("attachment"));
    return file;
  }

  @Test
  void the_export_holds_all_entries_and_is_one_itself() throws Exception {
    String id = ana("Billing");
    Answer file = export(admin, "?record=" + id, "jsonl");
    List<JsonNode> lines = new java.util.ArrayList<>();
    for (String line : file.body().lines().toList()) {
      lines.add(new ObjectMapper().readTree(line));
    }

    assertEquals(
        List.of("changed", "added"), lines.stream().map(l -> l.path("change").asText()).toList());
    assertEquals("=Buyer", lines.getFirst().at("/after/title").asText());
    assertEquals(id, lines.getFirst().path("recordId").asText());
    log(admin, "?what=export").saying("Export added").saying("jsonl");
  }

  @Test
  void no_cell_of_the_export_is_a_formula() {
    var program = directory.client("=HYPERLINK(1)");
    directory
        .asAdmin()
        .post(
            "/api/v2/authorization/subjects/"
                + program.client().id()
                + "/divisions/"
                + directory.division("*").wireId()
                + "/roles/"
                + directory.role("Admin"),
            "")
        .answers(204);
    api.as(directory.tokenFor(program))
        .post(CONTACTS, "{\"firstName\": \"Ana\", \"lastName\": \"Ruiz\"}")
        .answers(200);

    List<String> lines =
        export(admin, "?who=" + program.client().id(), "csv").body().lines().toList();
    assertTrue(lines.getFirst().startsWith("at,changeId,"), lines::toString);
    assertEquals(2, lines.size());
    assertTrue(lines.getLast().contains(",'=HYPERLINK(1),"), lines::toString);
  }

  @Test
  void how_long_details_are_kept_is_a_setting_whose_change_is_logged() {
    log(admin, "").saying("kept for 400 days");
    api.at(admin).post("/audit/retention", "days=29").shows(422).saying("id=\"days-error\"");
    assertEquals(303, api.at(admin).post("/audit/retention", "days=30").status());
    log(admin, "?what=setting")
        .saying("kept for 30 days")
        .saying("<del>400</del>")
        .saying("<ins>30</ins>");
  }

  @Test
  void old_details_are_forgotten_and_the_rest_stays() {
    String id = ana("Billing");
    List<Change> changes = directory.changesOf(id);
    age(changes.getLast(), Duration.ofDays(401));
    String young = changes.getFirst().id().toString();

    chores.stream()
        .filter(chore -> chore.name().equals("change.forget-details"))
        .forEach(chore -> chore.work().run());

    Answer page = log(admin, "?record=" + id);
    assertEquals(2, entries(page).size());
    assertEquals(young, entries(page).getFirst());
    page.saying("Contact added").saying("What changed is no longer kept").saying("=Buyer");
    assertTrue(directory.changesOf(id).getLast().isForgotten());
    Answer restored =
        api.at(admin)
            .post(
                "/contacts/"
                    + id
                    + "/history/"
                    + directory.changesOf(id).getLast().id()
                    + "/restore",
                "version=2");
    assertEquals(303, restored.status());
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
}
