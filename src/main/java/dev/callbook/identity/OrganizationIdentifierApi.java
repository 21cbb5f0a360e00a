package dev.callbook.identity;

import dev.callbook.access.Caller;
import dev.callbook.access.Permission;
import dev.callbook.access.Requires;
import dev.callbook.access.Scope;
import dev.callbook.directory.ExternalId;
import dev.callbook.directory.References.DivisionJson;
import dev.callbook.organization.Organization;
import dev.callbook.organization.OrganizationId;
import dev.callbook.organization.OrganizationIdentifierJson;
import dev.callbook.organization.OrganizationIdentifierReader;
import dev.callbook.organization.Organizations;
import dev.callbook.wire.Parse;
import dev.callbook.wire.Refusal.Invalid;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An organization's identifiers. Translates; decides nothing.
@Path("/api/v2/externalcontacts/organizations/{externalOrganizationId}/identifiers")
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class OrganizationIdentifierApi {
  private static final String ID = "externalOrganizationId";

  private final Organizations organizations;
  private final OrganizationIdentifiers identifiers;
  private final Caller caller;

  OrganizationIdentifierApi(
      Organizations organizations, OrganizationIdentifiers identifiers, Caller caller) {
    this.organizations = organizations;
    this.identifiers = identifiers;
    this.caller = caller;
  }

  /// `getExternalcontactsOrganizationIdentifiers`
  @GET
  @Requires(Permission.ORGANIZATION_VIEW)
  public IdentifierJson.Identifiers<OrganizationIdentifierJson> list(@PathParam(ID) String id) {
    Scope scope = caller.scope();
    Organization organization = organizations.get(scope, OrganizationId.parse(ID, id));
    return new IdentifierJson.Identifiers<>(
        organization.details().externalIds().stream()
            .map(held -> OrganizationIdentifierJson.of(scope, organization, held))
            .toList());
  }

  /// `patchExternalcontactsOrganizationIdentifiers`
  @PATCH
  @Requires(Permission.ORGANIZATION_EDIT)
  public OrganizationIdentifierJson change(
      @PathParam(ID) String id, IdentifierJson.@Nullable OrganizationClaim body) {
    Scope scope = caller.scope();
    OrganizationId wanted = OrganizationId.parse(ID, id);
    IdentifierJson.OrganizationClaim sent = Parse.body(body);
    IdentifierJson.Operation operation = ContactIdentifierApi.operation(sent.operation());
    if (sent.identifier() == null) {
      throw new Invalid("identifier", "required", "An identifier is needed.");
    }
    ExternalId identifier = OrganizationIdentifierReader.read("identifier.", sent.identifier());
    checkDivision(scope, organizations.get(scope, wanted), sent.identifier());
    Organization changed =
        switch (operation) {
          case Claim -> identifiers.claim(scope, wanted, identifier);
          case Release -> identifiers.release(scope, wanted, identifier);
        };
    return OrganizationIdentifierJson.of(scope, changed, identifier);
  }

  private static void checkDivision(
      Scope scope, Organization organization, OrganizationIdentifierJson sent) {
    Optional<String> division = DivisionJson.idOf(sent.division());
    String own = String.valueOf(DivisionJson.of(scope, organization.division()).id());
    if (division.isPresent() && !division.get().equalsIgnoreCase(own)) {
      throw ContactIdentifierApi.elsewhere();
    }
  }
}
