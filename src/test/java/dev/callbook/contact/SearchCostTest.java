package dev.callbook.contact;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.callbook.access.Scope;
import dev.callbook.directory.Filter;
import dev.callbook.directory.PhoneReader;
import dev.callbook.directory.ScanRange;
import dev.callbook.phone.Region;
import dev.callbook.testing.FeatureTest;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/// What look-up and search read, counted by PostgreSQL itself in the very transaction they ran in:
/// the product's statements with the plans they got, not copies of either.
///
/// Everybody here is called María, has an address at one provider, a number in one range and a
/// handle like all others, so that nearly everything typed matches all of them: whatever read its
/// matches would be seen. A sequential scan costs in proportion to the directory, what is read here
/// does not: a plan without one at this size has none at a larger size either. Tables that are
/// small here are read in whichever way is quickest, which says nothing.
/// `-Dcallbook.test.contacts=1000000` repeats the test at the size that is promised, which takes
/// minutes to load.
@QuarkusTest
class SearchCostTest extends FeatureTest {
  private static final int CONTACTS = Integer.getInteger("callbook.test.contacts", 20_000);
  private static final int BATCH = 10_000;

  /// Bytes. Those of this test's contacts are larger.
  private static final int SMALL_TABLE = 400_000;

  /// Index entries that one search may read: two words that many names have, but no name together,
  /// are the dearest.
  private static final int MOST_READ = 18_000;

  /// What most searches read at most.
  private static final int READ = 5_000;

  private static final Region HOME = new Region("ES");

  @Inject Jdbi jdbi;
  @Inject ContactLoad load;
  @Inject ContactSearch search;
  @Inject Contacts contacts;
  @Inject Identifiers identifiers;
  @Inject PhoneReader phones;

  /// @param scans sequential scans of tables
  /// @param entries entries read from each index
  private record Reads(long scans, Map<String, Long> entries) {
    Reads since(Reads before) {
      Map<String, Long> fresh = new TreeMap<>(entries);
      before.entries.forEach((index, count) -> fresh.merge(index, -count, Long::sum));
      fresh.values().removeIf(count -> count == 0);
      return new Reads(scans - before.scans, fresh);
    }

    long all() {
      return entries.values().stream().mapToLong(Long::longValue).sum();
    }
  }

  @Test
  void neither_look_up_nor_search_reads_more_for_a_larger_directory() {
    Scope scope = largeDirectory();

    assertAll(
        Stream.concat(
            Stream.of(() -> lookupIsOneRead(scope), () -> identifiersAreFewReads(scope)),
            Stream.of(
                    "m",
                    "maria",
                    "garcia",
                    "maria garcia",
                    "garcia maria",
                    "ma ga",
                    "mar garc",
                    "mraia",
                    "maria gracia",
                    "gmail",
                    "maria@",
                    "maria7",
                    "@gmail",
                    "gmail.example",
                    "000",
                    "346",
                    "6000",
                    "+34 600",
                    "+34 600 012 345",
                    "12345",
                    "012 345",
                    "maria 6000",
                    "nova",
                    "nova maria",
                    "C-77",
                    "@maria",
                    "zzz",
                    "zzz yyy",
                    "🙂")
                .map(typed -> () -> readsLittle(scope, typed, READ))));
    readsLittle(scope, "maria garcia zzz", MOST_READ);
    scanReadsItsPage(scope);
  }

  /// All but one of the divisions are empty, which must not be found out by reading the full one.
  private void scanReadsItsPage(Scope scope) {
    ScanRange page = new ScanRange(Optional.empty(), 201);
    for (int i = 0; i < 7; i++) {
      Reads read = reads(() -> contacts.scan(scope, page, Filter.everything()));

      assertEquals(0, read.scans());
      assertTrue(read.all() <= READ, read::toString);
      assertTrue(read.entries().getOrDefault("contact_scan", 0L) <= 201, read::toString);
    }
  }

  private void lookupIsOneRead(Scope scope) {
    Reads read = reads(() -> contacts.holdingNumber(scope, "+34600012345", 25));

    assertEquals(0, read.scans());
    // The number's holder, and by the keys of their tables that contact, its number and its e-mail.
    assertEquals(
        Map.of(
            "contact_phone_lookup", 1L,
            "contact_pkey", 1L,
            "contact_phone_pkey", 1L,
            "contact_email_pkey", 1L),
        read.entries());
  }

