package dev.callbook.customfield;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callbook.access.Scope;
import dev.callbook.directory.Filter;
import dev.callbook.directory.Filter.OneOf;
import dev.callbook.directory.FilterMenus;
import dev.callbook.directory.ListFilter;
import dev.callbook.web.Choice;
import dev.callbook.web.FilterChip;
import dev.callbook.web.FilterMenu;
import dev.callbook.web.FilterMenu.Question;
import dev.callbook.web.WebMessages;
import dev.callbook.web.Words;
import dev.callbook.wire.Parse;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The filters of lists by custom fields. Their names are [ListFilter#FIELD] and the field's key.
@ApplicationScoped
public class CustomFieldFilters {
  private final CustomFields customFields;
  private final FilterMenus menus;
  private final Words words;

  CustomFieldFilters(CustomFields customFields, FilterMenus menus, Words words) {
    this.customFields = customFields;
    this.menus = menus;
    this.words = words;
  }

  /// The types that a list can be limited by: what is found by a whole value, and what has few
  /// values.
  private static boolean offers(CoreType type) {
    return type.isSearchable() || type == CoreType.ENUM || type == CoreType.CHECKBOX;
  }

  /// Whether a list can be limited so. @param name with [ListFilter#FIELD]
  public static boolean allows(String name, String value) {
    return Parse.text(name, value).length() <= ListFilter.MAX_TEXT
        && CoreType.ofKey(name).filter(CustomFieldFilters::offers).isPresent();
  }

  /// What a filter that is allowed means.
  ///
  /// @param name with [ListFilter#FIELD]
  /// @param byKey what asks about an identifier or a tag: `key=value`, the value as
  ///   [CustomValues#keyOf] has it
  /// @param byValue what asks about a field of whatever type: an object of one field, as JSON
  public static <F extends Enum<F>> Filter<F> condition(
      String name, List<String> values, F byKey, F byValue) {
    String key = name.substring(ListFilter.FIELD.length());
    CoreType type = CoreType.ofKey(key).orElseThrow();
    return type.isSearchable()
        ? new OneOf<>(
            byKey, values.stream().map(value -> key + "=" + CustomValues.keyOf(value)).toList())
        : new OneOf<>(byValue, values.stream().map(value -> json(key, type, value)).toList());
  }

  private static String json(String key, CoreType type, String value) {
    ObjectNode held = JsonNodeFactory.instance.objectNode();
    return type == CoreType.CHECKBOX
        ? held.put(key, value.equals(ListFilter.YES)).toString()
        : held.put(key, value).toString();
  }

  /// What a list can be limited by; empty where there is nothing.
  public Optional<FilterMenu> menu(Scope scope, SchemaKind kind, ListFilter<?> filter) {
    List<Question> questions =
        customFields.openFields(scope, kind).stream()
            .filter(field -> offers(field.type()))
            .map(field -> question(field, filter))
            .toList();
    return questions.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new FilterMenu(
                "filter-fields", words.of(WebMessages.class).customFields(), "", "", questions));
  }

  /// Those that are set.
  public <T extends ListFilter<T>> List<FilterChip> chips(
      Scope scope, SchemaKind kind, T filter, Function<T, String> address) {
    List<SchemaField> fields =
        filter.fields().isEmpty() ? List.of() : customFields.openFields(scope, kind);
    return filter.fields().stream()
        .map(name -> {
          String key = name.substring(ListFilter.FIELD.length());
          Optional<SchemaField> field =
              fields.stream().filter(one -> one.key().equals(key)).findFirst();
          return new FilterChip(
              field.map(SchemaField::title).orElse(key),
              field
                  .map(known -> question(known, filter).chosen())
                  .orElseGet(() -> String.join(", ", filter.values(name))),
              address.apply(filter.without(name)));
        })
        .toList();
  }

  private Question question(SchemaField field, ListFilter<?> filter) {
    String name = ListFilter.FIELD + field.key();
    List<String> values = filter.values(name);
    if (field.type() == CoreType.CHECKBOX) {
      WebMessages say = words.of(WebMessages.class);
      return menus.flag(filter, name, field.title(), say.yes(), say.no());
    }
    return field.type() == CoreType.ENUM
        ? Question.several(
            field.title(),
            name,
            field.options().stream()
                .map(option ->
                    new Choice(option.value(), option.title(), values.contains(option.value())))
                .toList())
        : Question.typed(field.title(), name, String.join(", ", values));
  }
}
