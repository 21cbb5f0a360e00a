package dev.callbook.crm.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.callbook.crm.salesforce.SalesforceFailure.MissingPermission;
import dev.callbook.crm.salesforce.SalesforceFailure.NotThere;
import dev.callbook.platform.Outgoing;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An org of Salesforce's, for one run of a sync, on one thread. It signs in when it is first asked
/// something, and again whenever the session has ended.
///
/// Every method may throw a [SalesforceFailure]; what was read or written until then stays good.
public final class Salesforce {
  /// Stamps are taken before their transaction commits: what is younger than this may still get
  /// company.
  static final Duration LAG = Duration.ofMinutes(5);

  /// What was read last is read once more: twice does no harm, and a gap is never seen.
  static final Duration OVERLAP = Duration.ofMinutes(5);

  /// No transaction is open for longer.
  private static final Duration LONGEST_TRANSACTION = Duration.ofHours(1);

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Connection connection;

  public Salesforce(Site site, Outgoing outgoing, Brakes brakes, Pauses pauses, Clock clock) {
    this.connection = new Connection(site, outgoing, brakes, pauses, clock);
  }

  /// What our user may see of an object, such as `Contact`, at this moment.
  ///
  /// @throws MissingPermission if that is nothing
  public ObjectShape describe(String object) {
    String path = connection.site().path("/sobjects/" + Soql.name(object) + "/describe");
    try {
      return connection.ask(Request.get(path), answer -> shape(object, answer));
    } catch (NotThere hidden) {
      throw new MissingPermission("object " + object);
    }
  }

  /// What may have changed since, and where to stop: no later than where everything is committed.
  /// Empty if that is not yet later than `since`.
  ///
  /// @param since the end of the window that was applied last
  public Window windowSince(ObjectShape shape, Instant since) {
    Instant until = settled(shape, since);
    return until.isAfter(since)
        ? new Window(since.minus(OVERLAP), until)
        : new Window(since, since);
  }

  /// The changes of a window, deleted records among them.
  ///
  /// @param after where a reader of the same window stopped; else from its beginning
  public Changes changes(Selection selection, Window window, Optional<Place> after) {
    return new Changes(connection, selection, window, after);
  }

  /// What went since then, and what is not among the changes any more once it is purged.
  public Removals removals(ObjectShape shape, Instant since) {
    return new RemovalLog(connection, shape).since(since);
  }

  /// What has become of records that we know and that a full reading did not show.
  ///
  /// @return one for each id
  public Map<RemoteId, Standing> standings(ObjectShape shape, Collection<RemoteId> ids) {
    return new Standings(connection, shape).of(ids);
  }

  /// Has Salesforce prepare everything there is.
  public BulkJob startBulk(Selection selection) {
    // Before the job is made: what is committed meanwhile comes with the changes.
    Instant watermark =
        settled(selection.shape(), connection.serverTime().minus(LONGEST_TRANSACTION));
    return new BulkApi(connection).start(selection, watermark);
  }

  /// How far a job is; waits for as long as it is working, about `most` at most.
  public BulkJob.Progress awaitBulk(BulkJob job, Duration most) {
    return new BulkApi(connection).await(job, most);
  }

  /// The next records of a complete job's result.
  ///
  /// @param selection that it was started with
  /// @param most records at once
  /// @throws SalesforceFailure.Incomplete at the end, if there were more or fewer than Salesforce
  ///   counted
  public BulkPage bulkPage(BulkJob job, Selection selection, BulkPlace place, int most) {
    return new BulkApi(connection).page(job, selection, place, most);
  }

  /// Ends a job, if it still works, and forgets its result. There may be none.
  public void removeBulk(BulkJob job) {
    new BulkApi(connection).remove(job);
  }

  /// Writes records, those that are not there anew. Texts that are too long are cut.
  ///
  /// @param keyField an external-id field
  /// @param records with a key each
  /// @return what became of each, in their order
  public List<Upserted> upsert(ObjectShape shape, String keyField, List<Upsert> records) {
    return new Upserts(connection, shape, keyField).write(records);
  }

  /// As the last answer had it; empty before the first.
  public Optional<Usage> usage() {
    return connection.usage();
  }

  /// The lower of two marks: the server's time less a lag, and what the server itself takes for
  /// committed, which stands still during a long transaction.
  private Instant settled(ObjectShape shape, Instant since) {
    Instant covered = new RemovalLog(connection, shape).covered(since);
    Instant lagged = connection.serverTime().minus(LAG);
    return covered.isBefore(lagged) ? covered : lagged;
  }

  private static ObjectShape shape(String object, Answer answer) throws IOException {
    JsonNode json = JSON.readTree(answer.body());
    Map<String, FieldShape> fields = new LinkedHashMap<>();
    for (JsonNode field : json.path("fields")) {
      String name = field.path("name").asText();
      fields.put(
          name,
          new FieldShape(
              name,
              FieldShape.Kind.of(field.path("type").asText()),
              field.path("length").asInt(),
              field.path("updateable").asBoolean(),
              field.path("externalId").asBoolean(),
              field.path("calculated").asBoolean()));
    }
    if (!fields.containsKey("SystemModstamp")) {
      throw new IOException("no description of an object");
    }
    return new ObjectShape(object, fields);
  }
}
