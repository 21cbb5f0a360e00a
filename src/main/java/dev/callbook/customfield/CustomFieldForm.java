package dev.callbook.customfield;

import dev.callbook.web.Choice;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The custom fields of a record's form, for the tag `customFields`.
///
/// @param schema the id of the schema whose fields are shown; empty where none takes values
/// @param schemaName its name; empty where there is none
/// @param schemas what a record without a schema may take up; empty where there is nothing to pick
/// @param inputs the fields that take values, in the author's order
/// @param kept what the record holds and can no longer be changed
public record CustomFieldForm(
    String schema, String schemaName, List<Choice> schemas, List<Input> inputs, List<Kept> kept) {
  /// Nothing to show.
  public static final CustomFieldForm NONE =
      new CustomFieldForm("", "", List.of(), List.of(), List.of());

  public boolean isAny() {
    return !schemas.isEmpty() || !inputs.isEmpty() || !kept.isEmpty();
  }

  /// One field.
  ///
  /// @param id its name and id
  /// @param control what it is made of
  /// @param type of a line: HTML's word
  /// @param hint what it is for, and its limits in words; empty for none
  /// @param value as it stands in the form; `true` for a box that is ticked
  /// @param options of a choice, the current one chosen
  /// @param mode of a line: HTML's word for the keyboard; empty for none
  /// @param maxLength 0 for none
  /// @param pattern empty for none
  /// @param least of a date; empty for none
  /// @param most of a date; empty for none
  public record Input(
      String id,
      Control control,
      String type,
      String title,
      String hint,
      boolean required,
      String value,
      List<Choice> options,
      String mode,
      int maxLength,
      String pattern,
      String least,
      String most) {

    public boolean isLine() {
      return control == Control.LINE;
    }

    public boolean isLines() {
      return control == Control.LINES;
    }

    public boolean isChoice() {
      return control == Control.CHOICE;
    }

    public boolean isBox() {
      return control == Control.BOX;
    }

    public boolean isTicked() {
      return value.equals("true");
    }

    /// The ids of what says more about it; empty for nothing.
    public String describedBy(String error) {
      return Stream.of(hint.isEmpty() ? "" : id + "-hint", error.isEmpty() ? "" : id + "-error")
          .filter(said -> !said.isEmpty())
          .collect(Collectors.joining(" "));
    }
  }

  /// What an input is made of.
  public enum Control {
    LINE,
    LINES,
    CHOICE,
    BOX
  }

  /// A value that stays as it is. @param id what a refusal of it names
  public record Kept(String id, String title, String text) {
    /// The text line by line.
    public List<String> lines() {
      return text.lines().toList();
    }
  }
}
