package dev.callbook.customfield;

import dev.callbook.access.Caller;
import dev.callbook.access.Permission;
import dev.callbook.access.Requires;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/// The schemas of organizations' custom fields.
@Path("/api/v2/externalcontacts/organizations/schemas")
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class OrganizationSchemaApi {
  private static final SchemaKind KIND = SchemaKind.ORGANIZATION;

  private final SchemaAnswers answers;
  private final Caller caller;

  OrganizationSchemaApi(SchemaAnswers answers, Caller caller) {
    this.answers = answers;
    this.caller = caller;
  }

  /// `getExternalcontactsOrganizationsSchemas`
  @GET
  @Requires(Permission.CUSTOM_FIELDS_VIEW)
  public DataSchemaJson.ListingJson list() {
    return answers.list(caller.scope(), KIND);
  }

  /// `getExternalcontactsOrganizationsSchema`
  @GET
  @Path("{schemaId}")
  @Requires(Permission.CUSTOM_FIELDS_VIEW)
  public DataSchemaJson get(@PathParam("schemaId") String id) {
    return answers.get(caller.scope(), KIND, id);
  }

  /// `getExternalcontactsOrganizationsSchemaVersions`
  @GET
  @Path("{schemaId}/versions")
  @Requires(Permission.CUSTOM_FIELDS_VIEW)
  public DataSchemaJson.ListingJson versions(@PathParam("schemaId") String id) {
    return answers.versions(caller.scope(), KIND, id);
  }

  /// `getExternalcontactsOrganizationsSchemaVersion`
  @GET
  @Path("{schemaId}/versions/{versionId}")
  @Requires(Permission.CUSTOM_FIELDS_VIEW)
  public DataSchemaJson version(
      @PathParam("schemaId") String id, @PathParam("versionId") String version) {
    return answers.version(caller.scope(), KIND, id, version);
  }

  /// `postExternalcontactsOrganizationsSchemas`
  @POST
  @Requires(Permission.CUSTOM_FIELDS_ADD)
  public DataSchemaJson add(@Nullable DataSchemaJson body) {
    return answers.add(caller.scope(), KIND, body);
  }

  /// `putExternalcontactsOrganizationsSchema`: makes the next version; `version` must be the
  /// newest.
  @PUT
  @Path("{schemaId}")
  @Requires(Permission.CUSTOM_FIELDS_EDIT)
  public DataSchemaJson replace(@PathParam("schemaId") String id, @Nullable DataSchemaJson body) {
    return answers.replace(caller.scope(), KIND, id, body);
  }

  /// `deleteExternalcontactsOrganizationsSchemasSchemaId`: out of use for good; no record loses a
  /// value.
  @DELETE
  @Path("{schemaId}")
  @Requires(Permission.CUSTOM_FIELDS_EDIT)
  public void remove(@PathParam("schemaId") String id) {
    answers.remove(caller.scope(), KIND, id);
  }

  /// `getExternalcontactsOrganizationsSchemasCoretypes`
  @GET
  @Path("coretypes")
  @Requires(Permission.CUSTOM_FIELDS_VIEW)
  public CoretypeJson.ListingJson coretypes() {
    return CoretypeJson.all(KIND);
  }

  /// `getExternalcontactsOrganizationsSchemasCoretype`
  @GET
  @Path("coretypes/{coreTypeName}")
  @Requires(Permission.CUSTOM_FIELDS_VIEW)
  public CoretypeJson coretype(@PathParam("coreTypeName") String name) {
    return answers.coretype(KIND, name);
  }

  /// `getExternalcontactsOrganizationsSchemasLimits`
  @GET
  @Path("limits")
  @Requires(Permission.CUSTOM_FIELDS_VIEW)
  public SchemaLimitsJson limits() {
    return SchemaLimitsJson.of(KIND);
  }
}
