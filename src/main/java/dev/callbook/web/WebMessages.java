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
  String administration();

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
  String brokenTitle();

  @Message
  String brokenWords();

  @Message
  String startPage();

  @Message
  String contextId();
}
