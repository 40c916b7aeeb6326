package dev.safelight.metadata.web;

/**
 * A picture of at most 32 pixels each way that is told in about 25 bytes: a few cosines of its
 * lightness, of two differences of colours and of its opacity (ThumbHash by Evan Wallace).
 */
final class ThumbHash {

  private static final int EDGE = 32;

  /** Makes up for what rounding takes from the colours. */
  private static final double MORE_COLOR = 1.25;

  private final int width;
  private final int height;
  private final boolean hasAlpha;
  private final Cosines lightness;
  private final Cosines yellowBlue;
  private final Cosines redGreen;
  private final Cosines opacity;

  /**
   * Reads a hash.
   *
   * @throws IndexOutOfBoundsException if it is too short
   */
  ThumbHash(byte[] hash) {
    int first = bits(hash, 0, 3);
    int second = bits(hash, 3, 2);
    boolean landscape = second >> 15 == 1;
    hasAlpha = first >> 23 == 1;
    int most = hasAlpha ? 5 : 7;
    int least = Math.max(1, second & 7);
    width = landscape ? EDGE : (int) Math.round((double) EDGE * least / most);
    height = landscape ? (int) Math.round((double) EDGE * least / most) : EDGE;
    int across = Math.max(3, landscape ? most : least);
    int down = Math.max(3, landscape ? least : most);
    var coefficients = new Nibbles(hash, hasAlpha ? 6 : 5);
    lightness =
        new Cosines(across, down, (first & 63) / 63.0, (first >> 18 & 31) / 31.0, coefficients);
    yellowBlue =
        new Cosines(
            3,
            3,
            (first >> 6 & 63) / 31.5 - 1,
            (second >> 3 & 63) / 63.0 * MORE_COLOR,
            coefficients);
    redGreen =
        new Cosines(
            3,
            3,
            (first >> 12 & 63) / 31.5 - 1,
            (second >> 9 & 63) / 63.0 * MORE_COLOR,
            coefficients);
    opacity =
        hasAlpha
            ? new Cosines(5, 5, (hash[5] & 15) / 15.0, (hash[5] >> 4 & 15) / 15.0, coefficients)
            : new Cosines(1, 1, 1, 0, coefficients);
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  boolean hasAlpha() {
    return hasAlpha;
  }

  /** The pixel in a column of a row, 0xAARRGGBB, not premultiplied. */
  int argb(int column, int row) {
    double x = Math.PI * (column + 0.5) / width;
    double y = Math.PI * (row + 0.5) / height;
    double light = lightness.at(x, y);
    double green = redGreen.at(x, y);
    double blue = light - 2.0 / 3 * yellowBlue.at(x, y);
    double red = (3 * light - blue + green) / 2;
    return level(opacity.at(x, y)) << 24 | level(red) << 16 | level(red - green) << 8 | level(blue);
  }

  private static int level(double part) {
    return (int) (255 * Math.clamp(part, 0.0, 1.0));
  }

  private static int bits(byte[] hash, int from, int count) {
    int bits = 0;
    for (int i = count - 1; i >= 0; i--) {
      bits = bits << 8 | (hash[from + i] & 0xFF);
    }
    return bits;
  }
}
