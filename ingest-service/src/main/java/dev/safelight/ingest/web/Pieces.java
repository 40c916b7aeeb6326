package dev.safelight.ingest.web;

import java.nio.ByteBuffer;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;

/** Pieces of bodies in memory of their own: nothing to release, whatever happens. */
final class Pieces {

  private Pieces() {}

  /** Copies and releases a piece. */
  static ByteBuffer copied(DataBuffer piece) {
    try {
      var copy = ByteBuffer.allocate(piece.readableByteCount());
      piece.toByteBuffer(copy);
      return copy;
    } finally {
      DataBufferUtils.release(piece);
    }
  }
}
