package dev.callbook.contact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.callbook.access.Scope;
import dev.callbook.testing.FeatureTest;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/// Merged contacts cost nothing where there are none, counted by PostgreSQL itself.
@QuarkusTest
class MergedCostTest extends FeatureTest {
  @Inject Jdbi jdbi;
  @Inject Contacts contacts;

  /// How often a transaction read merged contacts, by the table or by an index.
  private long reads(Runnable work) {
    return QuarkusTransaction.requiringNew()
        .call(() -> {
          long before = scans();
          work.run();
          return scans() - before;
        });
  }

  private long scans() {
    return jdbi.withHandle(db ->
        db.createQuery(
                """
                select sum(pg_stat_get_xact_numscans(oid))
                  from pg_class
                 where relname = 'merged_contact' or relname like 'merged\\_contact\\_%'
                """)
            .mapTo(Long.class)
            .one());
  }

  @Test
  void a_contact_that_was_never_merged_is_read_without_looking_for_others() {
    String ana = directory.contact("Ana Ruiz").in("Billing").workPhone("+34911234567").add();
    String anna = directory.contact("Anna Ruiz").in("Billing").add();
    String luis = directory.contact("Luis Gil").in("Billing").workPhone("+34911234568").add();
    String canonical =
        directory
            .asAdmin()
            .post(CONTACTS + "/merge", "{\"contactIds\": [\"" + ana + "\", \"" + anna + "\"]}")
            .answers(200)
            .id();
    Scope scope = directory.view("Billing");

    assertEquals(0, reads(() -> contacts.get(scope, id(luis))));
    assertEquals(0, reads(() -> contacts.find(scope, List.of(id(luis)))));
    assertEquals(0, reads(() -> contacts.holdingNumber(scope, "+34911234568", 25)));
    assertTrue(reads(() -> contacts.get(scope, id(canonical))) > 0);
  }

  private static ContactId id(String id) {
    return new ContactId(UUID.fromString(id));
  }
}
