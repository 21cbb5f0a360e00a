package dev.callbook.sdk;

import static dev.callbook.sdk.Sdk.entities;
import static dev.callbook.sdk.Sdk.equal;
import static dev.callbook.sdk.Sdk.holds;
import static dev.callbook.sdk.Sdk.refused;

import com.mypurecloud.sdk.v2.model.BulkContactsRequest;
import com.mypurecloud.sdk.v2.model.BulkContactsResponse;
import com.mypurecloud.sdk.v2.model.BulkFetchContactsResponse;
import com.mypurecloud.sdk.v2.model.BulkIdsRequest;
import com.mypurecloud.sdk.v2.model.BulkNotesRequest;
import com.mypurecloud.sdk.v2.model.BulkOrganizationsRequest;
import com.mypurecloud.sdk.v2.model.ExternalContact;
import com.mypurecloud.sdk.v2.model.ExternalOrganization;
import com.mypurecloud.sdk.v2.model.Note;
import java.util.List;
import java.util.UUID;

final class BulkScenarios {
  private BulkScenarios() {}

  static BulkIdsRequest ids(String... ids) {
    BulkIdsRequest request = new BulkIdsRequest();
    request.setEntities(entities(ids));
    return request;
  }

  @Scenario
  static void contacts_are_written_and_read_in_bulk(Sdk sdk) throws Exception {
    ExternalContact ana = LookupScenarios.caller("+34 913 23 45 67");
    ExternalContact nobody = new ExternalContact();
    nobody.setWorkEmail("no address");

    BulkContactsResponse added =
        sdk.api().postExternalcontactsBulkContactsAdd(contacts(ana, nobody));
    equal(1, added.getErrorCount());
    equal(List.of(1), added.getErrorIndexes());
    holds(!added.getResults().get(1).getSuccess(), "an address that is none");
    equal(400, added.getResults().get(1).getError().getStatus());
    ExternalContact kept = added.getResults().getFirst().getEntity();

    kept.setTitle("Owner");
    equal(0, sdk.api().postExternalcontactsBulkContactsUpdate(contacts(kept)).getErrorCount());

    String stranger = UUID.randomUUID().toString();
    BulkFetchContactsResponse found =
        sdk.api().postExternalcontactsBulkContacts(ids(kept.getId(), stranger));
    equal("Owner", found.getResults().getFirst().getEntity().getTitle());
    equal(404, found.getResults().get(1).getError().getStatus());

    equal(0, sdk.api().postExternalcontactsBulkContactsRemove(ids(kept.getId())).getErrorCount());
    refused(404, () -> sdk.api().getExternalcontactsContact(kept.getId(), List.of()));
  }

  @Scenario
  static void organizations_are_written_and_read_in_bulk(Sdk sdk) throws Exception {
    ExternalOrganization sent = new ExternalOrganization();
    sent.setName(Sdk.unique());

    ExternalOrganization kept =
        sdk.api()
            .postExternalcontactsBulkOrganizationsAdd(organizations(sent))
            .getResults()
            .getFirst()
            .getEntity();
    kept.setIndustry("Printing");
    equal(
        0,
        sdk.api().postExternalcontactsBulkOrganizationsUpdate(organizations(kept)).getErrorCount());
    equal(
        "Printing",
        sdk.api()
            .postExternalcontactsBulkOrganizations(ids(kept.getId()))
            .getResults()
            .getFirst()
            .getEntity()
            .getIndustry());
    equal(
        0,
        sdk.api().postExternalcontactsBulkOrganizationsRemove(ids(kept.getId())).getErrorCount());
    refused(404, () -> sdk.api().getExternalcontactsOrganization(kept.getId(), null, false));
  }

  @Scenario(
      needs = {
        "postExternalcontactsBulkNotes",
        "postExternalcontactsBulkNotesAdd",
        "postExternalcontactsBulkNotesUpdate",
        "postExternalcontactsBulkNotesRemove"
      })
  static void notes_are_written_and_read_in_bulk(Sdk sdk) throws Exception {
    Note note = NoteScenarios.saying("Prefers the morning");
    note.setEntityId(sdk.contact().getId());
    note.setEntityType(Note.EntityTypeEnum.CONTACT);
    BulkNotesRequest request = new BulkNotesRequest();
    request.setEntities(List.of(note));

    Note kept =
        sdk.api().postExternalcontactsBulkNotesAdd(request).getResults().getFirst().getEntity();
    equal(
        "Prefers the morning",
        sdk.api()
            .postExternalcontactsBulkNotes(ids(kept.getId()))
            .getResults()
            .getFirst()
            .getEntity()
            .getNoteText());
    kept.setNoteText("Prefers the evening");
    request.setEntities(List.of(kept));
    equal(0, sdk.api().postExternalcontactsBulkNotesUpdate(request).getErrorCount());
    equal(0, sdk.api().postExternalcontactsBulkNotesRemove(ids(kept.getId())).getErrorCount());
  }

  private static BulkContactsRequest contacts(ExternalContact... contacts) {
    BulkContactsRequest request = new BulkContactsRequest();
    request.setEntities(List.of(contacts));
    return request;
  }

  private static BulkOrganizationsRequest organizations(ExternalOrganization... organizations) {
    BulkOrganizationsRequest request = new BulkOrganizationsRequest();
    request.setEntities(List.of(organizations));
    return request;
  }
}
