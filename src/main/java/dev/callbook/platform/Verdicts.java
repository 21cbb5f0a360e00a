package dev.callbook.platform;

import java.sql.SQLException;
import java.util.Set;

/// What PostgreSQL's refusals mean to whoever sent the data.
public final class Verdicts {
  /// `character_not_in_repertoire` and `untranslatable_character`.
  private static final Set<String> NUL = Set.of("22021", "22P05");

  private Verdicts() {}

  /// Whether another row has the value already, and only one may.
  public static boolean isDuplicate(Throwable fault) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && "23505".equals(sql.getSQLState())) {
        return true;
      }
    }
    return false;
  }

  /// Whether a text held the NUL character, which PostgreSQL keeps in no text.
  public static boolean isAboutNul(Throwable fault) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && NUL.contains(String.valueOf(sql.getSQLState()))) {
        return true;
      }
    }
    return false;
  }
}
