package dev.callbook.workspace;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/// The words of the workspace. The texts are in `messages/workspace_<language>.properties`.
@MessageBundle("workspace")
public interface WorkspaceMessages {
  @Message
  String title();

  @Message
  String interactions();

  @Message
  String live();

  @Message
  String waiting();

  @Message
  String wrapUpList();

  @Message
  String liveFor();

  @Message
  String waitingFor();

  @Message
  String endedFor();

  @Message
  String nobodyTitle();

  @Message
  String nobodyWords();

  @Message
  String currentCall();

  @Message
  String ringing();

  @Message
  String onCall();

  @Message
  String ended();

  @Message
  String missed();

  @Message
  String to(String queue);

  @Message
  String verified();

  @Message
  String withheld();

  @Message
  String share(int count);

  @Message
  String notInDirectory();

  @Message
  String tell();

  @Message
  String finish();

  @Message
  String wrapUp();

  @Message
  String wrapUpHint();

  @Message
  String exact();

  @Message
  String alias();

  @Message
  String withoutExtension();

  @Message
  String internal();

  @Message
  String byEmail();

  @Message
  String byHandle();

  @Message
  String byHand();

  @Message
  String workLabel();

  @Message
  String cellLabel();

  @Message
  String homeLabel();

  @Message
  String otherLabel();

  @Message
  String noSurveys();

  @Message
  String externalRecord();

  @Message
  String numbers();

  @Message
  String thisCall();

  @Message
  String handles();

  @Message
  String notes();

  @Message
  String noNotes();

  @Message
  String anotherPerson();

  @Message
  String whoIsCalling();

  @Message
  String severalWords(int count);

  @Message
  String oneWords();

  @Message
  String rememberChoice();

  @Message
  String pickedBefore();

  @Message
  String toMove();

  @Message
  String toChoose();

  @Message
  String unknownTitle();

  @Message
  String unknownWords();

  @Message
  String attachTitle();

  @Message
  String searchContacts();

  @Message
  String searchHint();

  @Message
  String keepNumber();

  @Message
  String attach();

  @Message
  String nobodyFound();

  @Message
  String createTitle();

  @Message
  String firstName();

  @Message
  String lastName();

  @Message
  String division();

  @Message
  String create();

  @Message
  String divisionStays();

  @Message
  String withheldTitle();

  @Message
  String withheldWords();

  @Message
  String withheldNote();

  @Message
  String outOfSightTitle();

  @Message
  String outOfSightWords();

  @Message
  String history();

  @Message
  String fromNumber();

  @Message
  String noHistory();

  @Message
  String noHistoryWords();

  @Message
  String inbound();

  @Message
  String outbound();

  @Message
  String missedCall();

  @Message
  String minutes(long count);

  @Message
  String now();

  @Message
  String note();

  @Message
  String writeNote();

  @Message
  String addNote();
}
