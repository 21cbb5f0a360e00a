package dev.callbook.identity;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callbook.access.Division;
import dev.callbook.access.Scope;
import dev.callbook.directory.ExternalId;
import dev.callbook.directory.References.DivisionJson;
import dev.callbook.organization.Organization;
import dev.callbook.organization.OrganizationDetails;
import dev.callbook.organization.OrganizationEdits;
import dev.callbook.organization.OrganizationIdentifierJson;
import dev.callbook.organization.OrganizationIdentifierReader;
import dev.callbook.organization.OrganizationJson;
import dev.callbook.organization.OrganizationReader;
import dev.callbook.wire.PatchJson;
import dev.callbook.wire.Refusal.Invalid;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Reads the enrichment of organizations, by the reader of single writes.
@ApplicationScoped
class OrganizationEnrichReader {
  private static final String WITHIN = "externalOrganization.";
  private static final Set<EnrichAction> ACTIONS =
      Set.of(EnrichAction.Insert, EnrichAction.Update, EnrichAction.Upsert);
  private static final Set<String> FIELDS =
      Set.of(
          "name",
          "companyType",
          "industry",
          "address",
          "phoneNumber",
          "faxNumber",
          "employeeCount",
          "revenue",
          "tags",
          "websites",
          "tickers",
          "twitterId",
          "externalSystemUrl",
          "schema",
          "customFields",
          "externalIds");
  private static final int MAX_EXTERNAL_IDS = 10;

  private final OrganizationReader organizations;
  private final PatchJson trees;

  OrganizationEnrichReader(OrganizationReader organizations, PatchJson trees) {
    this.organizations = organizations;
    this.trees = trees;
  }

  /// @throws Invalid naming the field that is malformed
  /// @throws dev.callbook.wire.Refusal.TooMany above 25 identifiers or 100 rules
  OrganizationWish read(Scope scope, EnrichJson.OrganizationRequest sent, String region) {
    EnrichAction action = EnrichReader.action(sent.action(), ACTIONS);
    List<OrganizationIdentifierJson> asked = EnrichReader.identifiers(sent.matchingIdentifiers());
    List<ExternalId> wanted = new ArrayList<>();
    for (int i = 0; i < asked.size(); i++) {
      wanted.add(
          OrganizationIdentifierReader.read(
              EnrichReader.IDENTIFIERS + "[" + i + "].", asked.get(i)));
    }
    Division division = EnrichReader.division(scope, divisions(sent, asked));
    FieldRules rules = EnrichReader.rules(sent.fieldRules(), FIELDS);
    return new OrganizationWish(
        division,
        action,
        List.copyOf(wanted),
        () -> withExternalIds(read(scope, given(sent), region), wanted),
        stored ->
            EnrichReader.within(WITHIN, () -> edited(scope, stored, given(sent), rules, region)));
  }

  private static Map<String, Optional<DivisionJson>> divisions(
      EnrichJson.OrganizationRequest sent, List<OrganizationIdentifierJson> asked) {
    Map<String, Optional<DivisionJson>> named = new LinkedHashMap<>();
    named.put("division", Optional.ofNullable(sent.division()));
    named.put(
        WITHIN + "division",
        Optional.ofNullable(sent.externalOrganization()).map(OrganizationJson::division));
    for (int i = 0; i < asked.size(); i++) {
      named.put(
          EnrichReader.IDENTIFIERS + "[" + i + "].division",
          Optional.ofNullable(asked.get(i).division()));
    }
    return named;
  }

  private ObjectNode given(EnrichJson.OrganizationRequest sent) {
    return sent.externalOrganization() == null
        ? JsonNodeFactory.instance.objectNode()
        : trees.tree(sent.externalOrganization());
  }

  private OrganizationDetails read(Scope scope, ObjectNode given, String region) {
    return EnrichReader.within(
        WITHIN,
        () -> organizations.read(scope, trees.read(given, OrganizationJson.class), null, region));
  }

  private Organization edited(
      Scope scope, Organization stored, ObjectNode given, FieldRules rules, String region) {
    ObjectNode before = trees.tree(OrganizationJson.of(scope, stored, Set.of()));
    ObjectNode merged = rules.merge(before, given, FIELDS);
    return OrganizationEdits.apply(
        scope, stored, trees.read(merged, OrganizationJson.class), organizations, region);
  }

  /// With the external ids that a new organization is matched by the next time.
  private static OrganizationDetails withExternalIds(
      OrganizationDetails given, List<ExternalId> wanted) {
    List<ExternalId> ids =
        Stream.concat(given.externalIds().stream(), wanted.stream()).distinct().toList();
    if (ids.size() > MAX_EXTERNAL_IDS) {
      throw new Invalid(
          EnrichReader.IDENTIFIERS,
          "too.many",
          "An organization may have " + MAX_EXTERNAL_IDS + " external ids.");
    }
    return given.withExternalIds(ids);
  }
}
