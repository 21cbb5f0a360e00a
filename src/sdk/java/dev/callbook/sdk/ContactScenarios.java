package dev.callbook.sdk;

import static dev.callbook.sdk.Sdk.equal;
import static dev.callbook.sdk.Sdk.holds;
import static dev.callbook.sdk.Sdk.refused;

import com.mypurecloud.sdk.v2.model.ContactAddress;
import com.mypurecloud.sdk.v2.model.ContactListing;
import com.mypurecloud.sdk.v2.model.ConversationAssociation;
import com.mypurecloud.sdk.v2.model.ExternalContact;
import com.mypurecloud.sdk.v2.model.ExternalOrganization;
import com.mypurecloud.sdk.v2.model.PhoneNumber;
import java.util.List;
import java.util.UUID;

final class ContactScenarios {
  private ContactScenarios() {}

  @Scenario
  static void a_contact_is_kept_as_it_was_sent(Sdk sdk) throws Exception {
    ExternalOrganization employer = sdk.organization();
    ExternalContact sent = new ExternalContact();
    sent.setFirstName("Inés");
    sent.setLastName("Etxeberria");
    sent.setTitle("Buyer");
    sent.setWorkEmail("ines@etxeberria.example");
    sent.setSurveyOptOut(true);
    sent.setExternalSystemUrl("https://crm.example/7");
    sent.setExternalOrganization(employer);
    PhoneNumber phone = new PhoneNumber();
    phone.setDisplay("+34 944 23 45 67");
    phone.setAcceptsSMS(true);
    phone.setExtension(12L);
    sent.setWorkPhone(phone);
    ContactAddress address = new ContactAddress();
    address.setCity("Bilbao");
    sent.setAddress(address);

    String id = sdk.api().postExternalcontactsContacts(sent).getId();
    ExternalContact kept =
        sdk.api()
            .getExternalcontactsContact(
                id, List.of("externalOrganization", "identifiers", "division"));

    equal("Inés", kept.getFirstName());
    equal("Buyer", kept.getTitle());
    equal("ines@etxeberria.example", kept.getWorkEmail());
    equal(true, kept.getSurveyOptOut());
    equal("Bilbao", kept.getAddress().getCity());
    equal("+34944234567", kept.getWorkPhone().getE164());
    equal("ES", kept.getWorkPhone().getCountryCode());
    equal(12L, kept.getWorkPhone().getExtension());
    equal(employer.getName(), kept.getExternalOrganization().getName());
    equal("/api/v2/externalcontacts/contacts/" + id, kept.getSelfUri());
    equal(kept.getCreateDate(), kept.getModifyDate());
    holds(Math.abs(kept.getCreateDate().getTime() - System.currentTimeMillis()) < 600_000, "date");
  }

  @Scenario
  static void what_was_read_can_be_sent_back_changed(Sdk sdk) throws Exception {
    ExternalContact contact = sdk.contact();
    contact.setTitle("Owner");

    sdk.api().putExternalcontactsContact(contact.getId(), contact);

    ExternalContact kept = sdk.api().getExternalcontactsContact(contact.getId(), List.of());
    equal("Owner", kept.getTitle());
    equal(contact.getLastName(), kept.getLastName());
  }

  @Scenario
  static void a_removed_contact_is_not_found(Sdk sdk) throws Exception {
    String id = sdk.contact().getId();

    sdk.api().deleteExternalcontactsContact(id);

    refused(404, () -> sdk.api().getExternalcontactsContact(id, List.of()));
  }

  @Scenario
  static void contacts_are_found_by_name_and_read_in_pages(Sdk sdk) throws Exception {
    ExternalContact contact = sdk.contact();
    sdk.contact();

    ContactListing found =
        sdk.api()
            .getExternalcontactsContacts(
                10, 1, contact.getLastName(), "lastName:asc", List.of("division"));
    ContactListing all = sdk.api().getExternalcontactsContacts(1, 1, null, null, null);

    equal(1, found.getEntities().size());
    equal(contact.getId(), found.getEntities().getFirst().getId());
    equal(1, all.getEntities().size());
    holds(all.getTotal() >= 2, "total " + all.getTotal());
    holds(all.getNextUri().startsWith("/api/v2/externalcontacts/contacts?"), all.getNextUri());
  }

  @Scenario
  static void a_bad_request_is_refused_in_the_form_the_sdk_reads(Sdk sdk) throws Exception {
    refused(400, () -> sdk.api().getExternalcontactsContact("none", List.of()));
    refused(400, () -> sdk.api().getExternalcontactsContacts(0, 1, null, null, null));
  }

  @Scenario
  static void a_conversation_is_associated(Sdk sdk) throws Exception {
    ExternalContact contact = sdk.contact();
    String conversation = UUID.randomUUID().toString();
    ConversationAssociation association = new ConversationAssociation();
    association.setConversationId(conversation);
    association.setCommunicationId(UUID.randomUUID().toString());
    association.setExternalContactId(contact.getId());
    association.setMediaType(ConversationAssociation.MediaTypeEnum.CALL);

    sdk.api().putExternalcontactsConversation(conversation, association);

    association.setExternalContactId(UUID.randomUUID().toString());
    refused(404, () -> sdk.api().putExternalcontactsConversation(conversation, association));
  }
}
