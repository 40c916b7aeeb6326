package dev.safelight.processor.process;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.OptionalInt;

/**
 * Looks into the first directory of a TIFF (TIFF 6.0, section 2), of which Exif blocks are made
 * too.
 */
final class TiffDirectory {

  private static final int SHORT = 3;
  private static final int ENTRY_BYTES = 12;

  private TiffDirectory() {}

  /**
   * The first value of a field of short or long values, if it is there.
   *
   * @throws IndexOutOfBoundsException if the directory is broken
   */
  static OptionalInt value(ByteBuffer tiff, int tag) {
    tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int directory = tiff.getInt(4);
    int entries = tiff.getShort(directory) & 0xFFFF;
    for (int i = 0; i < entries; i++) {
      int entry = directory + 2 + i * ENTRY_BYTES;
      if (tiff.getShort(entry) == tag) {
        boolean isShort = tiff.getShort(entry + 2) == SHORT;
        return OptionalInt.of(isShort ? tiff.getShort(entry + 8) : tiff.getInt(entry + 8));
      }
    }
    return OptionalInt.empty();
  }
}
