package dev.callbook.crm.salesforce;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.callbook.crm.salesforce.RemoteRecord.State;
import dev.callbook.testing.salesforce.Fault;
import dev.callbook.testing.salesforce.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A copy that is kept by windows and the log of removals, whatever happens in the org and on the
/// way: once it is quiet, one more pass makes it equal to what there is.
class CopyTest extends SimulatedOrgTest {
  private static final List<String> FIELDS = List.of("LastName", "Phone");

  /// What the org has, as far as we know. The shortest engine that follows the rules.
  private final class Copy {
    private final Map<RemoteId, RemoteRecord> records = new HashMap<>();
    private @Nullable Instant low;
    private Instant removalsLow = Instant.MIN;

    void pass() {
      try {
        Selection selection = contacts().select(FIELDS);
        Instant start = low == null ? readAll(selection) : low;
        low = start;
        Window window = salesforce.windowSince(selection.shape(), start);
        Changes changes = salesforce.changes(selection, window, Optional.empty());
        for (List<RemoteRecord> page = changes.next(); !page.isEmpty(); page = changes.next()) {
          page.forEach(this::apply);
        }
        low = window.until();
        forgetRemoved(selection.shape());
      } catch (SalesforceFailure failure) {
        // The next pass begins where this one did.
        salesforce = client();
      }
    }

    private Instant readAll(Selection selection) {
      removalsLow = now().minus(Duration.ofMinutes(1));
      BulkJob job = bulk(selection);
      BulkPlace place = BulkPlace.START;
      while (!place.isEnd()) {
        BulkPage page = salesforce.bulkPage(job, selection, place, 7);
        page.records().forEach(this::apply);
        place = page.next();
      }
      return job.watermark();
    }

    private void apply(RemoteRecord record) {
      RemoteRecord known = records.get(record.id());
      if (known != null && known.stamp().isAfter(record.stamp())) {
        return;
      }
      if (record.state() instanceof State.Live) {
        records.put(record.id(), record);
      } else {
        records.remove(record.id());
      }
    }

    private void forgetRemoved(ObjectShape shape) {
      switch (salesforce.removals(shape, removalsLow)) {
        case Removals.Complete complete -> {
          complete
              .at()
              .forEach((id, at) -> {
                RemoteRecord known = records.get(id);
                if (known != null && !known.stamp().isAfter(at)) {
                  records.remove(id);
                }
              });
          removalsLow = complete.until();
        }
        case Removals.Hole _ -> throw new AssertionError("there was no such pause");
      }
    }

    /// Compares all ids and stamps: the only thing that finds what was hidden, or is shown again.
    void reconcile() {
      Selection selection = contacts().select(FIELDS);
      Map<RemoteId, RemoteRecord> there = new HashMap<>();
      bulkRecords(selection, 1000).forEach(record -> there.put(record.id(), record));
      Set<RemoteId> missing = new HashSet<>(records.keySet());
      missing.removeAll(there.keySet());
      Map<RemoteId, Standing> standings = salesforce.standings(selection.shape(), missing);
      missing.stream()
          .filter(id -> !new Standing.Present().equals(standings.get(id)))
          .forEach(records::remove);
      there.values().forEach(this::apply);
    }

    Map<String, Map<String, String>> contents() {
      Map<String, Map<String, String>> contents = new HashMap<>();
      records.forEach((id, record) -> contents.put(id.value(), record.values()));
      return contents;
    }
  }

  private final Copy copy = new Copy();
  private final List<String> there = new ArrayList<>();
  private final List<String> binned = new ArrayList<>();
  private final List<Transaction> open = new ArrayList<>();

  private Map<String, Map<String, String>> contents() {
    Map<String, Map<String, String>> contents = new HashMap<>();
    org.contents("Contact")
        .forEach((id, values) -> {
          Map<String, String> texts = new HashMap<>();
          values.forEach((field, value) -> texts.put(field, value.toString()));
          contents.put(id, texts);
        });
    return contents;
  }

