package dev.callbook.testing.salesforce;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The results that wait to be paged through. A cursor belongs to the session that opened it and
/// dies with it, by idling, and when its user opens too many others.
final class Cursors {
  private static final int MOST = 10;
  private static final Duration IDLE = Duration.ofMinutes(15);

  /// A result, as it was when the query ran.
  record Cursor(String id, String token, Soql query, List<Row> rows, int batch, Instant used) {}

  private final SimulatedTime time;
  private final Map<String, Cursor> open = new LinkedHashMap<>();
  private List<Integer> sizes = List.of();
  private int pages;
  private int opened;

  Cursors(SimulatedTime time) {
    this.time = time;
  }

  /// Sizes of the pages to come, in turn, instead of what clients ask for.
  synchronized void sizes(List<Integer> sizesInTurn) {
    sizes = List.copyOf(sizesInTurn);
    pages = 0;
  }

  synchronized int size(int asked) {
    return sizes.isEmpty() ? asked : Math.min(asked, sizes.get(pages++ % sizes.size()));
  }

  synchronized Cursor open(String token, Soql query, List<Row> rows, int batch) {
    String id = "01g%06dPIAYA2".formatted(++opened);
    Cursor cursor = new Cursor(id, token, query, rows, batch, time.instant());
    open.put(id, cursor);
    if (open.size() > MOST) {
      Iterator<String> oldest = open.keySet().iterator();
      oldest.next();
      oldest.remove();
    }
    return cursor;
  }

  /// @throws ApiError `INVALID_QUERY_LOCATOR` if it is dead
  synchronized Cursor use(String id, String token) {
    Cursor cursor = open.remove(id);
    if (cursor == null
        || !cursor.token().equals(token)
        || cursor.used().plus(IDLE).isBefore(time.instant())) {
      throw new ApiError(400, "INVALID_QUERY_LOCATOR", "invalid query locator");
    }
    Cursor used =
        new Cursor(id, token, cursor.query(), cursor.rows(), cursor.batch(), time.instant());
    open.put(id, used);
    return used;
  }

  synchronized void close(String id) {
    open.remove(id);
  }

  synchronized List<String> ids() {
    return new ArrayList<>(open.keySet());
  }
}
