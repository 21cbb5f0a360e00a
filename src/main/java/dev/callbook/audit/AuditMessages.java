package dev.callbook.audit;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/// The words of the audit log. The texts are in `messages/audit_<language>.properties`.
@MessageBundle("audit")
interface AuditMessages {
  @Message
  String filters();

  @Message
  String who();

  @Message
  String whoHint();

  @Message
  String severalPeople(int count);

  @Message
  String nobodyNamed();

  @Message
  String whatFilter();

  @Message
  String changeFilter();

  @Message
  String sourceFilter();

  @Message
  String record();

  @Message
  String recordHint();

  @Message
  String partOf();

  @Message
  String fromDay();

  @Message
  String toDay();

  @Message
  String anything();

  @Message
  String anyChange();

  @Message
  String anySource();

  @Message
  String show();

  @Message
  String whoMayDoWhat();

  @Message
  String exportLog();

  @Message
  String asCsv();

  @Message
  String asJsonLines();

  @Message
  String exportWords();

  @Message
  String entries();

  @Message
  String nothingFound();

  @Message
  String nothingFoundWords();

  @Message
  String nothingYet();

  @Message
  String nothingYetWords();

  @Message
  String lookFurther();

  @Message
  String showFields();

  @Message
  String noFields();

  @Message
  String fieldsHidden();

  @Message
  String fieldsForgotten();

  @Message
  String entriesOfRecord();

  @Message
  String retention();

  @Message
  String retentionWords(String days);

  @Message
  String retentionDays();

  @Message
  String retentionHint(int least, int most);

  @Message
  String retentionSaved();

  @Message
  String someoneGone();

  @Message
  String added();

  @Message
  String changed();

  @Message
  String deleted();

  @Message
  String merged();

  @Message
  String wasAdded(String kind);

  @Message
  String wasChanged(String kind);

  @Message
  String wasRemoved(String kind);

  @Message
  String rolesGiven();

  @Message
  String rolesTaken();

  @Message
  String onPages();

  @Message
  String byApi();

  @Message
  String byImport();

  @Message
  String duringCall();

  @Message
  String byItself();

  @Message
  String contact();

  @Message
  String organization();

  @Message
  String note();

  @Message
  String relationship();

  @Message
  String interaction();

  @Message
  String user();

  @Message
  String client();

  @Message
  String grant();

  @Message
  String role();

  @Message
  String division();

  @Message
  String consent();

  @Message
  String source();

  @Message
  String export();

  @Message
  String importSettings();

  @Message
  String externalSource();

  @Message
  String schema();

  @Message
  String duplicate();

  @Message
  String setting();

  @Message
  String active();

  @Message
  String description();

  @Message
  String permissions();

  @Message
  String rolesAndDivisions();

  @Message
  String actsAs();

  @Message
  String secret();

  @Message
  String tokenSeconds();

  @Message
  String redirectAddresses();

  @Message
  String scopes();

  @Message
  String writtenAbout();

  @Message
  String region();

  @Message
  String outsideLine();

  @Message
  String international();

  @Message
  String national();

  @Message
  String withoutPlus();

  @Message
  String keptNumber();

  @Message
  String readAs();

  @Message
  String device(String number);

  @Message
  String divisions();

  @Message
  String conditions();

  @Message
  String format();

  @Message
  String order();

  @Message
  String document();

  @Message
  String appliesTo();

  @Message
  String link();

  @Message
  String columns();

  @Message
  String picksContactDivision();

  @Message
  String picksInteractionDivision();

  @Message
  String tellsHiddenContact();

  @Message
  String auditRetentionDays();

  @Message
  String idleSeconds();
}
