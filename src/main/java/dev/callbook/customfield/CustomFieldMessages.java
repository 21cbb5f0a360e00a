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
}
