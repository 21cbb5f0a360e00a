package dev.callbook.contact;

import dev.callbook.access.Scope;
import dev.callbook.directory.Filter;
import dev.callbook.directory.Rows;
import dev.callbook.directory.ScanRange;
import dev.callbook.directory.Where;
import dev.callbook.wire.PageRequest;
import dev.callbook.wire.Refusal.Conflict;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Contacts in SQL. Every write takes a set of records and a fixed number of statements.
@ApplicationScoped
class ContactStore {
  static final String SELECT =
      """
      select c.id, c.division_id, c.type, c.first_name, c.middle_name, c.last_name, c.salutation, c.title,
             c.external_organization_id, c.survey_opt_out, c.external_system_url, c.address, c.handles,
             c.schema_id, c.schema_version, c.custom_fields, c.external_ids, c.created_at, c.modified_at, c.version,
             (select json_agg(json_build_array(
                       p.label, p.user_input, p.display, p.e164, p.extension, p.country_code, p.region,
                       p.accepts_sms, p.lookup_key, p.digits) order by p.position)
                from contact_phone p
               where p.org_id = c.org_id and p.contact_id = c.id) as phones,
             (select json_agg(json_build_array(e.label, e.address) order by e.position)
                from contact_email e
               where e.org_id = c.org_id and e.contact_id = c.id) as emails,
             case when c.canonical
                  then (select json_agg(json_build_array(m.id, m.merged_to))
                          from merged_contact m
                         where m.org_id = c.org_id and m.canonical_id = c.id) end as merge_set
      """;

  private final Jdbi jdbi;
  private final ContactRows rows;

  ContactStore(Jdbi jdbi, ContactRows rows) {
    this.jdbi = jdbi;
    this.rows = rows;
  }

  /// As [#find]; held for the rest of the transaction, in an order that keeps two writers from
  /// waiting for each other.
  ///
  /// Read only once they are held: a statement that waits for a lock goes on with the contact as it
  /// is then, but with the numbers and addresses as they were when it began.
  List<Contact> lock(Scope scope, Collection<ContactId> ids) {
    return find(scope, held(scope, ids, "no key update"));
  }

  /// As [#find]; nobody removes them or merges them away for the rest of the transaction.
  List<Contact> keep(Scope scope, Collection<ContactId> ids) {
    return find(scope, held(scope, ids, "key share"));
  }

  private List<ContactId> held(Scope scope, Collection<ContactId> ids, String strength) {
    if (ids.isEmpty()) {
      return List.of();
    }
    return jdbi.withHandle(db ->
        db.createQuery(
                """
                select c.id
                  from contact c
                 where c.org_id = :org
                   and c.id = any(:ids)
                   and c.division_id = any(:divisions)
                 order by c.id
                   for \
                """
                    + strength)
            .bind("org", scope.orgKey())
            .bind("divisions", scope.divisionKeys())
            .bind("ids", keys(ids))
            .mapTo(UUID.class)
            .map(ContactId::new)
            .list());
  }

  List<Contact> find(Scope scope, Collection<ContactId> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    return jdbi.withHandle(db ->
        db.createQuery(
                SELECT
                    + """
                      from contact c
                     where c.org_id = :org
                       and c.id = any(:ids)
                       and c.division_id = any(:divisions)
                    """)
            .bind("org", scope.orgKey())
            .bind("divisions", scope.divisionKeys())
            .bind("ids", keys(ids))
            .map((row, _) -> rows.read(row))
            .list());
  }

  List<Contact> holdingNumber(Scope scope, String lookupKey, int maxRows) {
    return holding(
        scope,
        "select h.contact_id from contact_phone h where h.org_id = :org and h.lookup_key = :key",
        lookupKey,
        "",
        maxRows);
  }

  List<Contact> holdingEmail(Scope scope, String emailKey, int maxRows) {
    return holding(
        scope,
        """
        select h.contact_id
          from contact_email h
         where h.org_id = :org and h.division_id = any(:divisions) and h.email_key = :key\
        """,
        emailKey,
        "",
        maxRows);
  }

  List<Contact> holdingHandle(Scope scope, String channel, String handleKey, int maxRows) {
    return holding(
        scope,
        """
        select h.contact_id
          from contact_handle h
         where h.org_id = :org and h.division_id = any(:divisions) and h.handle_key = :key
           and h.channel = :of\
        """,
        handleKey,
        channel,
        maxRows);
  }

  List<Contact> holdingExternalId(Scope scope, UUID source, String value) {
    return holding(
        scope,
        """
        select h.contact_id
          from contact_external_id h
         where h.org_id = :org and h.value = :key and h.source_id = cast(:of as uuid)\
        """,
        value,
        source.toString(),
        PageRequest.WINDOW);
  }

