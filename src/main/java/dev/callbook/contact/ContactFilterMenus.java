package dev.callbook.contact;

import dev.callbook.access.Scope;
import dev.callbook.customfield.CustomFieldFilters;
import dev.callbook.customfield.SchemaKind;
import dev.callbook.directory.FilterMenus;
import dev.callbook.externalsource.ExternalSourceFilter;
import dev.callbook.web.Choice;
import dev.callbook.web.FilterMenu;
import dev.callbook.web.FilterMenu.Question;
import dev.callbook.web.Words;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/// The filters of the list of contacts as people see them, but those by division and by
/// organization.
@ApplicationScoped
class ContactFilterMenus {
  private final FilterMenus menus;
  private final ExternalSourceFilter sources;
  private final CustomFieldFilters customFields;
  private final Words words;

  ContactFilterMenus(
      FilterMenus menus,
      ExternalSourceFilter sources,
      CustomFieldFilters customFields,
      Words words) {
    this.menus = menus;
    this.sources = sources;
    this.customFields = customFields;
    this.words = words;
  }

  /// @param address the list with another filter
  List<FilterMenu> of(
      Scope scope, ContactListFilter filter, Function<ContactListFilter, String> address) {
    ContactMessages say = words.of(ContactMessages.class);
    List<FilterMenu> all = new ArrayList<>();
    all.add(
        FilterMenus.menu(
            filter,
            address,
            Question.several(say.kindOfRecord(), ContactListFilter.TYPE, types(filter))));
    sources.menu(scope, filter, address).ifPresent(all::add);
    all.add(
        menus.flag(
            filter,
            address,
            ContactListFilter.SMS,
            say.smsShort(),
            say.smsOnSome(),
            say.smsOnNone()));
    all.add(
        menus.flag(
            filter,
            address,
            ContactListFilter.SURVEY,
            say.surveys(),
            say.noSurveys(),
            say.surveysAllowed()));
    all.add(
        menus.flag(
            filter, address, ContactListFilter.EMAIL, say.emails(), say.hasEmail(), say.noEmail()));
    all.add(
        menus.flag(
            filter,
            address,
            ContactListFilter.PHONE,
            say.phones(),
            say.hasNumber(),
            say.noNumber()));
    customFields.menu(scope, SchemaKind.CONTACT, filter).ifPresent(all::add);
    return all;
  }

  private List<Choice> types(ContactListFilter filter) {
    return Stream.of(ContactType.values())
        .map(type ->
            new Choice(
                type.name(),
                type(type),
                filter.values(ContactListFilter.TYPE).contains(type.name())))
        .toList();
  }

  /// A type of contact in words.
  String type(ContactType type) {
    ContactMessages say = words.of(ContactMessages.class);
    return switch (type) {
      case Ephemeral -> say.typeEphemeral();
      case Identified -> say.typeIdentified();
      case Curated -> say.typeCurated();
    };
  }
}
