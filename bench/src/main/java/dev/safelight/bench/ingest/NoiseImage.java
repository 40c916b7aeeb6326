package dev.safelight.bench.ingest;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A BMP of noise, which nothing can compress. Each upload of it differs in its first pixels, so
 * that none is a duplicate, while all share the rest in memory.
 */
final class NoiseImage {

  private static final int HEADER = 54;
  private static final int WIDTH = 1000;
  private static final int ROW = WIDTH * 3;
  private static final int MARK = HEADER + Long.BYTES;

  private final byte[] content;
  private final AtomicLong uploads = new AtomicLong(System.nanoTime());

  /** One of about this many bytes, and not more. */
  NoiseImage(int bytes) {
    var height = (bytes - HEADER) / ROW;
    content = new byte[HEADER + height * ROW];
    new Random(bytes).nextBytes(content);
    ByteBuffer.wrap(content)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put((byte) 'B')
        .put((byte) 'M')
        .putInt(content.length)
        .putInt(0)
        .putInt(HEADER)
        .putInt(40)
        .putInt(WIDTH)
        .putInt(height)
        .putShort((short) 1)
        .putShort((short) 24)
        .putInt(0)
        .putInt(height * ROW)
        .putLong(0)
        .putLong(0);
  }

  int size() {
    return content.length;
  }

  byte[] content() {
    return content;
  }

  /** The first bytes of one more upload; {@link #content} goes on after them. */
  byte[] head() {
    var head = new byte[MARK];
    System.arraycopy(content, 0, head, 0, HEADER);
    ByteBuffer.wrap(head).putLong(HEADER, uploads.incrementAndGet());
    return head;
  }
}