  private void happen(Random random) {
    int number = random.nextInt(10_000);
    switch (random.nextInt(9)) {
      case 0, 1, 2 -> there.add(contact("Name " + number));
      case 3 ->
          any(random, there)
              .ifPresent(id -> {
                there.add(id);
                org.update(id, Map.of("LastName", "Name " + number, "Phone", "+" + number));
              });
      case 4 ->
          any(random, there)
              .ifPresent(id -> {
                org.delete(id);
                binned.add(id);
              });
      case 5 ->
          any(random, binned)
              .ifPresent(id -> {
                org.undelete(id);
                there.add(id);
              });
      case 6 -> any(random, random.nextBoolean() ? binned : there).ifPresent(org::purge);
      case 7 -> {
        Optional<String> winner = any(random, there);
        Optional<String> loser = any(random, there);
        winner.ifPresent(there::add);
        loser.ifPresent(id -> org.merge(winner.orElseThrow(), id));
      }
      default -> takeLong(random, number);
    }
  }

  /// Nobody else touches what a transaction holds.
  private void takeLong(Random random, int number) {
    if (open.size() > 2) {
      open.removeFirst().commit();
      return;
    }
    Transaction transaction = org.begin();
    there.add(transactionInsert(transaction, number));
    any(random, there)
        .filter(id -> org.contents("Contact").containsKey(id))
        .ifPresent(id -> transaction.update(id, Map.of("LastName", "Late " + number)));
    open.add(transaction);
  }

  private static String transactionInsert(Transaction transaction, int number) {
    return transaction.insert("Contact", Map.of("LastName", "Long " + number));
  }

  private Optional<String> any(Random random, List<String> ids) {
    List<String> free =
        ids.stream()
            .filter(id -> binned.contains(id) || org.contents("Contact").containsKey(id))
            .toList();
    if (free.isEmpty()) {
      return Optional.empty();
    }
    String id = free.get(random.nextInt(free.size()));
    ids.remove(id);
    return Optional.of(id);
  }

  private void disturb(Random random) {
    switch (random.nextInt(9)) {
      case 0 -> far.sessions().end();
      case 1 -> far.faults().before("/query/", () -> far.sessions().end());
      case 2 -> far.faults().next("/services/data", new Fault.Resets());
      case 3 -> far.faults().next("/services/data", new Fault.CutsTheAnswer());
      case 4 -> far.faults().next("/queryAll", Fault.error(400, "QUERY_TIMEOUT", "too long"));
      case 5 -> far.faults().next("/services/data", Fault.dailyLimit());
      case 6 -> far.faults().next("/query", Fault.page(503), Fault.concurrentLimit());
      case 7 -> far.faults().before("/query", () -> happen(random));
      default -> far.pages(1 + random.nextInt(5), 0, 3);
    }
  }

  private void live(Random random, int passes) {
    for (int pass = 0; pass < passes; pass++) {
      for (int event = random.nextInt(12); event > 0; event--) {
        happen(random);
        pass(Duration.ofSeconds(random.nextInt(120)));
      }
      disturb(random);
      copy.pass();
      pass(Duration.ofSeconds(random.nextInt(400)));
    }
  }

  private void calmDown() {
    open.forEach(Transaction::commit);
    open.clear();
    far.faults().clear();
    settle();
    copy.pass();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void whatever_happens_one_quiet_pass_makes_the_copy_equal(long seed) {
    live(new Random(seed), 30);

    calmDown();

    assertEquals(contents(), copy.contents());
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13})
  void what_is_hidden_or_shown_again_needs_a_full_comparison(long seed) {
    Random random = new Random(seed);
    live(random, 10);
    List<String> hidden = List.copyOf(org.contents("Contact").keySet());
    hidden.stream().filter(_ -> random.nextBoolean()).forEach(id -> org.share(id, false));
    hidden.forEach(there::remove);
    live(random, 10);
    calmDown();
    copy.reconcile();
    assertEquals(contents(), copy.contents());

    hidden.stream().filter(_ -> random.nextBoolean()).forEach(this::show);
    copy.pass();
    copy.reconcile();
    assertEquals(contents(), copy.contents());
  }

  private void show(String id) {
    try {
      org.share(id, true);
    } catch (java.util.NoSuchElementException purged) {
      // Not there to be shown.
    }
  }
}
