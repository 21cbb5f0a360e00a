package dev.callbook.interaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.callbook.testing.Answer;
import dev.callbook.testing.CallCentre;
import dev.callbook.testing.CallCentre.Seat;
import dev.callbook.testing.FeatureTest;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a contact's page tells of its calls and messages.
@QuarkusTest
class ContactInteractionsTest extends FeatureTest {
  private static final String ANA = "+34911234567";
  private static final Instant START = Instant.parse("2024-11-23T10:00:00Z");
  private static final Pattern ROW = Pattern.compile("<tr>\\s*<td>");

  private Seat agent;
  private String ana;

  @BeforeEach
  void begin() {
    agent = directory.person("Agent", "Billing");
    ana = directory.contact("Ana Ruiz").in("Billing").workPhone(ANA).add();
  }

  private void report(String call, String kind, int second) {
    String more =
        """
        , "at": "%s", "from": {"raw": "%s"}, "to": "+34900100200"\
        """
            .formatted(START.plusSeconds(second), ANA);
    directory
        .asAdmin()
        .post(CallCentre.EVENTS, CallCentre.event(call, kind, agent, more))
        .answers(200);
  }

  private Answer page(Seat person, String query) {
    return api.at(person).get("/contacts/" + ana + "/interactions" + query);
  }

  private static long rows(Answer page) {
    return ROW.matcher(page.body()).results().count();
  }

  @Test
  void a_call_is_told_with_everything_that_is_known_of_it() {
    report("c1", "offered", 0);
    report("c1", "connected", 5);
    report("c1", "ended", 257);
    page(agent, "")
        .shows(200)
        .saying("Inbound call")
        .saying("4:12")
        .saying("Amara Okafor")
        .saying("Billing")
        .saying("+34 911 23 45 67")
        .saying("to +34900100200")
        .saying("Only this contact holds the number")
        .saying("datetime=\"2024-11-23T10:00:00Z\"");
    api.at(agent)
        .get("/contacts/{}/interactions/latest", ana)
        .shows(200)
        .saying("Inbound call")
        .saying("4:12");
    api.at(agent).get("/contacts/{}", ana).saying("/contacts/" + ana + "/interactions/latest");
  }

  @Test
  void a_call_nobody_took_is_a_missed_one() {
    report("c1", "offered", 0);
    report("c1", "ended", 20);
    page(agent, "").shows(200).saying("Missed call");
  }

  @Test
  void a_contact_without_any_says_what_will_come() {
    page(agent, "").shows(200).saying("No interactions yet");
  }

  @Test
  void a_hundred_calls_are_read_page_by_page_and_each_once() {
    for (int i = 0; i < 101; i++) {
      // Two at a time: what begins in the same instant is told apart all the same.
      report("c" + i, "offered", i / 2);
    }
    Answer first = page(agent, "").shows(200);
    Answer second = next(first);
    Answer third = next(second);
    assertEquals(50, rows(first));
    assertEquals(50, rows(second));
    assertEquals(1, rows(third));
    assertFalse(third.body().contains("?after="));
  }

  private Answer next(Answer page) {
    var next = Pattern.compile("interactions(\\?after=[^\"]+)\" rel=\"next\"").matcher(page.body());
    assertTrue(next.find(), page.body());
    return page(agent, next.group(1)).shows(200);
  }

  @Test
  void a_place_that_is_none_is_refused() {
    page(agent, "?after=nowhere").shows(400);
  }

  @Test
  void whoever_sees_another_division_sees_no_interactions() {
    report("c1", "offered", 0);
    page(directory.person("Agent", "Legal"), "").shows(404);
    page(directory.person("Agent"), "").shows(403);
  }

  @Test
  void a_contact_that_is_gone_takes_the_link_along() {
    report("c1", "offered", 0);
    directory.asAdmin().delete(CONTACTS + "/{}", ana).answers(200);
    page(agent, "").shows(404);
    String other = directory.contact("Eva Ruiz").in("Billing").add();
    assertEquals(0, rows(api.at(agent).get("/contacts/{}/interactions", other).shows(200)));
  }

  @ParameterizedTest
  @CsvSource({"0, 0:00", "7, 0:07", "252, 4:12", "3600, 1:00:00", "86399, 23:59:59"})
  void a_length_is_minutes_and_seconds_with_hours_where_there_are_any(long seconds, String text) {
    assertEquals(text, InteractionViews.length(START, START.plusSeconds(seconds)));
  }
}
