package dev.callbook.organization;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.callbook.access.Scope;
import dev.callbook.directory.ExternalId;
import dev.callbook.directory.ExternalSourceJson;
import dev.callbook.directory.References.DivisionJson;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A way to recognise an organization: what another system calls it. Source: model
/// `ExternalOrganizationIdentifier`.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OrganizationIdentifierJson(
    @Nullable DivisionJson division,
    @Nullable String type,
    @Nullable String value,
    @Nullable Instant dateCreated,
    @Nullable ExternalSourceJson externalSource) {
  static final String TYPE = "ExternalId";

  public static OrganizationIdentifierJson of(
      Scope scope, Organization organization, ExternalId id) {
    return of(scope, organization, id, Map.of());
  }

  static OrganizationIdentifierJson of(
      Scope scope,
      Organization organization,
      ExternalId id,
      Map<UUID, ExternalSourceJson> sources) {
    return new OrganizationIdentifierJson(
        DivisionJson.of(scope, organization.division()),
        TYPE,
        id.value(),
        organization.createdAt(),
        sources.getOrDefault(id.source(), ExternalSourceJson.reference(id.source())));
  }
}
