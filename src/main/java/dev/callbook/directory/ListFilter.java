package dev.callbook.directory;

import dev.callbook.wire.Listing.Link;
import dev.callbook.wire.Parse;
import dev.callbook.wire.Refusal.Invalid;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What a list is limited to, as its address says it: names with values. Several values of one name
/// mean any of them, several names all of them.
///
/// @param <T> the filter of one list
public interface ListFilter<T extends ListFilter<T>> {
  String DIVISION = "division";
  String SOURCE = "source";
  String PHONE = "phone";

  /// What the names of custom fields begin with.
  String FIELD = "field.";

  /// The two values of what is or is not so.
  String YES = "yes";

  String NO = "no";

  /// How many values one name can have.
  int MAX_VALUES = 100;

  /// How long a typed value can be.
  int MAX_TEXT = 200;

  /// The values by name, in that order; without names that say nothing.
  Map<String, List<String>> said();

  /// A filter of the same list that says this.
  T saying(Map<String, List<String>> said);

  default boolean isEmpty() {
    return said().isEmpty();
  }

  /// The values of a name; none where it says nothing.
  default List<String> values(String name) {
    return said().getOrDefault(name, List.of());
  }

  /// The names of the custom fields' filters, with [#FIELD].
  default List<String> fields() {
    return said().keySet().stream().filter(name -> name.startsWith(FIELD)).toList();
  }

  /// The same without what a name says.
  default T without(String name) {
    Map<String, List<String>> fewer = new LinkedHashMap<>(said());
    fewer.remove(name);
    return saying(fewer);
  }

  /// The address with this filter.
  default Link on(Link link) {
    Link longer = link;
    for (Map.Entry<String, List<String>> one : said().entrySet()) {
      for (String value : one.getValue()) {
        longer = longer.with(one.getKey(), value);
      }
    }
    return longer;
  }

  /// Reads what an address says; parameters that are no filter are left alone.
  ///
  /// @param names those of which several values may stand in one parameter, separated by commas
  /// @param texts those whose values may have commas themselves, as those of custom fields may
  /// @throws Invalid naming the parameter that has too many values
  static Map<String, List<String>> read(
      Map<String, List<String>> query, List<String> names, List<String> texts) {
    Map<String, List<String>> said = new LinkedHashMap<>();
    names.forEach(name -> put(said, name, Parse.list(query.get(name))));
    texts.forEach(name -> put(said, name, typed(query.getOrDefault(name, List.of()))));
    new TreeMap<>(query)
        .forEach((name, values) -> {
          if (name.startsWith(FIELD)) {
            put(said, name, typed(values));
          }
        });
    return said;
  }

  private static List<String> typed(List<String> values) {
    return values.stream().map(String::strip).filter(value -> !value.isEmpty()).toList();
  }

  private static void put(Map<String, List<String>> said, String name, List<String> values) {
    if (values.size() > MAX_VALUES) {
      throw new Invalid(name, "too.many", "At most " + MAX_VALUES + " values can be named.");
    }
    if (!values.isEmpty()) {
      said.put(name, values.stream().distinct().toList());
    }
  }

  /// The refusal of a value that means nothing.
  static Invalid refuse(String name) {
    return new Invalid(name, "invalid.value", "The list cannot be limited to this value.");
  }
}
