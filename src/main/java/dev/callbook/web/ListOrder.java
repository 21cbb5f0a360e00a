package dev.callbook.web;

/// The order of a list by name, which can be turned round.
///
/// @param path the list the other way round
/// @param direction `ascending` or `descending`, as `aria-sort` says it
public record ListOrder(String path, String direction) {
  /// @param path the list the other way round
  public static ListOrder of(boolean descending, String path) {
    return new ListOrder(path, descending ? "descending" : "ascending");
  }
}
