package dev.callbook.bulkaction;

import dev.callbook.access.Permission;

/// Which kind of records an action is about.
public enum BulkSubject {
  CONTACT(Permission.CONTACT_VIEW, "/contacts"),
  ORGANIZATION(Permission.ORGANIZATION_VIEW, "/organizations");

  private final Permission view;
  private final String list;

  BulkSubject(Permission view, String list) {
    this.view = view;
    this.list = list;
  }

  /// What somebody needs to see them.
  Permission view() {
    return view;
  }

  /// The address of the list they are chosen from. That of the actions, and of each record, begins
  /// with it.
  public String list() {
    return list;
  }
}
