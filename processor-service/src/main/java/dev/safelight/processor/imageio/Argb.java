package dev.safelight.processor.imageio;

/** Arithmetic of pixels packed as alpha, red, green, blue. */
final class Argb {

  private Argb() {}

  /** Packs the pixel at {@code index} of a row of three samples a pixel. */
  static int pack(int alpha, byte[] rgb, int index) {
    return alpha << 24
        | (rgb[3 * index] & 0xFF) << 16
        | (rgb[3 * index + 1] & 0xFF) << 8
        | (rgb[3 * index + 2] & 0xFF);
  }
}
