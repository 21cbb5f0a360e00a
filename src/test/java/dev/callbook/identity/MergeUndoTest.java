package dev.callbook.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.callbook.change.Change;
import dev.callbook.testing.Answer;
import dev.callbook.testing.CallCentre.Seat;
import dev.callbook.testing.FeatureTest;
import dev.callbook.testing.Samples;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A merge is taken back: everybody comes back as they were.
@QuarkusTest
@Tag("oldest-postgres")
class MergeUndoTest extends FeatureTest {
  private static final String NUMBER = "+34611234567";

  private String merge(String... ids) {
    return directory
        .asAdmin()
        .post(MergeTest.MERGE, MergeTest.of(List.of(ids), ""))
        .answers(200)
        .id();
  }

  private Answer undo(String id, String body) {
    return directory.asAdmin().post("/api/v2/callbook/contacts/" + id + "/unmerge", body);
  }

  private Answer read(String id) {
    return directory.asAdmin().get(CONTACTS + "/{}", id).answers(200);
  }

  private void gone(String id) {
    directory.asAdmin().get(CONTACTS + "/{}", id).refuses(404, "not.found");
  }

  private String source() {
    return directory.externalSource("CRM");
  }

  private static String externalId(String source, String value) {
    return "[{\"externalSource\": {\"id\": \"%s\"}, \"value\": \"%s\"}]".formatted(source, value);
  }

  @Test
  void the_inputs_come_back_exactly_as_they_were() {
    String source = source();
    String whole = directory.asAdmin().post(CONTACTS, Samples.CONTACT).answers(200).id();
    String other =
        directory
            .contact("Inés Etxebarria")
            .workPhone("+34944234599")
            .with("externalIds", externalId(source, "C-1"))
            .add();
    String wholeBefore = read(whole).body();
    String otherBefore = read(other).body();
    String canonical = merge(whole, other);
    assertEquals("C-1", read(canonical).text("/externalIds/0/value"));

    undo(canonical, "").answers(200, "undone.response.json");

    assertEquals(wholeBefore, read(whole).body());
    assertEquals(otherBefore, read(other).body());
    gone(canonical);
    assertEquals(
        List.of(other),
        directory.asAdmin().get(LOOKUP, "+34944234599").answers(200).each("/contacts", "/id"));
  }

  @Test
  void merges_of_merges_are_undone_level_by_level() {
    String ana = directory.contact("Ana Ruiz").add();
    String anna = directory.contact("Anna Ruiz").add();
    String luis = directory.contact("Luis Gil").add();
    String inner = merge(ana, anna);
    String innerBefore = read(inner).body();
    String outer = merge(inner, luis);

    undo(inner, "")
        .refuses(409, "general.conflict", "id", "merged")
        .holds("/entityId", "\"" + outer + "\"");
    undo(outer, "").answers(200);
    assertEquals(innerBefore, read(inner).body());
    assertEquals(inner, read(ana).id());
    assertEquals(luis, read(luis).id());
    undo(inner, "").answers(200);
    assertEquals(ana, read(ana).id());
    assertEquals(anna, read(anna).id());
    gone(inner);
    gone(outer);
  }

  @Test
  void what_was_changed_since_is_lost_only_if_the_caller_says_so() {
    String ana = directory.contact("Ana Ruiz").add();
    String anna = directory.contact("Anna Ruiz").add();
    String canonical = merge(ana, anna);
    directory
        .asAdmin()
        .put(
            CONTACTS + "/" + canonical,
            directory.contact("Ana Ruiz").with("title", "\"Chief\"").json())
        .answers(200);

    undo(canonical, "").refuses(409, "general.conflict", "discardChanges", "conflict");
    assertEquals(canonical, read(ana).id());
    undo(canonical, "{\"version\": 1, \"discardChanges\": true}")
        .refuses(409, "general.conflict", "version", "outdated");
    undo(canonical, "{\"version\": 2, \"discardChanges\": true}")
        .answers(200)
        .holds("/discardedChanges", "[\"firstName\", \"title\"]")
        .holds("/removedContact/title", "\"Chief\"");
    read(ana).lacks("/title");
  }

  @Test
  void what_was_forbidden_since_stays_forbidden() {
    String ana =
        directory
            .contact("Ana Ruiz")
            .with("cellPhone", "{\"display\": \"" + NUMBER + "\", \"acceptsSMS\": true}")
            .with("homePhone", "{\"display\": \"+34911234567\", \"acceptsSMS\": true}")
            .add();
    String anna = directory.contact("Anna Ruiz").workPhone("+34911234567").add();
    String canonical = merge(ana, anna);
    directory
        .asAdmin()
        .patch(
            CONTACTS + "/" + canonical,
            """
            {"changes": [{"field": "$.cellPhone.acceptsSMS", "action": "Update", "value": false},
                         {"field": "$.surveyOptOut", "action": "Update", "value": true}]}
            """)
        .answers(200)
        .holds("/cellPhone/acceptsSMS", "false");

    undo(canonical, "{\"discardChanges\": true}").answers(200);

    read(ana)
        .holds("/cellPhone/acceptsSMS", "false")
        // Off in the merged contact because the other refuses it, which says nothing of this one.
        .holds("/homePhone/acceptsSMS", "true")
        .holds("/surveyOptOut", "true")
        .holds("/version", "2");
    read(anna).holds("/surveyOptOut", "true");
  }

