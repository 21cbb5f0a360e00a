package dev.callbook.people;

import dev.callbook.access.Access;
import dev.callbook.access.Caller;
import dev.callbook.access.Permission;
import dev.callbook.web.Tab;
import dev.callbook.web.Words;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/// The pages of people and permissions that the viewer may enter.
@ApplicationScoped
class PeopleTabs {
  /// Where one is.
  enum At {
    USERS,
    ROLES,
    DIVISIONS
  }

  private final Caller caller;
  private final Words words;

  PeopleTabs(Caller caller, Words words) {
    this.caller = caller;
    this.words = words;
  }

  List<Tab> at(At place) {
    Access access = caller.access();
    PeopleMessages say = words.of(PeopleMessages.class);
    List<Tab> tabs = new ArrayList<>();
    if (access.may(Permission.USER_VIEW)) {
      tabs.add(new Tab(say.users(), "/people", place == At.USERS, null));
    }
    if (access.may(Permission.ROLE_VIEW)) {
      tabs.add(new Tab(say.roles(), "/roles", place == At.ROLES, null));
    }
    if (access.may(Permission.DIVISION_VIEW)) {
      tabs.add(new Tab(say.divisions(), "/divisions", place == At.DIVISIONS, null));
    }
    return tabs;
  }
}
