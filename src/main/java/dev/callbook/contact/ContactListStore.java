package dev.callbook.contact;

import dev.callbook.access.Scope;
import dev.callbook.contact.ContactQuery.Sort;
import dev.callbook.directory.Filter;
import dev.callbook.directory.Where;
import dev.callbook.wire.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/// Ordered lists of contacts in SQL.
///
/// A list walks the index that has its order and leaves out what the filter does not want. That is
/// quick where one contact in a hundred is wanted, and reads everything where one in a million is:
/// so a list first asks the index of whatever is rare among the conditions whether it holds [#FEW]
/// contacts at most, and if so sorts these.
@ApplicationScoped
class ContactListStore {
  /// Sorted in a few milliseconds. Whoever is not among so few is met often enough on a walk.
  private static final int FEW = 5_000;

  private final Jdbi jdbi;
  private final ContactRows rows;

  ContactListStore(Jdbi jdbi, ContactRows rows) {
    this.jdbi = jdbi;
    this.rows = rows;
  }

  ContactPage list(Scope scope, ContactQuery query) {
    Where where = Where.of(query.filter(), ContactConditions::piece);
    return jdbi.withHandle(db -> {
      UUID[] few = few(db, scope, query.filter());
      List<Contact> found =
          bound(db.createQuery(few == null ? walk(query, where) : sort(query, where)), scope, query)
              .bindMap(where.values())
              .bind("few", few)
              .bind("afterKey", query.after().map(ContactQuery.Key::sortKey).orElse(null))
              .bind("afterId", query.after().map(ContactQuery.Key::id).orElse(null))
              .bind("deep", query.offset() + query.maxRows() + 1)
              .bind("offset", query.offset())
              .bind("max", query.maxRows() + 1)
              .map((row, _) -> rows.read(row))
              .list();
      boolean hasMore = found.size() > query.maxRows();
      int counted =
          bound(db.createQuery(count(query, where, few)), scope, query)
              .bindMap(where.values())
              .bind("few", few)
              .bind("window", PageRequest.WINDOW + 1)
              .mapTo(Integer.class)
              .one();
      return new ContactPage(hasMore ? found.subList(0, query.maxRows()) : found, counted, hasMore);
    });
  }

  private static Query bound(Query statement, Scope scope, ContactQuery query) {
    return statement
        .bind("org", scope.orgKey())
        .bind("divisions", scope.divisionKeys())
        .bind("organization", query.organization().orElse(null));
  }

  /// Reads one ordered index range for each division and merges them: the cost depends on the page,
  /// not on the list.
  private static String walk(ContactQuery query, Where where) {
    return ContactStore.SELECT
        + """
          from (select near.*
                  from unnest(cast(:divisions as uuid[])) as d (division_id)
                 cross join lateral (
                       select r.*
                         from contact r
                        where r.org_id = :org
                          and r.division_id = d.division_id
        """
        + conditions(query, where)
        + after(query)
        + order(query, "r")
        + " limit :deep) as near) as c"
        + order(query, "c")
        + " offset :offset limit :max";
  }

  private static String sort(ContactQuery query, Where where) {
    return ContactStore.SELECT
        + """
          from (select r.*
                  from contact r
                 where r.org_id = :org
                   and r.id = any(:few)
                   and r.division_id = any(:divisions)
        """
        + conditions(query, where)
        + after(query)
        + order(query, "r")
        + " offset :offset limit :max) as c"
        + order(query, "c");
  }

  private static String count(ContactQuery query, Where where, UUID @Nullable [] few) {
    return """
    select count(*)
      from (select
              from contact r
             where r.org_id = :org
               and r.division_id = any(:divisions)
    """
        + (few == null ? "" : " and r.id = any(:few)")
        + conditions(query, where)
        + " limit :window) as counted";
  }

  private static String conditions(ContactQuery query, Where where) {
    return (query.organization().isPresent()
            ? " and r.external_organization_id = :organization"
            : "")
        + where.text();
  }

  private static String after(ContactQuery query) {
    return query.after().isEmpty()
        ? ""
        : " and (r."
            + column(query.sort())
            + ", r.id) "
            + (query.descending() ? "<" : ">")
            + " (:afterKey, :afterId)";
  }

