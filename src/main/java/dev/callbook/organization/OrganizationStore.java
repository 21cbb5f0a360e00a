package dev.callbook.organization;

import dev.callbook.access.DivisionId;
import dev.callbook.access.Scope;
import dev.callbook.directory.ExternalId;
import dev.callbook.directory.Filter;
import dev.callbook.directory.Rows;
import dev.callbook.directory.ScanRange;
import dev.callbook.directory.Where;
import dev.callbook.wire.Refusal.Conflict;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// External organizations in SQL. Every write takes a set of records and a fixed number of
/// statements.
@ApplicationScoped
class OrganizationStore {
  static final String SELECT =
      """
      select o.id, o.division_id, o.name, o.company_type, o.industry, o.address, o.phone_number, o.fax_number,
             o.employee_count, o.revenue, o.tags, o.websites, o.tickers, o.twitter, o.external_system_url,
             o.schema_id, o.schema_version, o.custom_fields, o.external_ids, o.created_at, o.modified_at, o.version
      """;

  private final Jdbi jdbi;
  private final OrganizationRows rows;

  OrganizationStore(Jdbi jdbi, OrganizationRows rows) {
    this.jdbi = jdbi;
    this.rows = rows;
  }

  List<Organization> find(Scope scope, Collection<OrganizationId> ids) {
    return byId(scope, ids, "");
  }

  /// As [#find]; held for the rest of the transaction.
  List<Organization> lock(Scope scope, Collection<OrganizationId> ids) {
    return byId(scope, ids, " order by o.id for no key update of o");
  }

  /// As [#lock]; nothing can be tied to them any more.
  List<Organization> lockToRemove(Scope scope, Collection<OrganizationId> ids) {
    return byId(scope, ids, " order by o.id for update of o");
  }

  private List<Organization> byId(Scope scope, Collection<OrganizationId> ids, String lock) {
    if (ids.isEmpty()) {
      return List.of();
    }
    return jdbi.withHandle(db ->
        db.createQuery(
                SELECT
                    + """
                      from organization o
                     where o.org_id = :org
                       and o.id = any(:ids)
                       and o.division_id = any(:divisions)
                    """
                    + lock)
            .bind("org", scope.orgKey())
            .bind("divisions", scope.divisionKeys())
            .bind("ids", keys(ids))
            .map((row, _) -> rows.read(row))
            .list());
  }

  int countOf(Scope scope, Set<UUID> ids) {
    return jdbi.withHandle(db ->
        db.createQuery(
                """
                select count(*)
                  from organization
                 where org_id = :org
                   and id = any(:ids)
                   and division_id = any(:divisions)
                """)
            .bind("org", scope.orgKey())
            .bind("divisions", scope.divisionKeys())
            .bind("ids", ids.toArray(UUID[]::new))
            .mapTo(Integer.class)
            .one());
  }

  Optional<Organization> byExternalId(Scope scope, UUID source, String value) {
    return jdbi.withHandle(db ->
        db.createQuery(
                SELECT
                    + """
                      from organization_external_id x
                      join organization o on o.org_id = x.org_id and o.id = x.organization_id
                     where x.org_id = :org
                       and x.source_id = :source
                       and x.value = :value
                       and x.division_id = any(:divisions)
                     order by o.id
                     limit 1
                    """)
            .bind("org", scope.orgKey())
            .bind("divisions", scope.divisionKeys())
            .bind("source", source)
            .bind("value", value)
            .map((row, _) -> rows.read(row))
            .findOne());
  }

  Map<ExternalId, OrganizationId> byExternalIds(Scope scope, List<ExternalId> wanted) {
    Map<ExternalId, OrganizationId> found = new HashMap<>();
    jdbi.useHandle(db ->
        db.createQuery(
                """
                select x.source_id, x.value, x.organization_id
                  from unnest(cast(:sources as uuid[]), cast(:values as text[])) as w (source, value)
                  join organization_external_id x on x.source_id = w.source and x.value = w.value
                 where x.org_id = :org
                   and x.division_id = any(:divisions)
                 order by x.organization_id desc
                """)
            .bind("org", scope.orgKey())
            .bind("divisions", scope.divisionKeys())
            .bind("sources", wanted.stream().map(ExternalId::source).toArray(UUID[]::new))
            .bind("values", wanted.stream().map(ExternalId::value).toArray(String[]::new))
            .map((row, _) ->
                found.put(
                    new ExternalId(row.getObject("source_id", UUID.class), row.getString("value")),
                    new OrganizationId(row.getObject("organization_id", UUID.class))))
            .list());
    return found;
  }

  List<Organization> scan(Scope scope, ScanRange range, Filter<OrganizationField> filter) {
    Where where = Where.of(filter, OrganizationConditions::piece);
    return jdbi.withHandle(db ->
        db.createQuery(
                SELECT
                    + ScanRange.DIVISIONS
                    + "(select r.* from organization r"
                    + ScanRange.WITHIN
                    + where.text()
                    + ScanRange.ORDER
                    + ") as o order by d.place, o.id limit :max")
            .bind("org", scope.orgKey())
            .bind("divisions", range.divisionKeys(scope))
            .bind("after", range.afterId(scope))
            .bind("max", range.maxRows())
            .bindMap(where.values())
            .map((row, _) -> rows.read(row))
            .list());
  }

  void insert(Scope scope, List<Organization> organizations) {
    if (organizations.isEmpty()) {
      return;
    }
    jdbi.useHandle(db -> {
      db.createUpdate(OrganizationRows.INSERT + " where r.\"division\" = any(:divisions)")
          .bind("org", scope.orgKey())
          .bind("divisions", scope.divisionKeys())
          .bind("rows", rows.organizations(organizations))
          .execute();
      insertChildren(db, scope, organizations);
    });
  }

