package dev.callbook.sdk;

import static dev.callbook.sdk.Sdk.equal;
import static dev.callbook.sdk.Sdk.refused;

import com.mypurecloud.sdk.v2.model.ContactIdentifier;
import com.mypurecloud.sdk.v2.model.ExternalContact;
import com.mypurecloud.sdk.v2.model.PhoneNumber;
import java.util.List;

final class LookupScenarios {
  private LookupScenarios() {}

  @Scenario
  static void a_caller_is_found_by_number_and_by_address(Sdk sdk) throws Exception {
    ExternalContact caller = caller("+34 911 23 45 67");
    caller.setWorkEmail("caller@callers.example");
    String id = sdk.api().postExternalcontactsContacts(caller).getId();

    for (String held : List.of("+34911234567", "caller@callers.example")) {
      List<ExternalContact> found =
          sdk.api()
              .getExternalcontactsReversewhitepageslookup(
                  held, List.of("contacts.externalOrganization", "division"))
              .getContacts();
      equal(1, found.size());
      equal(id, found.getFirst().getId());
    }
    equal(
        List.of(),
        sdk.api()
            .getExternalcontactsReversewhitepageslookup("+34911234568", List.of())
            .getContacts());
  }

  @Scenario
  static void a_contact_is_identified_by_a_number(Sdk sdk) throws Exception {
    String id = sdk.api().postExternalcontactsContacts(caller("+34 912 23 45 67")).getId();

    equal(id, sdk.api().postExternalcontactsIdentifierlookup(phone("+34912234567")).getId());
    refused(404, () -> sdk.api().postExternalcontactsIdentifierlookup(phone("+34912234568")));
  }

  static ContactIdentifier phone(String number) {
    ContactIdentifier identifier = new ContactIdentifier();
    identifier.setType(ContactIdentifier.TypeEnum.PHONE);
    identifier.setValue(number);
    return identifier;
  }

  static ExternalContact caller(String number) {
    ExternalContact caller = new ExternalContact();
    caller.setFirstName("Ana");
    caller.setLastName(Sdk.unique());
    PhoneNumber phone = new PhoneNumber();
    phone.setDisplay(number);
    caller.setWorkPhone(phone);
    return caller;
  }
}
