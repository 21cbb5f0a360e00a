package dev.callbook.crm.salesforce;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.callbook.crm.salesforce.SalesforceFailure.TooLarge;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;

/// Asks `/updated` and `/deleted`, which think in whole minutes and in spans of more than one.
final class RemovalLog {
  /// How far back Salesforce looks at all.
  static final Duration REACH = Duration.ofDays(15);

  private static final Duration SHORTEST = Duration.ofMinutes(2);
  private static final Duration FARTHEST_UPDATE = Duration.ofDays(29);
  private static final JsonFactory JSON = new ObjectMapper().getFactory();

  private final Connection connection;
  private final String path;

  RemovalLog(Connection connection, ObjectShape shape) {
    this.connection = connection;
    this.path = connection.site().path("/sobjects/" + Soql.name(shape.name()));
  }

  /// An answer of either.
  ///
  /// @param covered until when everything is committed
  private record Log(Map<RemoteId, Instant> removed, Instant earliest, Instant covered) {}

  /// Until when everything is committed: the one mark that knows of transactions that are not.
  ///
  /// @param since how far back to look for changes at most
  Instant covered(Instant since) {
    Instant now = connection.serverTime();
    Instant end = minute(now);
    Instant farthest = now.minus(FARTHEST_UPDATE);
    Duration span = Duration.between(since.isBefore(farthest) ? farthest : since, end);
    while (true) {
      try {
        Instant start = end.minus(longest(SHORTEST, span));
        return ask("updated", start, end).covered();
      } catch (TooLarge tooMany) {
        if (span.compareTo(SHORTEST) <= 0) {
          throw tooMany;
        }
        span = span.dividedBy(2);
      }
    }
  }

  Removals since(Instant since) {
    Instant now = connection.serverTime();
    // The horizon's own minute is refused.
    Instant farthest = minute(now.minus(REACH)).plus(1, ChronoUnit.MINUTES);
    if (since.isBefore(farthest)) {
      return new Removals.Hole(farthest);
    }
    Instant end = minute(now);
    Instant start = min(minute(since), end.minus(SHORTEST));
    Map<RemoteId, Instant> removed = new HashMap<>();
    Instant covered = start;
    Duration span = Duration.between(start, end);
    while (start.isBefore(end)) {
      Instant until = end(start, span, end);
      try {
        Log log = ask("deleted", start, until);
        if (log.earliest().isAfter(max(since, start))) {
          return new Removals.Hole(log.earliest());
        }
        removed.putAll(log.removed());
        covered = log.covered();
        start = until;
      } catch (TooLarge tooMany) {
        if (span.compareTo(SHORTEST) <= 0) {
          throw tooMany;
        }
        span = longest(SHORTEST, minutes(span.dividedBy(2)));
      }
    }
    return new Removals.Complete(removed, covered);
  }

  /// No rest that is too short to ask for is left.
  private static Instant end(Instant start, Duration span, Instant end) {
    Instant until = start.plus(span);
    return until.plus(SHORTEST).isAfter(end) ? end : until;
  }

  private Log ask(String which, Instant start, Instant end) {
    String query =
        "?start=" + Soql.encoded(start.toString()) + "&end=" + Soql.encoded(end.toString());
    return connection.ask(
        Request.get(path + "/" + which + "/" + query), answer -> read(answer.body()));
  }

  private static Log read(InputStream body) throws IOException {
    Map<RemoteId, Instant> removed = new HashMap<>();
    Instant earliest = Instant.MIN;
    Instant covered = Instant.MIN;
    try (JsonParser json = JSON.createParser(body)) {
      json.nextToken();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        json.nextToken();
        switch (name) {
          case "earliestDateAvailable" -> earliest = Cells.moment(json.getText());
          case "latestDateCovered" -> covered = Cells.moment(json.getText());
          case "deletedRecords" -> {
            while (json.nextToken() == JsonToken.START_OBJECT) {
              JsonNode record = json.readValueAsTree();
              removed.put(
                  new RemoteId(record.path("id").asText()),
                  Cells.moment(record.path("deletedDate").asText()));
            }
          }
          // Ids of `/updated`: hundreds of thousands, maybe, and of no interest.
          default -> json.skipChildren();
        }
      }
    } catch (DateTimeException | IllegalArgumentException broken) {
      throw new IOException("no log of removals");
    }
    if (covered.equals(Instant.MIN)) {
      throw new IOException("no log of removals");
    }
    return new Log(removed, earliest, covered);
  }

  private static Instant minute(Instant at) {
    return at.truncatedTo(ChronoUnit.MINUTES);
  }

  private static Duration minutes(Duration span) {
    return span.truncatedTo(ChronoUnit.MINUTES);
  }

  private static Instant min(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static Instant max(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Duration longest(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }
}