  /// @param holders the ids of those who hold `key`, read from one index; narrowed to the scope's
  ///   divisions here
  private List<Contact> holding(Scope scope, String holders, String key, String of, int maxRows) {
    return jdbi.withHandle(db ->
        db.createQuery(
                SELECT
                    + """
                      from contact c
                     where c.org_id = :org
                       and c.division_id = any(:divisions)
                       and c.id = any(array(
                    """
                    + holders
                    // As a condition of the index of numbers it would make the planner think a plan
                    // for any divisions dear, and plan each look-up anew: four times what the
                    // look-up
                    // takes. The indexes of addresses and handles begin with the division.
                    + " and array_position(cast(:divisions as uuid[]), h.division_id) > 0))"
                    + " order by c.id limit :max")
            .bind("org", scope.orgKey())
            .bind("divisions", scope.divisionKeys())
            .bind("key", key)
            .bind("of", of)
            .bind("max", maxRows)
            .map((row, _) -> rows.read(row))
            .list());
  }

  List<Contact> scan(Scope scope, ScanRange range, Filter<ContactField> filter) {
    Where where = Where.of(filter, ContactConditions::piece);
    return jdbi.withHandle(db ->
        db.createQuery(
                SELECT
                    + ScanRange.DIVISIONS
                    + "(select r.* from contact r"
                    + ScanRange.WITHIN
                    + where.text()
                    + ScanRange.ORDER
                    + ") as c order by d.place, c.id limit :max")
            .bind("org", scope.orgKey())
            .bind("divisions", range.divisionKeys(scope))
            .bind("after", range.afterId(scope))
            .bind("max", range.maxRows())
            .bindMap(where.values())
            .map((row, _) -> rows.read(row))
            .list());
  }

  void insert(Scope scope, List<Contact> contacts) {
    if (contacts.isEmpty()) {
      return;
    }
    jdbi.useHandle(db -> {
      db.createUpdate(
              """
              insert into contact
                     (org_id, id, division_id, type, first_name, middle_name, last_name, salutation, title,
                      name_key, surname_key, external_organization_id, survey_opt_out, external_system_url,
                      address, handles, schema_id, schema_version, custom_fields, external_ids,
                      created_at, modified_at, version, canonical)
              select :org, r."id", r."division", r."type", r."firstName", r."middleName", r."lastName",
                     r."salutation", r."title", r."nameKey", r."surnameKey", r."organization", r."surveyOptOut",
                     r."externalSystemUrl", r."address", r."handles", r."schemaId", r."schemaVersion",
                     r."customFields", r."externalIds", r."createdAt", r."modifiedAt", r."version",
                     r."canonical"
              """
                  + ContactRows.CONTACTS
                  + " where r.\"division\" = any(:divisions)")
          .bind("org", scope.orgKey())
          .bind("divisions", scope.divisionKeys())
          .bind("rows", rows.contacts(contacts))
          .execute();
      insertChildren(db, scope, contacts);
    });
  }

  /// Replaces the contacts' details. They must be locked.
  void replace(Scope scope, List<Contact> contacts) {
    if (contacts.isEmpty()) {
      return;
    }
    jdbi.useHandle(db -> {
      db.createUpdate(
              """
              update contact c
                 set type = r."type", first_name = r."firstName", middle_name = r."middleName",
                     last_name = r."lastName", salutation = r."salutation", title = r."title",
                     name_key = r."nameKey", surname_key = r."surnameKey",
                     external_organization_id = r."organization", survey_opt_out = r."surveyOptOut",
                     external_system_url = r."externalSystemUrl", address = r."address", handles = r."handles",
                     schema_id = r."schemaId", schema_version = r."schemaVersion",
                     custom_fields = r."customFields", external_ids = r."externalIds",
                     modified_at = r."modifiedAt", version = r."version"
              """
                  + ContactRows.CONTACTS
                  + """
                   where c.org_id = :org
                     and c.id = r."id"
                     and c.division_id = any(:divisions)
                  """)
          .bind("org", scope.orgKey())
          .bind("divisions", scope.divisionKeys())
          .bind("rows", rows.contacts(contacts))
          .execute();
      ContactRemovalStore.releaseKeys(scope, db, contacts);
      insertChildren(db, scope, contacts);
    });
  }

  private void insertChildren(Handle db, Scope scope, List<Contact> contacts) {
    Rows.insertIfAny(db, scope, rows.phrases(contacts), ContactRows.INSERT_PHRASES);
    Rows.insertIfAny(db, scope, rows.phones(contacts), ContactRows.INSERT_PHONES);
    Rows.insertIfAny(db, scope, rows.emails(contacts), ContactRows.INSERT_EMAILS);
    Rows.insertIfAny(db, scope, rows.handles(contacts), ContactRows.INSERT_HANDLES);
    Rows.insertIfAny(db, scope, rows.customKeys(contacts), ContactRows.INSERT_CUSTOM_KEYS);
    int wanted =
        contacts.stream()
            .mapToInt(c -> (int) c.details().externalIds().stream().distinct().count())
            .sum();
    int written =
        Rows.insertIfAny(
            db, scope, rows.externalIds(contacts), ContactRows.INSERT_EXTERNAL_IDS, "externalIds");
    if (written < wanted) {
      throw new Conflict(
          "externalIds", "Another contact in this division already has this external id.");
    }
  }

  private static UUID[] keys(Collection<ContactId> ids) {
    return ids.stream().map(ContactId::value).toArray(UUID[]::new);
  }
}
