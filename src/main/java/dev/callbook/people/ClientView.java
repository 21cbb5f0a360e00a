package dev.callbook.people;

import dev.callbook.web.Choice;
import dev.callbook.web.FormErrors;
import dev.callbook.web.Pager;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One OAuth client: `GET /clients/{clientId}`.
///
/// @param forUsers whether it acts for users, and not for itself
/// @param secret the secret just made, this once; null otherwise
/// @param beyond what the client may do and the viewer may not, for which the viewer gets no secret
///   of it, in a sentence; null if there is nothing
/// @param held the roles of one that acts for itself
/// @param tokens those it has for itself
/// @param logins what it holds for users
/// @param consents what users allowed it for good
record ClientView(
    String id,
    int version,
    String title,
    boolean active,
    boolean forUsers,
    Typed typed,
    List<Choice> scopes,
    FormErrors errors,
    @Nullable String secret,
    @Nullable String beyond,
    List<UserView.Held> held,
    List<Choice> roles,
    List<Choice> divisions,
    List<Token> tokens,
    Pager moreTokens,
    List<Login> logins,
    Pager moreLogins,
    List<Consent> consents,
    Pager moreConsents,
    May may) {
  /// Where it is removed.
  public String deletePath() {
    return "/clients/" + id + "/delete";
  }

  /// Where it gets another secret.
  public String secretPath() {
    return "/clients/" + id + "/secret";
  }

  /// What stands in the form.
  ///
  /// @param minutes how long its tokens live
  /// @param addresses one a line
  record Typed(String name, String description, String minutes, String addresses) {}

  /// @param key names it
  record Token(String key, Instant began, Instant expires) {}

  /// @param used null if it was never used
  record Login(
      String id,
      String user,
      String userName,
      String scopes,
      Instant began,
      @Nullable Instant used,
      Instant expires) {}

  record Consent(String user, String userName, String scopes, Instant given) {}

  /// What the viewer may do here.
  record May(boolean edit, boolean remove, boolean give, boolean take, boolean seeUsers) {}
}
