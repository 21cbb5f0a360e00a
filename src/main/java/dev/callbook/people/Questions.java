package dev.callbook.people;

import dev.callbook.access.Division;
import dev.callbook.access.Divisions;
import dev.callbook.access.Entitlement;
import dev.callbook.access.Grants;
import dev.callbook.access.Permission;
import dev.callbook.access.Role;
import dev.callbook.access.Roles;
import dev.callbook.access.Scope;
import dev.callbook.access.User;
import dev.callbook.people.UserView.ChoiceGroup;
import dev.callbook.people.UserView.Verdict;
import dev.callbook.web.Choice;
import dev.callbook.web.Words;
import dev.callbook.wire.Parse;
import dev.callbook.wire.Refusal.Invalid;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// "May this user do that in this division?", answered with the reason.
@ApplicationScoped
class Questions {
  private final Roles roles;
  private final Divisions divisions;
  private final GrantForms forms;
  private final Words words;

  Questions(Roles roles, Divisions divisions, GrantForms forms, Words words) {
    this.roles = roles;
    this.divisions = divisions;
    this.forms = forms;
    this.words = words;
  }

  /// What an address asks. @param division an id; null for all divisions
  record Asked(Optional<Permission> permission, @Nullable String division) {
    static Asked nothing() {
      return new Asked(Optional.empty(), null);
    }

    /// @throws Invalid naming `permission` if there is none of that name
    static Asked of(@Nullable String permission, @Nullable String division) {
      if (Parse.isAbsent(permission)) {
        return nothing();
      }
      return new Asked(
          Optional.of(
              Permission.of(String.valueOf(permission).strip())
                  .orElseThrow(() ->
                      new Invalid("permission", "unknown", "There is no such permission here."))),
          Parse.isAbsent(division) ? null : division);
    }
  }

  UserView.Question of(Scope scope, User user, List<Grants.Held> held, Asked asked) {
    Division place = place(scope, asked.division());
    return new UserView.Question(
        choices(asked.permission()),
        forms.divisionChoices(scope).stream()
            .map(choice ->
                new Choice(
                    choice.id(), choice.name(), choice.id().equals(place.id().value().toString())))
            .toList(),
        asked
            .permission()
            .map(permission -> verdict(scope, user, held, permission, place))
            .orElse(null));
  }

  /// @throws Invalid naming `division` if there is no such one
  private Division place(Scope scope, @Nullable String id) {
    return divisions.all(scope.org()).stream()
        .filter(division ->
            id == null
                ? division.kind() == Division.Kind.STARRED
                : division.id().value().toString().equals(id))
        .findFirst()
        .orElseThrow(() -> new Invalid("division", "unknown", "There is no such division here."));
  }

  private List<ChoiceGroup> choices(Optional<Permission> chosen) {
    PermissionMessages say = words.of(PermissionMessages.class);
    return Arrays.stream(PermissionDomain.values())
        .map(domain ->
            new ChoiceGroup(
                say.of(domain),
                Arrays.stream(Permission.values())
                    .filter(permission -> PermissionDomain.of(permission) == domain)
                    .map(permission ->
                        new Choice(
                            permission.value(),
                            say.allows(permission),
                            chosen.filter(permission::equals).isPresent()))
                    .toList()))
        .toList();
  }

  private Verdict verdict(
      Scope scope, User user, List<Grants.Held> held, Permission permission, Division place) {
    PeopleMessages say = words.of(PeopleMessages.class);
    Optional<Entitlement> may =
        Entitlement.of(held).stream().filter(one -> one.permission() == permission).findFirst();
    List<String> reasons =
        may.stream().flatMap(one -> one.reasonsIn(place).stream()).map(forms::inWords).toList();
    if (!user.active()) {
      return new Verdict(false, say.noInactive(), reasons);
    }
    if (!reasons.isEmpty()) {
      return new Verdict(
          true, permission.isDivided() ? say.yesByRoles() : say.yesForWhole(), reasons);
    }
    if (may.isPresent()) {
      return new Verdict(
          false, say.noOnlyThere(), may.get().because().stream().map(forms::inWords).toList());
    }
    String allowing =
        roles.all(scope).stream()
            .filter(role -> role.permissions().contains(permission))
            .map(Role::name)
            .collect(Collectors.joining(", "));
    return new Verdict(false, say.noRoleHeld(), List.of(say.rolesThatAllow(allowing)));
  }
}
