package dev.safelight.processor.process;

/**
 * A small picture of the original, from which is learned how it looks.
 *
 * @param width in pixels, at most {@link #MAX_EDGE}
 * @param height in pixels, at most {@link #MAX_EDGE}
 * @param argb sRGB, row by row, 0xAARRGGBB, not premultiplied
 */
@SuppressWarnings("ArrayRecordComponent") // Handed on once, never compared.
public record Preview(int width, int height, int[] argb) {

  /** Enough for every hash there is, and next to nothing to make. */
  public static final int MAX_EDGE = 100;

  /** Refuses sizes that contradict the pixels. */
  public Preview {
    if (width < 1 || height < 1 || width > MAX_EDGE || height > MAX_EDGE) {
      throw new IllegalArgumentException("A preview has at most 100 pixels in each direction");
    }
    if (argb.length != width * height) {
      throw new IllegalArgumentException("A preview has exactly its pixels");
    }
  }
}
