package dev.safelight.processor.pixels;

/**
 * Averages blocks of pixels. Two channels are summed up at once in the halves of one integer, so a
 * block has at most 16 × 16 pixels.
 */
final class Shrink {

  static final int MAX_FACTOR = 16;

  private static final int LANES = 0x00FF00FF;

  /** Sums of at most 256 bytes times the inverses of their counts fill 31 bits. */
  private static final int SHIFT = 20;

  private static final int[] INVERSES = inverses();

  private final Picture picture;
  private final int across;
  private final int down;
  private final int width;
  private final int height;
  private final int[] redBlue;
  private final int[] alphaGreen;

  private Shrink(Picture picture, int across, int down) {
    this.picture = picture;
    this.across = across;
    this.down = down;
    this.width = Math.ceilDiv(picture.width(), across);
    this.height = Math.ceilDiv(picture.height(), down);
    this.redBlue = new int[picture.width()];
    this.alphaGreen = new int[picture.width()];
  }

  /**
   * Makes one pixel of {@code across × down}; of fewer at the right and at the bottom, where the
   * size is no multiple.
   */
  static Picture by(int across, int down, Picture premultiplied) {
    if (across == 1 && down == 1) {
      return premultiplied;
    }
    return new Shrink(premultiplied, across, down).shrunk();
  }

  private Picture shrunk() {
    var argb = new int[width * height];
    for (int y = 0; y < height; y++) {
      int rows = Math.min(down, picture.height() - y * down);
      sumUp(y * down, rows);
      average(argb, y * width, rows);
    }
    return new Picture(width, height, picture.hasAlpha(), argb);
  }

  /** Simple loops over whole rows, which the compiler turns into vector instructions. */
  private void sumUp(int top, int rows) {
    int[] argb = picture.argb();
    int length = picture.width();
    int first = top * length;
    for (int x = 0; x < length; x++) {
      redBlue[x] = argb[first + x] & LANES;
      alphaGreen[x] = argb[first + x] >>> 8 & LANES;
    }
    for (int y = 1; y < rows; y++) {
      int row = first + y * length;
      for (int x = 0; x < length; x++) {
        redBlue[x] += argb[row + x] & LANES;
        alphaGreen[x] += argb[row + x] >>> 8 & LANES;
      }
    }
  }

  private void average(int[] argb, int row, int rows) {
    int whole = picture.width() / across;
    for (int x = 0; x < whole; x++) {
      argb[row + x] = average(x * across, across, across * rows);
    }
    if (whole < width) {
      int rest = picture.width() - whole * across;
      argb[row + whole] = average(whole * across, rest, rest * rows);
    }
  }

  private int average(int from, int columns, int count) {
    int rb = 0;
    int ag = 0;
    for (int i = from; i < from + columns; i++) {
      rb += redBlue[i];
      ag += alphaGreen[i];
    }
    int inverse = INVERSES[count];
    int half = count / 2;
    return divided((ag >>> 16) + half, inverse) << 24
        | divided((rb >>> 16) + half, inverse) << 16
        | divided((ag & 0xFFFF) + half, inverse) << 8
        | divided((rb & 0xFFFF) + half, inverse);
  }

  private static int divided(int sum, int inverse) {
    return (sum * inverse) >>> SHIFT;
  }

  private static int[] inverses() {
    var inverses = new int[MAX_FACTOR * MAX_FACTOR + 1];
    for (int count = 1; count < inverses.length; count++) {
      inverses[count] = (1 << SHIFT) / count + 1;
    }
    return inverses;
  }
}
