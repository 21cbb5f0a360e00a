package dev.callbook.crm.salesforce;

import dev.callbook.crm.salesforce.RemoteRecord.State;
import dev.callbook.crm.salesforce.SalesforceFailure.LocatorDead;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Asks about records one by one: first for those that are there or in the bin, then in the log.
final class Standings {
  /// Ids that fit into one address.
  private static final int AT_ONCE = 300;

  private static final int TRIES = 5;

  /// The log's oldest part may go while we ask.
  private static final Duration MARGIN = Duration.ofMinutes(5);

  private final Connection connection;
  private final ObjectShape shape;

  Standings(Connection connection, ObjectShape shape) {
    this.connection = connection;
    this.shape = shape;
  }

  Map<RemoteId, Standing> of(Collection<RemoteId> ids) {
    Map<RemoteId, Standing> found = new HashMap<>();
    List<RemoteId> asked = List.copyOf(new LinkedHashSet<>(ids));
    for (int from = 0; from < asked.size(); from += AT_ONCE) {
      List<RemoteId> some = asked.subList(from, Math.min(asked.size(), from + AT_ONCE));
      for (RemoteRecord record : read(some)) {
        found.put(record.id(), standing(record.state()));
      }
    }
    List<RemoteId> missing = asked.stream().filter(id -> !found.containsKey(id)).toList();
    if (!missing.isEmpty()) {
      Set<RemoteId> removed = removed();
      missing.forEach(id ->
          found.put(id, removed.contains(id) ? new Standing.Removed() : new Standing.NotVisible()));
    }
    return Map.copyOf(found);
  }

  private static Standing standing(State state) {
    return switch (state) {
      case State.Live _ -> new Standing.Present();
      case State.Deleted _ -> new Standing.Removed();
      case State.MergedInto merged -> new Standing.MergedInto(merged.winner());
    };
  }

  private List<RemoteRecord> read(List<RemoteId> ids) {
    for (int tries = 1; ; tries++) {
      try {
        return readOnce(ids);
      } catch (LocatorDead dead) {
        if (tries == TRIES) {
          throw dead;
        }
      }
    }
  }

  private List<RemoteRecord> readOnce(List<RemoteId> ids) {
    Cells cells = new Cells(shape, shape.ownColumns());
    List<RemoteRecord> records = new ArrayList<>();
    Optional<Request> request =
        Optional.of(Request.get(Soql.path(connection.site(), "queryAll", Soql.states(shape, ids))));
    while (request.isPresent()) {
      QueryPage page = connection.ask(request.get(), answer -> QueryPage.read(answer, cells));
      records.addAll(page.records());
      request = page.next().map(Request::rest);
    }
    return records;
  }

  private Set<RemoteId> removed() {
    RemovalLog log = new RemovalLog(connection, shape);
    Instant since = connection.serverTime().minus(RemovalLog.REACH).plus(MARGIN);
    return switch (log.since(since)) {
      case Removals.Complete complete -> complete.at().keySet();
      case Removals.Hole hole ->
          switch (log.since(hole.earliest().plus(MARGIN))) {
            case Removals.Complete rest -> rest.at().keySet();
            case Removals.Hole _ -> Set.of();
          };
    };
  }
}
