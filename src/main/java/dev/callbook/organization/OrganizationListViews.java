package dev.callbook.organization;

import dev.callbook.access.Access;
import dev.callbook.access.Caller;
import dev.callbook.access.Permission;
import dev.callbook.access.Scope;
import dev.callbook.customfield.CustomFieldFilters;
import dev.callbook.customfield.SchemaKind;
import dev.callbook.directory.Address;
import dev.callbook.directory.ExternalId;
import dev.callbook.directory.FilterMenus;
import dev.callbook.directory.PhoneNumber;
import dev.callbook.externalsource.ExternalSource;
import dev.callbook.externalsource.ExternalSources;
import dev.callbook.organization.OrganizationListView.Column;
import dev.callbook.organization.OrganizationListView.May;
import dev.callbook.organization.OrganizationListView.Row;
import dev.callbook.organization.OrganizationListing.Asked;
import dev.callbook.organization.OrganizationListing.Found;
import dev.callbook.web.Choices;
import dev.callbook.web.ListOrder;
import dev.callbook.wire.Listing.Link;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The list of organizations as its page shows it.
@ApplicationScoped
class OrganizationListViews {
  private final OrganizationHeaders headers;
  private final ExternalSources sources;
  private final FilterMenus filters;
  private final CustomFieldFilters customFields;
  private final OrganizationFilterMenus menus;
  private final OrganizationColumns columns;
  private final Caller caller;

  OrganizationListViews(
      OrganizationHeaders headers,
      ExternalSources sources,
      FilterMenus filters,
      CustomFieldFilters customFields,
      OrganizationFilterMenus menus,
      OrganizationColumns columns,
      Caller caller) {
    this.headers = headers;
    this.sources = sources;
    this.filters = filters;
    this.customFields = customFields;
    this.menus = menus;
    this.columns = columns;
    this.caller = caller;
  }

  /// What the rows need beyond their organizations, read once for all of them.
  private record Beside(Map<UUID, ExternalSource> sources, Map<UUID, Map<String, String>> custom) {}

  /// @param all what the person may see, without the filter by division
  OrganizationListView of(Scope all, Asked asked, Found found) {
    OrganizationListFilter filter = asked.filter();
    Function<OrganizationListFilter, String> address = other -> asked.with(other).address().text();
    Map<String, Column> known = columns.all(all);
    List<Column> shown = columns.shown(all, known);
    Beside beside =
        new Beside(
            sourcesOf(all, found.organizations(), shown),
            columns.texts(all, found.organizations(), shown));
    return new OrganizationListView(
        asked.q(),
        new Choices(
            filters.divisions(all, filter),
            address.apply(filter.without(OrganizationListFilter.DIVISION))),
        menus.of(all, filter, address),
        customFields.chips(all, SchemaKind.ORGANIZATION, filter, address),
        filter.said(),
        address.apply(new OrganizationListFilter(Map.of())),
        found.cutShort(),
        ListOrder.of(asked.descending(), asked.otherWay().address().text()),
        shown,
        asked.arranging(),
        OrganizationColumns.choices(known, shown),
        asked.page().text(),
        caller.access().may(Permission.EXPORT_ADD)
            ? filter.on(Link.to("/exports/new").with("kind", "organizations")).text()
            : null,
        found.organizations().stream()
            .map(organization -> row(all, organization, found, beside))
            .toList(),
        found.pager(),
        may());
  }

  private Map<UUID, ExternalSource> sourcesOf(
      Scope scope, List<Organization> found, List<Column> shown) {
    if (shown.stream().noneMatch(column -> column.kind() == OrganizationColumn.EXTERNAL_IDS)) {
      return Map.of();
    }
    Set<UUID> ids =
        found.stream()
            .flatMap(organization -> organization.details().externalIds().stream())
            .map(ExternalId::source)
            .collect(Collectors.toUnmodifiableSet());
    return sources.find(scope, ids);
  }

  private Row row(Scope scope, Organization organization, Found found, Beside beside) {
    OrganizationDetails details = organization.details();
    PhoneNumber phone = details.phoneNumber();
    return new Row(
        organization.id().toString(),
        details.name(),
        found.whys().get(organization.id()),
        phone == null ? "" : phone.display(),
        details.websites().stream().findFirst().map(OrganizationHeaders::bare).orElse(""),
        Objects.requireNonNullElse(details.industry(), ""),
        headers.employees(details.employeeCount()),
        place(details.address()),
        details.tags(),
        details.externalIds().stream().map(id -> externalId(id, beside)).toList(),
        headers.divisionName(scope, organization),
        organization.modifiedAt(),
        organization.createdAt(),
        beside.custom().getOrDefault(organization.id().value(), Map.of()));
  }

  private static String externalId(ExternalId id, Beside beside) {
    ExternalSource source = beside.sources().get(id.source());
    return source == null ? id.value() : source.details().name() + ": " + id.value();
  }

  private String place(@Nullable Address address) {
    return address == null
        ? ""
        : Stream.of(address.city(), headers.country(address.countryCode()))
            .filter(Objects::nonNull)
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(", "));
  }

  private May may() {
    Access access = caller.access();
    return new May(
        access.may(Permission.CONTACT_ADD),
        access.may(Permission.ORGANIZATION_ADD),
        access.may(Permission.IMPORT_ADD),
        access.may(Permission.ORGANIZATION_DELETE),
        access.may(Permission.EXPORT_ADD));
  }
}
