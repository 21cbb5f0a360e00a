package dev.callbook.people;

import dev.callbook.access.Access;
import dev.callbook.access.Caller;
import dev.callbook.access.Entitlement;
import dev.callbook.access.Grants;
import dev.callbook.access.OAuthScope;
import dev.callbook.access.PasswordLinks;
import dev.callbook.access.Permission;
import dev.callbook.access.Scope;
import dev.callbook.access.Sessions;
import dev.callbook.access.User;
import dev.callbook.people.UserView.Typed;
import dev.callbook.web.FormErrors;
import dev.callbook.web.Words;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Puts the page of one user together.
@ApplicationScoped
class UserViews {
  /// The newest of each are shown; there are seldom more than a handful.
  private static final int SESSIONS = 50;

  private final Grants grants;
  private final GrantForms forms;
  private final Questions questions;
  private final Sessions sessions;
  private final PasswordLinks links;
  private final Caller caller;
  private final Words words;

  UserViews(
      Grants grants,
      GrantForms forms,
      Questions questions,
      Sessions sessions,
      PasswordLinks links,
      Caller caller,
      Words words) {
    this.grants = grants;
    this.forms = forms;
    this.questions = questions;
    this.sessions = sessions;
    this.links = links;
    this.caller = caller;
    this.words = words;
  }

  /// @param asked a question about the user, if there is one
  /// @param link the address of a link just made; null otherwise
  UserView of(
      Scope scope,
      User user,
      Questions.Asked asked,
      @Nullable String link,
      Typed typed,
      FormErrors errors) {
    List<Grants.Held> held = grants.of(scope.org(), user.id());
    Access access = caller.access();
    boolean self = user.id().equals(access.actor().idOrNull());
    Optional<Permission> beyond = self ? Optional.empty() : Grants.beyond(access, held);
    PermissionMessages say = words.of(PermissionMessages.class);
    return new UserView(
        user.id().toString(),
        user.version(),
        user.name(),
        user.email(),
        user.active(),
        self,
        typed,
        errors,
        held.stream().map(forms::held).toList(),
        forms.roleChoices(scope),
        forms.divisionChoices(scope),
        can(held),
        questions.of(scope, user, held, asked),
        pages(scope, user),
        logins(scope, user),
        link,
        links.expiry(scope, user.id()).orElse(null),
        beyond.map(say::allows).orElse(null),
        new UserView.May(
            access.may(Permission.USER_EDIT) && beyond.isEmpty(),
            access.may(Permission.GRANT_ADD),
            access.may(Permission.GRANT_DELETE),
            access.may(Permission.TOKEN_DELETE),
            access.may(Permission.ROLE_VIEW)));
  }

  private List<UserView.Group> can(List<Grants.Held> held) {
    PermissionMessages say = words.of(PermissionMessages.class);
    Map<PermissionDomain, List<UserView.Can>> found = new EnumMap<>(PermissionDomain.class);
    for (Entitlement one : Entitlement.of(held)) {
      found
          .computeIfAbsent(PermissionDomain.of(one.permission()), _ -> new ArrayList<>())
          .add(
              new UserView.Can(
                  one.permission().value(),
                  say.allows(one.permission()),
                  one.because().stream().map(forms::inWords).toList()));
    }
    return found.entrySet().stream()
        .map(entry -> new UserView.Group(say.of(entry.getKey()), entry.getValue()))
        .toList();
  }

  private List<UserView.Session> pages(Scope scope, User user) {
    return sessions.pagesOf(scope, user.id(), SESSIONS).stream()
        .map(one -> new UserView.Session(one.key(), one.startedAt(), one.expiresAt()))
        .toList();
  }

  private List<UserView.Login> logins(Scope scope, User user) {
    return sessions.loginsOf(scope, user.id(), SESSIONS).stream()
        .map(one ->
            new UserView.Login(
                one.id().toString(),
                one.clientName(),
                String.join(", ", OAuthScope.words(one.scopes())),
                one.beganAt(),
                one.usedAt(),
                one.expiresAt()))
        .toList();
  }
}
