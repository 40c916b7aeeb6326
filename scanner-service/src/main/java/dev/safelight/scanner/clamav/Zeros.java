package dev.safelight.scanner.clamav;

import java.io.InputStream;
import java.util.Arrays;

/** Gives a number of zero bytes without holding them. */
class Zeros extends InputStream {

  private int left;

  Zeros(int count) {
    this.left = count;
  }

  @Override
  public int read() {
    return left-- > 0 ? 0 : -1;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) {
    if (left <= 0) {
      return -1;
    }
    int count = Math.min(left, length);
    Arrays.fill(buffer, offset, offset + count, (byte) 0);
    left -= count;
    return count;
  }
}
