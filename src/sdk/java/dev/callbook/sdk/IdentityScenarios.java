package dev.callbook.sdk;

import static dev.callbook.sdk.Sdk.equal;
import static dev.callbook.sdk.Sdk.holds;
import static dev.callbook.sdk.Sdk.refused;

import com.mypurecloud.sdk.v2.model.ContactIdentifier;
import com.mypurecloud.sdk.v2.model.ExternalContact;
import com.mypurecloud.sdk.v2.model.IdentifierClaimRequest;
import com.mypurecloud.sdk.v2.model.MergeRequest;
import java.util.List;

final class IdentityScenarios {
  private IdentityScenarios() {}

  @Scenario(
      needs = {"getExternalcontactsContactIdentifiers", "patchExternalcontactsContactIdentifiers"})
  static void an_identifier_is_claimed_and_released(Sdk sdk) throws Exception {
    String contact = sdk.contact().getId();
    ContactIdentifier number = LookupScenarios.phone("+34914234567");

    sdk.api()
        .patchExternalcontactsContactIdentifiers(
            contact, request(IdentifierClaimRequest.OperationEnum.CLAIM, number));
    equal(contact, sdk.api().postExternalcontactsIdentifierlookup(number).getId());
    equal(1, sdk.api().getExternalcontactsContactIdentifiers(contact).getEntities().size());

    sdk.api()
        .patchExternalcontactsContactIdentifiers(
            contact, request(IdentifierClaimRequest.OperationEnum.RELEASE, number));
    equal(0, sdk.api().getExternalcontactsContactIdentifiers(contact).getEntities().size());
    refused(404, () -> sdk.api().postExternalcontactsIdentifierlookup(number));
  }

  private static IdentifierClaimRequest request(
      IdentifierClaimRequest.OperationEnum operation, ContactIdentifier identifier) {
    IdentifierClaimRequest request = new IdentifierClaimRequest();
    request.setOperation(operation);
    request.setIdentifier(identifier);
    return request;
  }

  @Scenario(needs = "postExternalcontactsContactPromotion")
  static void a_curated_contact_stays_curated_when_promoted(Sdk sdk) throws Exception {
    String contact = sdk.contact().getId();

    equal(
        ExternalContact.TypeEnum.CURATED,
        sdk.api().postExternalcontactsContactPromotion(contact).getType());
  }

  /// This merge is the old one of two, which the SDK has; it takes no two curated contacts.
  @Scenario(needs = "postExternalcontactsMergeContacts")
  static void two_curated_contacts_are_not_merged_the_old_way(Sdk sdk) throws Exception {
    MergeRequest request = new MergeRequest();
    request.setSourceContactId(sdk.contact().getId());
    request.setTargetContactId(sdk.contact().getId());

    refused(409, () -> sdk.api().postExternalcontactsMergeContacts(request));
  }

  @Scenario(
      needs = {
        "getExternalcontactsContactUnresolved",
        "postExternalcontactsBulkContactsUnresolved"
      })
  static void a_contact_that_was_never_merged_is_its_own_ancestor(Sdk sdk) throws Exception {
    String contact = sdk.contact().getId();

    equal(
        contact,
        sdk.api().getExternalcontactsContactUnresolved(contact, List.of("division")).getId());
    equal(
        contact,
        sdk.api()
            .postExternalcontactsBulkContactsUnresolved(BulkScenarios.ids(contact))
            .getResults()
            .getFirst()
            .getEntity()
            .getId());
  }

  @Scenario(needs = "getExternalcontactsContactJourneySessions")
  static void a_new_contact_has_no_sessions(Sdk sdk) throws Exception {
    String contact = sdk.contact().getId();

    holds(
        sdk.api()
            .getExternalcontactsContactJourneySessions(contact, "25", null, false)
            .getEntities()
            .isEmpty(),
        "sessions");
  }
}