  @Test
  void notes_return_with_their_contact_and_new_ones_go_to_whoever_was_changed_last() {
    String ana = directory.contact("Ana Ruiz").add();
    String anna = directory.contact("Anna Ruiz").add();
    String old = note(ana, "of Ana");
    String canonical = merge(ana, anna);
    String fresh = note(canonical, "of both");

    undo(canonical, "").answers(200).holds("/activityMovedTo/id", "\"" + anna + "\"");

    assertEquals(List.of(old), notes(ana));
    assertEquals(List.of(fresh), notes(anna));
    assertEquals(2, directory.writesOf(fresh));
  }

  private String note(String contact, String text) {
    return directory
        .asAdmin()
        .post(CONTACTS + "/" + contact + "/notes", "{\"noteText\": \"" + text + "\"}")
        .answers(200)
        .id();
  }

  private List<String> notes(String contact) {
    return directory
        .asAdmin()
        .get(CONTACTS + "/{}/notes", contact)
        .answers(200)
        .each("/entities", "/id");
  }

  @Test
  void an_external_id_that_somebody_else_has_by_now_stops_the_undo_whole() {
    String source = source();
    String ana = directory.contact("Ana Ruiz").with("externalIds", externalId(source, "C-1")).add();
    String anna = directory.contact("Anna Ruiz").add();
    String canonical = merge(ana, anna);
    directory
        .asAdmin()
        .put(CONTACTS + "/" + canonical, directory.contact("Ana Ruiz").json())
        .answers(200);
    directory.contact("Luis Gil").with("externalIds", externalId(source, "C-1")).add();

    undo(canonical, "{\"discardChanges\": true}")
        .refuses(409, "general.conflict", "externalIds", "conflict");

    assertEquals(canonical, read(ana).id());
  }

  @Test
  void an_organization_that_is_gone_by_now_is_left_out() {
    String organization = directory.organization("Ruiz y Hermanos").add();
    String ana = directory.contact("Ana Ruiz").at(organization).add();
    String anna = directory.contact("Anna Ruiz").add();
    String canonical = merge(ana, anna);
    directory.asAdmin().delete(ORGANIZATIONS + "/{}", organization).answers(200);

    undo(canonical, "{\"discardChanges\": true}").answers(200);

    read(ana).lacks("/externalOrganization");
  }

  @Test
  void the_log_tells_a_merge_and_its_undo_as_one_step_each() {
    String ana = directory.contact("Ana Ruiz").add();
    String anna = directory.contact("Anna Ruiz").add();
    String canonical = merge(ana, anna);
    undo(canonical, "").answers(200);

    UUID step = UUID.fromString(canonical);
    for (String id : List.of(ana, anna)) {
      List<Change> log = directory.changesOf(id);
      assertEquals(
          List.of(Change.Action.CHANGED, Change.Action.CHANGED, Change.Action.ADDED),
          log.stream().map(Change::action).toList());
      assertEquals(step, log.get(0).originId());
      assertEquals(step, log.get(1).originId());
      assertEquals(canonical, Objects.requireNonNull(log.get(1).after()).path("mergedTo").asText());
    }
    assertEquals(
        List.of(Change.Action.REMOVED, Change.Action.ADDED),
        directory.changesOf(canonical).stream().map(Change::action).toList());
  }

  @Test
  void only_what_a_merge_made_can_be_taken_apart() {
    String ana = directory.contact("Ana Ruiz").add();

    undo(ana, "").refuses(409, "general.conflict", "contactId", "conflict");
    undo(UUID.randomUUID().toString(), "").refuses(404, "not.found");
  }

  @Test
  void outside_the_callers_divisions_nothing_is_undone() {
    String ana = directory.contact("Ana Ruiz").in("Legal").add();
    String anna = directory.contact("Anna Ruiz").in("Legal").add();
    String canonical = merge(ana, anna);

    for (var stranger :
        List.of(directory.everythingIn("Billing"), newDirectory("Theirs").admin())) {
      api.as(stranger)
          .post("/api/v2/callbook/contacts/" + canonical + "/unmerge", "")
          .refuses(404, "not.found");
    }
    assertEquals(canonical, read(ana).id());
  }

  @Test
  void the_page_leads_to_the_canonical_contact_and_undoes_the_merge() {
    String ana = directory.contact("Ana Ruiz").in("Billing").add();
    String anna = directory.contact("Anna Ruiz").in("Billing").add();
    String canonical = merge(ana, anna);
    Seat admin = directory.person("Admin", "Billing");
    Seat agent = directory.person("Agent", "Billing");

    assertEquals(
        "/contacts/" + canonical, path(api.at(admin).get("/contacts/{}", ana).header("Location")));
    api.at(admin)
        .get("/contacts/{}", canonical)
        .shows(200)
        .saying("Merged from 2 contacts")
        .saying("/contacts/" + canonical + "/unmerge");
    Answer seen = api.at(agent).get("/contacts/{}", canonical).shows(200);
    assertEquals(-1, seen.body().indexOf("/unmerge"));
    api.at(agent).post("/contacts/" + canonical + "/unmerge", "version=1").shows(403);
    api.at(admin).post("/contacts/" + canonical + "/unmerge", "version=7").shows(409);

    Answer undone = api.at(admin).post("/contacts/" + canonical + "/unmerge", "version=1");

    assertEquals(303, undone.status());
    assertEquals("/contacts/" + anna, path(undone.header("Location")));
    api.at(admin).get("/contacts/{}", canonical).shows(404);
    assertEquals(
        Stream.of(ana, anna).sorted().toList(),
        directory.asAdmin().get(CONTACTS).answers(200).each("/entities", "/id").stream()
            .sorted()
            .toList());
  }

  private static String path(String location) {
    return location.replaceFirst("^https?://[^/]+", "");
  }
}
