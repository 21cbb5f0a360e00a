package dev.callbook.bulkaction;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/// The words of the pages of this feature. The texts are in `messages/bulk_<language>.properties`.
@MessageBundle("bulk")
interface BulkMessages {
  @Message
  String bulkActions();

  @Message
  String noneYet();

  @Message
  String noneYetWords();

  @Message
  String action();

  @Message
  String state();

  @Message
  String concerned();

  @Message
  String changedOnes();

  @Message
  String when();

  @Message
  String by();

  @Message
  String kindDelete();

  @Message
  String kindSurveys();

  @Message
  String kindSms();

  @Message
  String askDelete(long count);

  @Message
  String askSurveys(long count);

  @Message
  String askSms(long count);

  @Message
  String doDelete(long count);

  @Message
  String doSurveys(long count);

  @Message
  String doSms(long count);

  @Message
  String wordsDelete();

  @Message
  String wordsSurveys();

  @Message
  String wordsSms();

  @Message
  String countingTitle();

  @Message
  String nobodyTitle();

  @Message
  String runningTitle();

  @Message
  String undoingTitle();

  @Message
  String doneTitle();

  @Message
  String undoneTitle();

  @Message
  String cancelledTitle();

  @Message
  String failedTitle();

  @Message
  String progress();

  @Message
  String contactsOf(String done, String total);

  @Message
  String contactsSoFar(String done);

  @Message
  String perSecond(String rate);

  @Message
  String timeLeft(String seconds);

  @Message
  String mayLeave();

  @Message
  String selected();

  @Message
  String willChange();

  @Message
  String sameOnes();

  @Message
  String forbiddenOnes();

  @Message
  String forbiddenWords();

  @Message
  String mergedOnes();

  @Message
  String mergedWords();

  @Message
  String goneOnes();

  @Message
  String refusedOnes();

  @Message
  String undoneOnes();

  @Message
  String partlyOnes();

  @Message
  String partlyWords();

  @Message
  String keptOnes();

  @Message
  String keptWords();

  @Message
  String andMore(String count);

  @Message
  String undoIt();

  @Message
  String undoWords();

  @Message
  String backToList();

  @Message
  String nobodySelected();

  @Message
  String mergeSome(int most);

  @Message
  String nothingDone();

  @Message
  String noName();

  @Message
  String kindRecreate();

  @Message
  String askRecreate(long count, String division);

  @Message
  String doRecreate(long count);

  @Message
  String wordsRecreate();

  @Message
  String whichDivision();

  @Message
  String newDivision();

  @Message
  String countFirst();

  @Message
  String noSuchDivision();

  @Message
  String noDivision();

  @Message
  String mergedStay();

  @Message
  String keptThere();

  @Message
  String takenThere();

  @Message
  String selectPage();

  @Message
  String selectOne(String name);

  @Message
  String selection();

  @Message
  String selectedCount(String count);

  @Message
  String allOf(String count);

  @Message
  String deleteSelected();

  @Message
  String clearSelection();

  @Message
  String organizationActions();

  @Message
  String noOrganizationsYetWords();

  @Message
  String organizationsConcerned();

  @Message
  String kindDeleteOrganizations();

  @Message
  String askDeleteOrganizations(long count);

  @Message
  String doDeleteOrganizations(long count);

  @Message
  String wordsDeleteOrganizations();

  @Message
  String besideOnes();

  @Message
  String organizationsOf(String done, String total);

  @Message
  String organizationsSoFar(String done);

  @Message
  String runningOrganizations();

  @Message
  String partlyOrganizations();

  @Message
  String keptOrganizations();

  @Message
  String noneSelected();
}
