package dev.callbook.bulkaction;

import dev.callbook.access.Permission;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What is done to many contacts at once.
public enum BulkKind {
  DELETE,
  REFUSE_SURVEYS,
  SMS_OFF,
  /// in another division
  RECREATE;

  /// What somebody needs to have it done to a contact, all of them in its division.
  List<Permission> permissions() {
    return switch (this) {
      case DELETE -> List.of(Permission.CONTACT_DELETE);
      case REFUSE_SURVEYS, SMS_OFF -> List.of(Permission.CONTACT_EDIT);
      case RECREATE -> List.of(Permission.CONTACT_DELETE, Permission.CONTACT_ADD);
    };
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
