package dev.callbook.phone;

import java.util.List;

/// How a caller was read, in the order in which it was tried.
///
/// @param caller what came of it
/// @param steps at least one; only the last made the caller
public record Explanation(Caller caller, List<Step> steps) {
  public Explanation {
    steps = List.copyOf(steps);
  }

  /// One reading that was tried.
  public sealed interface Step {
    /// The source said that the number is not to be used, or there is none.
    record Hidden() implements Step {}

    /// The text is a word that stands for no number, such as `anonymous`.
    record WithheldWord(String text) implements Step {}

    /// The text is a URI, of which this part is read.
    record Uri(String scheme, String user) implements Step {}

    /// The text has letters and is no number.
    record Letters(String text) implements Step {}

    /// Digits as the source sent them, or as its dial plan rewrites them.
    ///
    /// @param rules the dial plan's rules that were applied, in their order; none as sent
    /// @param taken whether this is the reading that counts
    record Digits(String text, List<DialPlan.Rule> rules, ParsedNumber read, boolean taken)
        implements Step {}
  }
}
