package dev.callbook.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/// What pages say of each [dev.callbook.wire.Problem]. The texts are in
/// `messages/refusal_<language>.properties`.
@MessageBundle("refusal")
interface RefusalMessages {
  @Message
  String missing();

  @Message
  String tooLong(int most, int sent);

  @Message
  String tooMany(int most);

  @Message
  String noEmailAddress();

  @Message
  String noWebAddress();

  @Message
  String noDigits();

  @Message
  String noCountry();

  @Message
  String noScreenName();

  @Message
  String noCount();

  @Message
  String outOfRange(int least, int most);

  @Message
  String unknown();

  @Message
  String notYours();

  @Message
  String fixed();

  @Message
  String taken();

  @Message
  String notRegistered();

  @Message
  String impossible();

  @Message
  String unreadable();

  @Message
  String tooShort(int least);

  @Message
  String tooFew(int least);

  @Message
  String repeated();

  @Message
  String noOption();

  @Message
  String disabled();

  @Message
  String noDate();

  @Message
  String noTime();

  @Message
  String noSuchNumber();

  @Message
  String superseded();
}
