package dev.callbook.interaction;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/// The words of the pages of this feature. The texts are in
/// `messages/interaction_<language>.properties`.
@MessageBundle("interaction")
interface InteractionMessages {
  @Message
  String interactions();

  @Message
  String lastInteractions();

  @Message
  String noneYet();

  @Message
  String noneYetWords();

  @Message
  String inboundCall();

  @Message
  String outboundCall();

  @Message
  String missedCall();

  @Message
  String unansweredCall();

  @Message
  String callback();

  @Message
  String received(String channel);

  @Message
  String sent(String channel);

  @Message
  String email();

  @Message
  String chat();

  @Message
  String live();

  @Message
  String when();

  @Message
  String what();

  @Message
  String length();

  @Message
  String agent();

  @Message
  String nobody();

  @Message
  String number();

  @Message
  String withheld();

  @Message
  String to(String dialled);

  @Message
  String why();

  @Message
  String byNumber();

  @Message
  String picked(String name);

  @Message
  String attached(String name);

  @Message
  String created(String name);

  @Message
  String outcome();

  @Message
  String someoneGone();
}
