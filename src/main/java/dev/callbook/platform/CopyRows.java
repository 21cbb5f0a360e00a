package dev.callbook.platform;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/// Rows in the binary form of PostgreSQL's `COPY`, gathered in memory and sent in one go. For one
/// thread.
///
/// The form holds values as the column's type does, so a value's Java type must be the column's:
/// `short` for `smallint`, `int` for `integer`, `long` for `bigint`, [#addJsonb] for `jsonb`. The
/// database refuses what does not fit. Source: PostgreSQL's documentation of `COPY`, Binary Format.
public final class CopyRows {
  /// Small enough that the collector treats pieces as ordinary objects.
  private static final int PIECE = 1 << 16;

  private static final byte[] START = {
    'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
  };
  private static final byte[] END = {-1, -1};
  private static final int NULL = -1;
  private static final int INTEGER_TYPE = 23;
  private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");

  private final List<ByteBuffer> pieces = new ArrayList<>();
  private ByteBuffer piece = ByteBuffer.allocate(0);
  private ByteBuffer rowPiece = piece;
  private int rowPosition;
  private short fields;
  private int count;

  public boolean isEmpty() {
    return count == 0;
  }

  public int size() {
    return count;
  }

  public CopyRows add(@Nullable String value) {
    if (value == null) {
      return begin(NULL);
    }
    byte[] bytes = bytes(value);
    begin(bytes.length);
    put(bytes);
    return this;
  }

  /// JSON text for a `jsonb` column; a `json` column takes [#add(String)].
  public CopyRows addJsonb(@Nullable String value) {
    if (value == null) {
      return begin(NULL);
    }
    byte[] bytes = bytes(value);
    begin(bytes.length + 1);
    room(1).put((byte) 1);
    put(bytes);
    return this;
  }

  public CopyRows add(byte[] value) {
    begin(value.length);
    put(value);
    return this;
  }

  public CopyRows add(@Nullable UUID value) {
    if (value == null) {
      return begin(NULL);
    }
    begin(2 * Long.BYTES);
    room(2 * Long.BYTES)
        .putLong(value.getMostSignificantBits())
        .putLong(value.getLeastSignificantBits());
    return this;
  }

  public CopyRows add(short value) {
    begin(Short.BYTES);
    room(Short.BYTES).putShort(value);
    return this;
  }

  public CopyRows add(int value) {
    begin(Integer.BYTES);
    room(Integer.BYTES).putInt(value);
    return this;
  }

  public CopyRows add(@Nullable Integer value) {
    return value == null ? begin(NULL) : add(value.intValue());
  }

  public CopyRows add(long value) {
    begin(Long.BYTES);
    room(Long.BYTES).putLong(value);
    return this;
  }

  public CopyRows add(boolean value) {
    begin(1);
    room(1).put((byte) (value ? 1 : 0));
    return this;
  }

  public CopyRows add(int[] values) {
    int dimensions = values.length == 0 ? 0 : 1;
    begin((3 + 2 * dimensions + 2 * values.length) * Integer.BYTES);
    room(3 * Integer.BYTES).putInt(dimensions).putInt(0).putInt(INTEGER_TYPE);
    if (dimensions > 0) {
      room(2 * Integer.BYTES).putInt(values.length).putInt(1);
    }
    for (int value : values) {
      room(2 * Integer.BYTES).putInt(Integer.BYTES).putInt(value);
    }
    return this;
  }

  /// To the microsecond, as `timestamptz` holds it.
  public CopyRows add(Instant value) {
    Duration since = Duration.between(EPOCH, value);
    return add(
        Math.addExact(Math.multiplyExact(since.getSeconds(), 1_000_000L), since.getNano() / 1000));
  }

  public void endRow() {
    rowPiece.putShort(rowPosition, fields);
    fields = 0;
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
              .copyIn("copy " + table + " from stdin with (format binary)");
      copy.writeToCopy(START, 0, START.length);
      for (ByteBuffer full : pieces) {
        copy.writeToCopy(full.array(), full.arrayOffset(), full.position());
      }
      copy.writeToCopy(END, 0, END.length);
      copy.endCopy();
    } catch (SQLException fault) {
      throw new CopyFailed(fault);
    }
  }

  private CopyRows begin(int length) {
    if (fields == 0) {
      room(Short.BYTES);
      rowPiece = piece;
      rowPosition = piece.position();
      piece.putShort((short) 0);
    }
    fields++;
    room(Integer.BYTES).putInt(length);
    return this;
  }

  /// PostgreSQL's text holds no NUL; nor do texts that were checked.
  private static byte[] bytes(String value) {
    String text = value.indexOf('\0') < 0 ? value : value.replace("\0", "");
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private void put(byte[] bytes) {
    for (int from = 0; from < bytes.length; ) {
      int taken = Math.min(bytes.length - from, room(1).remaining());
      piece.put(bytes, from, taken);
      from += taken;
    }
  }

  /// A piece with room for so many bytes.
  private ByteBuffer room(int length) {
    if (piece.remaining() < length) {
      piece = ByteBuffer.allocate(PIECE);
      pieces.add(piece);
    }
    return piece;
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
