package dev.callbook.bulkaction;

import dev.callbook.access.Permission;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What is done to many records at once.
public enum BulkKind {
  DELETE(BulkSubject.CONTACT),
  REFUSE_SURVEYS(BulkSubject.CONTACT),
  SMS_OFF(BulkSubject.CONTACT),
  /// in another division
  RECREATE(BulkSubject.CONTACT),
  DELETE_ORGANIZATIONS(BulkSubject.ORGANIZATION);

  private final BulkSubject subject;

  BulkKind(BulkSubject subject) {
    this.subject = subject;
  }

  public BulkSubject subject() {
    return subject;
  }

  /// What somebody needs to have it done to a record, all of them in its division.
  List<Permission> permissions() {
    return switch (this) {
      case DELETE -> List.of(Permission.CONTACT_DELETE);
      case REFUSE_SURVEYS, SMS_OFF -> List.of(Permission.CONTACT_EDIT);
      case RECREATE -> List.of(Permission.CONTACT_DELETE, Permission.CONTACT_ADD);
      case DELETE_ORGANIZATIONS -> List.of(Permission.ORGANIZATION_DELETE);
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

  /// The words of all that is done to one kind of records.
  static List<String> words(BulkSubject subject) {
    return Stream.of(values()).filter(kind -> kind.subject == subject).map(BulkKind::word).toList();
  }
}
