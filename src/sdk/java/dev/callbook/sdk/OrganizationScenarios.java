package dev.callbook.sdk;

import static dev.callbook.sdk.Sdk.equal;
import static dev.callbook.sdk.Sdk.holds;
import static dev.callbook.sdk.Sdk.refused;

import com.mypurecloud.sdk.v2.model.ContactListing;
import com.mypurecloud.sdk.v2.model.ExternalContact;
import com.mypurecloud.sdk.v2.model.ExternalOrganization;
import com.mypurecloud.sdk.v2.model.ExternalOrganizationListing;
import com.mypurecloud.sdk.v2.model.Ticker;
import java.util.List;

final class OrganizationScenarios {
  private OrganizationScenarios() {}

  @Scenario
  static void an_organization_is_kept_as_it_was_sent(Sdk sdk) throws Exception {
    ExternalOrganization sent = new ExternalOrganization();
    sent.setName("Talleres " + Sdk.unique());
    sent.setIndustry("Machining");
    sent.setEmployeeCount(40L);
    sent.setRevenue(3_000_000_000L);
    sent.setTags(List.of("metal", "north"));
    sent.setWebsites(List.of("https://talleres.example"));
    Ticker ticker = new Ticker();
    ticker.setSymbol("TALL");
    ticker.setExchange("BME");
    sent.setTickers(List.of(ticker));

    String id = sdk.api().postExternalcontactsOrganizations(sent).getId();
    ExternalOrganization kept = sdk.api().getExternalcontactsOrganization(id, null, false);

    equal(sent.getName(), kept.getName());
    equal("Machining", kept.getIndustry());
    equal(40L, kept.getEmployeeCount());
    equal(3_000_000_000L, kept.getRevenue());
    equal(List.of("metal", "north"), kept.getTags());
    equal("TALL", kept.getTickers().getFirst().getSymbol());
  }

  @Scenario
  static void an_organization_is_corrected_and_removed(Sdk sdk) throws Exception {
    ExternalOrganization organization = sdk.organization();
    organization.setIndustry("Printing");

    sdk.api().putExternalcontactsOrganization(organization.getId(), organization);
    equal(
        "Printing",
        sdk.api().getExternalcontactsOrganization(organization.getId(), null, false).getIndustry());

    sdk.api().deleteExternalcontactsOrganization(organization.getId());
    refused(
        404, () -> sdk.api().getExternalcontactsOrganization(organization.getId(), null, false));
  }

  @Scenario
  static void organizations_are_found_by_name(Sdk sdk) throws Exception {
    ExternalOrganization organization = sdk.organization();

    ExternalOrganizationListing found =
        sdk.api()
            .getExternalcontactsOrganizations(
                20, 1, organization.getName(), null, "name:asc", List.of("division"), false);

    equal(1, found.getEntities().size());
    equal(organization.getId(), found.getEntities().getFirst().getId());
  }

  @Scenario
  static void the_people_of_an_organization_are_listed(Sdk sdk) throws Exception {
    ExternalOrganization organization = sdk.organization();
    ExternalContact contact = new ExternalContact();
    contact.setFirstName("Ana");
    contact.setLastName(Sdk.unique());
    contact.setExternalOrganization(organization);
    String id = sdk.api().postExternalcontactsContacts(contact).getId();
    sdk.contact();

    ContactListing people =
        sdk.api()
            .getExternalcontactsOrganizationContacts(
                organization.getId(), 20, 1, null, "lastName:asc", List.of("division"));

    equal(1, people.getEntities().size());
    equal(id, people.getEntities().getFirst().getId());
  }

  @Scenario(
      needs = {
        "putExternalcontactsOrganizationTrustorTrustorId",
        "deleteExternalcontactsOrganizationTrustor"
      })
  static void an_organization_is_linked_to_a_trustor_and_unlinked(Sdk sdk) throws Exception {
    ExternalOrganization organization = sdk.organization();
    String trustor = java.util.UUID.randomUUID().toString();

    equal(
        trustor,
        sdk.api()
            .putExternalcontactsOrganizationTrustorTrustorId(organization.getId(), trustor)
            .getTrustorOrgId());
    sdk.api().deleteExternalcontactsOrganizationTrustor(organization.getId());

    holds(
        sdk.api().getExternalcontactsOrganization(organization.getId(), null, true).getTrustor()
            == null,
        "still linked");
  }
}
