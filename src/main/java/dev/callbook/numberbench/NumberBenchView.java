package dev.callbook.numberbench;

import dev.callbook.web.Choice;
import dev.callbook.web.FormErrors;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The number bench: `GET /number-bench`, `POST /number-bench`.
///
/// @param source the chosen source's id; empty if the organization has none yet
/// @param sources all of them, and which is chosen
/// @param agents whose eyes the look-up can be seen with; empty if the viewer may not know users
/// @param number as it was typed
/// @param hidden whether the caller asked to stay unknown
/// @param rules the source's rules, or those that were just tried
/// @param result what came of the number; null before one is tried
/// @param kept the source's kept numbers under these rules
/// @param broken how many of them are no longer read as they were
/// @param errors what is wrong with the form
/// @param mayEdit whether the viewer may save rules and keep numbers
record NumberBenchView(
    String source,
    List<Choice> sources,
    List<Choice> agents,
    String number,
    boolean hidden,
    Rules rules,
    @Nullable Result result,
    List<Kept> kept,
    int broken,
    FormErrors errors,
    boolean mayEdit) {

  /// How the source writes numbers. @param tried whether these differ from what is saved
  record Rules(
      List<Choice> regions,
      String outsideLine,
      String international,
      String national,
      boolean withoutPlus,
      boolean tried) {}

  /// What came of a number.
  ///
  /// @param steps in the order in which they were tried
  /// @param e164 empty if it is no full number
  /// @param key what it is looked up by; empty if nobody is looked for
  /// @param alias whether the key is another form of the number than its E.164 form
  /// @param readMicros how long reading it took
  /// @param lookupMicros how long the look-up took
  record Result(
      List<Step> steps,
      String e164,
      String key,
      boolean alias,
      Verdict verdict,
      List<Match> matches,
      long readMicros,
      long lookupMicros) {}

  /// What an agent would see.
  enum Verdict {
    KNOWN,
    SEVERAL,
    NOBODY,
    NOT_LOOKED_UP,
    UNREADABLE
  }

  /// One reading that was tried. @param taken whether it counts
  record Step(String what, String text, String became, boolean taken) {}

  /// Who matches and why.
  ///
  /// @param name empty if the viewer may not see them
  /// @param label the label of the number that matched
  /// @param pickedBefore whether an agent picked them for this number the last time
  record Match(String path, String name, String tier, String label, boolean pickedBefore) {}

  /// @param expected what it must be read as
  /// @param now what these rules read it as
  record Kept(String id, String sent, String expected, String now) {
    public boolean holds() {
      return expected.equals(now);
    }
  }
}
