package dev.callbook.customfield;

import dev.callbook.access.Scope;
import dev.callbook.customfield.FieldUse.Effect;
import dev.callbook.customfield.FieldUse.Effects;
import dev.callbook.customfield.FieldUse.Held;
import dev.callbook.customfield.FieldUse.Precision;
import dev.callbook.customfield.FieldUse.Wish;
import dev.callbook.directory.Rows;
import dev.callbook.platform.Verdicts;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/// Counts the values of custom fields. A count reads every record, so each has its time; where that
/// is not enough, a hundredth of the table is read instead.
@ApplicationScoped
class FieldUseStore {
  private static final int SECONDS = 2;
  private static final int PARTS = 100;
  private static final String SAMPLE = " tablesample system (1)";

  private final Jdbi jdbi;
  private final Rows json;

  FieldUseStore(Jdbi jdbi, Rows json) {
    this.jdbi = jdbi;
    this.json = json;
  }

  /// The records within `scope` that hold a value, by field of one schema.
  Held held(Scope scope, SchemaKind kind, UUID schema) {
    return inTime(
        (from, factor) ->
            jdbi.withHandle(db ->
                db
                    .createQuery(
                        "select k.field, count(*) as held from "
                            + kind.word()
                            + " as r"
                            + from
                            + """
                              cross join lateral jsonb_object_keys(r.custom_fields) as k (field)
                             where r.org_id = :org
                               and r.division_id = any(:divisions)
                               and r.schema_id = :schema
                             group by k.field
                            """)
                    .setQueryTimeout(SECONDS)
                    .bind("org", scope.orgKey())
                    .bind("divisions", scope.divisionKeys())
                    .bind("schema", schema)
                    .map((row, _) -> Map.entry(row.getString("field"), row.getLong("held")))
                    .stream()
                    .collect(
                        Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue() * factor))),
        Held::new);
  }

  /// What fields would meet if they were as wished. Lengths are counted in characters here and in
  /// UTF-16 units where values are checked: they differ where a value holds emoji.
  Effects effects(Scope scope, SchemaKind kind, UUID schema, List<Wish> wishes) {
    return inTime(
        (from, factor) ->
            jdbi.withHandle(db -> {
              try (Query query =
                  db.createQuery(
                      """
                      select w.key,
                             count(*) filter (where jsonb_exists(r.custom_fields, w.key)) as held,
                             count(*) filter (where jsonb_exists(r.custom_fields, w.key) and
                               case w.measure
                                 when 'length' then length(r.custom_fields ->> w.key) not between w.least and w.most
                                 when 'number' then cast(r.custom_fields ->> w.key as numeric)
                                                    not between w.least and w.most
                                 when 'tags' then jsonb_array_length(r.custom_fields -> w.key)
                                                  not between w.least and w.most
                                   or exists (select 1
                                                from jsonb_array_elements_text(r.custom_fields -> w.key) as t (tag)
                                               where length(t.tag) not between w."itemLeast" and w."itemMost")
                                 when 'options' then jsonb_exists(w.retired, r.custom_fields ->> w.key)
                                 else false
                               end) as unfit,
                             count(*) filter (where not coalesce(jsonb_exists(r.custom_fields, w.key), false))
                               as missing
                      """
                          + " from "
                          + kind.word()
                          + " as r"
                          + from
                          + """

                            cross join jsonb_to_recordset(cast(:wishes as jsonb)) as w (
                              key text, measure text, least numeric, most numeric, "itemLeast" integer,
                              "itemMost" integer, retired jsonb)
                           where r.org_id = :org
                             and r.division_id = any(:divisions)
                             and r.schema_id = :schema
                           group by w.key
                          """)) {
                return query
                    .setQueryTimeout(SECONDS)
                    .bind("org", scope.orgKey())
                    .bind("divisions", scope.divisionKeys())
                    .bind("schema", schema)
                    .bind("wishes", json.write(wishes))
                    .map((row, _) ->
                        Map.entry(
                            row.getString("key"),
                            new Effect(
                                row.getLong("held") * factor,
                                row.getLong("unfit") * factor,
                                row.getLong("missing") * factor)))
                    .stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
              }
            }),
        Effects::new);
  }

  /// A count over a table, or over a part of it. @param <T> what is counted, by field
  private interface Count<T> {
    Map<String, T> of(String from, long factor);
  }

  /// What to make of a count.
  private interface Answer<T, A> {
    A of(Precision precision, Map<String, T> counted);
  }

  private static <T, A> A inTime(Count<T> count, Answer<T, A> answer) {
    try {
      return answer.of(Precision.EXACT, count.of("", 1));
    } catch (UnableToExecuteStatementException fault) {
      refuseUnlessOverdue(fault);
    }
    try {
      return answer.of(Precision.ESTIMATE, count.of(SAMPLE, PARTS));
    } catch (UnableToExecuteStatementException fault) {
      refuseUnlessOverdue(fault);
      return answer.of(Precision.UNKNOWN, Map.of());
    }
  }

  private static void refuseUnlessOverdue(UnableToExecuteStatementException fault) {
    if (!Verdicts.isOverdue(fault)) {
      throw fault;
    }
  }
}
