package dev.callbook.identity;

import dev.callbook.access.Permission;
import dev.callbook.access.Requires;
import dev.callbook.wire.Bulk;
import dev.callbook.wire.Bulk.Response;
import dev.callbook.wire.Parse;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/// Enriches up to ten organizations in one request: each answers for itself, in request order,
/// under the caller's own id.
@Path("/api/v2/externalcontacts/bulk/organizations/enrich")
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class OrganizationEnrichBulkApi {
  private final OrganizationEnrichAnswers answers;

  OrganizationEnrichBulkApi(OrganizationEnrichAnswers answers) {
    this.answers = answers;
  }

  /// `postExternalcontactsBulkOrganizationsEnrich`
  @POST
  @Requires(Permission.ORGANIZATION_ENRICH)
  public Response<Object> enrich(
      @QueryParam("dryRun") @Nullable String dryRun,
      Bulk.@Nullable Request<EnrichJson.OrganizationRequest> body) {
    return answers.several(body, Parse.flag("dryRun", dryRun));
  }
}
