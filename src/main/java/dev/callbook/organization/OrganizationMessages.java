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
  String searchEverywhere();

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
  String deleteOrganization();

  @Message
  String deleteTitle(String name);

  @Message
  String deleteWords();

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
}
