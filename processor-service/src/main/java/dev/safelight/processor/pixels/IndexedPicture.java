package dev.safelight.processor.pixels;

/**
 * A picture of at most 256 colours.
 *
 * @param width in pixels
 * @param height in pixels
 * @param palette 0xAARRGGBB, each wholly opaque but perhaps the last, which is wholly transparent
 * @param indices for each pixel, row by row, its place in the palette
 */
@SuppressWarnings("ArrayRecordComponent") // Handed on once, never compared.
public record IndexedPicture(int width, int height, int[] palette, byte[] indices) {

  /** The place of the transparent colour in the palette, or -1 if there is none. */
  public int transparentIndex() {
    int last = palette.length - 1;
    return palette[last] >>> 24 == 0 ? last : -1;
  }
}