  private static String order(ContactQuery query, String table) {
    String direction = query.descending() ? " desc" : "";
    return " order by "
        + table
        + "."
        + column(query.sort())
        + direction
        + ", "
        + table
        + ".id"
        + direction;
  }

  private static String column(Sort sort) {
    return switch (sort) {
      case LAST_NAME -> "surname_key";
      case FIRST_NAME -> "name_key";
      case MIDDLE_NAME -> "middle_name";
      case TITLE -> "title";
    };
  }

  Set<ContactId> among(Scope scope, Collection<ContactId> ids, Filter<ContactField> filter) {
    Where where = Where.of(filter, ContactConditions::piece);
    return jdbi.withHandle(db ->
        db
            .createQuery(
                """
                select r.id
                  from contact r
                 where r.org_id = :org
                   and r.id = any(:ids)
                   and r.division_id = any(:divisions)
                """
                    + where.text())
            .bind("org", scope.orgKey())
            .bind("divisions", scope.divisionKeys())
            .bind("ids", ids.stream().map(ContactId::value).toArray(UUID[]::new))
            .bindMap(where.values())
            .mapTo(UUID.class)
            .stream()
            .map(ContactId::new)
            .collect(Collectors.toUnmodifiableSet()));
  }

  /// @return the ids that the rarest condition leaves; null where each of them leaves many
  private static UUID @Nullable [] few(Handle db, Scope scope, Filter<ContactField> filter) {
    if (!(filter instanceof Filter.AllOf<ContactField>(var parts))) {
      return null;
    }
    for (Filter<ContactField> part : parts) {
      if (part instanceof Filter.OneOf<ContactField>(var field, var values)) {
        Optional<String> holders = holders(field, values);
        if (holders.isPresent()) {
          List<UUID> ids = few(db, scope, holders.get(), values);
          if (ids.size() <= FEW) {
            return ids.toArray(UUID[]::new);
          }
        }
      }
    }
    return null;
  }

  private static List<UUID> few(Handle db, Scope scope, String holders, List<String> values) {
    return db.createQuery("select distinct h.id from (" + holders + " limit :few) as h")
        .bind("org", scope.orgKey())
        .bind("divisions", scope.divisionKeys())
        .bind("values", values.toArray(String[]::new))
        .bind(
            "texts",
            values.stream()
                .map(value -> value.substring(value.indexOf('=') + 1))
                .toArray(String[]::new))
        .bind("few", FEW + 1)
        .mapTo(UUID.class)
        .list();
  }

  /// The ids that a condition lets through, from an index; empty where no index has them.
  private static Optional<String> holders(ContactField field, List<String> values) {
    return Optional.ofNullable(
        switch (field) {
          case ID -> "select unnest(cast(:values as uuid[])) as id";
          case TYPE ->
              values.contains(ContactType.Curated.name())
                  ? null
                  : """
                  select id from contact
                   where org_id = :org and type <> 'Curated' and type = any(:values)
                  """;
          case SOURCE ->
              """
              select contact_id as id from contact_external_id
               where org_id = :org and source_id = any(cast(:values as uuid[]))
              """;
          case REFUSES_SURVEYS ->
              values.equals(List.of("true"))
                  ? """
                  select id from contact
                   where org_id = :org and division_id = any(:divisions) and survey_opt_out
                  """
                  : null;
          case ACCEPTS_SMS ->
              values.equals(List.of("true"))
                  ? """
                  select contact_id as id from contact_phone
                   where org_id = :org and division_id = any(:divisions) and accepts_sms
                  """
                  : null;
          case CUSTOM_KEY ->
              """
              select contact_id as id from contact_custom_key
               where org_id = :org and division_id = any(:divisions) and value_key = any(:texts)
                 and field || '=' || value_key = any(:values)
              """;
          case DIVISION,
              ORGANIZATION,
              SCHEMA,
              SCHEMA_VERSION,
              CREATED,
              MODIFIED,
              HAS_EMAIL,
              HAS_PHONE,
              CUSTOM_VALUE ->
              null;
        });
  }
}
