package dev.callbook.organization;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callbook.customfield.CustomValues;
import dev.callbook.directory.Address;
import dev.callbook.directory.ExternalId;
import dev.callbook.directory.PhoneNumber;
import dev.callbook.directory.SchemaRef;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Everything about an external organization that its owner can change. Texts are tidy: no blanks
/// around, null for nothing.
///
/// @param revenue yearly, in whole units of a currency the owner keeps to
/// @param websites web addresses as typed
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OrganizationDetails(
    String name,
    @Nullable String companyType,
    @Nullable String industry,
    @Nullable Address address,
    @Nullable PhoneNumber phoneNumber,
    @Nullable PhoneNumber faxNumber,
    @Nullable Long employeeCount,
    @Nullable Long revenue,
    List<String> tags,
    List<String> websites,
    List<Ticker> tickers,
    @Nullable Twitter twitter,
    @Nullable String externalSystemUrl,
    List<ExternalId> externalIds,
    @Nullable SchemaRef schema,
    @Nullable ObjectNode customFields) {
  public OrganizationDetails {
    // Absent in stored JSON where there is nothing.
    tags = Objects.requireNonNullElse(tags, List.of());
    websites = Objects.requireNonNullElse(websites, List.of());
    tickers = Objects.requireNonNullElse(tickers, List.of());
    externalIds = Objects.requireNonNullElse(externalIds, List.of());
  }

  /// The same details with other ids in other systems.
  public OrganizationDetails withExternalIds(List<ExternalId> changed) {
    return new OrganizationDetails(
        name,
        companyType,
        industry,
        address,
        phoneNumber,
        faxNumber,
        employeeCount,
        revenue,
        tags,
        websites,
        tickers,
        twitter,
        externalSystemUrl,
        changed,
        schema,
        customFields);
  }

  /// The custom fields with what they follow.
  public CustomValues custom() {
    return new CustomValues(schema, customFields);
  }

  /// A share's name at an exchange.
  public record Ticker(@Nullable String symbol, @Nullable String exchange) {}

  /// X, formerly Twitter. @param screenName without the leading `@`
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Twitter(@Nullable String id, @Nullable String name, @Nullable String screenName) {}
}
