package dev.callbook.csvimport;

import dev.callbook.access.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

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

  /// The file, read from anywhere. For one thread; holds no connection between pieces.
  SeekableByteChannel open(Scope scope, UUID id) {
    return new PieceChannel(number -> piece(scope, id, number), PIECE, size(scope, id));
  }

  /// All pieces but the last are of one size.
  private long size(Scope scope, UUID id) {
    return jdbi.withHandle(db ->
        db.createQuery(
                """
                select position, octet_length(bytes) as bytes
                  from import_chunk
                 where org_id = :org and import_id = :id
                 order by position desc
                 limit 1
                """)
            .bind("org", scope.orgKey())
            .bind("id", id)
            .map((row, _) -> row.getLong("position") * PIECE + row.getLong("bytes"))
            .findOne()
            .orElse(0L));
  }

  private byte[] piece(Scope scope, UUID id, int position) {
    return jdbi.withHandle(db ->
        db.createQuery(
                """
                select bytes from import_chunk where org_id = :org and import_id = :id and position = :position
                """)
            .bind("org", scope.orgKey())
            .bind("id", id)
            .bind("position", position)
            .mapTo(byte[].class)
            .one());
  }
}
