package dev.callbook.organization;

import dev.callbook.access.Scope;
import dev.callbook.customfield.CustomFieldFilters;
import dev.callbook.customfield.CustomValues;
import dev.callbook.customfield.SchemaKind;
import dev.callbook.directory.FilterMenus;
import dev.callbook.externalsource.ExternalSourceFilter;
import dev.callbook.web.Choice;
import dev.callbook.web.FilterMenu;
import dev.callbook.web.FilterMenu.Question;
import dev.callbook.web.Words;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The filters of the list of organizations as people see them, but that by division.
@ApplicationScoped
class OrganizationFilterMenus {
  /// What is in use is offered up to this many; of more, one is typed.
  private static final int OFFERED = 24;

  private final Organizations organizations;
  private final FilterMenus menus;
  private final ExternalSourceFilter sources;
  private final CustomFieldFilters customFields;
  private final Words words;

  OrganizationFilterMenus(
      Organizations organizations,
      FilterMenus menus,
      ExternalSourceFilter sources,
      CustomFieldFilters customFields,
      Words words) {
    this.organizations = organizations;
    this.menus = menus;
    this.sources = sources;
    this.customFields = customFields;
    this.words = words;
  }

  /// @param address the list with another filter
  List<FilterMenu> of(
      Scope scope,
      OrganizationListFilter filter,
      Function<OrganizationListFilter, String> address) {
    OrganizationMessages say = words.of(OrganizationMessages.class);
    List<FilterMenu> all = new ArrayList<>();
    label(
        all,
        filter,
        address,
        OrganizationListFilter.INDUSTRY,
        say.industry(),
        organizations.industries(scope, OFFERED + 1));
    label(
        all,
        filter,
        address,
        OrganizationListFilter.TAG,
        say.tags(),
        organizations.tags(scope, OFFERED + 1));
    sources.menu(scope, filter, address).ifPresent(all::add);
    all.add(
        menus.flag(
            filter,
            address,
            OrganizationListFilter.PHONE,
            say.mainNumber(),
            say.hasMainNumber(),
            say.noMainNumber()));
    customFields.menu(scope, SchemaKind.ORGANIZATION, filter).ifPresent(all::add);
    return all;
  }

  /// @param known what is in use; without it there is no menu, unless the filter is on
  private static void label(
      List<FilterMenu> all,
      OrganizationListFilter filter,
      Function<OrganizationListFilter, String> address,
      String name,
      String title,
      List<String> known) {
    List<String> chosen = filter.values(name);
    boolean isTyped = known.size() > OFFERED && chosen.size() <= 1;
    List<Choice> choices = choices(known.size() > OFFERED ? List.of() : known, chosen);
    if (isTyped || !choices.isEmpty()) {
      all.add(
          FilterMenus.menu(
              filter,
              address,
              isTyped
                  ? Question.typed(title, name, String.join("", chosen))
                  : Question.several(title, name, choices)));
    }
  }

  /// What is offered, and what was chosen besides.
  private static List<Choice> choices(List<String> offered, List<String> chosen) {
    Map<String, String> labels = new LinkedHashMap<>();
    Stream.concat(offered.stream(), chosen.stream())
        .forEach(label -> labels.putIfAbsent(CustomValues.keyOf(label), label));
    Set<String> wanted =
        chosen.stream().map(CustomValues::keyOf).collect(Collectors.toUnmodifiableSet());
    return labels.entrySet().stream()
        .map(one -> new Choice(one.getValue(), one.getValue(), wanted.contains(one.getKey())))
        .toList();
  }
}
