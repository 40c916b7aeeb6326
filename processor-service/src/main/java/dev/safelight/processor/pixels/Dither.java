package dev.safelight.processor.pixels;

/**
 * Takes for each pixel the nearest colour of a palette, and gives the error to the neighbours that
 * come after it (Floyd and Steinberg, 1976).
 */
final class Dither {

  private static final int CHANNELS = 3;

  private final NearestColor nearest;
  private final int[] palette;
  private final int width;
  private int[] errors;
  private int[] below;

  Dither(int[] palette, int width) {
    this.nearest = new NearestColor(palette);
    this.palette = palette;
    this.width = width;
    this.errors = new int[CHANNELS * (width + 2)];
    this.below = new int[CHANNELS * (width + 2)];
  }

  /** The places in the palette; that of transparent pixels, which are 0, is the last. */
  byte[] indices(int[] argb) {
    var indices = new byte[argb.length];
    for (int i = 0; i < argb.length; i++) {
      int x = i % width;
      if (x == 0) {
        errors = below;
        below = new int[errors.length];
      }
      indices[i] = (byte) (argb[i] == 0 ? palette.length - 1 : index(argb[i], x));
    }
    return indices;
  }

  private int index(int pixel, int x) {
    int wanted = 0;
    for (int channel = 0; channel < CHANNELS; channel++) {
      int error = (errors[CHANNELS * (x + 1) + channel] + 8) >> 4;
      wanted |= Math.clamp(((pixel >> (8 * channel)) & 0xFF) + error, 0, 255) << (8 * channel);
    }
    int index = nearest.index(wanted);
    for (int channel = 0; channel < CHANNELS; channel++) {
      int got = (palette[index] >> (8 * channel)) & 0xFF;
      spread(((wanted >> (8 * channel)) & 0xFF) - got, CHANNELS * (x + 1) + channel);
    }
    return index;
  }

  /** In sixteenths. */
  private void spread(int error, int at) {
    errors[at + CHANNELS] += 7 * error;
    below[at - CHANNELS] += 3 * error;
    below[at] += 5 * error;
    below[at + CHANNELS] += error;
  }
}
