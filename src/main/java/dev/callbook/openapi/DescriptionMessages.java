package dev.callbook.openapi;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/// The words of the API's description, `messages/openapi_<language>.properties`.
@MessageBundle("openapi")
interface DescriptionMessages {
  @Message
  String title();

  @Message
  String version(String number);

  @Message
  String forPrograms();

  @Message
  String shapes();

  @Message
  String permission();

  @Message
  String noPermission();

  @Message
  String name();

  @Message
  String where();

  @Message
  String type();

  @Message
  String required();

  @Message
  String body();

  @Message
  String answer();

  @Message
  String nothing();
}
