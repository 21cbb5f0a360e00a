package dev.callbook.identity;

import dev.callbook.change.Conflict.Difference;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Several contacts side by side, and the one that a merge would make of them.
///
/// @param contacts in the order they were asked for; fewer than two where there is nothing to merge
/// @param ids the same as addresses have them
/// @param rows their fields; those that nobody has are left out
/// @param result what the merge would make
/// @param obstacles why it cannot be done, in sentences; empty if it can
/// @param overtaken those that somebody changed meanwhile
record MergeView(
    List<Candidate> contacts,
    String ids,
    List<Row> rows,
    Result result,
    List<String> obstacles,
    List<Overtaken> overtaken) {

  public boolean isAny() {
    return contacts.size() > 1;
  }

  /// One of the contacts. @param type empty for an ordinary one
  record Candidate(
      String id, int version, String name, String division, String type, Instant changed) {}

  /// One field.
  ///
  /// @param name what the choice is called
  /// @param chosen whether one of several values has to be chosen
  /// @param united whether every contact's values are kept
  /// @param hint what happens to it; empty for nothing special
  record Row(
      String name, String label, boolean chosen, boolean united, String hint, List<Cell> cells) {}

  /// One contact's value.
  ///
  /// @param contact its id
  /// @param name the contact's, for those who do not see the column
  /// @param lines empty for none
  record Cell(String contact, String name, List<Line> lines, boolean checked) {
    public boolean isAny() {
      return !lines.isEmpty();
    }
  }

  /// A value in words. @param sms whether a number accepts SMS; null for what is no number
  record Line(String label, String text, @Nullable Boolean sms) {}

  /// What a merge would make. @param name its name
  record Result(String name, String key, List<Field> fields) {}

  record Field(String label, List<Line> lines) {}

  /// A contact that somebody changed since the page was made.
  ///
  /// @param who who did, as far as it is known
  record Overtaken(String name, String who, List<Difference> differences) {}
}
