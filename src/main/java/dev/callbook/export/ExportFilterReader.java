package dev.callbook.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.callbook.access.Scope;
import dev.callbook.directory.Filter;
import dev.callbook.export.ExportJson.FieldJson;
import dev.callbook.export.ExportJson.FieldListJson;
import dev.callbook.export.ExportJson.FilterJson;
import dev.callbook.export.ExportJson.QueryJson;
import dev.callbook.wire.Refusal.Invalid;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Reads the conditions of an export of one kind.
///
/// @param fields what can be equal to something, by the wire's names
/// @param moments what can be earlier or later, by the wire's names
record ExportFilterReader<F extends Enum<F>>(
    ObjectMapper json, Map<String, Field<F>> fields, Map<String, F> moments) {
  private static final int MAX_DEPTH = 10;
  private static final int MAX_VALUES = 1_000;

  /// A field and how its values are written. @param value one of [ExportValues]
  record Field<F extends Enum<F>>(F field, ExportValues.Value value) {}

  /// @param query what was asked for, as JSON
  /// @throws Invalid naming the condition that is wrong
  Filter<F> read(Scope scope, String query) {
    FilterJson sent = parsed(query).filters();
    return sent == null
        ? Filter.everything()
        : new Reading(scope).filter("queryConditions.filters", sent, 1);
  }

  private QueryJson parsed(String query) {
    try {
      return json.readValue(query, QueryJson.class);
    } catch (JsonProcessingException fault) {
      throw new IllegalStateException("stored conditions do not parse");
    }
  }

  private final class Reading {
    private final Scope scope;
    private int values;

    Reading(Scope scope) {
      this.scope = scope;
    }

    Filter<F> filter(String where, @Nullable FilterJson sent, int depth) {
      if (depth > MAX_DEPTH) {
        throw new Invalid(
            where, "too.many", "Conditions may stand in each other " + MAX_DEPTH + " deep.");
      }
      if (sent == null) {
        throw new Invalid(where, "required", "A condition must not be null.");
      }
      List<Filter<F>> parts = new ArrayList<>();
      add(parts, sent.eq(), eq -> oneOf(where + ".eq", listOf(eq), ".value"));
      add(parts, sent.in(), in -> oneOf(where + ".in", in, ".values"));
      add(
          parts,
          sent.lte(),
          lte -> new Filter.Until<>(moment(where + ".lte", lte), value(where + ".lte", lte)));
      add(
          parts,
          sent.gte(),
          gte -> new Filter.Since<>(moment(where + ".gte", gte), value(where + ".gte", gte)));
      combine(parts, where + ".and", sent.and(), depth, Filter.AllOf::new);
      combine(parts, where + ".or", sent.or(), depth, Filter.AnyOf::new);
      add(parts, sent.not(), not -> new Filter.Not<>(filter(where + ".not", not, depth + 1)));
      return parts.size() == 1 ? parts.getFirst() : new Filter.AllOf<>(List.copyOf(parts));
    }

    private <S> void add(List<Filter<F>> parts, @Nullable S sent, Function<S, Filter<F>> read) {
      if (sent != null) {
        parts.add(read.apply(sent));
      }
    }

    private void combine(
        List<Filter<F>> parts,
        String where,
        @Nullable List<@Nullable FilterJson> sent,
        int depth,
        Function<List<Filter<F>>, Filter<F>> combination) {
      if (sent != null && !sent.isEmpty()) {
        parts.add(
            combination.apply(
                IntStream.range(0, sent.size())
                    .mapToObj(i -> filter(where + "[" + i + "]", sent.get(i), depth + 1))
                    .toList()));
      }
    }

    private Filter<F> oneOf(String where, FieldListJson sent, String valueName) {
      Field<F> field = named(where, sent.field(), fields);
      List<@Nullable String> among = sent.values();
      if (among == null || among.isEmpty()) {
        throw new Invalid(where + valueName, "required", "A condition needs a value.");
      }
      return new Filter.OneOf<>(
          field.field(),
          among.stream().map(text -> counted(where + valueName, text, field)).toList());
    }

    private String counted(String where, @Nullable String text, Field<F> field) {
      if (++values > MAX_VALUES) {
        throw new Invalid(
            where, "too.many", "An export's conditions hold at most " + MAX_VALUES + " values.");
      }
      return field.value().read(scope, where, ExportValues.present(where, text));
    }

    private F moment(String where, FieldJson sent) {
      return named(where, sent.field(), moments);
    }

    private java.time.Instant value(String where, FieldJson sent) {
      String name = where + ".value";
      return ExportValues.moment(name, ExportValues.present(name, sent.value()));
    }
  }

  private static FieldListJson listOf(FieldJson one) {
    return new FieldListJson(one.field(), one.value() == null ? null : List.of(one.value()));
  }

  private static <T> T named(String where, @Nullable String name, Map<String, T> known) {
    T found = name == null ? null : known.get(name.strip());
    if (found == null) {
      throw new Invalid(
          where + ".field",
          "invalid.value",
          "field must be one of "
              + String.join(", ", known.keySet().stream().sorted().toList())
              + ".");
    }
    return found;
  }
}
