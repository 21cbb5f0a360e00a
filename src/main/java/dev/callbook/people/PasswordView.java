package dev.callbook.people;

import dev.callbook.web.FormErrors;

/// A link by which a user sets a password: `GET /password/{secret}`.
///
/// @param name the user's; empty unless they are asked
/// @param email as what they sign in; empty unless they are asked
record PasswordView(State state, String secret, String name, String email, FormErrors errors) {
  /// What became of the link.
  enum State {
    ASKING,
    SET,
    GONE,
    TOO_FAST
  }

  static PasswordView of(State state) {
    return new PasswordView(state, "", "", "", FormErrors.none());
  }

  public boolean isAsking() {
    return state == State.ASKING;
  }
}
