package dev.safelight.processor.process;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * What a TIFF says of samples beyond its colours (TIFF 6.0, ExtraSamples). decoders take any such
 * sample for alpha, but one of unspecified meaning is none, and a picture drawn with it has holes.
 */
public final class ExtraSamples {

  private static final int TAG = 338;
  private static final int ENTRY_BYTES = 12;
  private static final int VALUE = 8;
  private static final int UNSPECIFIED = 0;

  private ExtraSamples() {}

  /** Whether the first page has extra samples that are said to mean nothing known. */
  public static boolean areUnspecified(byte[] tiff) {
    var in = ByteBuffer.wrap(tiff);
    in.order(tiff[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    try {
      int directory = in.getInt(4);
      int entries = in.getShort(directory) & 0xFFFF;
      for (int i = 0; i < entries; i++) {
        int entry = directory + 2 + i * ENTRY_BYTES;
        if ((in.getShort(entry) & 0xFFFF) == TAG) {
          return in.getShort(entry + VALUE) == UNSPECIFIED;
        }
      }
      return false;
    } catch (IndexOutOfBoundsException e) {
      // The loader, which goes by the same directory, will say what is wrong with it.
      return false;
    }
  }
}
