package dev.callbook.organization;

import dev.callbook.access.Caller;
import dev.callbook.access.Permission;
import dev.callbook.access.Scope;
import dev.callbook.customfield.CustomFieldFacts;
import dev.callbook.customfield.SchemaKind;
import dev.callbook.directory.Address;
import dev.callbook.directory.PhoneNumber;
import dev.callbook.externalsource.ExternalIdViews;
import dev.callbook.organization.OrganizationDetails.Ticker;
import dev.callbook.organization.OrganizationView.Fact;
import dev.callbook.web.Panel;
import dev.callbook.web.WebMessages;
import dev.callbook.web.Words;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Puts an organization's profile together.
@ApplicationScoped
class OrganizationProfile {
  private final OrganizationHeaders headers;
  private final ExternalIdViews externalIds;
  private final CustomFieldFacts customFields;
  private final Caller caller;
  private final Words words;

  OrganizationProfile(
      OrganizationHeaders headers,
      ExternalIdViews externalIds,
      CustomFieldFacts customFields,
      Caller caller,
      Words words) {
    this.headers = headers;
    this.externalIds = externalIds;
    this.customFields = customFields;
    this.caller = caller;
    this.words = words;
  }

  OrganizationView view(Scope scope, Organization organization) {
    OrganizationDetails details = organization.details();
    return new OrganizationView(
        headers.header(scope, organization, OrganizationHeaders.Tab.PROFILE),
        phones(details),
        details.websites().stream().map(OrganizationHeaders::website).toList(),
        address(details.address()),
        details.tickers().stream().map(OrganizationProfile::text).toList(),
        externalIds.of(scope, details.externalIds()),
        customFields.of(scope, SchemaKind.ORGANIZATION, details.schema(), details.customFields()),
        organization.createdAt(),
        organization.modifiedAt(),
        people(organization.id()),
        List.of(panel(organization.id(), words.of(OrganizationMessages.class).notes(), "notes")));
  }

  private List<Fact> phones(OrganizationDetails details) {
    OrganizationMessages say = words.of(OrganizationMessages.class);
    List<Fact> phones = new ArrayList<>();
    add(phones, say.mainNumber(), details.phoneNumber());
    add(phones, say.faxNumber(), details.faxNumber());
    return List.copyOf(phones);
  }

  private static void add(List<Fact> phones, String label, @Nullable PhoneNumber number) {
    if (number != null) {
      phones.add(new Fact(label, number.display()));
    }
  }

  private List<String> address(@Nullable Address address) {
    if (address == null) {
      return List.of();
    }
    String town =
        Stream.of(address.postalCode(), address.city())
            .filter(Objects::nonNull)
            .collect(Collectors.joining(" "));
    return Stream.of(
            address.address1(),
            address.address2(),
            town,
            address.state(),
            headers.country(address.countryCode()))
        .filter(line -> line != null && !line.isEmpty())
        .map(String::valueOf)
        .toList();
  }

  private static String text(Ticker ticker) {
    return Stream.of(ticker.exchange(), ticker.symbol())
        .filter(Objects::nonNull)
        .collect(Collectors.joining(": "));
  }

  private List<Panel> people(OrganizationId id) {
    return caller.access().may(Permission.CONTACT_VIEW)
        ? List.of(panel(id, words.of(WebMessages.class).contacts(), "contacts"))
        : List.of();
  }

  private static Panel panel(OrganizationId id, String title, String page) {
    String path = "/organizations/" + id + "/" + page;
    return new Panel(title, path + "/latest", path);
  }
}
