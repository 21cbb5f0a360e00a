package dev.callbook.crm.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callbook.crm.salesforce.SalesforceFailure.LocatorDead;
import dev.callbook.crm.salesforce.SalesforceFailure.ServerTrouble;
import dev.callbook.crm.salesforce.SalesforceFailure.TooLarge;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads a window, page by page, in the order of changes. What ends a result before its end, such
/// as a session that does, makes it ask anew behind the last record; what is too much for one query
/// is read in smaller spans.
///
/// Whoever keeps each page together with its place may go on from there after a crash.
public final class Changes {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration SHORTEST_SPAN = Duration.ofSeconds(1);
  private static final int MOST_DEATHS = 5;

  private final Connection connection;
  private final Selection selection;
  private final Window window;
  private final Columns columns;
  private final Cells cells;
  private Instant from;
  private Instant until;
  private @Nullable Place place;
  private @Nullable String next;
  private int deaths;

  Changes(Connection connection, Selection selection, Window window, Optional<Place> after) {
    this.connection = connection;
    this.selection = selection;
    this.window = window;
    this.columns = Columns.of(selection);
    this.cells = new Cells(selection.shape(), columns.first());
    this.from = window.from();
    this.until = window.until();
    this.place = after.orElse(null);
  }

  /// The next records: some, or none where all have been read. Ends with the window and never with
  /// a short page.
  ///
  /// @throws SalesforceFailure if it does not work for now; what was read stays good
  public List<RemoteRecord> next() {
    while (from.isBefore(window.until())) {
      Optional<QueryPage> page = page();
      if (page.isEmpty()) {
        continue;
      }
      List<RemoteRecord> records = page.get().records();
      // Before the place moves: if this fails, the same page is asked for again.
      List<RemoteRecord> whole = complete(records);
      if (!records.isEmpty()) {
        place = records.getLast().place();
        deaths = 0;
      }
      next = page.get().next().orElse(null);
      if (next == null) {
        advance();
      }
      if (!whole.isEmpty()) {
        return whole;
      }
    }
    return List.of();
  }

  /// Behind the last record that [#next] gave; empty before the first.
  public Optional<Place> place() {
    return Optional.ofNullable(place);
  }

  /// @return empty if it has to be asked for anew, in another way
  private Optional<QueryPage> page() {
    try {
      Request request =
          next == null
              ? Request.get(Soql.path(connection.site(), "queryAll", query()))
              : Request.rest(next);
      return Optional.of(connection.ask(request, answer -> QueryPage.read(answer, cells)));
    } catch (LocatorDead dead) {
      // Asks behind the last record, which makes progress even if this happens at every page that
      // has one.
      if (next == null || ++deaths == MOST_DEATHS) {
        throw dead;
      }
      next = null;
    } catch (TooLarge tooMuch) {
      shorten(tooMuch);
    } catch (ServerTrouble trouble) {
      if (trouble.status() != 500) {
        throw trouble;
      }
      shorten(trouble);
    }
    return Optional.empty();
  }

  private String query() {
    return Soql.changes(
        selection.shape(), columns.first(), new Window(from, until), Optional.ofNullable(place));
  }

  /// Half the span from where we are, down to the resolution of stamps.
  private void shorten(SalesforceFailure because) {
    Instant start = place == null || place.stamp().isBefore(from) ? from : place.stamp();
    Duration span = Duration.between(start, until);
    if (span.compareTo(SHORTEST_SPAN) <= 0) {
      throw because;
    }
    until = start.plus(span.dividedBy(2));
    next = null;
  }

  /// To the next span: what is left of the window, at most twice as long as this one.
  private void advance() {
    Duration span = Duration.between(from, until).multipliedBy(2);
    from = until;
    Instant end = from.plus(span);
    until = end.isBefore(window.until()) ? end : window.until();
  }

  /// Fetches the columns that had no room in the query. A record that has changed since is left
  /// out: it comes again, with a later stamp.
  private List<RemoteRecord> complete(List<RemoteRecord> records) {
    List<RemoteRecord> whole = records;
    for (List<String> more : columns.others()) {
      whole = join(whole, more);
    }
    return whole;
  }

  private List<RemoteRecord> join(List<RemoteRecord> records, List<String> more) {
    List<RemoteRecord> live =
        records.stream()
            .filter(record -> record.state() instanceof RemoteRecord.State.Live)
            .toList();
    if (live.isEmpty()) {
      return records;
    }
    List<Optional<RemoteRecord>> parts = retrieve(live, more);
    List<RemoteRecord> joined = new ArrayList<>();
    int at = 0;
    for (RemoteRecord record : records) {
      if (!(record.state() instanceof RemoteRecord.State.Live)) {
        joined.add(record);
        continue;
      }
      parts
          .get(at++)
          .filter(part -> part.id().equals(record.id()) && part.stamp().equals(record.stamp()))
          .map(part -> with(record, part))
          .ifPresent(joined::add);
    }
    return joined;
  }

  private List<Optional<RemoteRecord>> retrieve(List<RemoteRecord> records, List<String> more) {
    ObjectNode body = JSON.createObjectNode();
    records.forEach(record -> body.withArray("ids").add(record.id().value()));
    more.forEach(column -> body.withArray("fields").add(column));
    Cells part = new Cells(selection.shape(), more);
    String path =
        connection.site().path("/composite/sobjects/" + Soql.name(selection.shape().name()));
    return connection.ask(
        Request.send("POST", path, body.toString()), answer -> parts(answer, part, records.size()));
  }

  private static List<Optional<RemoteRecord>> parts(Answer answer, Cells cells, int count)
      throws IOException {
    JsonNode json = JSON.readTree(answer.body());
    if (json.size() != count) {
      throw new IOException("other records than asked for");
    }
    List<Optional<RemoteRecord>> parts = new ArrayList<>();
    for (JsonNode record : json) {
      parts.add(record.isNull() ? Optional.empty() : Optional.of(cells.read(record)));
    }
    return parts;
  }

  private static RemoteRecord with(RemoteRecord record, RemoteRecord part) {
    Map<String, String> values = new HashMap<>(record.values());
    values.putAll(part.values());
    return new RemoteRecord(record.id(), record.stamp(), record.state(), values);
  }
}
