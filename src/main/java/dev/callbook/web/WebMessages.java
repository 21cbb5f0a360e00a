package dev.callbook.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/// The words of the shell and those every feature uses; templates say `{web:save}`. The texts are
/// in `messages/web_<language>.properties`, the build compares their parameters with these methods.
@MessageBundle("web")
public interface WebMessages {
  @Message
  String language();

  @Message
  String skip();

  @Message
  String mainNavigation();

  @Message
  String openMenu();

  @Message
  String searchContacts();

  @Message
  String workspace();

  @Message
  String directory();

  @Message
  String externalContacts();

  @Message
  String importContacts();

  @Message
  String connections();

  @Message
  String numberBench();

  @Message
  String administration();

  @Message
  String externalSources();

  @Message
  String settings();

  @Message
  String peopleAndPermissions();

  @Message
  String oauthClients();

  @Message
  String account();

  @Message
  String appearance();

  @Message
  String asTheSystem();

  @Message
  String light();

  @Message
  String dark();

  @Message
  String changePassword();

  @Message
  String signOut();

  @Message
  String keyboardShortcuts();

  @Message
  String search();

  @Message
  String goToContacts();

  @Message
  String goToOrganizations();

  @Message
  String goToWorkspace();

  @Message
  String newRecord();

  @Message
  String editRecord();

  @Message
  String walkTheList();

  @Message
  String saveForm();

  @Message
  String leaveForm();

  @Message
  String thisHelp();

  @Message
  String singleKeysOn();

  @Message
  String required();

  @Message
  String pickDivision();

  @Message
  String optional();

  @Message
  String save();

  @Message
  String cancel();

  @Message
  String edit();

  @Message
  String add();

  @Message
  String remove();

  @Message
  String close();

  @Message
  String undo();

  @Message
  String previous();

  @Message
  String next();

  @Message
  String pages();

  @Message
  String none();

  @Message
  String breadcrumb();

  @Message
  String copy(String text);

  @Message
  String copied();

  @Message
  String notCopied();

  @Message
  String extension(String number);

  @Message
  String smsOn();

  @Message
  String smsOff();

  @Message
  String forNumber(String number);

  @Message
  String removeFilter(String name);

  @Message
  String fieldsNeedAttention(int count);

  @Message
  String leaveTitle();

  @Message
  String leaveWords();

  @Message
  String keepEditing();

  @Message
  String discardChanges();

  @Message
  String failed();

  @Message
  String offline();

  @Message
  String signIn();

  @Message
  String signInToCallbook();

  @Message
  String email();

  @Message
  String password();

  @Message
  String showPassword();

  @Message
  String notFoundTitle();

  @Message
  String notFoundWords();

  @Message
  String forbiddenTitle();

  @Message
  String forbiddenWords();

  @Message
  String outdatedTitle();

  @Message
  String outdatedWords();

  @Message
  String conflictTitle();

  @Message
  String conflictWords();

  @Message
  String notUnderstoodTitle();

  @Message
  String notUnderstoodWords();

  @Message
  String tooLargeTitle();

  @Message
  String tooLargeWords();

  @Message
  String busyTitle();

  @Message
  String busyWords();

  @Message
  String brokenTitle();

  @Message
  String brokenWords();

  @Message
  String startPage();

  @Message
  String contextId();

  @Message
  String all();

  @Message
  String apply();

  @Message
  String clearAll();

  @Message
  String keep();

  @Message
  String moreActions();

  @Message
  String openIn(String name);

  @Message
  String name();

  @Message
  String contact();

  @Message
  String contacts();

  @Message
  String organization();

  @Message
  String organizations();

  @Message
  String records();

  @Message
  String division();

  @Message
  String divisionsShown();

  @Message
  String allDivisions();

  @Message
  String changed();

  @Message
  String createdAt();

  @Message
  String history();

  @Message
  String removed();

  @Message
  String restoreThis();

  @Message
  String restoreField(String field);

  @Message
  String restored();

  @Message
  String restoreRefused();

  @Message
  String restoreOutdated();

  @Message
  String twoPeopleEdited();

  @Message
  String twoPeopleEditedWords(String name);

  @Message
  String bothVersions();

  @Message
  String savedBy(String name);

  @Message
  String yours();

  @Message
  String nothingThere();

  @Message
  String fieldColumn();

  @Message
  String address();

  @Message
  String addressLine1();

  @Message
  String addressLine2();

  @Message
  String postalCode();

  @Message
  String city();

  @Message
  String state();

  @Message
  String country();

  @Message
  String externalIds();

  @Message
  String onward();

  @Message
  String onwardLink();

  @Message
  String yes();

  @Message
  String no();

  @Message
  String customFields();

  @Message
  String duplicates();

  @Message
  String changeForgotten();

  @Message
  String home();

  @Message
  String auditLog();

  @Message
  String goToHome();

  @Message
  String exports();

  @Message
  String export();

  @Message
  String externalSource();

  @Message
  String eitherWay();

  @Message
  String columns();

  @Message
  String columnsWords();

  @Message
  String moveUp(String name);

  @Message
  String showColumns();

  @Message
  String filtersAreOn();

  @Message
  String searchEverywhere();
}
