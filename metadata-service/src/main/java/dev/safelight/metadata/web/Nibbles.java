package dev.safelight.metadata.web;

/** Half bytes, the lower one of each byte first. */
final class Nibbles {

  private final byte[] bytes;
  private int next;

  Nibbles(byte[] bytes, int fromByte) {
    this.bytes = bytes;
    this.next = 2 * fromByte;
  }

  int next() {
    int nibble = bytes[next / 2] >> (next % 2 * 4) & 15;
    next++;
    return nibble;
  }
}
