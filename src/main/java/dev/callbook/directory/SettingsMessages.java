package dev.callbook.directory;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/// The words of the organization's settings. The texts are in
/// `messages/settings_<language>.properties`.
@MessageBundle("settings")
public interface SettingsMessages {
  @Message
  String settings();

  @Message
  String organization();

  @Message
  String organizationWords();

  @Message
  String nameNeeded();

  @Message
  String region();

  @Message
  String regionHint();

  @Message
  String idle();

  @Message
  String idleHint();

  @Message
  String idleNeeded();

  @Message
  String never();

  @Message
  String minutes(int count);

  @Message
  String hours(int count);

  @Message
  String overtaken();

  @Message
  String directory();

  @Message
  String divisionOfNew();

  @Message
  String firstDivision();

  @Message
  String firstDivisionWords();

  @Message
  String picked();

  @Message
  String pickedWords();

  @Message
  String readOnly();

  @Message
  String saved();
}
