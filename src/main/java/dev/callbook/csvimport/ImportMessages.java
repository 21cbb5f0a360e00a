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

  /// What a column can become.
  @Message
  String field(ImportField field);
}
