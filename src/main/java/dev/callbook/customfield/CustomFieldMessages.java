package dev.callbook.customfield;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/// The words of custom fields. The texts are in `messages/customfield_<language>.properties`.
@MessageBundle("customfield")
interface CustomFieldMessages {
  @Message
  String fieldsOf();

  @Message
  String fieldsOfHint();

  @Message
  String showFields();

  @Message
  String outOfUse();

  @Message
  String choose();

  @Message
  String noChoice();

  @Message
  String retiredOption(String title);

  @Message
  String hintLength(int least, int most);

  @Message
  String hintTags(int least, int most);

  @Message
  String hintTagLength(int least, int most);

  @Message
  String hintNumber(boolean whole, String least, String most);

  @Message
  String hintUtc();

  @Message
  String typeText();

  @Message
  String typeLongText();

  @Message
  String typeUrl();

  @Message
  String typeIdentifier();

  @Message
  String typeList();

  @Message
  String typeTags();

  @Message
  String typeInteger();

  @Message
  String typeNumber();

  @Message
  String typeDate();

  @Message
  String typeDateTime();

  @Message
  String typeCheckbox();

  @Message
  String schemas();

  @Message
  String schemasWords();

  @Message
  String schemaName();

  @Message
  String newSchema();

  @Message
  String addSchema();

  @Message
  String schemaAdded();

  @Message
  String noSchema();

  @Message
  String noSchemaWords();

  @Message
  String isFirst();

  @Message
  String isOffered();

  @Message
  String isNotOffered();

  @Message
  String makeFirst();

  @Message
  String offer();

  @Message
  String stopOffering();

  @Message
  String nowFirst();

  @Message
  String nowOffered();

  @Message
  String noLongerOffered();

  @Message
  String versions();

  @Message
  String versionsOf(String name);

  @Message
  String versionNumber(int number);

  @Message
  String becameFirst();

  @Message
  String schemaDeleted();

  @Message
  String publish(int number);

  @Message
  String published(int number);

  @Message
  String nothingToPublish();

  @Message
  String notPublished(int number);

  @Message
  String noChanges();

  @Message
  String counting();

  @Message
  String notCountedInTime();

  @Message
  String about(String number);

  @Message
  String effectRetired(String title, String held);

  @Message
  String effectRestored(String title, String held);

  @Message
  String effectRequired(String title, String missing);

  @Message
  String effectUnfit(String title, String unfit, String held);

  @Message
  String recordsWithValue();

  @Message
  String overtaken(int version, String who);

  @Message
  String overtakenBoth(String titles);

  @Message
  String fields();

  @Message
  String fieldsUsed(int count, int most, int retired);

  @Message
  String noFields();

  @Message
  String addFieldOf();

  @Message
  String addField();

  @Message
  String newField();

  @Message
  String newFieldOf(String type);

  @Message
  String isNew();

  @Message
  String moveUp(String title, int place);

  @Message
  String moveDown(String title, int place);

  @Message
  String editField(String title);

  @Message
  String done();

  @Message
  String dropField();

  @Message
  String retireField();

  @Message
  String restoreField();

  @Message
  String keyIs();

  @Message
  String fieldName();

  @Message
  String hintUnder();

  @Message
  String requiredField();

  @Message
  String searchable();

  @Message
  String state();

  @Message
  String retired();

  @Message
  String inUse();

  @Message
  String shortest();

  @Message
  String longest();

  @Message
  String shortestTag();

  @Message
  String longestTag();

  @Message
  String fewestTags();

  @Message
  String mostTags();

  @Message
  String noTagTwice();

  @Message
  String smallest();

  @Message
  String largest();

  @Message
  String atMost(int most);

  @Message
  String options();

  @Message
  String optionTitle(String value);

  @Message
  String newOptions();

  @Message
  String newOptionsHint();

  @Message
  String order();

  @Message
  String forNewRecords();

  @Message
  String aspectOf(String title, String aspect);

  @Message
  String preview();

  @Message
  String nameTheField();

  @Message
  String nameTheSchema();

  @Message
  String schemaNameTaken();

  @Message
  String schemaIsDeleted();

  @Message
  String optionsWrong(int most);

  @Message
  String leastAboveMost();

  @Message
  String tooManyFields(int most);

  @Message
  String tooManyInAll(int most);

  @Message
  String tooManySchemas(int most);
}
