package dev.safelight.processor.pixels;

import java.util.Arrays;

/**
 * Looks for the nearest opaque colour of a palette, once for all colours of nearly the same hue.
 */
final class NearestColor {

  private static final short UNKNOWN = -1;

  private final int[] palette;
  private final short[] known = new short[1 << 15];

  NearestColor(int[] palette) {
    this.palette = palette;
    Arrays.fill(known, UNKNOWN);
  }

  int index(int rgb) {
    int bin = MedianCut.bin(rgb);
    if (known[bin] == UNKNOWN) {
      known[bin] = search((rgb & 0xF8F8F8) | 0x040404);
    }
    return known[bin];
  }

  private short search(int rgb) {
    short best = 0;
    int least = Integer.MAX_VALUE;
    for (short i = 0; i < palette.length; i++) {
      int distance = distance(rgb, palette[i]);
      if (palette[i] >>> 24 == 255 && distance < least) {
        least = distance;
        best = i;
      }
    }
    return best;
  }

  /** Eyes see differences of green best and those of blue least. */
  private static int distance(int one, int other) {
    int red = (one >> 16 & 0xFF) - (other >> 16 & 0xFF);
    int green = (one >> 8 & 0xFF) - (other >> 8 & 0xFF);
    int blue = (one & 0xFF) - (other & 0xFF);
    return 3 * red * red + 6 * green * green + blue * blue;
  }
}
