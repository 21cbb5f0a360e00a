package dev.callbook.contact;

import dev.callbook.access.Scope;
import dev.callbook.directory.DigitGrams;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;

/// Search in SQL. Every statement reads a bounded piece of an index, whatever it would match: its
/// cost does not grow with the number of matches. Each takes one ordered range for each division,
/// so that it does not grow with the other divisions either.
@ApplicationScoped
class SearchStore {
  /// Appended to a text: above every text that begins with it, in code point order.
  private static final String BEYOND = Character.toString(Character.MAX_CODE_POINT);

  private static final RowMapper<Found> FOUND =
      (row, _) -> new Found(new ContactId(row.getObject(1, UUID.class)), row.getString(2));

  /// A contact and the text it was found by.
  record Found(ContactId contact, String text) {}

  private final Jdbi jdbi;

  SearchStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /// Whose name, family name or any further word of the name begins with one of `beginnings`, in
  /// key order: whole words come first by themselves.
  List<Found> named(Scope scope, Collection<String> beginnings, int maxRows) {
    return list(
        scope,
        maxRows,
        """
        select near.contact_id, near.key
          from unnest(cast(:divisions as uuid[])) as d (division_id)
         cross join unnest(cast(:from as text[]), cast(:to as text[])) as r ("from", "to")
         cross join lateral (
               (select c.id as contact_id, c.name_key as key
                  from contact c
                 where c.org_id = :org and c.division_id = d.division_id
                   and c.name_key >= r."from" and c.name_key < r."to"
                 order by c.name_key, c.id
                 limit :max)
               union all
               (select c.id, c.surname_key
                  from contact c
                 where c.org_id = :org and c.division_id = d.division_id
                   and c.surname_key >= r."from" and c.surname_key < r."to"
                 order by c.surname_key, c.id
                 limit :max)
               union all
               (select p.contact_id, p.phrase
                  from contact_phrase p
                 where p.org_id = :org and p.division_id = d.division_id
                   and p.phrase >= r."from" and p.phrase < r."to"
                 order by p.phrase, p.contact_id
                 limit :max)) as near
         order by near.key, near.contact_id
         limit :max
        """,
        query -> ranges(query, beginnings));
  }

  /// As [#named], of those only whose name has all `marks`.
  ///
  /// @param maxScan at most so many names of each kind and division are read
  List<Found> namedWith(Scope scope, String beginning, Marks marks, int maxScan, int maxRows) {
    return list(
        scope,
        maxRows,
        """
        select near.contact_id, near.key
          from unnest(cast(:divisions as uuid[])) as d (division_id)
         cross join lateral (
               (select s.contact_id, s.key
                  from (select c.id as contact_id, c.name_key as key
                          from contact c
                         where c.org_id = :org and c.division_id = d.division_id
                           and c.name_key >= :from and c.name_key < :to
                         order by c.name_key, c.id
                         limit :scan) as s
                 where strpos(s.key, :mark1) > 0 and strpos(s.key, :mark2) > 0 and strpos(s.key, :mark3) > 0
                 limit :max)
               union all
               (select s.contact_id, s.key
                  from (select c.id as contact_id, c.surname_key as key
                          from contact c
                         where c.org_id = :org and c.division_id = d.division_id
                           and c.surname_key >= :from and c.surname_key < :to
                         order by c.surname_key, c.id
                         limit :scan) as s
                 where strpos(s.key, :mark1) > 0 and strpos(s.key, :mark2) > 0 and strpos(s.key, :mark3) > 0
                 limit :max)
               union all
               (select s.contact_id, s.key
                  from (select p.contact_id, p.phrase as key
                          from contact_phrase p
                         where p.org_id = :org and p.division_id = d.division_id
                           and p.phrase >= :from and p.phrase < :to
                         order by p.phrase, p.contact_id
                         limit :scan) as s
                 where strpos(s.key, :mark1) > 0 and strpos(s.key, :mark2) > 0 and strpos(s.key, :mark3) > 0
                 limit :max)) as near
         order by near.key, near.contact_id
         limit :max
        """,
        query -> marks.bind(range(query, beginning).bind("scan", maxScan)));
  }

