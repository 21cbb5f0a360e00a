package dev.callbook.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.callbook.testing.Answer;
import dev.callbook.testing.CallCentre;
import dev.callbook.testing.CallCentre.Seat;
import dev.callbook.testing.FeatureTest;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Notes, interactions and history stay with the contact they were written for, and are read
/// through the contact it was merged into.
@QuarkusTest
class MergedActivityTest extends FeatureTest {
  private static final String NUMBER = "+34911234567";

  private Seat agent;
  private String ana;
  private String anna;

  @BeforeEach
  void begin() {
    agent = directory.person("Agent", "Billing");
    ana = directory.contact("Ana Ruiz").in("Billing").workPhone(NUMBER).add();
    anna = directory.contact("Anna Ruizena").in("Billing").workPhone("+34911234568").add();
  }

  private String merge() {
    return directory
        .asAdmin()
        .post(MergeTest.MERGE, MergeTest.of(List.of(ana, anna), ""))
        .answers(200)
        .id();
  }

  private void undo(String canonical) {
    directory
        .asAdmin()
        .post("/api/v2/callbook/contacts/" + canonical + "/unmerge", "")
        .answers(200);
  }

  private Answer offer(String call, String number) {
    return directory
        .asAdmin()
        .post(
            CallCentre.EVENTS,
            CallCentre.event(call, "offered", agent, ", \"from\": " + CallCentre.number(number)))
        .answers(200);
  }

  private String note(String contact, String text) {
    return directory
        .asAdmin()
        .post(CONTACTS + "/" + contact + "/notes", "{\"noteText\": \"" + text + "\"}")
        .answers(200)
        .id();
  }

  private List<String> notes(String contact, String query) {
    return directory
        .asAdmin()
        .get(CONTACTS + "/" + contact + "/notes" + query)
        .answers(200)
        .each("/entities", "/id");
  }

  @Test
  void notes_are_read_through_the_merge_set_where_it_is_asked_for() {
    String ofAna = note(ana, "Calls early");
    String ofAnna = note(anna, "Calls late");
    String canonical = merge();
    String fresh = note(canonical, "Calls at noon");

    assertEquals(List.of(fresh), notes(canonical, ""));
    assertEquals(List.of(ofAna), notes(ana, ""));
    assertEquals(List.of(fresh, ofAnna, ofAna), notes(canonical, "?expand=mergeset"));
    assertEquals(List.of(ofAnna), notes(ana, "?expand=mergeset&pageSize=1&pageNumber=2"));
    directory.asAdmin().get(CONTACTS + "/{}/notes/{}", ana, ofAna).answers(200);
    api.at(agent)
        .get("/contacts/{}/notes", canonical)
        .shows(200)
        .saying("Calls early")
        .saying("Calls late")
        .saying("Calls at noon")
        .saying("/contacts/" + ana + "/notes/" + ofAna + "/delete");
    api.at(agent).get("/contacts/{}/notes/latest", ana).shows(200).saying("Calls at noon");
  }

  @Test
  void a_note_for_a_contact_that_was_merged_goes_to_the_canonical_one() {
    String canonical = merge();

    String late = note(ana, "Saved while the contact was merged");

    assertEquals(List.of(late), notes(canonical, ""));
  }

  @Test
  void interactions_are_read_through_the_merge_set_and_return_at_its_undo() {
    offer("c1", NUMBER);
    offer("c2", "+34911234568");
    String canonical = merge();
    offer("c3", NUMBER);

    assertEquals(3, calls(canonical));
    assertEquals(3, calls(ana));
    undo(canonical);
    assertEquals(1, calls(ana));
    assertEquals(2, calls(anna));
  }

  private int calls(String contact) {
    return api.at(agent)
            .get("/contacts/{}/interactions", contact)
            .shows(200)
            .body()
            .split("Inbound call", -1)
            .length
        - 1;
  }

  @Test
  void a_live_call_shows_the_canonical_contact_and_why() {
    String call = offer("c1", NUMBER).id();
    merge();

    String page = api.at(agent).get("/workspace?call=" + call).shows(200).body();

    assertFalse(page.isEmpty());
    directory
        .asAdmin()
        .post(CallCentre.EVENTS, CallCentre.event("c1", "connected", agent, ""))
        .answers(200);
    api.at(agent).get("/workspace").shows(200).saying("Anna Ruizena");
  }

  @Test
  void a_program_that_attaches_a_merged_contact_attaches_the_canonical_one() {
    String canonical = merge();

    directory
        .asAdmin()
        .put(
            "/api/v2/externalcontacts/conversations/conv-1",
            """
            {"conversationId": "conv-1", "mediaType": "CALL", "externalContactId": "%s"}
            """
                .formatted(ana))
        .answers(202);

    api.at(agent).get("/contacts/{}/interactions", canonical).shows(200).saying("<td>");
  }

  @Test
  void who_was_picked_for_a_number_is_meant_when_merged_and_again_when_apart() {
    String shared = "+34915550100";
    String one = directory.contact("Pia Sol").in("Billing").workPhone(shared).add();
    String two = directory.contact("Pia Luna").in("Billing").workPhone(shared).add();
    directory.contact("Max Mar").in("Billing").workPhone(shared).add();
    String call = offer("c1", shared).id();
    assertEquals(
        303,
        api.at(agent)
            .post("/workspace/" + call + "/pick", "remember=true&contact=" + two)
            .status());
    assertEquals(two, firstFor(shared));

    String canonical =
        directory
            .asAdmin()
            .post(MergeTest.MERGE, MergeTest.of(List.of(one, two), ""))
            .answers(200)
            .id();
    assertEquals(canonical, firstFor(shared));

    undo(canonical);
    assertEquals(two, firstFor(shared));
  }

  private String firstFor(String number) {
    return directory.asAdmin().get(LOOKUP, number).answers(200).each("/contacts", "/id").getFirst();
  }

  @Test
  void the_history_tells_of_everybody_and_restores_the_canonical_contact_alone() {
    String canonical = merge();

    Answer page =
        api.at(directory.person("Admin", "Billing"))
            .get("/contacts/{}/history", canonical)
            .shows(200)
            .saying("Merged from 2 contacts")
            .saying("Merged into this contact")
            .saying("Contact created, of a contact merged into this one");

    assertEquals(-1, page.body().indexOf("/restore"));
    undo(canonical);
    api.at(agent).get("/contacts/{}/history", ana).shows(200).saying("Merge undone");
  }
}
