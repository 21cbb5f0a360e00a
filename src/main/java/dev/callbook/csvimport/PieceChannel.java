package dev.callbook.csvimport;

import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;

/// A file that lies in pieces of one size, read from anywhere. For one thread.
final class PieceChannel implements SeekableByteChannel {
  /// A workbook is read at two places at once, its cells and the texts they refer to.
  private static final int PIECES_IN_MEMORY = 3;

  private final IntFunction<byte[]> pieces;
  private final int pieceBytes;
  private final long size;
  private final Map<Integer, byte[]> recent = new LinkedHashMap<>(8, 0.75f, true);
  private long position;
  private boolean closed;

  /// @param pieces by number, from 0; all but the last have `pieceBytes`
  PieceChannel(IntFunction<byte[]> pieces, int pieceBytes, long size) {
    this.pieces = pieces;
    this.pieceBytes = pieceBytes;
    this.size = size;
  }

  @Override
  public int read(ByteBuffer target) throws ClosedChannelException {
    if (closed) {
      throw new ClosedChannelException();
    }
    if (position >= size) {
      return -1;
    }
    byte[] piece = piece((int) (position / pieceBytes));
    int offset = (int) (position % pieceBytes);
    int taken = Math.min(target.remaining(), piece.length - offset);
    target.put(piece, offset, taken);
    position += taken;
    return taken;
  }

  private byte[] piece(int number) {
    byte[] known = recent.get(number);
    if (known != null) {
      return known;
    }
    if (recent.size() == PIECES_IN_MEMORY) {
      recent.remove(recent.keySet().iterator().next());
    }
    byte[] piece = pieces.apply(number);
    recent.put(number, piece);
    return piece;
  }

  @Override
  public long position() {
    return position;
  }

  @Override
  public SeekableByteChannel position(long newPosition) {
    position = newPosition;
    return this;
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public boolean isOpen() {
    return !closed;
  }

  @Override
  public void close() {
    closed = true;
    recent.clear();
  }

  @Override
  public int write(ByteBuffer source) {
    throw new NonWritableChannelException();
  }

  @Override
  public SeekableByteChannel truncate(long newSize) {
    throw new NonWritableChannelException();
  }
}
