package dev.callbook.contact;

import dev.callbook.access.Caller;
import dev.callbook.access.Permission;
import dev.callbook.access.Scope;
import dev.callbook.contact.ContactListPages.Asked;
import dev.callbook.contact.ContactListPages.Found;
import dev.callbook.contact.ContactListView.Column;
import dev.callbook.contact.ContactListView.Row;
import dev.callbook.contact.ContactListView.RowPhone;
import dev.callbook.customfield.CustomFieldFilters;
import dev.callbook.customfield.SchemaKind;
import dev.callbook.directory.ExternalId;
import dev.callbook.directory.FilterMenus;
import dev.callbook.externalsource.ExternalSource;
import dev.callbook.externalsource.ExternalSources;
import dev.callbook.organization.Organization;
import dev.callbook.organization.OrganizationId;
import dev.callbook.organization.Organizations;
import dev.callbook.web.Choice;
import dev.callbook.web.Choices;
import dev.callbook.web.ListOrder;
import dev.callbook.web.Words;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The list of contacts as its page shows it.
@ApplicationScoped
class ContactListViews {
  private final Organizations organizations;
  private final ExternalSources sources;
  private final FilterMenus filters;
  private final CustomFieldFilters customFields;
  private final ContactFilterMenus menus;
  private final ContactColumns columns;
  private final Caller caller;
  private final Words words;

  ContactListViews(
      Organizations organizations,
      ExternalSources sources,
      FilterMenus filters,
      CustomFieldFilters customFields,
      ContactFilterMenus menus,
      ContactColumns columns,
      Caller caller,
      Words words) {
    this.organizations = organizations;
    this.sources = sources;
    this.filters = filters;
    this.customFields = customFields;
    this.menus = menus;
    this.columns = columns;
    this.caller = caller;
    this.words = words;
  }

  /// What the rows need beyond their contacts, read once for all of them.
  private record Beside(
      Map<UUID, Organization> organizations,
      Map<UUID, ExternalSource> sources,
      Map<UUID, Map<String, String>> custom) {}

  /// @param all what the person may see, without the filter by division
  ContactListView of(Scope all, Asked asked, Found found) {
    ContactListFilter filter = asked.filter();
    Function<ContactListFilter, String> address = other -> asked.with(other).address().text();
    Map<String, Column> known = columns.all(all);
    List<Column> shown = columns.shown(all, known);
    Beside beside =
        new Beside(
            organizationsOf(all, found.contacts()),
            sourcesOf(all, found.contacts(), shown),
            columns.texts(all, found.contacts(), shown));
    List<Row> rows = new ArrayList<>();
    for (Contact contact : found.contacts()) {
      rows.add(row(all, contact, found, beside));
    }
    return new ContactListView(
        asked.q(),
        new Choices(
            filters.divisions(all, filter),
            address.apply(filter.without(ContactListFilter.DIVISION))),
        organizationChoice(all, filter.organization()),
        address.apply(filter.without(ContactListFilter.ORGANIZATION)),
        menus.of(all, filter, address),
        customFields.chips(all, SchemaKind.CONTACT, filter, address),
        filter.said(),
        address.apply(new ContactListFilter(Map.of())),
        found.cutShort(),
        asked.q().isEmpty()
            ? ListOrder.of(asked.descending(), asked.otherWay().address().text())
            : null,
        shown,
        asked.arranging(),
        ContactColumns.choices(known, shown),
        asked.address().with("after", asked.after()).text(),
        rows,
        found.pager(),
        new ContactListView.May(
            caller.access().may(Permission.CONTACT_ADD),
            caller.access().may(Permission.ORGANIZATION_ADD),
            caller.access().may(Permission.IMPORT_ADD),
            caller.access().may(Permission.CONTACT_EDIT),
            caller.access().may(Permission.CONTACT_DELETE),
            caller.access().may(Permission.IDENTITY_MERGE),
            caller.access().may(Permission.EXPORT_ADD)));
  }

  private Map<UUID, Organization> organizationsOf(Scope scope, List<Contact> found) {
    List<OrganizationId> ids =
        found.stream()
            .map(contact -> contact.details().organization())
            .filter(Objects::nonNull)
            .distinct()
            .map(OrganizationId::new)
            .toList();
    return organizations.find(scope, ids).entrySet().stream()
        .collect(Collectors.toMap(entry -> entry.getKey().value(), Map.Entry::getValue));
  }

  private Map<UUID, ExternalSource> sourcesOf(
      Scope scope, List<Contact> found, List<Column> shown) {
    if (shown.stream().noneMatch(column -> column.kind() == ContactColumn.SOURCE)) {
      return Map.of();
    }
    Set<UUID> ids =
        found.stream()
            .flatMap(contact -> contact.details().externalIds().stream())
            .map(ExternalId::source)
            .collect(Collectors.toUnmodifiableSet());
    return sources.find(scope, ids);
  }

  private Row row(Scope scope, Contact contact, Found found, Beside beside) {
    ContactDetails d = contact.details();
    Organization organization =
        d.organization() == null ? null : beside.organizations().get(d.organization());
    return new Row(
        contact.id().toString(),
        ContactHeaders.nameOf(d),
        found.whys().get(contact.id()),
        organization == null ? null : ContactHeaders.link(organization),
        d.phones().stream()
            .limit(2)
            .map(phone -> new RowPhone(phone.number().display(), phone.number().acceptsSms()))
            .toList(),
        Math.max(0, d.phones().size() - 2),
        d.emails().isEmpty() ? "" : d.emails().getFirst().address(),
        scope.division(contact.division()).map(words::nameOf).orElse(""),
        menus.type(contact.type()),
        Objects.requireNonNullElse(d.title(), ""),
        contact.modifiedAt(),
        contact.createdAt(),
        d.externalIds().stream()
            .flatMap(id -> Stream.ofNullable(beside.sources().get(id.source())))
            .map(source -> source.details().name())
            .distinct()
            .collect(Collectors.joining(", ")),
        beside.custom().getOrDefault(contact.id().value(), Map.of()));
  }

  private @Nullable Choice organizationChoice(Scope scope, Optional<UUID> id) {
    return id.map(known ->
            organizations.find(scope, List.of(new OrganizationId(known))).values().stream()
                .findFirst()
                .map(found -> new Choice(found.id().toString(), found.details().name(), true))
                // Gone, or out of sight: the filter is on all the same.
                .orElseGet(() -> new Choice(known.toString(), known.toString(), true)))
        .orElse(null);
  }
}
