package dev.callbook.platform;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/// Rows in the text form of PostgreSQL's `COPY`, gathered in memory and sent in one go. For one
/// thread.
public final class CopyRows {
  private static final int PIECE = 1 << 16;

  private final StringBuilder text = new StringBuilder(1 << 12);
  private boolean isRowStart = true;
  private int count;

  public boolean isEmpty() {
    return count == 0;
  }

  public int size() {
    return count;
  }

  public CopyRows add(@Nullable String value) {
    separate();
    if (value == null) {
      text.append("\\N");
    } else {
      escape(value);
    }
    return this;
  }

  public CopyRows add(@Nullable UUID value) {
    separate();
    text.append(value == null ? "\\N" : value.toString());
    return this;
  }

  public CopyRows add(long value) {
    separate();
    text.append(value);
    return this;
  }

  public CopyRows add(boolean value) {
    separate();
    text.append(value ? 't' : 'f');
    return this;
  }

  public CopyRows add(int[] values) {
    separate();
    text.append('{');
    for (int i = 0; i < values.length; i++) {
      if (i > 0) {
        text.append(',');
      }
      text.append(values[i]);
    }
    text.append('}');
    return this;
  }

  public CopyRows add(Instant value) {
    separate();
    text.append(value);
    return this;
  }

  public void endRow() {
    text.append('\n');
    isRowStart = true;
    count++;
  }

  /// Sends the rows within the handle's transaction; nothing for no rows.
  ///
  /// @param table the table and its columns, in the order of the values: `note (org_id, id)`
  public void send(Handle db, String table) {
    if (count == 0) {
      return;
    }
    try {
      CopyIn copy =
          db.getConnection()
              .unwrap(PGConnection.class)
              .getCopyAPI()
              .copyIn("copy " + table + " from stdin");
      byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
      for (int from = 0; from < bytes.length; from += PIECE) {
        copy.writeToCopy(bytes, from, Math.min(PIECE, bytes.length - from));
      }
      copy.endCopy();
    } catch (SQLException fault) {
      throw new CopyFailed(fault);
    }
  }

  private void separate() {
    if (!isRowStart) {
      text.append('\t');
    }
    isRowStart = false;
  }

  private void escape(String value) {
    int from = 0;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c != '\\' && c > '\r') {
        continue;
      }
      String escaped = escaped(c);
      if (escaped != null) {
        text.append(value, from, i).append(escaped);
        from = i + 1;
      }
    }
    text.append(value, from, value.length());
  }

  private static @Nullable String escaped(char c) {
    return switch (c) {
      case '\\' -> "\\\\";
      case '\t' -> "\\t";
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      // PostgreSQL's text holds no NUL; nor do texts that were checked.
      case '\0' -> "";
      default -> null;
    };
  }

  /// The database refused the rows.
  public static final class CopyFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private CopyFailed(SQLException cause) {
      // The cause's own message may quote a row, which is personal data; the state says enough.
      super("COPY failed with SQL state " + cause.getSQLState());
      initCause(new SQLException("COPY failed", cause.getSQLState()));
    }
  }
}
