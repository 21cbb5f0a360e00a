package dev.callbook.contact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.callbook.testing.FeatureTest;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/// Removing a contact takes everything away that hangs on it. No foreign key sees to it: every way
/// of removal is tried here.
@QuarkusTest
class RemoveContactTest extends FeatureTest {
  @Inject Jdbi jdbi;

  @Test
  void removing_one_leaves_nothing_behind() {
    String id = add();
    directory.asAdmin().delete(CONTACTS + "/{}", id).answers(200);
    assertEquals(List.of(), tablesThatStillHold(id));
  }

  @Test
  void removing_in_bulk_leaves_nothing_behind() {
    String id = add();
    directory
        .asAdmin()
        .post(BULK + "/contacts/remove", "{\"entities\": [{\"id\": \"" + id + "\"}]}")
        .answers(200);
    assertEquals(List.of(), tablesThatStillHold(id));
  }

  private String add() {
    String other = directory.contact("Luis Gil").add();
    String source =
        jdbi.withHandle(db ->
            db.createQuery(
                    """
                    insert into external_source (org_id, id, name, active, created_at, version)
                    select org_id, gen_random_uuid(), 'CRM', true, now(), 1
                      from contact
                     where id = cast(:other as uuid)
                    returning id::text
                    """)
                .bind("other", other)
                .mapTo(String.class)
                .one());
    String everything =
        """
        {"firstName": "Ana María", "lastName": "Ruiz Gil", "workPhone": {"display": "+34911234567"},
         "workEmail": "ana@example.org", "twitterId": {"screenName": "ana"},
         "externalIds": [{"externalSource": {"id": "%s"}, "value": "C-1"}],
         "schema": {"id": "%s"}, "customFields": {"card_identifier": "KX-7040"}}
        """
            .formatted(source, directory.schemaOf(CONTACTS));
    String id = directory.asAdmin().post(CONTACTS, everything).answers(200).id();
    assertEquals(6, tablesThatStillHold(id).size(), "the test looks at what it should");
    return id;
  }

  /// Every table whose rows belong to a contact, but for what is kept on purpose.
  private List<String> tablesThatStillHold(String contact) {
    return jdbi.withHandle(db -> {
      List<String> tables =
          db.createQuery(
                  """
                  select table_name
                    from information_schema.columns
                   where table_schema = 'public'
                     and column_name = 'contact_id'
                     and table_name like 'contact\\_%'
                   order by table_name
                  """)
              .mapTo(String.class)
              .list();
      assertFalse(tables.isEmpty());
      return tables.stream()
          .filter(table ->
              db.createQuery(
                          "select count(*) from "
                              + table
                              + " where contact_id = cast(:contact as uuid)")
                      .bind("contact", contact)
                      .mapTo(Integer.class)
                      .one()
                  > 0)
          .toList();
    });
  }
}
