package dev.callbook.bench;

import static dev.callbook.bench.Report.milliseconds;
import static dev.callbook.bench.Report.number;

import dev.callbook.testing.CallCentre.Seat;
import java.io.BufferedWriter;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/// The benchmark: a million invented contacts through the product's own import, then what its users
/// wait for, each beside what the same machine makes of it by plainer means. Prints one table.
public final class Bench {
  private static final long SEED = 20_261;
  private static final int KEYS = 100_000;
  private static final int SEARCHES = 20_000;
  private static final int AGENTS = 200;
  private static final int CALLS_PER_SECOND = 20;
  private static final long OTHERS = 200_000;
  private static final Duration WARM_UP = Duration.ofSeconds(40);
  private static final Duration LENGTH = Duration.ofSeconds(20);

  private final Path folder;
  private final long contacts;
  private final Lab lab;
  private final Report report = new Report();
  private double firstRate;

  private Bench(Path folder, long contacts, Lab lab) {
    this.folder = folder;
    this.contacts = contacts;
    this.lab = lab;
  }

  /// @param arguments a folder to work in, made new; and how many contacts
  @SuppressWarnings("SystemOut") // The table is what it is run for.
  public static void main(String... arguments)
      throws IOException, SQLException, InterruptedException {
    Path folder = Files.createTempDirectory(Path.of(arguments[0]), "bench-");
    long contacts = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1_000_000;
    Path csv = folder.resolve("people.csv");
    say("inventing " + contacts + " people");
    try (BufferedWriter out = Files.newBufferedWriter(csv)) {
      new People(SEED, contacts).write(out, 0, contacts);
    }
    try (Lab lab = Lab.open(folder)) {
      Bench bench = new Bench(folder, contacts, lab);
      bench.load(csv);
      bench.start();
      bench.readEverything();
      bench.lookUp();
      bench.search();
      bench.pages();
      bench.pop();
      bench.memory("Memory after all of this");
      bench.importAgain();
      bench.undo();
      System.out.println(Machine.describe(lab.database(), contacts));
      System.out.println();
      System.out.print(bench.report.markdown());
    }
    say("what was loaded stays in " + folder + " until you delete it");
  }

  private void load(Path csv) throws IOException, SQLException {
    say("importing");
    Loading.Times times = Loading.load(lab, csv);
    long peak = Memory.peak(lab.process());
    say("copying the same rows, bare");
    BareCopy copy = new BareCopy(lab.database(), folder.resolve("copies"));
    List<String> tables = copy.tables();
    double bare = contacts / (copy.measure(tables).toMillis() / 1e3);
    double rate = contacts / times.seconds();
    firstRate = rate;
    report.add(
        "Import, dry run and run (%s added, %s rejected)"
            .formatted(times.added(), times.rejected()),
        number(rate) + " rows/s",
        "bare `COPY` into the same "
            + tables.size()
            + " tables: "
            + number(bare)
            + " rows/s; ratio "
            + number(rate / bare),
        "10,000 rows/s; ratio 0.40");
    report.add("… dry run alone", perSecond(times.check()) + " rows/s", "", "");
    report.add("… run alone", perSecond(times.run()) + " rows/s", "", "");
    report.add(
        "… upload",
        number(times.upload().toMillis() / 1e3) + " s",
        number(Files.size(csv) / 1e6) + " MB",
        "");
    report.add("Memory of the server while importing, at most", peak + " MiB", "", "");
  }

  /// The same file with changes in some rows, as the next month brings it.
  private void importAgain() throws IOException {
    say("importing again, a twentieth changed");
    Path csv = folder.resolve("again.csv");
    try (BufferedWriter out = Files.newBufferedWriter(csv)) {
      new People(SEED, contacts).writeChanged(out, 0, contacts);
    }
    Loading.Times again = Loading.load(lab, csv);
    report.add(
        "The same file again, 5%% of the rows changed (%s changed, %s added)"
            .formatted(again.changed(), again.added()),
        number(contacts / again.seconds()) + " rows/s",
        "the first time: "
            + number(firstRate)
            + " rows/s; ratio "
            + number(contacts / again.seconds() / firstRate),
        "ratio 3");
  }

