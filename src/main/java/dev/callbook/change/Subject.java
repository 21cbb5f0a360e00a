package dev.callbook.change;

import dev.callbook.access.Permission;
import java.util.Locale;

/// What a change is about.
public enum Subject {
  CONTACT(Permission.CONTACT_VIEW),
  ORGANIZATION(Permission.ORGANIZATION_VIEW),
  NOTE(Permission.CONTACT_VIEW),
  RELATIONSHIP(Permission.ORGANIZATION_VIEW),
  INTERACTION(Permission.INTERACTION_VIEW),
  USER(Permission.USER_VIEW),
  CLIENT(Permission.CLIENT_VIEW),
  GRANT(Permission.GRANT_VIEW),
  ROLE(Permission.ROLE_VIEW),
  DIVISION(Permission.DIVISION_VIEW),
  CONSENT(Permission.CLIENT_VIEW),
  SOURCE(Permission.SOURCE_VIEW),
  EXPORT(Permission.EXPORT_VIEW),
  IMPORT_SETTINGS(Permission.IMPORT_SETTINGS_VIEW),
  EXTERNAL_SOURCE(Permission.EXTERNAL_SOURCE_VIEW),
  SCHEMA(Permission.CUSTOM_FIELDS_VIEW),
  DUPLICATE(Permission.IDENTITY_MERGE),
  SETTING(Permission.SETTINGS_VIEW);

  private final Permission permission;

  Subject(Permission permission) {
    this.permission = permission;
  }

  /// What lets somebody see records of the kind.
  Permission permission() {
    return permission;
  }

  /// Whether its records belong to no division, ever.
  boolean isUndivided() {
    return switch (this) {
      case CONTACT, ORGANIZATION, NOTE, RELATIONSHIP, INTERACTION -> false;
      case USER,
          CLIENT,
          GRANT,
          ROLE,
          DIVISION,
          CONSENT,
          SOURCE,
          EXPORT,
          IMPORT_SETTINGS,
          EXTERNAL_SOURCE,
          SCHEMA,
          DUPLICATE,
          SETTING ->
          true;
    };
  }

  /// The word the log keeps.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Subject ofWord(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
