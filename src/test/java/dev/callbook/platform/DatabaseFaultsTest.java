package dev.callbook.platform;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.callbook.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a fault in the database says, since the log repeats it.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class DatabaseFaultsTest {
  @Inject Jdbi jdbi;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select 1 / 0 from (values (:name)) as person(name)",
        "insert into pg_temp.person values (:name), (:name)",
        "insert into pg_temp.person values ('x' || :name)",
      })
  void a_statement_that_fails_names_no_person(String sql) {
    assertNamesNobody(sql);
  }

  @Test
  void a_text_that_no_column_holds_names_no_person() {
    assertNamesNobody("select :name || chr(0)");
  }

  private void assertNamesNobody(String sql) {
    JdbiException fault =
        assertThrows(
            JdbiException.class,
            () ->
                jdbi.useHandle(db -> {
                  db.execute(
                      "create temp table if not exists person (name text primary key check (name not like 'x%'))");
                  db.createUpdate(sql).bind("name", "Ana Ruiz").execute();
                }));
    StringWriter log = new StringWriter();
    fault.printStackTrace(new PrintWriter(log));
    assertFalse(log.toString().contains("Ana Ruiz"), log::toString);
  }
}
