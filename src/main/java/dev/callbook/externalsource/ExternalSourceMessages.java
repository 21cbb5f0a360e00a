package dev.callbook.externalsource;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/// The words of external sources. The texts are in `messages/externalsource_<language>.properties`.
@MessageBundle("externalsource")
public interface ExternalSourceMessages {
  @Message
  String sources();

  @Message
  String sourcesWords();

  @Message
  String source();

  @Message
  String find();

  @Message
  String noMatch(String beginning);

  @Message
  String noneYet();

  @Message
  String noneYetWords();

  @Message
  String add();

  @Message
  String link();

  @Message
  String linkHint(String gap);

  @Message
  String linkNeeded(String gap);

  @Message
  String noLink();

  @Message
  String state();

  @Message
  String inUse();

  @Message
  String notInUse();

  @Message
  String inUseWords();

  @Message
  String example();

  @Message
  String overtaken(String name, String link);

  @Message
  String uses();

  @Message
  String counting();

  @Message
  String usesWords();

  @Message
  String moreThan(String count);

  @Message
  String delete();

  @Message
  String deleteWords();

  @Message
  String keep();

  @Message
  String added();

  @Message
  String saved();

  @Message
  String removed();
}
