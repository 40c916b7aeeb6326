package dev.safelight.processor.jpeg;

/**
 * Reads the bits of entropy-coded data up to the next marker. What is read beyond it are zeros,
 * until {@link #requireNotOverrun} is asked.
 */
final class BitReader {

  private final byte[] data;
  private int at;
  private long bits;
  private int count;
  private int invented;

  BitReader(byte[] data, int at) {
    this.data = data;
    this.at = at;
  }

  /** Where the next marker is, at the earliest. */
  int position() {
    return at;
  }

  /** Makes sure that at least 48 bits can be read. */
  void fill() {
    while (count <= 48) {
      int next = at < data.length ? data[at] & 0xFF : 0xFF;
      if (next == 0xFF) {
        next = escaped();
      } else {
        at++;
      }
      bits = bits << 8 | next;
      count += 8;
    }
  }

  /** 0xFF is followed by 0 if it is data, and begins a marker otherwise. */
  private int escaped() {
    if (at + 1 < data.length && data[at + 1] == 0) {
      at += 2;
      return 0xFF;
    }
    invented += 8;
    return 0;
  }

  int peek(int length) {
    return (int) (bits >>> (count - length)) & ((1 << length) - 1);
  }

  void skip(int length) {
    count -= length;
  }

  int read(int length) {
    count -= length;
    return (int) (bits >>> count) & ((1 << length) - 1);
  }

  /** A number of that many bits, of which the lower half is negative (T.81, F.2.2.1). */
  int readSigned(int length) {
    int value = read(length);
    return value < 1 << (length - 1) ? value - (1 << length) + 1 : value;
  }

  boolean isAtEnd() {
    return count <= invented;
  }

  /**
   * Refuses data of which more was read than there is.
   *
   * @throws JpegException if so
   */
  void requireNotOverrun() {
    if (count < invented) {
      throw JpegException.cutOff();
    }
  }

  /**
   * Goes on behind a restart marker.
   *
   * @throws JpegException if there is another one or none
   */
  void restart(int number) {
    while (at + 1 < data.length && !isMarker()) {
      at++;
    }
    if (at + 1 >= data.length) {
      throw JpegException.cutOff();
    }
    if ((data[at + 1] & 0xFF) != 0xD0 + number) {
      throw JpegException.damaged("A restart marker is missing");
    }
    at += 2;
    bits = 0;
    count = 0;
    invented = 0;
  }

  private boolean isMarker() {
    return data[at] == (byte) 0xFF && data[at + 1] != 0 && data[at + 1] != (byte) 0xFF;
  }
}
