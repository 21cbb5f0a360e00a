package dev.callbook.bulkaction;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.callbook.testing.Answer;
import dev.callbook.testing.CallCentre.Seat;
import dev.callbook.testing.FeatureTest;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;

/// Tests of actions on many records.
abstract class BulkTest extends FeatureTest {
  private static final Pattern TALLY =
      Pattern.compile("<dt>(?:<span[^>]*></span>)?([^<]*)</dt><dd>([^<]*)</dd>");

  Seat admin;

  @BeforeEach
  void begin() {
    admin = directory.person("Admin", "*");
  }

  /// @return the path of the action's page
  String order(Seat who, String list, String form) {
    return path(api.at(who).post(list + "/bulk", form).answers(303));
  }

  static String path(Answer answer) {
    return answer.header("Location").replaceFirst("^https?://[^/]*", "");
  }

  /// The page of an action as soon as nothing moves on it.
  String settled(Seat who, String action) {
    long limit = System.nanoTime() + 30_000_000_000L;
    while (api.at(who).get(action + "/progress").answers(200).header("HX-Refresh").isEmpty()) {
      assertTrue(System.nanoTime() < limit, () -> api.at(who).get(action).body());
      Thread.onSpinWait();
    }
    return api.at(who).get(action).answers(200).body();
  }

  /// The numbers on its page, each with its words.
  Set<String> tally(Seat who, String action) {
    return Set.copyOf(
        TALLY
            .matcher(settled(who, action))
            .results()
            .map(found -> found.group(1) + " " + found.group(2))
            .toList());
  }

  /// As [#tally] once it was run, cancelled or undone.
  Set<String> after(Seat who, String action, String act) {
    settled(who, action);
    api.at(who).post(action + "/" + act, "").answers(303);
    return tally(who, action);
  }
}
