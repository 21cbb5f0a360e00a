package dev.callbook.directory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A [Filter] as a condition of a statement: fixed pieces of SQL around named parameters. What was
/// sent is never part of the text.
///
/// @param text ` and …`, to stand behind another condition; empty where everything is meant
/// @param values by the parameters' names
public record Where(String text, Map<String, Object> values) {
  /// The place of the parameter in a piece of SQL.
  public static final String VALUE = "{value}";

  /// @param pieces for each field what [Filter.OneOf] means, with [#VALUE] where the values go, as
  ///   in `c.type = any({value})`, an array of texts; for moments the column alone
  public static <F extends Enum<F>> Where of(Filter<F> filter, Function<F, String> pieces) {
    Map<String, Object> values = new LinkedHashMap<>();
    if (filter.equals(Filter.everything())) {
      return new Where("", values);
    }
    return new Where(" and " + text(filter, pieces, values), values);
  }

  private static <F extends Enum<F>> String text(
      Filter<F> filter, Function<F, String> pieces, Map<String, Object> values) {
    return switch (filter) {
      case Filter.AllOf<F>(var parts) -> joined(parts, " and ", "true", pieces, values);
      case Filter.AnyOf<F>(var parts) -> joined(parts, " or ", "false", pieces, values);
      case Filter.Not<F>(var part) -> "(" + text(part, pieces, values) + ") is not true";
      case Filter.OneOf<F>(var field, var among) ->
          pieces.apply(field).replace(VALUE, parameter(values, among.toArray(String[]::new)));
      case Filter.Since<F>(var field, var from) ->
          pieces.apply(field) + " >= " + parameter(values, from);
      case Filter.Until<F>(var field, var to) ->
          pieces.apply(field) + " <= " + parameter(values, to);
    };
  }

  private static <F extends Enum<F>> String joined(
      List<Filter<F>> parts,
      String word,
      String none,
      Function<F, String> pieces,
      Map<String, Object> values) {
    return parts.isEmpty()
        ? none
        : parts.stream()
            .map(part -> text(part, pieces, values))
            .collect(Collectors.joining(word, "(", ")"));
  }

  private static String parameter(Map<String, Object> values, Object value) {
    String name = "filter" + values.size();
    values.put(name, value);
    return ":" + name;
  }
}
