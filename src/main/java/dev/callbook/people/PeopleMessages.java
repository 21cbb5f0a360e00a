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
  String passwordHint();

  @Message
  String noRoles();

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

  @Message
  String users();

  @Message
  String searchUsers();

  @Message
  String searchUsersHint();

  @Message
  String anyState();

  @Message
  String anyRole();

  @Message
  String noRole();

  @Message
  String noUserFound();

  @Message
  String noUserFoundWords();

  @Message
  String addUserWords();

  @Message
  String you();

  @Message
  String linkFor(String name);

  @Message
  String linkOnce();

  @Message
  String copyLink();

  @Message
  String beyondYou(String permission);

  @Message
  String rolesHeld();

  @Message
  String inDivision(String division);

  @Message
  String since();

  @Message
  String mayThey();

  @Message
  String mayDo();

  @Message
  String mayWhere();

  @Message
  String answerIt();

  @Message
  String answerYes();

  @Message
  String answerNo();

  @Message
  String yesByRoles();

  @Message
  String yesForWhole();

  @Message
  String noInactive();

  @Message
  String noOnlyThere();

  @Message
  String noRoleHeld();

  @Message
  String rolesThatAllow(String roles);

  @Message
  String canAndWhy();

  @Message
  String canNothing();

  @Message
  String searchPermissions();

  @Message
  String noPermissionFound();

  @Message
  String details();

  @Message
  String emailHint();

  @Message
  String signingIn();

  @Message
  String linkWords();

  @Message
  String linkWaits();

  @Message
  String makeLink();

  @Message
  String newLink();

  @Message
  String withdrawLink();

  @Message
  String linkWithdrawn();

  @Message
  String inactiveWords();

  @Message
  String deactivateTitle(String name);

  @Message
  String userActivated();

  @Message
  String userDeactivated();

  @Message
  String roleGiven();

  @Message
  String roleTaken();

  @Message
  String sessions();

  @Message
  String noSessions();

  @Message
  String browser();

  @Message
  String began();

  @Message
  String ends();

  @Message
  String lastUsed();

  @Message
  String end();

  @Message
  String endAll();

  @Message
  String sessionEnded();

  @Message
  String signedOutEverywhere();

  @Message
  String choosePassword();

  @Message
  String newPassword();

  @Message
  String passwordAgain();

  @Message
  String passwordsDiffer();

  @Message
  String passwordEnds();

  @Message
  String savePassword();

  @Message
  String passwordIsSet();

  @Message
  String passwordIsSetWords();

  @Message
  String linkGone();

  @Message
  String linkGoneWords();

  @Message
  String linkTooFast();

  @Message
  String linkTooFastWords();

  @Message
  String permissions();

  @Message
  String holders();

  @Message
  String addRole();

  @Message
  String newRole();

  @Message
  String builtIn();

  @Message
  String description();

  @Message
  String heldBy(int count);

  @Message
  String copyRole();

  @Message
  String copyOf(String name);

  @Message
  String deleteRole();

  @Message
  String deleteRoleTitle(String name);

  @Message
  String deleteRoleWords();

  @Message
  String builtInWords();

  @Message
  String roleHeld(int count);

  @Message
  String changesFor(int count);

  @Message
  String allowsTitle();

  @Message
  String notYours();

  @Message
  String roleAdded();

  @Message
  String roleSaved();

  @Message
  String roleDeleted();

  @Message
  String rolesHeldIn();

  @Message
  String homeDivision();

  @Message
  String homeWords();

  @Message
  String removedDivisions();

  @Message
  String restore();

  @Message
  String restoreWords();

  @Message
  String deleteDivision();

  @Message
  String deleteDivisionTitle(String name);

  @Message
  String deleteDivisionWords(int grants);

  @Message
  String divisionNotEmpty();

  @Message
  String divisionSaved();

  @Message
  String divisionDeleted();

  @Message
  String divisionRestored();

  @Message
  String inside();

  @Message
  String insideNothing();

  @Message
  String contacts();

  @Message
  String organizations();

  @Message
  String unfinishedImports();

  @Message
  String orMore(int count);

  @Message
  String mayDoAs();

  @Message
  String rotateTitle(String name);

  @Message
  String removeTitle(String name);

  @Message
  String clientBeyondYou(String permission);

  @Message
  String tokenMinutes();

  @Message
  String tokenMinutesHint();

  @Message
  String minutesNeeded();

  @Message
  String addressesWords();

  @Message
  String clientActiveWords();

  @Message
  String clientNoRoles();

  @Message
  String clientSaved();

  @Message
  String ownTokens();

  @Message
  String userTokens();

  @Message
  String noTokens();

  @Message
  String tokenEnded();

  @Message
  String endAllTokens();

  @Message
  String allTokensEnded();

  @Message
  String consents();

  @Message
  String consentsWords();

  @Message
  String noConsents();

  @Message
  String revokeConsent();

  @Message
  String consentRevoked();

  @Message
  String changePassword();

  @Message
  String currentPassword();

  @Message
  String notYourPassword();
}
