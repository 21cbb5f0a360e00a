package dev.callbook.contact;

import static dev.callbook.contact.SearchStore.Bindings.range;

import dev.callbook.access.Scope;
import dev.callbook.contact.SearchStore.Found;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;

/// Contacts by e-mail address, handle, external id and custom field, in SQL.
@ApplicationScoped
class AddressSearchStore {
  private final SearchStore store;

  AddressSearchStore(SearchStore store) {
    this.store = store;
  }

  /// Whose e-mail address begins so.
  List<Found> withEmail(Scope scope, String beginning, int maxRows) {
    return store.list(
        scope,
        maxRows,
        """
        select near.contact_id, near.email_key
          from unnest(cast(:divisions as uuid[])) as d (division_id)
         cross join lateral (
               select e.contact_id, e.email_key
                 from contact_email e
                where e.org_id = :org and e.division_id = d.division_id
                  and e.email_key >= :from and e.email_key < :to
                order by e.email_key, e.contact_id
                limit :max) as near
         order by near.email_key, near.contact_id
         limit :max
        """,
        query -> range(query, beginning));
  }

  /// Whose e-mail address has a domain that begins so.
  List<Found> withDomain(Scope scope, String beginning, int maxRows) {
    return store.list(
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
  List<Found> withHandle(Scope scope, String beginning, int maxRows) {
    return store.list(
        scope,
        maxRows,
        """
        select near.contact_id, near.handle_key
          from unnest(cast(:divisions as uuid[])) as d (division_id)
         cross join lateral (
               select h.contact_id, h.handle_key
                 from contact_handle h
                where h.org_id = :org and h.division_id = d.division_id
                  and h.handle_key >= :from and h.handle_key < :to
                order by h.handle_key, h.contact_id
                limit :max) as near
         order by near.handle_key, near.contact_id
         limit :max
        """,
        query -> range(query, beginning));
  }

  /// Who has this identifier or tag among the custom fields.
  List<Found> withCustomField(Scope scope, String key, int maxRows) {
    return store.list(
        scope,
        maxRows,
        """
        select near.contact_id, near.value_key
          from unnest(cast(:divisions as uuid[])) as d (division_id)
         cross join lateral (
               select k.contact_id, k.value_key
                 from contact_custom_key k
                where k.org_id = :org and k.division_id = d.division_id and k.value_key = :key
                order by k.contact_id
                limit :max) as near
         order by near.contact_id
         limit :max
        """,
        query -> query.bind("key", key));
  }

  /// Whom another system, whichever, calls so.
  List<Found> withExternalId(Scope scope, Collection<String> values, int maxRows) {
    return store.list(
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
}
