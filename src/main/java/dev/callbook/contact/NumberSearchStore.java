package dev.callbook.contact;

import static dev.callbook.contact.SearchStore.Bindings.marks;
import static dev.callbook.contact.SearchStore.Bindings.ranges;

import dev.callbook.access.Scope;
import dev.callbook.contact.SearchStore.Found;
import dev.callbook.directory.DigitGrams;
import dev.callbook.directory.Marks;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.statement.Query;

/// Contacts by parts of their numbers, in SQL.
@ApplicationScoped
class NumberSearchStore {
  /// By the digits alone, and whose they are afterwards: the planner must neither hope to meet
  /// enough matches by reading the table, nor read all numbers of the organization to narrow them.
  private static final String HOLDERS =
      """
      with match as materialized (
           select p.org_id, p.division_id, p.contact_id, p.digits
             from contact_phone p
            where p.digit_grams && cast(:first as integer[])
              and p.digit_grams && cast(:middle as integer[])
              and p.digit_grams && cast(:last as integer[])
              and p.digits like :pattern),
      holder as (
           select contact_id, digits
             from match
            where org_id = :org
              and division_id = any(:divisions))
      """;

  private final SearchStore store;

  NumberSearchStore(SearchStore store) {
    this.store = store;
  }

  /// Whose number has a look-up key that begins with one of `beginnings`, in their order.
  List<Found> withNumber(Scope scope, Collection<String> beginnings, int maxScan, int maxRows) {
    return store.list(
        scope,
        maxRows,
        """
        select near.contact_id, near.lookup_key
          from unnest(cast(:from as text[]), cast(:to as text[])) as r ("from", "to")
         cross join lateral (
               select s.contact_id, s.lookup_key
                 from (select p.contact_id, p.lookup_key, p.division_id
                         from contact_phone p
                        where p.org_id = :org
                          and p.lookup_key >= r."from" and p.lookup_key < r."to"
                        order by p.lookup_key, p.division_id, p.contact_id
                        limit :scan) as s
                where s.division_id = any(:divisions)
                limit :max) as near
         limit :max
        """,
        query -> ranges(query, beginnings).bind("scan", maxScan));
  }

  /// Whose number is like `pattern`; met by three of its runs of digits, in one read for all
  /// divisions.
  ///
  /// @param grams see [DigitGrams]; without a division
  List<Found> withDigits(Scope scope, int[] grams, String pattern, int maxRows) {
    return store.list(
        scope,
        maxRows,
        HOLDERS + "select contact_id, digits from holder limit :max",
        query -> digits(query, scope, grams, pattern));
  }

  /// As [#withDigits], of those only whose name has all `marks`.
  ///
  /// @param maxScan at most so many numbers' holders are compared
  List<Found> withDigitsAndName(
      Scope scope, int[] grams, String pattern, Marks marks, int maxScan, int maxRows) {
    return store.list(
        scope,
        maxRows,
        HOLDERS
            + """
            select h.contact_id, h.digits
              from (select contact_id, digits from holder limit :scan) as h
             cross join lateral (
                   select ' ' || c.name_key as name
                     from contact c
                    where c.org_id = :org and c.id = h.contact_id
                    limit 1) as n
             where strpos(n.name, :mark1) > 0 and strpos(n.name, :mark2) > 0 and strpos(n.name, :mark3) > 0
             limit :max
            """,
        query -> marks(digits(query, scope, grams, pattern), "mark", marks).bind("scan", maxScan));
  }

  private static Query digits(Query query, Scope scope, int[] grams, String pattern) {
    int[] bits = Arrays.stream(scope.divisionKeys()).mapToInt(DigitGrams::bits).toArray();
    return query
        .bind("first", ofEach(bits, grams[0]))
        .bind("middle", ofEach(bits, grams[grams.length / 2]))
        .bind("last", ofEach(bits, grams[grams.length - 1]))
        .bind("pattern", pattern);
  }

  private static int[] ofEach(int[] divisionBits, int gram) {
    return Arrays.stream(divisionBits).map(bits -> bits | gram).toArray();
  }
}