  /// One entry of each index that holds such identifiers, for each that is looked for. Often enough
  /// that the plan for any value is chosen, too.
  private void identifiersAreFewReads(Scope scope) {
    List<Identifier> wanted =
        List.of(
            new Identifier(Identifier.Type.Phone, "+34600012345", "+34600012345", null),
            Identifier.exact(Identifier.Type.Email, "maria77@gmail.example"),
            Identifier.anyCase(Identifier.Type.SocialTwitter, "maria78"),
            Identifier.exact(Identifier.Type.Cookie, "C-1"));
    for (int i = 0; i < 7; i++) {
      Reads read = reads(() -> assertEquals(3, identifiers.holders(scope, wanted).size()));

      assertEquals(0, read.scans());
      assertTrue(read.all() <= 3, read::toString);
    }
  }

  /// Often enough that the plan for any value is chosen, too.
  private void readsLittle(Scope scope, String typed, int most) {
    for (int i = 0; i < 7; i++) {
      Reads read = reads(() -> search.search(scope, typed, HOME, 20));

      assertEquals(0, read.scans(), typed);
      assertTrue(read.all() <= most, () -> typed + " read " + read);
    }
  }

  private Reads reads(Runnable search) {
    return QuarkusTransaction.requiringNew()
        .call(() -> {
          Reads before = counters();
          search.run();
          return counters().since(before);
        });
  }

  private Reads counters() {
    String all =
        """
        select c.relname, c.relkind = 'r' as is_table,
               case c.relkind when 'r' then pg_stat_get_xact_numscans(c.oid)
                              else pg_stat_get_xact_tuples_returned(c.oid) end as count
          from pg_class c
         where c.relnamespace = 'public'::regnamespace
           and (c.relkind = 'i' or (c.relkind = 'r' and pg_relation_size(c.oid) > :small))
           and c.relname ~ '^(contact|organization|search_word)'
        """;
    Map<String, Long> entries = new TreeMap<>();
    long scans =
        jdbi.withHandle(db ->
            db
                .createQuery(all)
                .bind("small", SMALL_TABLE)
                .map((row, _) -> {
                  if (!row.getBoolean("is_table")) {
                    entries.put(row.getString("relname"), row.getLong("count"));
                    return 0L;
                  }
                  return row.getLong("count");
                })
                .list()
                .stream()
                .mapToLong(Long::longValue)
                .sum());
    return new Reads(scans, entries);
  }

  private Scope largeDirectory() {
    Scope write = directory.view("Billing");
    for (int start = 0; start < CONTACTS; start += BATCH) {
      load.add(
          write,
          directory.division("Billing"),
          IntStream.range(start, Math.min(CONTACTS, start + BATCH)).mapToObj(this::maria).toList());
    }
    jdbi.useHandle(db -> {
      for (String table :
          List.of(
              "contact",
              "contact_phrase",
              "contact_phone",
              "contact_email",
              "contact_handle",
              "search_word")) {
        db.execute("analyze " + table);
      }
    });
    assertFalse(search.search(directory.view("Billing"), "maria", HOME, 20).isComplete());
    return directory.view("Billing", "Legal", "Sales", "Support");
  }

  private ContactDetails maria(int i) {
    String letters =
        IntStream.of(i / 676 % 26, i / 26 % 26, i % 26)
            .mapToObj(letter -> "" + (char) ('a' + letter))
            .reduce("", String::concat);
    return new ContactDetails(
        "María",
        null,
        "García " + letters,
        null,
        null,
        List.of(
            new ContactPhone(
                "cell", phones.of("+34600%06d".formatted(i), "ES", null, null, false))),
        List.of(new ContactEmail("personal", "maria%d@gmail.example".formatted(i))),
        null,
        new Handles(
            new Handles.Twitter(null, null, "maria%d".formatted(i)),
            null,
            null,
            null,
            null,
            List.of()),
        null,
        false,
        null,
        List.of(),
        null,
        null);
  }
}
