package dev.callbook.contact;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/// The words of the pages of this feature. The texts are in
/// `messages/contact_<language>.properties`.
@MessageBundle("contact")
interface ContactMessages {
  @Message
  public String nobodyYet();

  @Message
  String nobodyYetWords();

  @Message
  String importAList();

  @Message
  String importAListWords();

  @Message
  String chooseAFile();

  @Message
  String addByHand();

  @Message
  String addByHandWords();

  @Message
  String addAContact();

  @Message
  String planDivisions();

  @Message
  String searchHint();

  @Message
  String onlyThoseOf();

  @Message
  String noMatch(String query);

  @Message
  String noneHere();

  @Message
  String tryLess();

  @Message
  String phones();

  @Message
  String phone();

  @Message
  String noOrganization();

  @Message
  String noNumber();

  @Message
  String morePhones(int count);

  @Message
  String divisionStays();

  @Message
  String smsOnFor(int on, int total);

  @Message
  String noSurveys();

  @Message
  String deleteContact();

  @Message
  String deleteTitle(String name);

  @Message
  String deleteWords(int count);

  @Message
  String phoneNumbers();

  @Message
  String addNumber();

  @Message
  String noNumberWords();

  @Message
  String noEmail();

  @Message
  String handles();

  @Message
  String noHandle();

  @Message
  String recentActivity();

  @Message
  String newContact();

  @Message
  String editContact(String name);

  @Message
  String saveContact();

  @Message
  String person();

  @Message
  String firstName();

  @Message
  String lastName();

  @Message
  String middleName();

  @Message
  String salutation();

  @Message
  String jobTitle();

  @Message
  String smsStaysOff();

  @Message
  String label();

  @Message
  String number();

  @Message
  String extension();

  @Message
  String textMessages();

  @Message
  String labelOfNumber();

  @Message
  String thisNumber();

  @Message
  String removeNumber();

  @Message
  String addEmail();

  @Message
  String labelOfEmail();

  @Message
  String removeEmail();

  @Message
  String whereItBelongs();

  @Message
  String divisionFixed();

  @Message
  String externalSystemLink();

  @Message
  String externalSystemHint();

  @Message
  String surveys();

  @Message
  String sendNoSurveys();

  @Message
  String sendNoSurveysWords();

  @Message
  String nobodyOfThem();

  @Message
  String profile();

  @Message
  String interactions();

  @Message
  String lastInteractions();

  @Message
  String notes();

  @Message
  String history();

  @Message
  String labelWork();

  @Message
  String labelCell();

  @Message
  String labelHome();

  @Message
  String labelPersonal();

  @Message
  String labelOther();

  @Message
  String whyName();

  @Message
  String whySimilar();

  @Message
  String whyOrganization();

  @Message
  String whyEmail();

  @Message
  String whyHandle();

  @Message
  String whyExternalId();

  @Message
  String whyCustomField();

  @Message
  String whyNumber();

  @Message
  String contactsCount(int count);

  @Message
  String moreThan(int count);

  @Message
  String bestMatches(int count);

  @Message
  String contactCreated();

  @Message
  String contactSaved();

  @Message
  String contactDeleted();

  @Message
  String fieldsChanged(int count);

  @Message
  String byImport(String name);

  @Message
  String byApi(String name);

  @Message
  String byCall(String name);

  @Message
  String withSms();

  @Message
  String emails();

  @Message
  String address();

  @Message
  String organization();

  @Message
  String externalIds();

  @Message
  String identifiers();

  @Message
  String yes();

  @Message
  String no();

  @Message
  String internalNumber();

  @Message
  String international();

  @Message
  String kindMobile();

  @Message
  String kindFixedLine();

  @Message
  String kindTollFree();

  @Message
  String kindPremiumRate();

  @Message
  String firstNameNeeded();

  @Message
  String lastNameNeeded();

  @Message
  String organizationGone();

  @Message
  String surveysAllowed();

  @Message
  String mergedFrom(int count);

  @Message
  String mergedAway();

  @Message
  String mergeUndone();

  @Message
  String inMergedContact(String what);

  @Message
  String kindOfRecord();

  @Message
  String mergedWords();

  @Message
  String undoMerge();

  @Message
  String undoMergeTitle(String name);

  @Message
  String undoMergeWords(int count);

  @Message
  String undoMergeEdited();

  @Message
  String smsShort();

  @Message
  String smsOnSome();

  @Message
  String smsOnNone();

  @Message
  String hasEmail();

  @Message
  String hasNumber();

  @Message
  String typeEphemeral();

  @Message
  String typeIdentified();

  @Message
  String typeCurated();

  @Message
  String filtersInSearch();

  @Message
  String merge();

  @Message
  String optOut();

  @Message
  String switchSmsOff();

  @Message
  String recreatedHere();

  @Message
  String recreatedElsewhere();

  @Message
  String recreate();

  @Message
  String recreateSelected();
}
