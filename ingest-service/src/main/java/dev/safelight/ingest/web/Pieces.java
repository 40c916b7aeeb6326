package dev.safelight.ingest.web;

import java.nio.ByteBuffer;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;

/**
 * Pieces of bodies in memory of their own: nothing to give back, whatever happens. Spring's parser
 * of forms gives back twice what it holds when its reader stops in the middle, and the second time
 * would take a buffer of the network from somebody else.
 */
final class Pieces {

  private Pieces() {}

  /** Copies and gives back a piece that is the network's. */
  static DataBuffer owned(DataBuffer piece) {
    try {
      var copy = ByteBuffer.allocate(piece.readableByteCount());
      piece.toByteBuffer(copy);
      return DefaultDataBufferFactory.sharedInstance.wrap(copy);
    } finally {
      DataBufferUtils.release(piece);
    }
  }

  /** The bytes of a piece that is ours, as they are. */
  static ByteBuffer bytes(DataBuffer owned) {
    return ((DefaultDataBuffer) owned).getNativeBuffer().duplicate();
  }
}
