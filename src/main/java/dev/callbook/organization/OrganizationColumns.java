package dev.callbook.organization;

import dev.callbook.access.Scope;
import dev.callbook.customfield.CustomFieldColumns;
import dev.callbook.customfield.SchemaKind;
import dev.callbook.directory.ListColumns;
import dev.callbook.organization.OrganizationListView.Column;
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

/// The columns of the list of organizations: which there are, and which of them whose list shows.
@ApplicationScoped
class OrganizationColumns {
  private static final List<String> USUAL =
      Stream.of(
              OrganizationColumn.INDUSTRY,
              OrganizationColumn.PHONE,
              OrganizationColumn.WEBSITE,
              OrganizationColumn.DIVISION,
              OrganizationColumn.CHANGED)
          .map(OrganizationColumn::word)
          .toList();

  private final CustomFieldColumns customFields;
  private final ListColumns arrangements;
  private final Words words;

  OrganizationColumns(CustomFieldColumns customFields, ListColumns arrangements, Words words) {
    this.customFields = customFields;
    this.arrangements = arrangements;
    this.words = words;
  }

  /// All there are, by key.
  Map<String, Column> all(Scope scope) {
    Map<String, Column> all = new LinkedHashMap<>();
    for (OrganizationColumn kind : OrganizationColumn.values()) {
      if (kind != OrganizationColumn.CUSTOM) {
        all.put(kind.word(), new Column(kind, kind.word(), title(kind)));
      }
    }
    for (CustomFieldColumns.Column field : customFields.all(scope, SchemaKind.ORGANIZATION)) {
      all.put(field.key(), new Column(OrganizationColumn.CUSTOM, field.key(), field.title()));
    }
    return all;
  }

  private String title(OrganizationColumn kind) {
    OrganizationMessages say = words.of(OrganizationMessages.class);
    WebMessages web = words.of(WebMessages.class);
    return switch (kind) {
      case INDUSTRY -> say.industry();
      case PHONE -> say.mainNumber();
      case WEBSITE -> say.website();
      case EMPLOYEES -> say.employees();
      case PLACE -> say.place();
      case TAGS -> say.tags();
      case EXTERNAL_IDS -> web.externalIds();
      case DIVISION -> web.division();
      case CHANGED -> web.changed();
      case CREATED -> web.createdAt();
      case CUSTOM -> "";
    };
  }

  /// Those that the caller's list shows, in order.
  List<Column> shown(Scope scope, Map<String, Column> all) {
    return arrangements.shown(scope, ListColumns.Kind.ORGANIZATIONS, USUAL, all.keySet()).stream()
        .flatMap(key -> Stream.ofNullable(all.get(key)))
        .toList();
  }

  /// Keeps what the caller's list shows from now on.
  ///
  /// @param keys those to show, in order
  void arrange(Scope scope, List<String> keys) {
    arrangements.arrange(scope, ListColumns.Kind.ORGANIZATIONS, keys, all(scope).keySet());
  }

  /// All there are, those that are shown first, in their order.
  static List<Choice> choices(Map<String, Column> all, List<Column> shown) {
    Map<String, String> titles = new LinkedHashMap<>();
    all.forEach((key, column) -> titles.put(key, column.title()));
    return ListColumns.choices(titles, shown.stream().map(Column::key).toList());
  }

  /// What the organizations of a page hold of the custom fields that are shown, by organization and
  /// by the key of the column.
  Map<UUID, Map<String, String>> texts(
      Scope scope, Collection<Organization> organizations, List<Column> shown) {
    return customFields.texts(
        scope,
        SchemaKind.ORGANIZATION,
        organizations.stream().map(organization -> organization.id().value()).toList(),
        shown.stream().map(Column::key).toList());
  }
}
