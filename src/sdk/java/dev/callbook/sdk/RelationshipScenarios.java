package dev.callbook.sdk;

import static dev.callbook.sdk.Sdk.equal;
import static dev.callbook.sdk.Sdk.refused;

import com.mypurecloud.sdk.v2.model.BulkRelationshipsRequest;
import com.mypurecloud.sdk.v2.model.ExternalOrganization;
import com.mypurecloud.sdk.v2.model.Relationship;
import java.util.List;

final class RelationshipScenarios {
  private RelationshipScenarios() {}

  @Scenario(
      needs = {
        "postExternalcontactsRelationships",
        "getExternalcontactsRelationship",
        "putExternalcontactsRelationship",
        "deleteExternalcontactsRelationship",
        "getExternalcontactsOrganizationRelationships"
      })
  static void a_relationship_is_added_corrected_listed_and_removed(Sdk sdk) throws Exception {
    ExternalOrganization organization = sdk.organization();
    Relationship kept = sdk.api().postExternalcontactsRelationships(manager(sdk, organization));
    equal("Account Manager", kept.getRelationship());

    kept.setRelationship("Sales Lead");
    sdk.api().putExternalcontactsRelationship(kept.getId(), kept);
    equal(
        "Sales Lead",
        sdk.api().getExternalcontactsRelationship(kept.getId(), "division").getRelationship());
    equal(
        kept.getId(),
        sdk.api()
            .getExternalcontactsOrganizationRelationships(organization.getId(), 20, 1, null, null)
            .getEntities()
            .getFirst()
            .getId());

    sdk.api().deleteExternalcontactsRelationship(kept.getId());
    refused(404, () -> sdk.api().getExternalcontactsRelationship(kept.getId(), null));
  }

  @Scenario(
      needs = {
        "postExternalcontactsBulkRelationships",
        "postExternalcontactsBulkRelationshipsAdd",
        "postExternalcontactsBulkRelationshipsUpdate",
        "postExternalcontactsBulkRelationshipsRemove"
      })
  static void relationships_are_written_and_read_in_bulk(Sdk sdk) throws Exception {
    BulkRelationshipsRequest request = new BulkRelationshipsRequest();
    request.setEntities(List.of(manager(sdk, sdk.organization())));

    Relationship kept =
        sdk.api()
            .postExternalcontactsBulkRelationshipsAdd(request)
            .getResults()
            .getFirst()
            .getEntity();
    kept.setRelationship("Sales Lead");
    request.setEntities(List.of(kept));
    equal(0, sdk.api().postExternalcontactsBulkRelationshipsUpdate(request).getErrorCount());
    equal(
        "Sales Lead",
        sdk.api()
            .postExternalcontactsBulkRelationships(BulkScenarios.ids(kept.getId()))
            .getResults()
            .getFirst()
            .getEntity()
            .getRelationship());
    equal(
        0,
        sdk.api()
            .postExternalcontactsBulkRelationshipsRemove(BulkScenarios.ids(kept.getId()))
            .getErrorCount());
  }

  private static Relationship manager(Sdk sdk, ExternalOrganization organization) throws Exception {
    Relationship relationship = new Relationship();
    relationship.setRelationship("Account Manager");
    relationship.setUser(sdk.user());
    relationship.setExternalOrganization(organization);
    return relationship;
  }
}
