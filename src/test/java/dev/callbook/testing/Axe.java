package dev.callbook.testing;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// The accessibility rules of axe (WCAG 2.2 AA and best practices), looked up in a page.
///
/// [AxeBuilder] puts the rules together in a second page, for the sake of frames, which takes two
/// thirds of the time. Our policy allows no frames.
final class Axe {
  private static final String RULES = "() => { if (!window.axe) { " + rules() + " } }";
  private static final String GRAVE =
      """
      async () => {
        const {violations} = await axe.run(document, {resultTypes: ['violations']});
        return violations
          .filter(rule => ['serious', 'critical'].includes(rule.impact))
          .map(rule => `${rule.id} (${rule.impact}): ${rule.help}` + rule.nodes.map(
            node => `\\n  ${node.target} ${node.failureSummary}`).join(''));
      }
      """;

  private Axe() {}

  /// The serious and critical violations, in words; in no order.
  @SuppressWarnings("unchecked") // the script gives texts
  static List<String> grave(Page page) {
    page.evaluate(RULES);
    return (List<String>) page.evaluate(GRAVE);
  }

  private static String rules() {
    try (InputStream script = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
      return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
