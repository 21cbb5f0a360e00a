package dev.callbook.export;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/// The words of the pages of exports. The texts are in `messages/exports_<language>.properties`.
@MessageBundle("exports")
interface ExportMessages {
  @Message
  String title();

  @Message
  String newExport();

  @Message
  String noneYet();

  @Message
  String noneYetWords();

  @Message
  String what();

  @Message
  String format();

  @Message
  String state();

  @Message
  String records();

  @Message
  String when();

  @Message
  String by();

  @Message
  String keptWords();

  @Message
  String notes();

  @Message
  String relationships();

  @Message
  String running();

  @Message
  String ready();

  @Message
  String failed();

  @Message
  String whom();

  @Message
  String pickedOnes(int count);

  @Message
  String filteredOnes();

  @Message
  String showList();

  @Message
  String allOfThem();

  @Message
  String divisions();

  @Message
  String csvWords();

  @Message
  String xlsxWords();

  @Message
  String jsonWords();

  @Message
  String columns(int count);

  @Message
  String start();

  @Message
  String recordsSoFar(long count);

  @Message
  String perSecond(String rate);

  @Message
  String mayLeave();

  @Message
  String download();

  @Message
  String expires();

  @Message
  String checkedAgain();

  @Message
  String tooManyRunning();
}
