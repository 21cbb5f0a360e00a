package dev.callbook.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.callbook.testing.Browser;
import dev.callbook.testing.FeatureTest;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Follows every link and presses every button of every page, as an admin: whoever adds one has it
/// tried without asking.
@QuarkusTest
class EveryControlTest extends FeatureTest {
  @Test
  void every_link_leads_somewhere() {
    Furnished ours = new Furnished(directory);
    LinkWalk walk = new LinkWalk(api.at(ours.admin()));
    List<String> faults = walk.from(Furnished.pages().stream().map(ours::path).toList());
    assertEquals("", String.join("\n", faults));
    assertTrue(walk.visited() > 60, () -> "links: " + walk.visited());
  }

  @Test
  void every_button_does_something() {
    try (Browser browser = Browser.open()) {
      PressWalk walk = new PressWalk(browser, () -> new Furnished(newDirectory("Ours")));
      Furnished.pages().forEach(walk::press);
      assertEquals("", String.join("\n", walk.faults()));
      assertEquals("", String.join("\n", walk.unseen()));
      assertTrue(walk.pressed() > 100, () -> "buttons: " + walk.pressed());
    }
  }
}
