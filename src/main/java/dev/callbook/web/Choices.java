package dev.callbook.web;

import java.util.List;

/// A filter by some of a few values.
///
/// @param without the list without this filter
public record Choices(List<Choice> all, String without) {
  /// Whether the list is limited by it.
  public boolean set() {
    return all.stream().anyMatch(Choice::chosen);
  }

  /// The chosen ones' names, separated by commas.
  public String chosen() {
    return String.join(", ", all.stream().filter(Choice::chosen).map(Choice::name).toList());
  }
}
