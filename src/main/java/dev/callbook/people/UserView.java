package dev.callbook.people;

import dev.callbook.web.Choice;
import dev.callbook.web.FormErrors;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One user: `GET /people/{userId}`.
///
/// @param self whether the viewer looks at themselves
/// @param typed what stands in the form of name and e-mail
/// @param errors what is wrong with that form
/// @param held the roles, each with its division
/// @param can everything the user may do, by what it is about
/// @param link the address by which the user sets a password, this once; null otherwise
/// @param linkUntil until when such a link is good; null if there is none
/// @param beyond what the user may do and the viewer may not, for which the viewer cannot change
///   them, in a sentence; null if there is nothing
record UserView(
    String id,
    int version,
    String name,
    String email,
    boolean active,
    boolean self,
    Typed typed,
    FormErrors errors,
    List<Held> held,
    List<Choice> roles,
    List<Choice> divisions,
    List<Group> can,
    Question question,
    List<Session> sessions,
    List<Login> logins,
    @Nullable String link,
    @Nullable Instant linkUntil,
    @Nullable String beyond,
    May may) {

  /// Where the state is changed.
  public String statePath() {
    return "/people/" + id + "/state";
  }

  record Typed(String name, String email) {}

  /// @param since null for what was granted before this was kept
  record Held(
      String role, String division, String roleName, String where, @Nullable Instant since) {}

  /// Permissions about one thing. @param title such as `External contacts`
  record Group(String title, List<Can> items) {}

  /// @param name as in the public API
  /// @param words what it allows
  /// @param because a line for each grant: `Agent, Billing`
  record Can(String name, String words, List<String> because) {}

  /// A question about the user, and its answer.
  ///
  /// @param answer null until something was asked
  record Question(
      List<ChoiceGroup> permissions, List<Choice> divisions, @Nullable Verdict answer) {}

  record ChoiceGroup(String title, List<Choice> choices) {}

  /// @param words the answer in a sentence
  /// @param reasons a line each
  record Verdict(boolean yes, String words, List<String> reasons) {}

  /// @param key names it
  record Session(String key, Instant began, Instant expires) {}

  /// What a client holds for the user. @param used null if it was never used
  record Login(
      String id,
      String client,
      String scopes,
      Instant began,
      @Nullable Instant used,
      Instant expires) {}

  /// What the viewer may do here.
  record May(boolean edit, boolean give, boolean take, boolean end, boolean seeRoles) {}
}
