package dev.callbook.contact;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callbook.customfield.CoreType;
import dev.callbook.customfield.CustomValues;
import dev.callbook.directory.Filter;
import dev.callbook.directory.Filter.AllOf;
import dev.callbook.directory.Filter.OneOf;
import dev.callbook.wire.Listing.Link;
import dev.callbook.wire.Parse;
import dev.callbook.wire.Refusal.Invalid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/// Whom a list of contacts is limited to, as its address says it: `division`, `organization`,
/// `type`, `source`, `survey`, `sms`, `email`, `phone` and `field.<key>` for a custom field.
/// Several values of one name mean any of them, several names all of them.
///
/// @param said the values by name, in that order; without names that say nothing
public record ContactListFilter(Map<String, List<String>> said) {
  public static final String DIVISION = "division";
  public static final String ORGANIZATION = "organization";
  public static final String TYPE = "type";
  public static final String SOURCE = "source";
  public static final String SURVEY = "survey";
  public static final String SMS = "sms";
  public static final String EMAIL = "email";
  public static final String PHONE = "phone";

  /// What the names of custom fields begin with.
  public static final String FIELD = "field.";

  /// The two values of what is or is not so.
  public static final String YES = "yes";

  public static final String NO = "no";

  private static final int MAX_VALUES = 100;
  private static final int MAX_TEXT = 200;

  private static final List<String> NAMES =
      List.of(DIVISION, ORGANIZATION, TYPE, SOURCE, SURVEY, SMS, EMAIL, PHONE);

  private static final Map<String, ContactField> FLAGS =
      Map.of(
          SURVEY, ContactField.REFUSES_SURVEYS,
          SMS, ContactField.ACCEPTS_SMS,
          EMAIL, ContactField.HAS_EMAIL,
          PHONE, ContactField.HAS_PHONE);

  /// The types of custom fields that a list can be limited by: what is found by a whole value, and
  /// what has few values.
  public static boolean offers(CoreType type) {
    return type.isSearchable() || type == CoreType.ENUM || type == CoreType.CHECKBOX;
  }

  /// @param query the parameters of an address; those that are no filter are left alone
  /// @throws Invalid naming the parameter that is malformed
  public static ContactListFilter of(Map<String, List<String>> query) {
    Map<String, List<String>> said = new LinkedHashMap<>();
    for (String name : NAMES) {
      put(said, name, Parse.list(query.get(name)));
    }
    new TreeMap<>(query)
        .forEach((name, values) -> {
          if (name.startsWith(FIELD)) {
            put(said, name, values.stream().map(String::strip).filter(v -> !v.isEmpty()).toList());
          }
        });
    said.forEach(ContactListFilter::check);
    return new ContactListFilter(said);
  }

  private static void put(Map<String, List<String>> said, String name, List<String> values) {
    if (values.size() > MAX_VALUES) {
      throw new Invalid(name, "too.many", "At most " + MAX_VALUES + " values can be named.");
    }
    if (!values.isEmpty()) {
      said.put(name, values.stream().distinct().toList());
    }
  }

  private static void check(String name, List<String> values) {
    for (String value : values) {
      boolean isKnown =
          switch (name) {
            // Whoever reads the list has to be allowed to see it: the scope says.
            case DIVISION -> true;
            case ORGANIZATION, SOURCE -> Parse.id(name, value) != null;
            case TYPE ->
                Arrays.stream(ContactType.values()).anyMatch(type -> type.name().equals(value));
            case SURVEY, SMS, EMAIL, PHONE -> value.equals(YES) || value.equals(NO);
            default ->
                Parse.text(name, value).length() <= MAX_TEXT
                    && CoreType.ofKey(name).filter(ContactListFilter::offers).isPresent();
          };
      if (!isKnown) {
        throw new Invalid(name, "invalid.value", "The list cannot be limited to this value.");
      }
    }
    if (name.equals(ORGANIZATION) && values.size() > 1) {
      throw new Invalid(name, "too.many", "The list is of one organization or of all.");
    }
  }

  public boolean isEmpty() {
    return said.isEmpty();
  }

  /// The values of a name; none where it says nothing.
  public List<String> values(String name) {
    return said.getOrDefault(name, List.of());
  }

  public Optional<UUID> organization() {
    return values(ORGANIZATION).stream().findFirst().map(UUID::fromString);
  }

  /// The names of the custom fields' filters, with [#FIELD].
  public List<String> fields() {
    return said.keySet().stream().filter(name -> name.startsWith(FIELD)).toList();
  }

  /// The same without what a name says.
  public ContactListFilter without(String name) {
    Map<String, List<String>> fewer = new LinkedHashMap<>(said);
    fewer.remove(name);
    return new ContactListFilter(fewer);
  }

  /// The address with this filter.
  public Link on(Link link) {
    Link longer = link;
    for (Map.Entry<String, List<String>> one : said.entrySet()) {
      for (String value : one.getValue()) {
        longer = longer.with(one.getKey(), value);
      }
    }
    return longer;
  }

  /// As conditions of a statement, without divisions, which the scope is limited to, and without
  /// the organization, which has an index of its own.
  public Filter<ContactField> conditions() {
    List<Filter<ContactField>> parts = new ArrayList<>();
    said.forEach((name, values) -> {
      if (FLAGS.containsKey(name)) {
        parts.add(
            new OneOf<>(
                FLAGS.get(name),
                values.stream().map(value -> String.valueOf(value.equals(YES))).toList()));
      } else if (name.equals(TYPE)) {
        parts.add(new OneOf<>(ContactField.TYPE, values));
      } else if (name.equals(SOURCE)) {
        parts.add(new OneOf<>(ContactField.SOURCE, values));
      } else if (name.startsWith(FIELD)) {
        parts.add(custom(name.substring(FIELD.length()), values));
      }
    });
    return new AllOf<>(parts);
  }

  /// As [#conditions], with the organization.
  public Filter<ContactField> allConditions() {
    List<Filter<ContactField>> parts = new ArrayList<>();
    organization()
        .ifPresent(id -> parts.add(new OneOf<>(ContactField.ORGANIZATION, List.of(id.toString()))));
    if (conditions() instanceof AllOf<ContactField>(var others)) {
      parts.addAll(others);
    }
    return new AllOf<>(parts);
  }

  private static Filter<ContactField> custom(String key, List<String> values) {
    CoreType type = CoreType.ofKey(key).orElseThrow();
    return type.isSearchable()
        ? new OneOf<>(
            ContactField.CUSTOM_KEY,
            values.stream().map(value -> key + "=" + CustomValues.keyOf(value)).toList())
        : new OneOf<>(
            ContactField.CUSTOM_VALUE,
            values.stream().map(value -> json(key, type, value)).toList());
  }

  private static String json(String key, CoreType type, String value) {
    ObjectNode held = JsonNodeFactory.instance.objectNode();
    return type == CoreType.CHECKBOX
        ? held.put(key, value.equals(YES)).toString()
        : held.put(key, value).toString();
  }
}
