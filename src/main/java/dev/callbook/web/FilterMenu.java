package dev.callbook.web;

import java.util.List;
import java.util.stream.Collectors;

/// A filter of a list: a chip that opens a menu with what it can be limited to.
///
/// @param id of the menu, unique in the page
/// @param chosen what it is limited to, in words; empty while it is not
/// @param without the list without this filter
public record FilterMenu(
    String id, String name, String chosen, String without, List<Question> questions) {

  /// A menu with one question.
  public static FilterMenu of(String name, String without, Question question) {
    return new FilterMenu(
        "filter-" + question.name(), name, question.chosen(), without, List.of(question));
  }

  /// Whether the list is limited by it.
  public boolean set() {
    return !chosen.isEmpty();
  }

  /// One parameter of the list's address.
  ///
  /// @param name of the parameter
  /// @param kind `checkbox` for any number of the choices, `radio` for one, `text` for a typed
  ///   value without choices
  /// @param typed the value of a text
  public record Question(
      String legend, String name, String kind, List<Choice> choices, String typed) {
    /// Any number of the choices.
    public static Question several(String legend, String name, List<Choice> choices) {
      return new Question(legend, name, "checkbox", choices, "");
    }

    /// One of the choices.
    public static Question one(String legend, String name, List<Choice> choices) {
      return new Question(legend, name, "radio", choices, "");
    }

    /// A typed value.
    public static Question typed(String legend, String name, String typed) {
      return new Question(legend, name, "text", List.of(), typed);
    }

    /// The answer in words; empty while there is none.
    public String chosen() {
      return isText()
          ? typed
          : choices.stream()
              .filter(choice -> choice.chosen() && !choice.id().isEmpty())
              .map(Choice::name)
              .collect(Collectors.joining(", "));
    }

    public boolean isText() {
      return kind.equals("text");
    }
  }
}
