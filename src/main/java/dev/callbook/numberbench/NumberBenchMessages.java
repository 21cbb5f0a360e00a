package dev.callbook.numberbench;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/// The words of the number bench. The texts are in `messages/numberbench_<language>.properties`.
@MessageBundle("numberbench")
interface NumberBenchMessages {
  @Message
  String numberBench();

  @Message
  String oneNumber();

  @Message
  String benchWords();

  @Message
  String number();

  @Message
  String source();

  @Message
  String noSourceYet();

  @Message
  String agent();

  @Message
  String yourself();

  @Message
  String hidden();

  @Message
  String attempt();

  @Message
  String rules();

  @Message
  String rulesWords();

  @Message
  String region();

  @Message
  String outsideLine();

  @Message
  String international();

  @Message
  String national();

  @Message
  String prefixHint();

  @Message
  String withoutPlus();

  @Message
  String saveRules();

  @Message
  String notSaved();

  @Message
  String rulesSaved();

  @Message
  String steps();

  @Message
  String tried();

  @Message
  String text();

  @Message
  String became();

  @Message
  String counts();

  @Message
  String passedOver();

  @Message
  String lookedUpBy();

  @Message
  String aliasWords();

  @Message
  String whoMatches();

  @Message
  String known();

  @Message
  String several();

  @Message
  String nobody();

  @Message
  String notLookedUp();

  @Message
  String unreadable();

  @Message
  String outOfSight();

  @Message
  String pickedBefore();

  @Message
  String tierExact();

  @Message
  String tierAlias();

  @Message
  String tierWithoutExtension();

  @Message
  String tierInternal();

  @Message
  String tierEmail();

  @Message
  String tierHandle();

  @Message
  String readIn(long micros);

  @Message
  String foundIn(long micros);

  @Message
  String stepHidden();

  @Message
  String stepWithheldWord();

  @Message
  String stepUri(String scheme);

  @Message
  String stepLetters();

  @Message
  String stepAsSent();

  @Message
  String ruleOutsideLine();

  @Message
  String ruleInternational();

  @Message
  String ruleNational();

  @Message
  String ruleWithoutPlus();

  @Message
  String becameNothing();

  @Message
  String becameAddress();

  @Message
  String becameShort(String digits);

  @Message
  String withExtension(String digits);

  @Message
  String readWithheld();

  @Message
  String readUnreadable();

  @Message
  String keep();

  @Message
  String numberKept();

  @Message
  String kept();

  @Message
  String keptWords();

  @Message
  String noneKept();

  @Message
  String expected();

  @Message
  String now();

  @Message
  String holds();

  @Message
  String differs();

  @Message
  String brokenWords(int count);

  @Message
  String forget(String number);

  @Message
  String numberNeeded();

  @Message
  String numberTooLong();

  @Message
  String regionUnknown();

  @Message
  String digitsOnly();
}
