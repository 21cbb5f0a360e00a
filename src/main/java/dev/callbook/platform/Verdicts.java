package dev.callbook.platform;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/// What PostgreSQL's refusals mean to whoever sent the data.
public final class Verdicts {
  /// `character_not_in_repertoire` and `untranslatable_character`.
  private static final Set<String> NUL = Set.of("22021", "22P05");

  /// Beginnings of the codes of failed connections, too many of them, and a server that shuts down.
  private static final List<String> AWAY = List.of("08", "53300", "57P");

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

  /// Whether no connection was to be had: all of the pool's are at work, or the database is away or
  /// full. Faults of the pool, unlike the database's, have no code.
  public static boolean isAway(Throwable fault) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql
          && (sql.getSQLState() == null || AWAY.stream().anyMatch(sql.getSQLState()::startsWith))) {
        return true;
      }
    }
    return false;
  }

  /// Whether a statement was ended because its time was over.
  public static boolean isOverdue(Throwable fault) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && "57014".equals(sql.getSQLState())) {
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
