package dev.safelight.processor.process;

import java.nio.ByteBuffer;

/**
 * What a TIFF says of samples beyond its colours (TIFF 6.0, ExtraSamples). decoders take any such
 * sample for alpha, but one of unspecified meaning is none, and a picture drawn with it has holes.
 */
public final class ExtraSamples {

  private static final int TAG = 338;
  private static final int UNSPECIFIED = 0;

  private ExtraSamples() {}

  /** Whether the first page has extra samples that are said to mean nothing known. */
  public static boolean areUnspecified(byte[] tiff) {
    try {
      var meaning = TiffDirectory.value(ByteBuffer.wrap(tiff), TAG);
      return meaning.isPresent() && meaning.getAsInt() == UNSPECIFIED;
    } catch (IndexOutOfBoundsException e) {
      // The loader, which goes by the same directory, will say what is wrong with it.
      return false;
    }
  }
}
