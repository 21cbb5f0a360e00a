package dev.callbook.note;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/// The words of the pages of this feature. The texts are in `messages/note_<language>.properties`.
@MessageBundle("note")
interface NoteMessages {
  @Message
  String notes();

  @Message
  String addNote();

  @Message
  String saveNote();

  @Message
  String deleteNote();

  @Message
  String noneYet();

  @Message
  String saved();

  @Message
  String deleted();

  @Message
  String someoneGone();

  @Message
  String textNeeded();

  @Message
  String textTooLong();
}
