package dev.callbook.contact;

import dev.callbook.customfield.CustomFieldFilters;
import dev.callbook.directory.Filter;
import dev.callbook.directory.Filter.AllOf;
import dev.callbook.directory.Filter.OneOf;
import dev.callbook.directory.ListFilter;
import dev.callbook.wire.Parse;
import dev.callbook.wire.Refusal.Invalid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Whom a list of contacts is limited to, as its address says it: `division`, `organization`,
/// `type`, `source`, `survey`, `sms`, `email`, `phone` and `field.<key>` for a custom field.
/// Several values of one name mean any of them, several names all of them.
///
/// @param said the values by name, in that order; without names that say nothing
public record ContactListFilter(Map<String, List<String>> said)
    implements ListFilter<ContactListFilter> {
  public static final String ORGANIZATION = "organization";
  public static final String TYPE = "type";
  public static final String SURVEY = "survey";
  public static final String SMS = "sms";
  public static final String EMAIL = "email";

  private static final List<String> NAMES =
      List.of(DIVISION, ORGANIZATION, TYPE, SOURCE, SURVEY, SMS, EMAIL, PHONE);

  private static final Map<String, ContactField> FLAGS =
      Map.of(
          SURVEY, ContactField.REFUSES_SURVEYS,
          SMS, ContactField.ACCEPTS_SMS,
          EMAIL, ContactField.HAS_EMAIL,
          PHONE, ContactField.HAS_PHONE);

  /// @param query the parameters of an address; those that are no filter are left alone
  /// @throws Invalid naming the parameter that is malformed
  public static ContactListFilter of(Map<String, List<String>> query) {
    Map<String, List<String>> said = ListFilter.read(query, NAMES, List.of());
    said.forEach(ContactListFilter::check);
    return new ContactListFilter(said);
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
            default -> CustomFieldFilters.allows(name, value);
          };
      if (!isKnown) {
        throw ListFilter.refuse(name);
      }
    }
    if (name.equals(ORGANIZATION) && values.size() > 1) {
      throw new Invalid(name, "too.many", "The list is of one organization or of all.");
    }
  }

  @Override
  public ContactListFilter saying(Map<String, List<String>> other) {
    return new ContactListFilter(other);
  }

  public Optional<UUID> organization() {
    return values(ORGANIZATION).stream().findFirst().map(UUID::fromString);
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
        parts.add(
            CustomFieldFilters.condition(
                name, values, ContactField.CUSTOM_KEY, ContactField.CUSTOM_VALUE));
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
}
