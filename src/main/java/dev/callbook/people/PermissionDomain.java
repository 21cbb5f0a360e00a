package dev.callbook.people;

import dev.callbook.access.Permission;

/// What permissions are about, as their names begin.
public enum PermissionDomain {
  EXTERNAL_CONTACTS,
  CALLBOOK,
  DIRECTORY,
  AUTHORIZATION,
  OAUTH,
  AUDITS;

  static PermissionDomain of(Permission permission) {
    String value = permission.value();
    return switch (value.substring(0, value.indexOf(':'))) {
      case "externalContacts" -> EXTERNAL_CONTACTS;
      case "callbook" -> CALLBOOK;
      case "directory" -> DIRECTORY;
      case "authorization" -> AUTHORIZATION;
      case "oauth" -> OAUTH;
      case "audits" -> AUDITS;
      default -> throw new IllegalStateException("no domain for " + permission);
    };
  }
}
