package dev.callbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.callbook.testing.Golden;
import dev.callbook.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The schema as the migrations leave it, read from the database's own catalogue.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@Tag("oldest-postgres")
class SchemaTest {
  /// Tables that belong to a library, not to an organization of ours.
  private static final List<String> OF_LIBRARIES =
      List.of("flyway_schema_history", "scheduled_tasks");

  /// Keys that do not start with `org_id`, and why.
  private static final Map<String, String> OTHERWISE = Map.of();

  @Inject Jdbi jdbi;

  @Test
  void the_schema_is_the_golden_file() {
    Golden.inDocs()
        .compare(
            "schema.sql", tables().stream().map(this::describe).collect(Collectors.joining("\n")));
  }

  @Test
  void every_key_starts_with_the_organization() {
    List<String> others =
        rows(
            """
            select c.relname || '.' || k.conname
              from pg_constraint k
              join pg_class c on c.oid = k.conrelid
              join pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[1]
             where k.contype in ('p', 'u', 'f')
               and c.relnamespace = 'public'::regnamespace
               and a.attname <> 'org_id'
            union
            select c.relname || '.' || i.relname
              from pg_index x
              join pg_class c on c.oid = x.indrelid
              join pg_class i on i.oid = x.indexrelid
              left join pg_attribute a on a.attrelid = c.oid and a.attnum = x.indkey[0]
             where x.indisunique
               and c.relnamespace = 'public'::regnamespace
               and a.attname is distinct from 'org_id'
             order by 1
            """);

    assertEquals(
        OTHERWISE.keySet().stream().sorted().toList(),
        others.stream().filter(key -> OF_LIBRARIES.stream().noneMatch(key::startsWith)).toList());
  }

  @Test
  void every_foreign_key_leads_to_a_record_of_the_same_organization() {
    List<String> elsewhere =
        rows(
            """
            select c.relname || '.' || k.conname
              from pg_constraint k
              join pg_class c on c.oid = k.conrelid
              join pg_attribute a on a.attrelid = k.confrelid and a.attnum = k.confkey[1]
             where k.contype = 'f'
               and a.attname <> 'org_id'
             order by 1
            """);

    assertEquals(List.of(), elsewhere);
  }

  @Test
  void every_table_has_a_primary_key() {
    List<String> without =
        rows(
            """
            select relname
              from pg_class c
             where relkind in ('r', 'p')
               and relnamespace = 'public'::regnamespace
               and not exists (select 1 from pg_constraint where conrelid = c.oid and contype = 'p')
             order by 1
            """);

    assertEquals(List.of(), without);
    assertFalse(tables().isEmpty());
  }

  private List<String> tables() {
    return rows(
            """
            select relname
              from pg_class
             where relkind in ('r', 'p')
               and relnamespace = 'public'::regnamespace
             order by relname collate "C"
            """)
        .stream()
        .filter(table -> !OF_LIBRARIES.contains(table))
        .toList();
  }

  private String describe(String table) {
    List<String> columns =
        of(
            table,
            """
            select a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
                   || case when l.collname is null or l.collname = 'default' then ''
                           else ' collate "' || l.collname || '"' end
                   || case when a.attnotnull then ' not null' else '' end
                   || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '')
              from pg_attribute a
              left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
              left join pg_collation l on l.oid = a.attcollation
             where a.attrelid = cast(:table as regclass)
               and a.attnum > 0
               and not a.attisdropped
             order by a.attnum
            """);
    List<String> constraints =
        of(
            table,
            """
            select 'constraint ' || conname || ' ' || pg_get_constraintdef(oid)
              from pg_constraint
             where conrelid = cast(:table as regclass)
               and contype in ('p', 'u', 'f', 'c', 'x')
             order by array_position(array['p', 'u', 'f', 'c', 'x'], contype::text), conname collate "C"
            """);
    List<String> indexes =
        of(
            table,
            """
            select pg_get_indexdef(x.indexrelid) || ';'
              from pg_index x
              join pg_class i on i.oid = x.indexrelid
             where x.indrelid = cast(:table as regclass)
               and not exists (select 1 from pg_constraint where conindid = x.indexrelid and contype in ('p', 'u'))
             order by i.relname collate "C"
            """);
    String parts =
        Stream.concat(columns.stream(), constraints.stream())
            .map(part -> "  " + part)
            .collect(Collectors.joining(",\n"));
    return Stream.concat(
            Stream.of("create table " + table + " (\n" + parts + "\n);"), indexes.stream())
        .map(line -> line + "\n")
        .collect(Collectors.joining());
  }

  private List<String> of(String table, String sql) {
    return jdbi.withHandle(
        db -> db.createQuery(sql).bind("table", "public." + table).mapTo(String.class).list());
  }

  private List<String> rows(String sql) {
    return jdbi.withHandle(db -> db.createQuery(sql).mapTo(String.class).list());
  }
}