  /// Whether more than `maxScan` names of one kind and division begin so.
  boolean isCommon(Scope scope, String beginning, int maxScan) {
    return jdbi.withHandle(db ->
        range(
                query(
                    db,
                    scope,
                    """
                    select exists (
                           select 1
                             from unnest(cast(:divisions as uuid[])) as d (division_id)
                            cross join lateral (
                                  (select 1
                                     from contact c
                                    where c.org_id = :org and c.division_id = d.division_id
                                      and c.name_key >= :from and c.name_key < :to
                                    order by c.name_key, c.id
                                   offset :scan limit 1)
                                  union all
                                  (select 1
                                     from contact c
                                    where c.org_id = :org and c.division_id = d.division_id
                                      and c.surname_key >= :from and c.surname_key < :to
                                    order by c.surname_key, c.id
                                   offset :scan limit 1)) as far)
                    """),
                beginning)
            .bind("scan", maxScan)
            .mapTo(Boolean.class)
            .one());
  }

  /// People of the organizations whose name has a word that begins with `beginning`, and all
  /// `ofOrganization`; of them those whose own name has all `ofPerson`.
  List<Found> employedBy(
      Scope scope,
      String beginning,
      String ofOrganization,
      Marks ofPerson,
      int maxOrganizations,
      int maxScan,
      int maxRows) {
    return list(
        scope,
        maxRows,
        """
        select p.contact_id, o.name
          from (select near.organization_id
                  from unnest(cast(:divisions as uuid[])) as d (division_id)
                 cross join lateral (
                       (select s.id as organization_id, s.name_key as key
                          from (select o.id, o.name_key
                                  from organization o
                                 where o.org_id = :org and o.division_id = d.division_id
                                   and o.name_key >= :from and o.name_key < :to
                                 order by o.name_key, o.id
                                 limit :scan) as s
                         where strpos(s.name_key, :ofOrganization) > 0
                         limit :maxOrganizations)
                       union all
                       (select s.organization_id, s.phrase
                          from (select p.organization_id, p.phrase
                                  from organization_phrase p
                                 where p.org_id = :org and p.division_id = d.division_id
                                   and p.phrase >= :from and p.phrase < :to
                                 order by p.phrase, p.organization_id
                                 limit :scan) as s
                         where strpos(s.phrase, :ofOrganization) > 0
                         limit :maxOrganizations)) as near
                 order by near.key, near.organization_id
                 limit :maxOrganizations) as found
          join organization o on o.org_id = :org and o.id = found.organization_id
         cross join unnest(cast(:divisions as uuid[])) as d (division_id)
         cross join lateral (
               select s.contact_id
                 from (select c.id as contact_id, ' ' || c.surname_key as key
                         from contact c
                        where c.org_id = :org and c.external_organization_id = o.id
                          and c.division_id = d.division_id
                        order by c.surname_key, c.id
                        limit :scan) as s
                where strpos(s.key, :mark1) > 0 and strpos(s.key, :mark2) > 0 and strpos(s.key, :mark3) > 0
                limit :max) as p
         limit :max
        """,
        query ->
            ofPerson.bind(
                range(query, beginning)
                    .bind("ofOrganization", ofOrganization)
                    .bind("maxOrganizations", maxOrganizations)
                    .bind("scan", maxScan)));
  }

  /// Whose e-mail address begins so.
  List<Found> withEmail(Scope scope, String beginning, int maxScan, int maxRows) {
    return list(
        scope,
        maxRows,
        """
        select s.contact_id, s.email_key
          from (select e.contact_id, e.email_key, e.division_id
                  from contact_email e
                 where e.org_id = :org
                   and e.email_key >= :from and e.email_key < :to
                 order by e.email_key, e.division_id, e.contact_id
                 limit :scan) as s
         where s.division_id = any(:divisions)
         limit :max
        """,
        query -> range(query, beginning).bind("scan", maxScan));
  }

  /// Whose e-mail address has a domain that begins so.
  List<Found> withDomain(Scope scope, String beginning, int maxRows) {
    return list(
        scope,
        maxRows,
        """
        select near.contact_id, near.email_key
          from unnest(cast(:divisions as uuid[])) as d (division_id)
         cross join lateral (
               select e.contact_id, e.email_key
                 from contact_email e
                where e.org_id = :org and e.division_id = d.division_id
                  and e.domain >= :from and e.domain < :to
                order by e.domain
                limit :max) as near
         limit :max
        """,
        query -> range(query, beginning));
  }

