package dev.callbook.contact;

import dev.callbook.access.Scope;
import dev.callbook.contact.ContactListView.Chip;
import dev.callbook.customfield.CoreType;
import dev.callbook.customfield.CustomFields;
import dev.callbook.customfield.SchemaField;
import dev.callbook.customfield.SchemaKind;
import dev.callbook.externalsource.ExternalSources;
import dev.callbook.web.Choice;
import dev.callbook.web.FilterMenu;
import dev.callbook.web.FilterMenu.Question;
import dev.callbook.web.WebMessages;
import dev.callbook.web.Words;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The filters of the list of contacts as people see them, but those by division and by
/// organization.
@ApplicationScoped
class ContactFilterMenus {
  private final ExternalSources sources;
  private final CustomFields customFields;
  private final Words words;

  ContactFilterMenus(ExternalSources sources, CustomFields customFields, Words words) {
    this.sources = sources;
    this.customFields = customFields;
    this.words = words;
  }

  /// @param address the list with another filter
  List<FilterMenu> of(
      Scope scope, ContactListFilter filter, Function<ContactListFilter, String> address) {
    ContactMessages say = words.of(ContactMessages.class);
    List<FilterMenu> menus = new ArrayList<>();
    menus.add(
        menu(
            say.kindOfRecord(),
            address.apply(filter.without(ContactListFilter.TYPE)),
            Question.several(say.kindOfRecord(), ContactListFilter.TYPE, types(filter))));
    List<Choice> known = sources(scope, filter);
    if (!known.isEmpty()) {
      menus.add(
          menu(
              say.externalSource(),
              address.apply(filter.without(ContactListFilter.SOURCE)),
              Question.several(say.externalSource(), ContactListFilter.SOURCE, known)));
    }
    menus.add(
        flag(
            filter,
            address,
            ContactListFilter.SMS,
            say.smsShort(),
            say.smsOnSome(),
            say.smsOnNone()));
    menus.add(
        flag(
            filter,
            address,
            ContactListFilter.SURVEY,
            say.surveys(),
            say.noSurveys(),
            say.surveysAllowed()));
    menus.add(
        flag(
            filter, address, ContactListFilter.EMAIL, say.emails(), say.hasEmail(), say.noEmail()));
    menus.add(
        flag(
            filter,
            address,
            ContactListFilter.PHONE,
            say.phones(),
            say.hasNumber(),
            say.noNumber()));
    List<Question> custom =
        customFields.openFields(scope, SchemaKind.CONTACT).stream()
            .filter(field -> ContactListFilter.offers(field.type()))
            .map(field -> question(field, filter))
            .toList();
    if (!custom.isEmpty()) {
      menus.add(
          new FilterMenu(
              "filter-fields", words.of(WebMessages.class).customFields(), "", "", custom));
    }
    return menus;
  }

  /// The filters by custom fields that are set.
  List<Chip> chips(
      Scope scope, ContactListFilter filter, Function<ContactListFilter, String> address) {
    List<SchemaField> fields = customFields.openFields(scope, SchemaKind.CONTACT);
    return filter.fields().stream()
        .map(name -> {
          String key = name.substring(ContactListFilter.FIELD.length());
          SchemaField field =
              fields.stream().filter(one -> one.key().equals(key)).findFirst().orElse(null);
          return new Chip(
              field == null ? key : field.title(),
              field == null
                  ? String.join(", ", filter.values(name))
                  : chosen(List.of(question(field, filter))),
              address.apply(filter.without(name)));
        })
        .toList();
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

  private List<Choice> sources(Scope scope, ContactListFilter filter) {
    return sources.inUse(scope).stream()
        .map(source ->
            new Choice(
                source.id().toString(),
                source.details().name(),
                filter.values(ContactListFilter.SOURCE).contains(source.id().toString())))
        .toList();
  }

  private FilterMenu flag(
      ContactListFilter filter,
      Function<ContactListFilter, String> address,
      String name,
      String title,
      String yes,
      String no) {
    return menu(
        title,
        address.apply(filter.without(name)),
        Question.one(title, name, flags(filter.values(name), yes, no)));
  }

  private List<Choice> flags(List<String> chosen, String yes, String no) {
    return List.of(
        new Choice("", words.of(ContactMessages.class).eitherWay(), chosen.isEmpty()),
        new Choice(ContactListFilter.YES, yes, chosen.contains(ContactListFilter.YES)),
        new Choice(ContactListFilter.NO, no, chosen.contains(ContactListFilter.NO)));
  }

  private Question question(SchemaField field, ContactListFilter filter) {
    String name = ContactListFilter.FIELD + field.key();
    List<String> values = filter.values(name);
    if (field.type() == CoreType.CHECKBOX) {
      ContactMessages say = words.of(ContactMessages.class);
      return Question.one(field.title(), name, flags(values, say.yes(), say.no()));
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

  private static FilterMenu menu(String title, String without, Question question) {
    return new FilterMenu(
        "filter-" + question.name(), title, chosen(List.of(question)), without, List.of(question));
  }

  private static String chosen(List<Question> questions) {
    return questions.stream()
        .flatMap(question ->
            question.isText()
                ? Stream.of(question.typed())
                : question.choices().stream()
                    .filter(choice -> choice.chosen() && !choice.id().isEmpty())
                    .map(Choice::name))
        .collect(Collectors.joining(", "));
  }
}