  private void undo() throws IOException {
    long others = Math.min(contacts, OTHERS);
    say("importing " + others + " other people to undo that");
    Path csv = folder.resolve("others.csv");
    try (BufferedWriter out = Files.newBufferedWriter(csv)) {
      new People(SEED, contacts).write(out, contacts, others);
    }
    Loading.Times there = Loading.load(lab, csv);
    Undoing.Times back = Undoing.undo(lab, there.importId());
    double rate = others / back.seconds();
    report.add(
        "Undo of an import, count and run (%s removed, %s kept)"
            .formatted(back.removed(), back.kept()),
        number(rate) + " rows/s",
        "its import: "
            + number(others / there.seconds())
            + " rows/s; ratio "
            + number(rate / (others / there.seconds())),
        "10,000 rows/s; ratio 1");
    report.add(
        "… count alone", number(others / (back.count().toMillis() / 1e3)) + " rows/s", "", "");
    report.add("… run alone", number(others / (back.run().toMillis() / 1e3)) + " rows/s", "", "");
  }

  private String perSecond(Duration took) {
    return number(contacts / (took.toMillis() / 1e3));
  }

  private void start() throws IOException {
    say("starting again");
    double[] millis = IntStream.range(0, 5).mapToDouble(_ -> lab.restart()).sorted().toArray();
    report.add(
        "Start on the loaded database, command to ready",
        number(millis[2] / 1e3) + " s",
        "slowest of 5: " + number(millis[4] / 1e3) + " s",
        "3 s");
    memory("Memory after a start");
  }

  private void readEverything() throws IOException {
    say("scanning");
    Everything.Read scan = Everything.scan(lab);
    report.add(
        "Scan of all, pages of 200, one client",
        number(scan.perSecond()) + " contacts/s",
        scan.records() + " contacts",
        "20,000 contacts/s");
    say("exporting");
    Everything.Read export = Everything.export(lab);
    report.add(
        "Export of all",
        number(export.took().toMillis() / 1e3) + " s",
        export.records() + " contacts, " + number(export.bytes() / 1e6) + " MB",
        "20 s for a million");
    memory("Memory after scan and export");
  }

  private void memory(String when) throws IOException {
    report.add(
        when,
        Memory.resident(lab.process()) + " MiB",
        "its embedded PostgreSQL: "
            + Memory.proportional(lab.database().server())
            + " MiB, shared buffers among them",
        "400 MiB");
  }

  private void lookUp() throws IOException, SQLException {
    say("looking up");
    Path paths = folder.resolve("look-ups.txt");
    Files.write(paths, lookUpPaths());
    Load load = new Load(lab.root(), lab.token(), paths);
    PgBench database = new PgBench(lab.database(), folder, KEYS);
    CompletableFuture<Load.Seen> warming =
        CompletableFuture.supplyAsync(() -> load.full(8, WARM_UP));
    database.learn(warming);
    warming.join();
    for (int connections : new int[] {8, 32}) {
      Load.Seen seen = load.full(connections, LENGTH);
      double plain = database.run(connections, LENGTH);
      report.add(
          "Look-ups over HTTP, " + connections + " connections",
          number(seen.perSecond())
              + "/s; p50 "
              + number(seen.p50())
              + " ms, p99 "
              + number(seen.p99())
              + " ms",
          "`pgbench -M prepared`, same statement: "
              + number(plain)
              + "/s; ratio "
              + number(seen.perSecond() / plain),
          "ratio 0.45");
      Load.Seen half = load.paced(connections, seen.perSecond() / 2, LENGTH);
      report.add(
          "… at half load",
          number(half.perSecond())
              + "/s; p50 "
              + number(half.p50())
              + " ms, p99 "
              + number(half.p99())
              + " ms",
          "",
          "p99 5 ms");
    }
    lab.database().execute("drop table bench_key");
  }

