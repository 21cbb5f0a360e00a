package dev.callbook.identity.duplicate;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/// What pages say of duplicates. The texts are in `messages/duplicate_<language>.properties`.
@MessageBundle("duplicate")
interface DuplicateMessages {
  @Message
  String title();

  @Message
  String lookAlike();

  @Message
  String notTheSame();

  @Message
  String lookedThrough();

  @Message
  String notLookedYet();

  @Message
  String looking();

  @Message
  String lookNow();

  @Message
  String sameNumber();

  @Message
  String sameEmail();

  @Message
  String nearName();

  @Message
  String compare();

  @Message
  String compareNamed(String one, String other);

  @Message
  String keepApart();

  @Message
  String keepApartNamed(String one, String other);

  @Message
  String together();

  @Message
  String togetherNamed(String one, String other);

  @Message
  String remembered();

  @Message
  String forgotten();

  @Message
  String none();

  @Message
  String noneWords();

  @Message
  String noneApart();

  @Message
  String noneApartWords();

  @Message
  String noneOfContact();

  @Message
  String pairs();

  @Message
  String all();
}
