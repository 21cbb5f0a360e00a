package dev.callbook.testing.salesforce;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The org's data: what is committed, what is about to be, and the log of what was removed.
public final class Org {
  /// How far back the log of removals goes.
  static final Duration LOG = Duration.ofDays(15);

  /// A record that went to the recycle bin, or away for good.
  record Removal(String id, String type, Instant at) {}

  private final SimulatedTime time;
  private final Schema schema;
  private final RecordIds ids = new RecordIds();
  private final Map<String, Row> rows = new LinkedHashMap<>();
  private final List<Transaction> open = new ArrayList<>();
  private final List<Removal> removals = new ArrayList<>();
  private Instant logStart = Instant.EPOCH;

  Org(SimulatedTime time, Schema schema) {
    this.time = time;
    this.schema = schema;
  }

  SimulatedTime time() {
    return time;
  }

  Schema schema() {
    return schema;
  }

  String nextId(String type) {
    return ids.next(schema.get(type).prefix());
  }

  // What people and programs do in the org. ---------------------------------------------------

  public synchronized Transaction begin() {
    Transaction transaction = new Transaction(this, time.instant());
    open.add(transaction);
    return transaction;
  }

  public String insert(String type, Map<String, ? extends @Nullable Object> values) {
    Transaction transaction = begin();
    String id = transaction.insert(type, values);
    transaction.commit();
    return id;
  }

  public void update(String id, Map<String, ? extends @Nullable Object> values) {
    Transaction transaction = begin();
    transaction.update(id, values);
    transaction.commit();
  }

  public void delete(String id) {
    Transaction transaction = begin();
    transaction.delete(id);
    transaction.commit();
  }

  public void undelete(String id) {
    Transaction transaction = begin();
    transaction.undelete(id);
    transaction.commit();
  }

  public void merge(String winner, String... losers) {
    Transaction transaction = begin();
    transaction.merge(winner, losers);
    transaction.commit();
  }

  /// A person who is an account: the two records that every such person has.
  ///
  /// @return the contact's id
  public String insertPerson(Map<String, ? extends @Nullable Object> values) {
    Transaction transaction = begin();
    String contact = transaction.insert("Contact", values);
    String account =
        transaction.insert(
            "Account",
            Map.of(
                "Name",
                values.get("FirstName") + " " + values.get("LastName"),
                "IsPersonAccount",
                true,
                "PersonContactId",
                contact));
    transaction.update(contact, Map.of("AccountId", account, "IsPersonAccount", true));
    transaction.commit();
    return contact;
  }

  /// Gone for good: from the recycle bin, or past it.
  public synchronized void purge(String id) {
    Row row = row(id);
    if (!row.isDeleted()) {
      removals.add(new Removal(id, row.type(), time.stamp()));
    }
    rows.remove(id);
  }

  /// A sharing rule hides the record from the integration's user, or shows it again.
  public synchronized void share(String id, boolean visible) {
    rows.put(id, row(id).hidden(!visible));
  }

  /// A data load says that the record was modified long ago.
  public synchronized void backdate(String id, Instant lastModified) {
    rows.put(id, row(id).backdated(lastModified));
  }

  /// The log of removals has grown too large: what is older than now is cut off.
  public synchronized void cutRemovals() {
    logStart = time.instant();
    removals.removeIf(removal -> removal.at().isBefore(logStart));
  }

  /// What the user may see: the values of each record, by its id. The measure of every copy.
  public synchronized Map<String, Map<String, Object>> contents(String type) {
    Map<String, Map<String, Object>> contents = new LinkedHashMap<>();
    visible(type, false).forEach(row -> contents.put(row.id(), row.values()));
    return contents;
  }

  // What the endpoints read. -------------------------------------------------------------------

  synchronized Row row(String id) {
    Row row = rows.get(RecordIds.full(id));
    if (row == null) {
      throw new NoSuchElementException(id);
    }
    return row;
  }

  /// @return empty also for what is hidden
  synchronized Optional<Row> find(String id) {
    return Optional.ofNullable(rows.get(RecordIds.full(id))).filter(row -> !row.isHidden());
  }

  /// What the user may see, by id.
  synchronized List<Row> visible(String type, boolean alsoDeleted) {
    return rows.values().stream()
        .filter(row -> row.type().equals(type) && !row.isHidden())
        .filter(row -> alsoDeleted || !row.isDeleted())
        .sorted(Comparator.comparing(Row::id))
        .toList();
  }

  synchronized List<Removal> removals(String type, Instant from, Instant until) {
    return removals.stream()
        .filter(removal -> removal.type().equals(type))
        .filter(removal -> !removal.at().isBefore(from) && removal.at().isBefore(until))
        .toList();
  }

  synchronized Instant earliestRemoval() {
    Instant horizon = time.instant().minus(LOG);
    return logStart.isAfter(horizon) ? logStart : horizon;
  }

  /// Until when everything is committed, at most `end`.
  synchronized Instant covered(Instant end) {
    Instant earliest =
        open.stream().map(Transaction::start).min(Comparator.naturalOrder()).orElse(time.instant());
    return earliest.isBefore(end) ? earliest : end;
  }

  // What transactions do at their end. ----------------------------------------------------------

  synchronized void commit(Transaction transaction, List<Runnable> changes) {
    changes.forEach(Runnable::run);
    open.remove(transaction);
  }

  synchronized void put(Row row) {
    rows.put(row.id(), row);
    if (!row.isDeleted()) {
      removals.removeIf(removal -> removal.id().equals(row.id()));
    }
  }

  synchronized void remove(String id, @Nullable String into, Instant at) {
    Row row = row(id);
    put(row.deleted(into, at));
    removals.add(new Removal(row.id(), row.type(), at));
  }

  synchronized void reparent(String loser, String winner, Instant at) {
    for (Row row : List.copyOf(rows.values())) {
      if (loser.equals(row.values().get("AccountId"))) {
        put(row.with(Map.of("AccountId", winner), at));
      }
    }
  }
}
