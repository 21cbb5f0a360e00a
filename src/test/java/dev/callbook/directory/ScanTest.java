package dev.callbook.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.callbook.access.Permission;
import dev.callbook.testing.Agent;
import dev.callbook.testing.Answer;
import dev.callbook.testing.FeatureTest;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The scans of contacts, organizations, notes and relationships.
@QuarkusTest
@Tag("oldest-postgres")
class ScanTest extends FeatureTest {
  private static final String SCAN = "/api/v2/externalcontacts/scan/";

  enum Kind {
    CONTACTS,
    ORGANIZATIONS,
    NOTES,
    RELATIONSHIPS;

    String path() {
      return SCAN + name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  private String add(Kind kind, String division) {
    return switch (kind) {
      case CONTACTS -> directory.contact("Ana Ruiz").in(division).add();
      case ORGANIZATIONS -> directory.organization("Ruiz").in(division).add();
      case NOTES -> note(CONTACTS + "/" + directory.contact("Ana Ruiz").in(division).add());
      case RELATIONSHIPS ->
          directory.relationship(
              directory.person("Agent").user(),
              directory.organization("Ruiz").in(division).add(),
              "Sponsor");
    };
  }

  private String note(String subject) {
    return directory
        .asAdmin()
        .post(subject + "/notes", "{\"noteText\": \"Calls early\"}")
        .answers(200)
        .id();
  }

  private Set<String> addSome(Kind kind, String division, int count) {
    Set<String> added = new HashSet<>();
    IntStream.range(0, count).forEach(_ -> added.add(add(kind, division)));
    return added;
  }

  /// Reads from a page on to the last.
  private List<String> rest(Agent agent, Answer first) {
    List<String> met = new ArrayList<>();
    for (Answer page = first; ; page = api.as(agent).get(page.text("/nextUri")).answers(200)) {
      met.addAll(page.each("/entities", "/id"));
      if (page.at("/nextUri").isMissingNode()) {
        page.lacks("/cursors/after");
        return met;
      }
      assertTrue(page.text("/nextUri").contains("cursor=" + page.text("/cursors/after")));
    }
  }

  private List<String> all(Agent agent, String path) {
    return rest(agent, api.as(agent).get(path).answers(200));
  }

  @ParameterizedTest
  @EnumSource
  void everything_is_met_once(Kind kind) {
    Set<String> added = addSome(kind, "Billing", 14);
    added.addAll(addSome(kind, "Legal", 11));

    List<String> met = all(directory.admin(), kind.path() + "?limit=10");

    assertEquals(25, met.size());
    assertEquals(added, Set.copyOf(met));
    Answer first = directory.asAdmin().get(kind.path() + "?limit=10").answers(200);
    first.holds("/selfUri", "\"" + kind.path() + "?limit=10\"");
    assertEquals(10, first.at("/entities").size());
    assertEquals(25, all(directory.admin(), kind.path()).size());
  }

  @ParameterizedTest
  @EnumSource
  void what_stands_still_is_met_once_while_others_are_written(Kind kind) {
    Set<String> still = addSome(kind, "Billing", 12);
    Set<String> removed = new HashSet<>();
    if (kind == Kind.CONTACTS) {
      removed.addAll(addSome(kind, "Billing", 3));
    }
    still.addAll(addSome(kind, "Legal", 6));
    Answer first = directory.asAdmin().get(kind.path() + "?limit=10").answers(200);
    addSome(kind, "Billing", 3);
    addSome(kind, "Arrears", 3);
    removed.forEach(id -> directory.asAdmin().delete(CONTACTS + "/{}", id).answers(200));

    List<String> met = rest(directory.admin(), first);

    assertEquals(met.size(), Set.copyOf(met).size());
    assertTrue(met.containsAll(still));
  }

  @ParameterizedTest
  @EnumSource
  void a_scan_ends_at_the_callers_divisions_and_at_the_one_asked_for(Kind kind) {
    Set<String> billing = addSome(kind, "Billing", 11);
    Set<String> starred = addSome(kind, "*", 2);
    addSome(kind, "Legal", 11);
    Agent agent = directory.everythingIn("Billing");
    String id = directory.division("Billing").wireId();

    assertEquals(billing, Set.copyOf(all(agent, kind.path() + "?limit=10&divisionId=" + id)));
    billing.addAll(starred);
    assertEquals(billing, Set.copyOf(all(agent, kind.path() + "?limit=10&divisionId=")));
    api.as(agent)
        .get(kind.path() + "?divisionId=" + directory.division("Legal").wireId())
        .refuses(400, "invalid.value", "divisionId", "invalid.value");
  }

  @ParameterizedTest
  @EnumSource
  void a_right_to_view_all_counts_in_every_division(Kind kind) {
    Set<String> all = addSome(kind, "Billing", 7);
    all.addAll(addSome(kind, "Legal", 7));
    newDirectory("Theirs").contact("Luis Gil").add();

    List<String> met =
        all(directory.everythingIn("Billing"), kind.path() + "/divisionviews/all?limit=10");

    assertEquals(all, Set.copyOf(met));
    assertEquals(14, met.size());
  }

  @Test
  void notes_about_organizations_are_for_whoever_sees_those() {
    String ofContact = note(CONTACTS + "/" + directory.contact("Ana Ruiz").add());
    String ofOrganization = note(ORGANIZATIONS + "/" + directory.organization("Ruiz").add());
    Agent some = directory.holding(Set.of(Permission.CONTACT_VIEW, Permission.CONTACT_VIEW_ALL));

    assertEquals(
        Set.of(ofContact, ofOrganization), Set.copyOf(all(directory.admin(), Kind.NOTES.path())));
    assertEquals(List.of(ofContact), all(some, Kind.NOTES.path()));
    assertEquals(List.of(ofContact), all(some, Kind.NOTES.path() + "/divisionviews/all"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"9", "201", "0", "-1", "ten", "10.5"})
  void a_page_has_10_to_200_records(String limit) {
    directory
        .asAdmin()
        .get(Kind.CONTACTS.path() + "?limit=" + limit)
        .refuses(400, "invalid.value", "limit", "invalid.value");
  }

  @Test
  void a_cursor_is_good_for_its_own_scan() {
    addSome(Kind.CONTACTS, "Billing", 11);
    String scan = Kind.CONTACTS.path();
    String cursor = directory.asAdmin().get(scan + "?limit=10").answers(200).text("/cursors/after");

    directory.asAdmin().get(scan + "?limit=20&cursor=" + cursor).answers(200);
    directory.asAdmin().get(scan + "?cursor=").answers(200);
    for (String other :
        List.of(
            Kind.ORGANIZATIONS.path() + "?cursor=" + cursor,
            scan + "/divisionviews/all?cursor=" + cursor,
            scan + "?divisionId=*&cursor=" + cursor,
            scan + "?cursor=" + cursor.substring(1),
            scan + "?cursor=nonsense")) {
      directory.asAdmin().get(other).refuses(400, "invalid.value", "cursor", "invalid.value");
    }
  }
}
