package dev.callbook.crm.salesforce;

import dev.callbook.platform.Outgoing;
import dev.callbook.testing.salesforce.Org;
import dev.callbook.testing.salesforce.SimulatedSalesforce;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// Tests in which there is an org, and a client of it.
abstract class SimulatedOrgTest {
  static final String VERSION = "63.0";

  SimulatedSalesforce far;
  Org org;
  Salesforce salesforce;

  /// How long the client has waited; the org's time has passed meanwhile, and no other.
  final List<Duration> pauses = new ArrayList<>();

  @BeforeEach
  void start() {
    far = SimulatedSalesforce.start();
    org = far.org();
    far.sessions().app("app", "secret", "integration@example.org");
    salesforce = client();
  }

  @AfterEach
  void stop() {
    far.close();
  }

  /// As a new run has it.
  Salesforce client() {
    return client(secret());
  }

  Salesforce client(Credentials credentials) {
    return client(new Site(far.url(), VERSION, credentials), Brakes.USUAL);
  }

  Salesforce client(Site site, Brakes brakes) {
    return client(site, brakes, Set.of(far.url()));
  }

  Salesforce client(Site site, Brakes brakes, Set<URI> allowed) {
    return new Salesforce(
        site,
        new Outgoing(new Outgoing.Allowed(allowed, true)),
        brakes,
        pause -> {
          pauses.add(pause);
          far.time().pass(pause);
        },
        far.time());
  }

  static Credentials secret() {
    return new Credentials.ClientSecret("app", "secret");
  }

  Instant now() {
    return far.time().instant();
  }

  void pass(Duration time) {
    far.time().pass(time);
  }

  /// Long enough for all that happened to be settled.
  void settle() {
    pass(Duration.ofMinutes(10));
  }

  String contact(String name) {
    return org.insert("Contact", Map.of("LastName", name));
  }

  ObjectShape contacts() {
    return salesforce.describe("Contact");
  }

  Selection names() {
    return contacts().select(List.of("LastName"));
  }

  Window since(Instant low) {
    return salesforce.windowSince(contacts(), low);
  }

  List<RemoteRecord> read(Selection selection, Window window) {
    Changes changes = salesforce.changes(selection, window, Optional.empty());
    List<RemoteRecord> all = new ArrayList<>();
    for (List<RemoteRecord> page = changes.next(); !page.isEmpty(); page = changes.next()) {
      all.addAll(page);
    }
    return all;
  }

  List<String> namesIn(Window window) {
    return lastNames(read(names(), window));
  }

  static List<String> lastNames(List<RemoteRecord> records) {
    return records.stream().map(record -> record.values().getOrDefault("LastName", "")).toList();
  }

  /// A job that is complete.
  BulkJob bulk(Selection selection) {
    BulkJob job = salesforce.startBulk(selection);
    salesforce.awaitBulk(job, Duration.ofHours(1));
    return job;
  }

  List<RemoteRecord> bulkRecords(Selection selection, int most) {
    BulkJob job = bulk(selection);
    List<RemoteRecord> all = new ArrayList<>();
    BulkPlace place = BulkPlace.START;
    while (!place.isEnd()) {
      BulkPage page = salesforce.bulkPage(job, selection, place, most);
      all.addAll(page.records());
      place = page.next();
    }
    return all;
  }

  static Map<String, Object> values(Object... pairs) {
    Map<String, Object> values = new HashMap<>();
    for (int at = 0; at < pairs.length; at += 2) {
      values.put(pairs[at].toString(), pairs[at + 1]);
    }
    return values;
  }
}
