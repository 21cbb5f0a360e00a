package dev.callbook.access;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;

/// Argon2id with 19 MiB, two passes, one lane. Source: OWASP Password Storage Cheat Sheet.
final class Passwords {
  /// The shortest password a person may choose. Source: NIST SP 800-63B-4, section 3.1.1.
  static final int MIN_LENGTH = 15;

  private static final Argon2Function ARGON2ID =
      Argon2Function.getInstance(19_456, 2, 1, 32, Argon2.ID);

  /// Verified against where no user was found, so that the answer takes as long.
  private static final String NOBODY = hash("nobody has this password");

  private Passwords() {}

  static String hash(String password) {
    return Password.hash(password).addRandomSalt(16).with(ARGON2ID).getResult();
  }

  static boolean matches(String password, String hash) {
    return Password.check(password, hash).with(Argon2Function.getInstanceFromHash(hash));
  }

  /// Takes as long as a real check.
  static void matchesNobody(String password) {
    Password.check(password, NOBODY).with(ARGON2ID);
  }
}
