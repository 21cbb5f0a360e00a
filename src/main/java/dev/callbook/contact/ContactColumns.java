package dev.callbook.contact;

import dev.callbook.access.Scope;
import dev.callbook.contact.ContactListView.Column;
import dev.callbook.customfield.CustomFieldColumns;
import dev.callbook.customfield.SchemaKind;
import dev.callbook.directory.ListColumns;
import dev.callbook.web.Choice;
import dev.callbook.web.WebMessages;
import dev.callbook.web.Words;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/// The columns of the list of contacts: which there are, and which of them whose list shows.
@ApplicationScoped
class ContactColumns {
  private static final List<String> USUAL =
      Stream.of(
              ContactColumn.ORGANIZATION,
              ContactColumn.PHONES,
              ContactColumn.DIVISION,
              ContactColumn.CHANGED)
          .map(ContactColumn::word)
          .toList();

  private final CustomFieldColumns customFields;
  private final ListColumns arrangements;
  private final Words words;

  ContactColumns(CustomFieldColumns customFields, ListColumns arrangements, Words words) {
    this.customFields = customFields;
    this.arrangements = arrangements;
    this.words = words;
  }

  /// All there are, by key.
  Map<String, Column> all(Scope scope) {
    Map<String, Column> all = new LinkedHashMap<>();
    for (ContactColumn kind : ContactColumn.values()) {
      if (kind != ContactColumn.CUSTOM) {
        all.put(kind.word(), new Column(kind, kind.word(), title(kind)));
      }
    }
    for (CustomFieldColumns.Column field : customFields.all(scope, SchemaKind.CONTACT)) {
      all.put(field.key(), new Column(ContactColumn.CUSTOM, field.key(), field.title()));
    }
    return all;
  }

  private String title(ContactColumn kind) {
    ContactMessages say = words.of(ContactMessages.class);
    WebMessages web = words.of(WebMessages.class);
    return switch (kind) {
      case ORGANIZATION -> web.organization();
      case PHONES -> say.phones();
      case EMAIL -> say.emails();
      case DIVISION -> web.division();
      case TYPE -> say.kindOfRecord();
      case TITLE -> say.jobTitle();
      case CHANGED -> web.changed();
      case CREATED -> web.createdAt();
      case SOURCE -> web.externalSource();
      case CUSTOM -> "";
    };
  }

  /// Those that the caller's list shows, in order.
  List<Column> shown(Scope scope, Map<String, Column> all) {
    return arrangements.shown(scope, ListColumns.Kind.CONTACTS, USUAL, all.keySet()).stream()
        .flatMap(key -> Stream.ofNullable(all.get(key)))
        .toList();
  }

  /// Keeps what the caller's list shows from now on.
  ///
  /// @param keys those to show, in order
  void arrange(Scope scope, List<String> keys) {
    arrangements.arrange(scope, ListColumns.Kind.CONTACTS, keys, all(scope).keySet());
  }

  /// All there are, those that are shown first, in their order.
  static List<Choice> choices(Map<String, Column> all, List<Column> shown) {
    Map<String, String> titles = new LinkedHashMap<>();
    all.forEach((key, column) -> titles.put(key, column.title()));
    return ListColumns.choices(titles, shown.stream().map(Column::key).toList());
  }

  /// What the contacts of a page hold of the custom fields that are shown, by contact and by the
  /// key of the column.
  Map<UUID, Map<String, String>> texts(
      Scope scope, Collection<Contact> contacts, List<Column> shown) {
    return customFields.texts(
        scope,
        SchemaKind.CONTACT,
        contacts.stream().map(contact -> contact.id().value()).toList(),
        shown.stream().map(Column::key).toList());
  }
}
