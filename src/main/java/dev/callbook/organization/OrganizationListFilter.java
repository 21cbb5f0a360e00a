package dev.callbook.organization;

import dev.callbook.customfield.CustomFieldFilters;
import dev.callbook.customfield.CustomValues;
import dev.callbook.directory.Filter;
import dev.callbook.directory.Filter.AllOf;
import dev.callbook.directory.Filter.OneOf;
import dev.callbook.directory.ListFilter;
import dev.callbook.wire.Parse;
import dev.callbook.wire.Refusal.Invalid;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What a list of organizations is limited to, as its address says it: `division`, `source`,
/// `phone`, `industry`, `tag` and `field.<key>` for a custom field. Several values of one name mean
/// any of them, several names all of them.
///
/// @param said the values by name, in that order; without names that say nothing
public record OrganizationListFilter(Map<String, List<String>> said)
    implements ListFilter<OrganizationListFilter> {
  public static final String INDUSTRY = "industry";
  public static final String TAG = "tag";

  /// @param query the parameters of an address; those that are no filter are left alone
  /// @throws Invalid naming the parameter that is malformed
  public static OrganizationListFilter of(Map<String, List<String>> query) {
    Map<String, List<String>> said =
        ListFilter.read(query, List.of(DIVISION, SOURCE, PHONE), List.of(INDUSTRY, TAG));
    said.forEach((name, values) -> values.forEach(value -> check(name, value)));
    return new OrganizationListFilter(said);
  }

  private static void check(String name, String value) {
    boolean isKnown =
        switch (name) {
          // Whoever reads the list has to be allowed to see it: the scope says.
          case DIVISION -> true;
          case SOURCE -> Parse.id(name, value) != null;
          case PHONE -> value.equals(YES) || value.equals(NO);
          case INDUSTRY, TAG -> Parse.text(name, value).length() <= MAX_TEXT;
          default -> CustomFieldFilters.allows(name, value);
        };
    if (!isKnown) {
      throw ListFilter.refuse(name);
    }
  }

  @Override
  public OrganizationListFilter saying(Map<String, List<String>> other) {
    return new OrganizationListFilter(other);
  }

  /// As conditions of a statement, without divisions, which the scope is limited to.
  public Filter<OrganizationField> conditions() {
    List<Filter<OrganizationField>> parts = new ArrayList<>();
    said.forEach((name, values) -> {
      switch (name) {
        case DIVISION -> {}
        case SOURCE -> parts.add(new OneOf<>(OrganizationField.SOURCE, values));
        case PHONE ->
            parts.add(
                new OneOf<>(
                    OrganizationField.HAS_PHONE,
                    values.stream().map(value -> String.valueOf(value.equals(YES))).toList()));
        case INDUSTRY -> parts.add(new OneOf<>(OrganizationField.INDUSTRY, values));
        case TAG ->
            parts.add(
                new OneOf<>(
                    OrganizationField.TAG, values.stream().map(CustomValues::keyOf).toList()));
        default ->
            parts.add(
                CustomFieldFilters.condition(
                    name, values, OrganizationField.CUSTOM_KEY, OrganizationField.CUSTOM_VALUE));
      }
    });
    return new AllOf<>(parts);
  }
}
