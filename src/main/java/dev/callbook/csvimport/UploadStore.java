package dev.callbook.csvimport;

import dev.callbook.access.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Files as ordered pieces in the database: any node can read them, and a backup holds them.
@ApplicationScoped
class UploadStore {
  private static final int PIECE = 1 << 20;

  private final Jdbi jdbi;

  UploadStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /// Stores a stream to its end, never holding more than one piece of it.
  ///
  /// @return how many bytes it had; stops right after `maxBytes`
  long store(Scope scope, UUID id, InputStream file, long maxBytes) throws IOException {
    long stored = 0;
    int position = 0;
    for (byte[] piece = file.readNBytes(PIECE);
        piece.length > 0 && stored <= maxBytes;
        piece = file.readNBytes(PIECE)) {
      insert(scope, id, position++, piece);
      stored += piece.length;
    }
    return stored;
  }

  private void insert(Scope scope, UUID id, int position, byte[] piece) {
    jdbi.useHandle(db ->
        db.createUpdate(
                """
                insert into import_chunk (org_id, import_id, position, bytes)
                values (:org, :id, :position, :bytes)
                """)
            .bind("org", scope.orgKey())
            .bind("id", id)
            .bind("position", position)
            .bind("bytes", piece)
            .execute());
  }

  /// The file, read piece by piece. For one thread; holds no connection between pieces.
  InputStream open(Scope scope, UUID id) {
    return new Pieces(scope, id);
  }

  private byte @Nullable [] piece(Scope scope, UUID id, int position) {
    return jdbi.withHandle(db ->
        db.createQuery(
                """
                select bytes from import_chunk where org_id = :org and import_id = :id and position = :position
                """)
            .bind("org", scope.orgKey())
            .bind("id", id)
            .bind("position", position)
            .mapTo(byte[].class)
            .findOne()
            .orElse(null));
  }

  private final class Pieces extends InputStream {
    private final Scope scope;
    private final UUID id;
    private byte[] piece = {};
    private int next;
    private int position;

    Pieces(Scope scope, UUID id) {
      this.scope = scope;
      this.id = id;
    }

    @Override
    public int read() {
      return hasMore() ? piece[next++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      if (length == 0) {
        return 0;
      }
      if (!hasMore()) {
        return -1;
      }
      int taken = Math.min(length, piece.length - next);
      System.arraycopy(piece, next, target, offset, taken);
      next += taken;
      return taken;
    }

    private boolean hasMore() {
      if (next == piece.length) {
        byte[] following = piece(scope, id, position);
        if (following == null) {
          return false;
        }
        piece = following;
        next = 0;
        position++;
      }
      return true;
    }
  }
}
