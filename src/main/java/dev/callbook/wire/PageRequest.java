package dev.callbook.wire;

import dev.callbook.wire.Refusal.Invalid;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/// The wire's page-number paging: `pageSize` 1 to 100 (default 20), `pageNumber` from 1, together
/// no deeper than 1,000 records. Source: CONTRACT section 5.
public record PageRequest(int size, int number) {
  /// How deep a page-number list can be read.
  public static final int WINDOW = 1_000;

  private static final int MAX_SIZE = 100;

  /// The query parameters as they arrive.
  public record Query(
      @QueryParam("pageSize") @DefaultValue("") String pageSize,
      @QueryParam("pageNumber") @DefaultValue("") String pageNumber) {}

  /// @throws Invalid naming `pageSize` or `pageNumber`
  public static PageRequest of(@Nullable String pageSize, @Nullable String pageNumber) {
    return of(pageSize, pageNumber, 20);
  }

  /// As [#of(String, String)], for the lists with another size where none is asked for.
  public static PageRequest of(
      @Nullable String pageSize, @Nullable String pageNumber, int defaultSize) {
    int size = Parse.number("pageSize", pageSize, defaultSize, 1, MAX_SIZE);
    int number = Parse.number("pageNumber", pageNumber, 1, 1, WINDOW);
    if ((long) size * number > WINDOW) {
      throw new Invalid(
          "pageNumber",
          "invalid.value",
          "pageNumber times pageSize must not exceed "
              + WINDOW
              + ". Use a scan to read everything.");
    }
    return new PageRequest(size, number);
  }

  public int offset() {
    return (number - 1) * size;
  }
}
