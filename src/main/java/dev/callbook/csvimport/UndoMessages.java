package dev.callbook.csvimport;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/// The words of undos of imports. The texts are in `messages/undo_<language>.properties`.
@MessageBundle("undo")
interface UndoMessages {
  @Message
  String undo();

  @Message
  String askTitle();

  @Message
  String askWords();

  @Message
  String askStays();

  @Message
  String askOnce();

  @Message
  String askNow();

  @Message
  String underWay();

  @Message
  String nothingWritten();

  @Message
  String forgotten(int days);

  @Message
  String noRights();

  @Message
  String countingTitle();

  @Message
  String readyTitle();

  @Message
  String nothingTitle();

  @Message
  String runningTitle();

  @Message
  String pausedTitle();

  @Message
  String doneTitle();

  @Message
  String failedTitle();

  @Message
  String nothingWords();

  @Message
  String onceWords();

  @Message
  String doIt();

  @Message
  String confirmTitle();

  @Message
  String confirmWords(String removed, String restored);

  @Message
  String keep();

  @Message
  String leave();

  @Message
  String pause();

  @Message
  String resume();

  @Message
  String again();

  @Message
  String showContacts();

  @Message
  String doneWords(String by);

  @Message
  String paused();

  @Message
  String pausedWords();

  @Message
  String waiting();

  @Message
  String mayLeave();

  @Message
  String progress();

  @Message
  String stageMerges();

  @Message
  String stageContacts();

  @Message
  String stageOrganizations();

  @Message
  String stageWords();

  @Message
  String recordsOf(String done, String total);

  @Message
  String perSecond(String rate);

  @Message
  String timeLeft(String seconds);

  @Message
  String wouldDo();

  @Message
  String did();

  @Message
  String removed();

  @Message
  String restored();

  @Message
  String partly();

  @Message
  String stays();

  @Message
  String gone();

  @Message
  String parted();

  @Message
  String organizationsRemoved();

  @Message
  String organizationsRestored();

  @Message
  String organizationsPartly();

  @Message
  String organizationsKept();

  @Message
  String removedHint();

  @Message
  String restoredHint();

  @Message
  String partlyHint();

  @Message
  String staysHint();

  @Message
  String goneHint();

  @Message
  String listTitle();

  @Message
  String listNothing();

  @Message
  String download(String rows);

  @Message
  String firstOf(String shown);

  @Message
  String record();

  @Message
  String outcomeOf();

  @Message
  String why();

  @Message
  String contact();

  @Message
  String organization();

  @Message
  String noName();

  @Message
  String notThere();

  @Message
  String fieldsStay(String fields);

  /// What is done to a record.
  @Message
  String outcome(UndoOutcome outcome);

  /// Why it is not as it was.
  @Message
  String reason(UndoReason reason);
}
