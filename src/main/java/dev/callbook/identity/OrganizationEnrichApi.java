package dev.callbook.identity;

import dev.callbook.access.Permission;
import dev.callbook.access.Requires;
import dev.callbook.identity.EnrichAnswers.Answer;
import dev.callbook.organization.OrganizationJson;
import dev.callbook.wire.Answers;
import dev.callbook.wire.Parse;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/// Enriches an organization: finds it by its identifiers, then adds or changes it. Translates;
/// decides nothing.
@Path("/api/v2/externalcontacts/organizations/enrich")
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class OrganizationEnrichApi {
  private final OrganizationEnrichAnswers answers;

  OrganizationEnrichApi(OrganizationEnrichAnswers answers) {
    this.answers = answers;
  }

  /// `postExternalcontactsOrganizationsEnrich`: 201 for a new one, 200 for one that was there.
  @POST
  @Requires(Permission.ORGANIZATION_ENRICH)
  @Answers(value = OrganizationJson.class, status = 200)
  public Response enrich(
      @QueryParam("dryRun") @Nullable String dryRun,
      EnrichJson.@Nullable OrganizationRequest body) {
    Answer answer = answers.one(Parse.body(body), Parse.flag("dryRun", dryRun));
    return Response.status(answer.status()).entity(answer.entity()).build();
  }
}
