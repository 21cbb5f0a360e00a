package dev.callbook.identity;

import dev.callbook.contact.ContactJson;
import dev.callbook.directory.References.DivisionJson;
import dev.callbook.organization.OrganizationIdentifierJson;
import dev.callbook.organization.OrganizationJson;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Enrichment on the wire.
final class EnrichJson {
  private EnrichJson() {}

  /// Source: model `ContactEnrichRequest`.
  ///
  /// @param id the caller's own, which results in bulk are named by
  record ContactRequest(
      @Nullable String id,
      @Nullable DivisionJson division,
      @Nullable List<ContactJson.@Nullable IdentifierJson> matchingIdentifiers,
      @Nullable EnrichAction action,
      @Nullable ContactJson contact,
      @Nullable RulesJson fieldRules,
      @Nullable OptionsJson options) {}

  /// Source: model `ExternalOrganizationEnrichRequest`.
  ///
  /// @param id as that of [ContactRequest]
  record OrganizationRequest(
      @Nullable String id,
      @Nullable DivisionJson division,
      @Nullable List<@Nullable OrganizationIdentifierJson> matchingIdentifiers,
      @Nullable EnrichAction action,
      @Nullable OrganizationJson externalOrganization,
      @Nullable RulesJson fieldRules) {}

  /// Source: model `EnrichFieldRules`.
  record RulesJson(
      FieldRules.@Nullable Action defaultAction,
      @Nullable List<@Nullable RuleJson> rules,
      FieldRules.@Nullable ArrayAction defaultArrayAction) {}

  /// Source: model `EnrichFieldRule`.
  record RuleJson(
      @Nullable String field,
      FieldRules.@Nullable Action action,
      FieldRules.@Nullable ArrayAction arrayAction) {}

  /// Source: model `ContactEnrichOptions`.
  record OptionsJson(@Nullable Boolean promote) {}
}
