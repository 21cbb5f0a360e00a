package dev.callbook.sdk;

import static dev.callbook.sdk.Sdk.equal;
import static dev.callbook.sdk.Sdk.holds;

import com.mypurecloud.sdk.v2.model.CursorContactListing;
import com.mypurecloud.sdk.v2.model.CursorNoteListing;
import com.mypurecloud.sdk.v2.model.CursorOrganizationListing;
import com.mypurecloud.sdk.v2.model.CursorRelationshipListing;
import com.mypurecloud.sdk.v2.model.ExternalContact;
import com.mypurecloud.sdk.v2.model.ExternalOrganization;
import com.mypurecloud.sdk.v2.model.Note;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

final class ScanScenarios {
  private ScanScenarios() {}

  @Scenario(needs = "getExternalcontactsScanContacts")
  static void a_scan_reads_every_contact_once(Sdk sdk) throws Exception {
    Set<String> made = new HashSet<>();
    for (int i = 0; i < 12; i++) {
      made.add(sdk.contact().getId());
    }
    Set<String> seen = new HashSet<>();
    String cursor = null;
    int read = 0;
    do {
      CursorContactListing page = sdk.api().getExternalcontactsScanContacts(10, cursor);
      page.getEntities().stream().map(ExternalContact::getId).forEach(seen::add);
      read += page.getEntities().size();
      cursor = page.getCursors() == null ? null : page.getCursors().getAfter();
    } while (cursor != null);

    holds(seen.containsAll(made), "not all were read");
    equal(seen.size(), read);
  }

  @Scenario(needs = "getExternalcontactsScanOrganizations")
  static void a_scan_reads_organizations(Sdk sdk) throws Exception {
    String made = sdk.organization().getId();

    CursorOrganizationListing page = sdk.api().getExternalcontactsScanOrganizations(200, null);

    holds(ids(page.getEntities()).contains(made), "not read");
  }

  @Scenario(needs = "getExternalcontactsScanNotes")
  static void a_scan_reads_notes(Sdk sdk) throws Exception {
    String made =
        sdk.api()
            .postExternalcontactsContactNotes(
                sdk.contact().getId(), NoteScenarios.saying("Prefers the morning"))
            .getId();

    CursorNoteListing page = sdk.api().getExternalcontactsScanNotes(200, null);

    holds(page.getEntities().stream().map(Note::getId).toList().contains(made), "not read");
  }

  @Scenario(needs = "getExternalcontactsScanRelationships")
  static void a_scan_reads_relationships(Sdk sdk) throws Exception {
    CursorRelationshipListing page = sdk.api().getExternalcontactsScanRelationships(200, null);

    holds(page.getEntities() != null, "no list");
  }

  private static List<String> ids(List<ExternalOrganization> organizations) {
    return organizations.stream().map(ExternalOrganization::getId).toList();
  }
}