  private List<String> lookUpPaths() throws IOException, SQLException {
    lab.database()
        .execute(
            """
            create table bench_key as
            select (row_number() over ())::integer as i, key, e164
              from (select lookup_key as key, e164
                      from contact_phone
                     where e164 is not null
                     order by md5(lookup_key)
                     limit %d) as chosen;
            alter table bench_key add primary key (i);
            analyze bench_key
            """
                .formatted(KEYS));
    return lab.database().select("select e164 from bench_key").stream()
        .map(number ->
            "/api/v2/externalcontacts/reversewhitepageslookup?lookupVal=" + encoded(number))
        .toList();
  }

  private void search() throws IOException {
    say("searching");
    Typing typing = new Typing(new People(SEED, contacts), SEED, contacts);
    Path paths = folder.resolve("searches.txt");
    Files.write(
        paths,
        LongStream.range(0, SEARCHES)
            .mapToObj(i ->
                "/api/v2/externalcontacts/contacts?pageSize=20&q="
                    + encoded(typing.typed(i).text()))
            .toList());
    Load load = new Load(lab.root(), lab.token(), paths);
    load.full(4, WARM_UP);
    for (int people : new int[] {1, 8}) {
      Load.Seen seen = load.full(people, LENGTH);
      report.add(
          "Search, " + people + (people == 1 ? " person" : " people") + " typing without a pause",
          milliseconds(seen.p50(), seen.p95(), seen.p99()) + "; " + number(seen.perSecond()) + "/s",
          "",
          people == 1 ? "p95 10 ms" : "p95 40 ms");
    }
  }

  private void pages() throws IOException, SQLException {
    say("opening pages");
    List<String> people =
        lab.database().select("select id from contact order by md5(id::text) limit 200");
    List<String> companies =
        lab.database().select("select id from organization order by md5(id::text) limit 200");
    try (PageTimes pages = new PageTimes(lab.root(), lab.session())) {
      page(pages, "Contact list", List.of("/contacts"));
      page(pages, "… by surname, a searched name", List.of("/contacts?q=mar", "/contacts?q=sch"));
      page(pages, "A contact", each("/contacts/%s", people));
      page(pages, "… its history", each("/contacts/%s/history", people));
      page(pages, "… its form", each("/contacts/%s/edit", people));
      page(pages, "Organization list", List.of("/organizations"));
      page(pages, "An organization", each("/organizations/%s", companies));
      page(pages, "… its contacts", each("/organizations/%s/contacts", companies));
      page(
          pages,
          "Imports, people, clients, sources, settings",
          List.of("/imports", "/people", "/clients", "/external-sources", "/settings"));
      report.add(
          "First visit of the contact list, all bytes",
          number(pages.firstVisit("/contacts") / 1e3) + " KB",
          "",
          "150 KB");
    }
  }

  private static List<String> each(String path, List<String> ids) {
    return ids.stream().map(path::formatted).toList();
  }

  private void page(PageTimes pages, String name, List<String> paths) {
    double[] times = pages.measure(paths);
    report.add(
        "Page: " + name,
        milliseconds(at(times, 50), at(times, 95), at(times, 99)),
        "",
        "p95 50 ms");
  }

  private static double at(double[] sorted, int percent) {
    return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
  }

  private void pop() throws IOException, SQLException, InterruptedException {
    say("signing " + AGENTS + " agents in");
    List<Seat> agents = new Agents(lab.root(), lab.session()).make(AGENTS);
    List<String> callers =
        lab.database()
            .select(
                "select e164 from contact_phone where e164 is not null order by md5(lookup_key) limit 5000");
    say("calling");
    PopLatency.measure(lab.root(), lab.token(), agents, callers, CALLS_PER_SECOND, WARM_UP);
    PopLatency.Result result =
        PopLatency.measure(lab.root(), lab.token(), agents, callers, CALLS_PER_SECOND, LENGTH);
    report.add(
        "Event to card, %d agents, %d calls a second".formatted(AGENTS, CALLS_PER_SECOND),
        milliseconds(result.p50(), result.p95(), result.p99()),
        "lost: " + result.lost(),
        "p99 100 ms");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static void say(String what) {
    System.err.println(what + " …");
  }
}
