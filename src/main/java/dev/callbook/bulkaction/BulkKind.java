package dev.callbook.bulkaction;

import dev.callbook.access.Permission;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What is done to many contacts at once.
public enum BulkKind {
  DELETE(Permission.CONTACT_DELETE),
  REFUSE_SURVEYS(Permission.CONTACT_EDIT),
  SMS_OFF(Permission.CONTACT_EDIT);

  private final Permission permission;

  BulkKind(Permission permission) {
    this.permission = permission;
  }

  /// What somebody needs to have it done to a contact.
  Permission permission() {
    return permission;
  }

  /// What forms and the database call it.
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<BulkKind> find(String word) {
    return Stream.of(values()).filter(kind -> kind.word().equals(word)).findFirst();
  }

  static BulkKind ofWord(String word) {
    return find(word).orElseThrow();
  }
}
