package dev.callbook.organization;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callbook.access.Scope;
import dev.callbook.directory.Address;
import dev.callbook.directory.ExternalSourceJson;
import dev.callbook.directory.PhoneJson;
import dev.callbook.directory.PhoneNumber;
import dev.callbook.directory.References.DivisionJson;
import dev.callbook.directory.References.ExternalIdJson;
import dev.callbook.directory.References.SchemaJson;
import dev.callbook.organization.OrganizationDetails.Ticker;
import dev.callbook.wire.Bulk;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An organization on the wire. Source: model `ExternalOrganization`; `version` is our addition.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OrganizationJson(
    @Nullable String id,
    @Nullable String name,
    @Nullable DivisionJson division,
    @Nullable String companyType,
    @Nullable String industry,
    @Nullable Address address,
    @Nullable PhoneJson phoneNumber,
    @Nullable PhoneJson faxNumber,
    @Nullable Long employeeCount,
    @Nullable Long revenue,
    @Nullable List<String> tags,
    @Nullable List<String> websites,
    @Nullable List<Ticker> tickers,
    @Nullable TwitterJson twitterId,
    @Nullable String externalSystemUrl,
    @Nullable Instant modifyDate,
    @Nullable Instant createDate,
    @Nullable TrustorJson trustor,
    @Nullable SchemaJson schema,
    @Nullable ObjectNode customFields,
    @Nullable List<ExternalIdJson> externalIds,
    @Nullable List<OrganizationIdentifierJson> identifiers,
    @Nullable List<Object> externalDataSources,
    @Nullable Integer version,
    @Nullable String selfUri)
    implements Bulk.Identified {

  public static final String PATH = "/api/v2/externalcontacts/organizations";

  /// Source: model `TwitterId`.
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record TwitterJson(
      @Nullable String id,
      @Nullable String name,
      @Nullable String screenName,
      @Nullable String profileUrl) {
    static @Nullable TwitterJson of(OrganizationDetails.@Nullable Twitter twitter) {
      return twitter == null
          ? null
          : new TwitterJson(
              twitter.id(),
              twitter.name(),
              twitter.screenName(),
              twitter.screenName() == null ? null : "https://x.com/" + twitter.screenName());
    }
  }

  /// Of model `Trustor`, what a link knows. Never read.
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record TrustorJson(
      @Nullable String id,
      boolean enabled,
      @Nullable Instant dateCreated,
      @Nullable String selfUri) {
    static TrustorJson of(Trustor trustor) {
      return new TrustorJson(
          trustor.id().toString(),
          true,
          trustor.linkedAt(),
          "/api/v2/orgauthorization/trustors/" + trustor.id());
    }
  }

  /// As a contact points at it.
  public static OrganizationJson reference(UUID id) {
    return new OrganizationJson(
        id.toString(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        PATH + "/" + id);
  }

  /// @param expand `identifiers`, `externalDataSources` and `externalSources`; the division is
  ///   always whole
  public static OrganizationJson of(Scope scope, Organization organization, Set<String> expand) {
    return of(scope, organization, expand, Map.of(), null);
  }

  /// @param sources the external sources to show whole
  /// @param trustor the one to show; null for none
  static OrganizationJson of(
      Scope scope,
      Organization organization,
      Set<String> expand,
      Map<UUID, ExternalSourceJson> sources,
      @Nullable Trustor trustor) {
    OrganizationDetails d = organization.details();
    return new OrganizationJson(
        organization.id().toString(),
        d.name(),
        DivisionJson.of(scope, organization.division()),
        d.companyType(),
        d.industry(),
        d.address(),
        phone(d.phoneNumber()),
        phone(d.faxNumber()),
        d.employeeCount(),
        d.revenue(),
        d.tags().isEmpty() ? null : d.tags(),
        d.websites().isEmpty() ? null : d.websites(),
        d.tickers().isEmpty() ? null : d.tickers(),
        TwitterJson.of(d.twitter()),
        d.externalSystemUrl(),
        organization.modifiedAt(),
        organization.createdAt(),
        trustor == null ? null : TrustorJson.of(trustor),
        SchemaJson.of(d.schema()),
        d.customFields(),
        ExternalIdJson.of(d.externalIds(), sources),
        expand.contains("identifiers") ? identifiers(scope, organization, sources) : null,
        expand.contains("externalDataSources") ? List.of() : null,
        organization.version(),
        PATH + "/" + organization.id());
  }

  private static List<OrganizationIdentifierJson> identifiers(
      Scope scope, Organization organization, Map<UUID, ExternalSourceJson> sources) {
    return organization.details().externalIds().stream()
        .map(id -> OrganizationIdentifierJson.of(scope, organization, id, sources))
        .toList();
  }

  private static @Nullable PhoneJson phone(@Nullable PhoneNumber number) {
    return number == null ? null : PhoneJson.of(null, number);
  }
}
