package dev.callbook.csvimport;

import dev.callbook.csvimport.reading.ImportField;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/// The words of imports; the texts are in `messages/imports_<language>.properties`.
@MessageBundle("imports")
public interface ImportMessages {
  @Message
  String importTitle();

  @Message
  String imports();

  @Message
  String chooseFile();

  @Message
  String chooseFileWords(String size);

  @Message
  String file();

  @Message
  String upload();

  @Message
  String earlier();

  @Message
  String noneYet();

  @Message
  String noneYetWords();

  @Message
  String state();

  @Message
  String rows();

  @Message
  String newOnes();

  @Message
  String changedOnes();

  @Message
  String sameOnes();

  @Message
  String rejectedOnes();

  @Message
  String ambiguousOnes();

  @Message
  String when();

  @Message
  String by();

  @Message
  String uploaded();

  @Message
  String checking();

  @Message
  String checked();

  @Message
  String running();

  @Message
  String done();

  @Message
  String failed();

  @Message
  String cancelled();

  @Message
  String stepFile();

  @Message
  String stepColumns();

  @Message
  String stepDryRun();

  @Message
  String stepRun();

  @Message
  String stepReport();

  @Message
  String steps();

  @Message
  String stepDone();

  @Message
  String whatColumnsAre();

  @Message
  String columnInFile();

  @Message
  String samples();

  @Message
  String becomes();

  @Message
  String becomesOf(String name);

  @Message
  String smsWords();

  @Message
  String rules();

  @Message
  String division();

  @Message
  String divisionWords();

  @Message
  String sourceOf();

  @Message
  String sourceWords();

  @Message
  String matchAlso();

  @Message
  String matchEmail();

  @Message
  String matchPhone();

  @Message
  String matchWords();

  @Message
  String startDryRun();

  @Message
  String dryRunTitle(String name);

  @Message
  String readyTitle();

  @Message
  String runningTitle(String division);

  @Message
  String doneTitle();

  @Message
  String failedTitle();

  @Message
  String cancelledTitle();

  @Message
  String pausedTitle();

  @Message
  String startImport(String rows);

  @Message
  String backToRules();

  @Message
  String cancelImport();

  @Message
  String cancelWords();

  @Message
  String goOn();

  @Message
  String undoIt();

  @Message
  String showUndo();

  @Message
  String undoing();

  @Message
  String undone();

  @Message
  String undoFailed();

  @Message
  String beingUndone();

  @Message
  String wasUndone();

  @Message
  String paused();

  @Message
  String pause();

  @Message
  String resume();

  @Message
  String pausedWords();

  @Message
  String pausedDryRunWords();

  @Message
  String progress();

  @Message
  String whatItWouldDo();

  @Message
  String whatItDid();

  @Message
  String rowsRead();

  @Message
  String intoDivision(String division);

  @Message
  String leftAlone();

  @Message
  String listedBelow();

  @Message
  String fitsSeveral();

  @Message
  String matchedStored();

  @Message
  String rowsOf(String done, String total);

  @Message
  String percentOfFile(int percent);

  @Message
  String perSecond(String rate);

  @Message
  String timeLeft(String seconds);

  @Message
  String mayLeave();

  @Message
  String rejectedRows();

  @Message
  String firstOf(String shown);

  @Message
  String downloadRejected(String rows);

  @Message
  String line();

  @Message
  String column();

  @Message
  String wholeRow();

  @Message
  String why();

  @Message
  String nothingRejected();

  @Message
  String again();

  @Message
  String cancelledToast();

  @Message
  String showContacts();

  @Message
  String phaseStart();

  @Message
  String waitingForAnother();

  @Message
  String phaseReading();

  @Message
  String phaseMatching();

  @Message
  String phaseComparing();

  @Message
  String phaseOrganizations();

  @Message
  String phaseMerging();

  @Message
  String phaseChanging();

  @Message
  String phaseAdding();

  @Message
  String chooseFirst();

  @Message
  String sheet();

  @Message
  String savedSettings();

  @Message
  String noSavedSettings();

  @Message
  String showColumns();

  @Message
  String sheetWords();

  @Message
  String looksHeadless();

  @Message
  String shape();

  @Message
  String shapeOf(String name);

  @Message
  String otherwise();

  @Message
  String values();

  @Message
  String valuesWords();

  @Message
  String dates();

  @Message
  String datesTell();

  @Message
  String joins();

  @Message
  String joinsNone();

  @Message
  String region();

  @Message
  String regionWords();

  @Message
  String keepAs();

  @Message
  String keepAsWords();

  /// In which order dates are written.
  @Message
  String dateOrder(DateOrder order);

  /// What stands between joined columns.
  @Message
  String joint(Joint joint);

  @Message
  String sampleTitle();

  @Message
  String sampleWords();

  @Message
  String readSample();

  @Message
  String wouldChange();

  @Message
  String wouldAdd();

  @Message
  String mayNotLook();

  @Message
  String nothingToLookAt();

  @Message
  String becomesOne();

  @Message
  String asForeseen();

  @Message
  String otherwiseThanForeseen();

  @Message
  String fewerAdded(String rows);

  @Message
  String moreAdded(String rows);

  @Message
  String othersChanged(String changed, String kept);

  @Message
  String lateRejected(String rows);

  @Message
  String linesOf(String lines);

  @Message
  String foreseen(String rows);

  @Message
  String leaveOut();

  @Message
  String kindOf();

  @Message
  String kindWords();

  @Message
  String contactFields();

  @Message
  String organizationFields();

  @Message
  String noOrganizations();

  @Message
  String rulesOfOrganizations();

  @Message
  String divisionWordsOfOrganizations();

  @Message
  String winsOfOrganizations();

  @Message
  String winsWordsOfOrganizations();

  @Message
  String matchOrganizationsAlso();

  @Message
  String matchWebsite();

  @Message
  String matchWordsOfOrganizations();

  @Message
  String ifSeveral();

  @Message
  String ifSeveralOrganizations();

  @Message
  String showOrganizations();

  @Message
  String organizationsNamed();

  @Message
  String fitsSeveralOrganizations();

  @Message
  String organizationsWords();

  @Message
  String ifSeveralWords();

  /// What the rows of a file are.
  @Message
  String kind(ImportKind kind);

  /// What becomes of a row that fits several.
  @Message
  String several(SeveralMatches several);

  @Message
  String divisionsOfRows();

  @Message
  String rejectedColumn();

  @Message
  String numbers();

  @Message
  String numbersTell();

  @Message
  String timeZone();

  @Message
  String timeZoneWords();

  /// How numbers are written.
  @Message
  String numberStyle(NumberStyle style);

  @Message
  String wins();

  @Message
  String winsOf(String name);

  @Message
  String winsOfOrganization(String name);

  @Message
  String winsWords();

  /// Which value counts where a contact has one.
  @Message
  String winner(Winner winner);

  /// What a column can become.
  @Message
  String field(ImportField field);
}
