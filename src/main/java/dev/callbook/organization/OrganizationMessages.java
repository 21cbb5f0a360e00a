package dev.callbook.organization;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/// The words of the pages of this feature. The texts are in
/// `messages/organization_<language>.properties`.
@MessageBundle("organization")
interface OrganizationMessages {
  @Message
  public String noneYet();

  @Message
  String noneYetWords();

  @Message
  String addAnOrganization();

  @Message
  String searchOrganizations();

  @Message
  String searchHint();

  @Message
  String noMatch(String query);

  @Message
  String industry();

  @Message
  String mainNumber();

  @Message
  String faxNumber();

  @Message
  String employees();

  @Message
  String employeesCount(String count);

  @Message
  String websites();

  @Message
  String tags();

  @Message
  String ticker();

  @Message
  String oneALine();

  @Message
  String divisionStays();

  @Message
  String profile();

  @Message
  String peopleAndNotes();

  @Message
  String deleteTitle(String name);

  @Message
  String deleteOrganizationAsk();

  @Message
  String deletePeople(long count);

  @Message
  String deleteNotes();

  @Message
  String deleteOutdated();

  @Message
  String deleteNow(long count);

  @Message
  String newOrganization();

  @Message
  String editOrganization();

  @Message
  String saveOrganization();

  @Message
  String whereItBelongs();

  @Message
  String divisionFixed();

  @Message
  String externalSystemLink();

  @Message
  String notes();

  @Message
  String relationships();

  @Message
  String organizationsCount(int count);

  @Message
  String moreThan(int count);

  @Message
  String added();

  @Message
  String saved();

  @Message
  String deleted();

  @Message
  String created();

  @Message
  String fieldsChanged(int count);

  @Message
  String byImport(String name);

  @Message
  String byApi(String name);

  @Message
  String byInteraction(String name);

  @Message
  String someoneGone();

  @Message
  String companyType();

  @Message
  String revenue();

  @Message
  String trustor();

  @Message
  String customFields();

  @Message
  String nameNeeded();

  @Message
  String digitsNeeded();

  @Message
  String wholeNumberNeeded();

  @Message
  String webAddressNeeded();

  @Message
  String divisionNotYours();

  @Message
  String hasMainNumber();

  @Message
  String noMainNumber();

  @Message
  String website();

  @Message
  String place();

  @Message
  String noneHere();

  @Message
  String tryLess();

  @Message
  String filtersInSearch();
}
