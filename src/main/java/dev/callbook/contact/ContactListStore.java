package dev.callbook.contact;

import dev.callbook.access.Scope;
import dev.callbook.contact.ContactQuery.Sort;
import dev.callbook.directory.FewStore;
import dev.callbook.directory.FewStore.Few;
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
import org.jdbi.v3.core.Jdbi;

/// Ordered lists of contacts in SQL. A list walks the index that has its order, or sorts the few
/// that a filter leaves: see [FewStore].
@ApplicationScoped
class ContactListStore {
  private static final FewStore.Indexes<ContactField> INDEXES =
      new FewStore.Indexes<>(
          "contact",
          ContactListStore::holders,
          field ->
              field == ContactField.CUSTOM_VALUE
                  ? Optional.of("r.custom_fields @> cast(v.value as jsonb)")
                  : Optional.empty());

  private final Jdbi jdbi;
  private final ContactRows rows;

  ContactListStore(Jdbi jdbi, ContactRows rows) {
    this.jdbi = jdbi;
    this.rows = rows;
  }

  ContactPage list(Scope scope, ContactQuery query) {
    Where where = Where.of(query.filter(), ContactConditions::piece);
    String conditions = conditions(query, where);
    return jdbi.withHandle(db -> {
      Few few = FewStore.of(scope, db, query.filter(), INDEXES);
      List<Contact> found =
          few.bind(db.createQuery(select(query, conditions)), scope)
              .bindMap(where.values())
              .bind("organization", query.organization().orElse(null))
              .bind("afterKey", query.after().map(ContactQuery.Key::sortKey).orElse(null))
              .bind("afterId", query.after().map(ContactQuery.Key::id).orElse(null))
              .bind("deep", query.offset() + query.maxRows() + 1)
              .bind("offset", query.offset())
              .bind("max", query.maxRows() + 1)
              .map((row, _) -> rows.read(row))
              .list();
      boolean hasMore = found.size() > query.maxRows();
      int counted =
          few.bind(db.createQuery(Few.count("contact", conditions)), scope)
              .bindMap(where.values())
              .bind("organization", query.organization().orElse(null))
              .bind("window", PageRequest.WINDOW + 1)
              .mapTo(Integer.class)
              .one();
      return new ContactPage(hasMore ? found.subList(0, query.maxRows()) : found, counted, hasMore);
    });
  }

  /// Reads one ordered index range for each division and merges them: the cost depends on the page,
  /// not on the list.
  private static String select(ContactQuery query, String conditions) {
    return ContactStore.SELECT
        + " from "
        + Few.candidates("contact", conditions + after(query), order(query, "r"))
        + " as c"
        + order(query, "c")
        + " offset :offset limit :max";
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

  /// The ids in a division `d` that a value `v` lets through, in the order of an index; empty where
  /// no index has them.
  private static Optional<String> holders(ContactField field, List<String> values) {
    return Optional.ofNullable(
        switch (field) {
          case ID ->
              """
              select id from contact
               where org_id = :org and division_id = d.division_id and id = cast(v.value as uuid)
              """;
          case TYPE ->
              values.contains(ContactType.Curated.name())
                  ? null
                  : """
                  select id from contact
                   where org_id = :org and division_id = d.division_id and type <> 'Curated' and type = v.value
                   order by id
                  """;
          case SOURCE ->
              """
              select contact_id as id from contact_external_id
               where org_id = :org and division_id = d.division_id and source_id = cast(v.value as uuid)
               order by contact_id
              """;
          case REFUSES_SURVEYS ->
              values.equals(List.of("true"))
                  ? """
                  select id from contact
                   where org_id = :org and division_id = d.division_id and survey_opt_out
                   order by id
                  """
                  : null;
          case ACCEPTS_SMS ->
              values.equals(List.of("true"))
                  ? """
                  select contact_id as id from contact_phone
                   where org_id = :org and division_id = d.division_id and accepts_sms
                   order by contact_id
                  """
                  : null;
          case CUSTOM_KEY ->
              """
              select contact_id as id from contact_custom_key
               where org_id = :org and division_id = d.division_id and value_key = v.text
                 and field || '=' || value_key = v.value
               order by contact_id
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