  /// Who has a handle that begins so.
  List<Found> withHandle(Scope scope, String beginning, int maxScan, int maxRows) {
    return list(
        scope,
        maxRows,
        """
        select s.contact_id, s.handle_key
          from (select h.contact_id, h.handle_key, h.division_id
                  from contact_handle h
                 where h.org_id = :org
                   and h.handle_key >= :from and h.handle_key < :to
                 order by h.handle_key, h.division_id, h.contact_id
                 limit :scan) as s
         where s.division_id = any(:divisions)
         limit :max
        """,
        query -> range(query, beginning).bind("scan", maxScan));
  }

  /// Whom another system, whichever, calls so.
  List<Found> withExternalId(Scope scope, Collection<String> values, int maxRows) {
    return list(
        scope,
        maxRows,
        """
        select x.contact_id, x.value
          from contact_external_id x
         where x.org_id = :org
           and x.value = any(:values)
           and x.division_id = any(:divisions)
         limit :max
        """,
        query -> query.bind("values", values.toArray(String[]::new)));
  }

  /// Whose number has a look-up key that begins with one of `beginnings`, in their order.
  List<Found> withNumber(Scope scope, Collection<String> beginnings, int maxScan, int maxRows) {
    return list(
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
    int[] bits = Arrays.stream(scope.divisionKeys()).mapToInt(DigitGrams::bits).toArray();
    // Materialized: the planner must not hope to meet enough matches by reading the table instead.
    return list(
        scope,
        maxRows,
        """
        with holder as materialized (
             select p.contact_id, p.digits
               from contact_phone p
              where p.org_id = :org
                and p.digit_grams && cast(:first as integer[])
                and p.digit_grams && cast(:middle as integer[])
                and p.digit_grams && cast(:last as integer[])
                and p.division_id = any(:divisions)
                and p.digits like :pattern)
        select contact_id, digits from holder limit :max
        """,
        query ->
            query
                .bind("first", ofEach(bits, grams[0]))
                .bind("middle", ofEach(bits, grams[grams.length / 2]))
                .bind("last", ofEach(bits, grams[grams.length - 1]))
                .bind("pattern", pattern));
  }

  private static int[] ofEach(int[] divisionBits, int gram) {
    return Arrays.stream(divisionBits).map(bits -> bits | gram).toArray();
  }

  /// The names of those of `contacts` that are within the scope.
  List<Found> names(Scope scope, Collection<ContactId> contacts) {
    return list(
        scope,
        contacts.size(),
        """
        select c.id, ' ' || c.name_key
          from contact c
         where c.org_id = :org
           and c.id = any(:ids)
           and c.division_id = any(:divisions)
         limit :max
        """,
        query -> query.bind("ids", contacts.stream().map(ContactId::value).toArray(UUID[]::new)));
  }

  /// Up to three texts that a name must contain: ` ru` for a word that begins with ru.
  record Marks(String one, String two, String three) {
    static final Marks NONE = new Marks("", "", "");

    static Marks of(List<String> marks) {
      return new Marks(
          marks.isEmpty() ? "" : marks.getFirst(),
          marks.size() > 1 ? marks.get(1) : "",
          marks.size() > 2 ? marks.get(2) : "");
    }

    private Query bind(Query query) {
      return query.bind("mark1", one).bind("mark2", two).bind("mark3", three);
    }
  }

  private static Query range(Query query, String beginning) {
    return query.bind("from", beginning).bind("to", beginning + BEYOND);
  }

  private static Query ranges(Query query, Collection<String> beginnings) {
    return query
        .bind("from", beginnings.toArray(String[]::new))
        .bind(
            "to", beginnings.stream().map(beginning -> beginning + BEYOND).toArray(String[]::new));
  }

  private static Query query(Handle db, Scope scope, String statement) {
    return db.createQuery(statement)
        .bind("org", scope.orgKey())
        .bind("divisions", scope.divisionKeys());
  }

  /// Binds what one statement needs beyond the scope.
  private interface Binding {
    Query apply(Query query);
  }

  private List<Found> list(Scope scope, int maxRows, String statement, Binding binding) {
    return jdbi.withHandle(
        db -> binding.apply(query(db, scope, statement).bind("max", maxRows)).map(FOUND).list());
  }
}
