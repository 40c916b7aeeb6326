package dev.safelight.imageheader;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/**
 * Reads numbers at any place of a file with bounded memory and bounded work: one window of bytes is
 * kept, places outside of the file are a cut-off image, and only so many steps may be taken.
 */
final class HeaderInput {

  private static final int WINDOW_BYTES = 4096;

  /** Enough for the blocks of a GIF of 250 MB; a moment's work. */
  private static final int MAX_STEPS = 1_000_000;

  /** Where bytes come from. */
  @FunctionalInterface
  private interface Source {
    int read(ByteBuffer into, long at) throws IOException;
  }

  private final Source source;
  private final long size;
  private final ByteBuffer window;
  private long windowStart;
  private int steps;

  private HeaderInput(Source source, long size, ByteBuffer window) {
    this.source = source;
    this.size = size;
    this.window = window;
  }

  static HeaderInput of(SeekableByteChannel channel) throws IOException {
    return new HeaderInput(
        (into, at) -> channel.position(at).read(into),
        channel.size(),
        ByteBuffer.allocate(WINDOW_BYTES).limit(0));
  }

  static HeaderInput of(byte[] content) {
    return new HeaderInput((into, at) -> -1, content.length, ByteBuffer.wrap(content));
  }

  /** Length of the file in bytes. */
  long size() {
    return size;
  }

  /**
   * Counts one part of the file that was walked over; every loop over parts calls it.
   *
   * @throws MalformedImageException when there are more than any honest image has
   */
  void step() {
    if (++steps > MAX_STEPS) {
      throw new MalformedImageException("The image consists of more than a million parts");
    }
  }

  /** Fails unless {@code length} bytes follow at {@code at}. */
  void require(long at, long length) {
    if (at < 0 || length < 0 || at > size - length) {
      throw cutOff();
    }
  }

  /** Whether these bytes stand at {@code at}; false where the file is too short for them. */
  boolean matches(long at, int... bytes) throws IOException {
    if (at < 0 || at > size - bytes.length) {
      return false;
    }
    for (int i = 0; i < bytes.length; i++) {
      if (u8(at + i) != bytes[i]) {
        return false;
      }
    }
    return true;
  }

  /** Whether this ASCII text stands at {@code at}. */
  boolean matches(long at, String ascii) throws IOException {
    return matches(at, ascii.chars().toArray());
  }

  int u8(long at) throws IOException {
    if (at < 0 || at >= size) {
      throw cutOff();
    }
    if (at < windowStart || at >= windowStart + window.limit()) {
      fill(at);
    }
    return window.get((int) (at - windowStart)) & 0xFF;
  }

  int u16be(long at) throws IOException {
    return u8(at) << 8 | u8(at + 1);
  }

  int u16le(long at) throws IOException {
    return u8(at) | u8(at + 1) << 8;
  }

  int u24le(long at) throws IOException {
    return u16le(at) | u8(at + 2) << 16;
  }

  long u32be(long at) throws IOException {
    return (long) u16be(at) << 16 | u16be(at + 2);
  }

  long u32le(long at) throws IOException {
    return u16le(at) | (long) u16le(at + 2) << 16;
  }

  int i32le(long at) throws IOException {
    return u16le(at) | u16le(at + 2) << 16;
  }

  private void fill(long at) throws IOException {
    window.clear();
    int read = 0;
    while (window.hasRemaining() && read >= 0) {
      read = source.read(window, at + window.position());
    }
    window.flip();
    windowStart = at;
    if (window.limit() == 0) {
      throw cutOff();
    }
  }

  private MalformedImageException cutOff() {
    return new MalformedImageException(
        "The image is cut off: it stops after %d bytes, which is not its end".formatted(size));
  }
}
