package dev.safelight.processor.jpeg;

import java.util.List;

/** Puts the samples of all components together to pixels. */
final class Assembly {

  private static final int OPAQUE = 0xFF000000;
  private static final int CENTRE = 128;
  private static final int HALF = 1 << 15;

  private final Frame frame;
  private final List<Upsampler> colors;
  private final int[] pixels;
  private final int width;

  Assembly(Frame frame) {
    this.frame = frame;
    this.colors = frame.components().stream().map(part -> new Upsampler(part, frame)).toList();
    this.width = frame.size().width();
    this.pixels = new int[Math.multiplyExact(width, frame.size().height())];
  }

  /**
   * All pixels.
   *
   * @param luma whether the first three components are brightness and differences of colour
   * @param inverted whether 255 means no ink
   */
  int[] pixels(boolean luma, boolean inverted) {
    for (int y = 0; y < frame.size().height(); y++) {
      switch (colors.size()) {
        case 1 -> gray(y);
        case 3 -> colors(y, luma);
        default -> inks(y, luma, inverted);
      }
    }
    return pixels;
  }

  private void gray(int y) {
    byte[] samples = colors.getFirst().samples(y);
    int from = colors.getFirst().offset(y);
    int to = y * width;
    for (int x = 0; x < width; x++) {
      pixels[to + x] = OPAQUE | 0x010101 * (samples[from + x] & 0xFF);
    }
  }

  private void colors(int y, boolean luma) {
    byte[] one = colors.get(0).samples(y);
    byte[] two = colors.get(1).samples(y);
    byte[] three = colors.get(2).samples(y);
    int oneAt = colors.get(0).offset(y);
    int twoAt = colors.get(1).offset(y);
    int threeAt = colors.get(2).offset(y);
    if (luma) {
      fromLuma(one, oneAt, two, twoAt, three, threeAt, y * width);
      return;
    }
    for (int x = 0, to = y * width; x < width; x++, to++) {
      pixels[to] =
          OPAQUE
              | (one[oneAt + x] & 0xFF) << 16
              | (two[twoAt + x] & 0xFF) << 8
              | (three[threeAt + x] & 0xFF);
    }
  }

  /** JFIF: ITU-R BT.601 with the full range of bytes; a simple loop, to become vectors. */
  private void fromLuma(
      byte[] luma, int lumaAt, byte[] blue, int blueAt, byte[] red, int redAt, int to) {
    for (int x = 0; x < width; x++) {
      int y = (luma[lumaAt + x] & 0xFF) << 16;
      int cb = (blue[blueAt + x] & 0xFF) - CENTRE;
      int cr = (red[redAt + x] & 0xFF) - CENTRE;
      int r = (y + 91881 * cr + HALF) >> 16;
      int g = (y - 22554 * cb - 46802 * cr + HALF) >> 16;
      int b = (y + 116130 * cb + HALF) >> 16;
      pixels[to + x] =
          OPAQUE
              | Math.max(0, Math.min(255, r)) << 16
              | Math.max(0, Math.min(255, g)) << 8
              | Math.max(0, Math.min(255, b));
    }
  }

  /** YCCK is told as if the inks were the light that they leave. */
  private void inks(int y, boolean luma, boolean inverted) {
    colors(y, luma);
    byte[] blacks = colors.get(3).samples(y);
    int from = colors.get(3).offset(y);
    int flip = inverted ? -1 : 0;
    int flipInks = luma ? ~flip : flip;
    for (int x = 0, to = y * width; x < width; x++, to++) {
      int black = (blacks[from + x] ^ flip) & 0xFF;
      pixels[to] = (pixels[to] ^ flipInks) << 8 | black;
    }
  }
}
