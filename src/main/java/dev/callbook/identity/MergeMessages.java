package dev.callbook.identity;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/// What pages say of merges. The texts are in `messages/merge_<language>.properties`.
@MessageBundle("merge")
interface MergeMessages {
  @Message
  String contactsAreBack(int count);

  @Message
  String title();

  @Message
  String nothingToMerge();

  @Message
  String nothingToMergeWords();

  @Message
  String sideBySide();

  @Message
  String sideBySideWords();

  @Message
  String sideBySideScrolls();

  @Message
  String takeFrom(String field, String name);

  @Message
  String result();

  @Message
  String showResult();

  @Message
  String mergeCount(int count);

  @Message
  String merged(int count);

  @Message
  String whatHappens(int count);

  @Message
  String overtaken(String who, String name);

  @Message
  String severalDivisions();

  @Message
  String cannotBeMerged(int most);

  @Message
  String tooMuchTogether();

  @Message
  String salutation();

  @Message
  String firstName();

  @Message
  String middleName();

  @Message
  String lastName();

  @Message
  String jobTitle();

  @Message
  String hiddenOrganization();

  @Message
  String phones();

  @Message
  String phonesUnited();

  @Message
  String united();

  @Message
  String externalSystem();

  @Message
  String surveys();

  @Message
  String surveysInherited();

  @Message
  String noSurveys();

  @Message
  String customOfOne();

  @Message
  String withSms();

  @Message
  String withoutSms();

  @Message
  String recreated();

  @Message
  String recreateTitle(String name);

  @Message
  String recreateWords();

  @Message
  String recreateId();

  @Message
  String recreateDivision();

  @Message
  String recreateNow();

  @Message
  String recreateMerged();

  @Message
  String recreateNowhere();

  @Message
  String recreateOvertaken();
}