  /// Replaces the organizations' details. They must be locked.
  void replace(Scope scope, List<Organization> organizations) {
    if (organizations.isEmpty()) {
      return;
    }
    jdbi.useHandle(db -> {
      db.createUpdate(OrganizationRows.UPDATE)
          .bind("org", scope.orgKey())
          .bind("divisions", scope.divisionKeys())
          .bind("rows", rows.organizations(organizations))
          .execute();
      for (String table :
          List.of(
              "organization_phrase",
              "organization_external_id",
              "organization_custom_key",
              "organization_tag")) {
        db.createUpdate(
                "delete from " + table + " where org_id = :org and organization_id = any(:ids)")
            .bind("org", scope.orgKey())
            .bind("ids", keys(organizations.stream().map(Organization::id).toList()))
            .execute();
      }
      insertChildren(db, scope, organizations);
    });
  }

  private void insertChildren(Handle db, Scope scope, List<Organization> organizations) {
    Rows.insertIfAny(db, scope, rows.phrases(organizations), OrganizationRows.INSERT_PHRASES);
    Rows.insertIfAny(
        db, scope, rows.customKeys(organizations), OrganizationRows.INSERT_CUSTOM_KEYS);
    Rows.insertIfAny(db, scope, rows.tags(organizations), OrganizationRows.INSERT_TAGS);
    int wanted =
        organizations.stream()
            .mapToInt(o -> (int) o.details().externalIds().stream().distinct().count())
            .sum();
    int written =
        Rows.insertIfAny(
            db,
            scope,
            rows.externalIds(organizations),
            OrganizationRows.INSERT_EXTERNAL_IDS,
            "externalIds");
    if (written < wanted) {
      throw new Conflict(
          "externalIds", "Another organization in this division already has this external id.");
    }
  }

  /// A contact whose organization an organization's removal, or its return, changed.
  ///
  /// @param version the contact's, after it
  record Tie(UUID contact, DivisionId division, int version, UUID organization) {
    static Tie read(ResultSet row) throws SQLException {
      return new Tie(
          row.getObject("id", UUID.class),
          new DivisionId(row.getObject("division_id", UUID.class)),
          row.getInt("version"),
          row.getObject("organization", UUID.class));
    }
  }

  /// How many contacts some organizations have, in whatever division: all of them would lose them.
  long countPeople(Scope scope, Collection<OrganizationId> ids) {
    return jdbi.withHandle(db ->
        db.createQuery(
                "select count(*) from contact where org_id = :org and external_organization_id = any(:ids)")
            .bind("org", scope.orgKey())
            .bind("ids", keys(ids))
            .mapTo(Long.class)
            .one());
  }

  /// Cuts the links of the people of organizations, in whatever division they are.
  ///
  /// @return one for each contact that had one of them
  List<Tie> cutLinks(Scope scope, List<Organization> organizations, Instant now) {
    return jdbi.withHandle(db ->
        db.createQuery(
                """
                with held as (
                     select id, external_organization_id as organization
                       from contact
                      where org_id = :org and external_organization_id = any(:ids)
                      order by id
                        for no key update)
                update contact c
                   set external_organization_id = null, version = c.version + 1, modified_at = :now
                  from held
                 where c.org_id = :org and c.id = held.id
                returning c.id, c.division_id, c.version, held.organization
                """)
            .bind("org", scope.orgKey())
            .bind("ids", keys(organizations.stream().map(Organization::id).toList()))
            .bind("now", now)
            .map((row, _) -> Tie.read(row))
            .list());
  }

  /// Links people again that have no organization.
  ///
  /// @param links organizations by contact
  /// @return one for each contact that has it now
  List<Tie> tieAgain(Scope scope, Map<UUID, UUID> links, Instant now) {
    List<UUID> contacts = List.copyOf(links.keySet());
    return jdbi.withHandle(db ->
        db.createQuery(
                """
                with held as (
                     select c.id, o.id as organization
                       from unnest(cast(:contacts as uuid[]), cast(:organizations as uuid[])) as l (contact, organization)
                       join contact c on c.org_id = :org and c.id = l.contact
                       join organization o on o.org_id = :org and o.id = l.organization
                      where c.external_organization_id is null and o.division_id = any(:divisions)
                      order by c.id
                        for no key update of c
                        for key share of o)
                update contact c
                   set external_organization_id = held.organization, version = c.version + 1, modified_at = :now
                  from held
                 where c.org_id = :org and c.id = held.id
                returning c.id, c.division_id, c.version, held.organization
                """)
            .bind("org", scope.orgKey())
            .bind("divisions", scope.divisionKeys())
            .bind("contacts", contacts.toArray(UUID[]::new))
            .bind("organizations", contacts.stream().map(links::get).toArray(UUID[]::new))
            .bind("now", now)
            .map((row, _) -> Tie.read(row))
            .list());
  }

  /// Removes organizations. They must be locked, and have no people any more.
  void remove(Scope scope, List<Organization> organizations) {
    jdbi.useHandle(db ->
        db.createUpdate(
                "delete from organization where org_id = :org and id = any(:ids) and division_id = any(:divisions)")
            .bind("org", scope.orgKey())
            .bind("divisions", scope.divisionKeys())
            .bind("ids", keys(organizations.stream().map(Organization::id).toList()))
            .execute());
  }

  private static UUID[] keys(Collection<OrganizationId> ids) {
    return ids.stream().map(OrganizationId::value).toArray(UUID[]::new);
  }
}
