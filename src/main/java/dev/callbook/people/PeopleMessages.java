package dev.callbook.people;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/// The words of sign-in, users and clients. The texts are in
/// `messages/people_<language>.properties`.
@MessageBundle("people")
public interface PeopleMessages {
  @Message
  String wrongPassword();

  @Message
  String locked(long seconds);

  @Message
  String people();

  @Message
  String addUser();

  @Message
  String name();

  @Message
  String email();

  @Message
  String roles();

  @Message
  String state();

  @Message
  String active();

  @Message
  String inactive();

  @Message
  String role();

  @Message
  String division();

  @Message
  String everywhere();

  @Message
  String password();

  @Message
  String passwordHint();

  @Message
  String noRoles();

  @Message
  String userAdded();

  @Message
  String userSaved();

  @Message
  String deactivate();

  @Message
  String activate();

  @Message
  String deactivateWords();

  @Message
  String keepActive();

  @Message
  String setPassword();

  @Message
  String passwordSet();

  @Message
  String grantRole();

  @Message
  String revoke();

  @Message
  String clients();

  @Message
  String clientsWords();

  @Message
  String addClient();

  @Message
  String clientId();

  @Message
  String secret();

  @Message
  String secretOnce();

  @Message
  String rotate();

  @Message
  String rotateWords();

  @Message
  String keepSecret();

  @Message
  String removeClient();

  @Message
  String removeWords();

  @Message
  String keepClient();

  @Message
  String clientRemoved();

  @Message
  String noClients();

  @Message
  String noClientsWords();

  @Message
  String userTaken();

  @Message
  String nameNeeded();

  @Message
  String emailNeeded();

  @Message
  String passwordNeeded();

  @Message
  String divisions();

  @Message
  String addDivision();

  @Message
  String divisionAdded();

  @Message
  String divisionTaken();

  @Message
  String divisionsWords();

  @Message
  String consentTitle(String client);

  @Message
  String consentWords(String client, String organization);

  @Message
  String consentFor();

  @Message
  String consentMay();

  @Message
  String scopeExternalContacts();

  @Message
  String scopeExternalContactsReadonly();

  @Message
  String consentReturns(String address);

  @Message
  String allow();

  @Message
  String deny();

  @Message
  String otherUser();

  @Message
  String acts();

  @Message
  String actsForItself();

  @Message
  String actsForUsers();

  @Message
  String addresses();

  @Message
  String addressesHint();

  @Message
  String scope();

  @Message
  String addressNeeded();

  @Message
  String scopeNeeded();
}
