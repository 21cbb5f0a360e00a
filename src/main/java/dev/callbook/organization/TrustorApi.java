package dev.callbook.organization;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.callbook.access.Caller;
import dev.callbook.access.Permission;
import dev.callbook.access.Requires;
import dev.callbook.access.Scope;
import dev.callbook.directory.References.DivisionJson;
import dev.callbook.wire.Parse;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The trustor of an organization. Translates; decides nothing.
@Path(OrganizationJson.PATH + "/{externalOrganizationId}/trustor")
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class TrustorApi {
  /// Source: model `ExternalOrganizationTrustorLink`.
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record LinkJson(
      DivisionJson division,
      String externalOrganizationId,
      String trustorOrgId,
      @Nullable Instant dateCreated,
      String externalOrganizationUri) {}

  private final Trustors trustors;
  private final Caller caller;

  TrustorApi(Trustors trustors, Caller caller) {
    this.trustors = trustors;
    this.caller = caller;
  }

  /// `putExternalcontactsOrganizationTrustorTrustorId`
  @PUT
  @Path("{trustorId}")
  @Requires(Permission.ORGANIZATION_EDIT)
  public LinkJson link(
      @PathParam("externalOrganizationId") String id, @PathParam("trustorId") String trustorId) {
    Scope scope = caller.scope();
    OrganizationId organization = OrganizationId.parse("externalOrganizationId", id);
    Trustor trustor = trustors.link(scope, organization, Parse.id("trustorId", trustorId));
    return new LinkJson(
        DivisionJson.of(scope, trustor.division()),
        organization.toString(),
        trustor.id().toString(),
        trustor.linkedAt(),
        OrganizationJson.PATH + "/" + organization);
  }

  /// `deleteExternalcontactsOrganizationTrustor`
  @DELETE
  @Requires(Permission.ORGANIZATION_EDIT)
  public Response unlink(@PathParam("externalOrganizationId") String id) {
    trustors.unlink(caller.scope(), OrganizationId.parse("externalOrganizationId", id));
    return Response.noContent().build();
  }
}
