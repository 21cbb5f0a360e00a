package dev.callbook.access;

import java.util.Locale;
import java.util.UUID;

/// A person of ours who can sign in.
///
/// @param active whether they may sign in
public record User(UUID id, String name, String email, boolean active, int version) {
  /// The form in which e-mails of users are compared.
  static String emailKey(String email) {
    return email.strip().toLowerCase(Locale.ROOT);
  }
}
