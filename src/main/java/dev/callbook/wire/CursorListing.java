package dev.callbook.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.callbook.wire.Listing.Link;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A page of a list that is read by cursor. URIs are relative; the last page has neither `nextUri`
/// nor `cursors.after`, which is how some clients know that it is the last. Source: CONTRACT
/// section 5.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CursorListing<T>(
    List<T> entities, @Nullable String nextUri, String selfUri, Places cursors) {
  private static final int LEAST = 10;
  private static final int MOST = 200;
  private static final int USUAL = 100;

  /// @param after where the next page begins
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Places(@Nullable String after) {}

  /// @param path the list's path with its own query parameters, its `limit` included
  /// @param parameter the name that this list gives its cursor
  /// @param cursor the one that was sent
  /// @param next the one of the next page; null on the last
  public static <T> CursorListing<T> of(
      List<T> entities,
      Link path,
      String parameter,
      @Nullable String cursor,
      @Nullable String next) {
    return new CursorListing<>(
        List.copyOf(entities),
        next == null ? null : path.with(parameter, next).text(),
        path.with(parameter, cursor).text(),
        new Places(next));
  }

  /// The `limit` of scans and of external sources: 10 to 200, 100 where absent.
  ///
  /// @throws Refusal.Invalid naming `limit`
  public static int limit(@Nullable String limit) {
    return Parse.number("limit", limit, USUAL, LEAST, MOST);
  }
}
