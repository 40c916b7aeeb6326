package dev.safelight.processor.pixels;

import java.util.Arrays;

/**
 * Makes pictures smaller: averages blocks of pixels as long as enough is left, then filters by
 * {@link Taps}, first down the columns of one row, then along that row.
 */
public final class Resampler {

  /** Blocks are averaged as long as this many times the size is left; more blurs, less is slow. */
  private static final double SPARE = 1.5;

  /** Between both filters samples keep so many bits of their fractions. */
  private static final int FRACTION = 6;

  private static final int DOWN = Taps.SHIFT - FRACTION;
  private static final int ALONG = Taps.SHIFT + FRACTION;

  private final Picture picture;
  private final Taps columns;
  private final Taps rows;
  private final boolean hasAlpha;
  private final int[] red;
  private final int[] green;
  private final int[] blue;
  private final int[] alpha;
  private final long[] redBlue;
  private final long[] alphaGreen;

  private Resampler(Picture picture, Taps columns, Taps rows) {
    this.picture = picture;
    this.columns = columns;
    this.rows = rows;
    this.hasAlpha = picture.hasAlpha();
    int width = picture.width();
    this.red = new int[width];
    this.green = new int[width];
    this.blue = new int[width];
    this.alpha = new int[hasAlpha ? width : 0];
    this.redBlue = new long[width];
    this.alphaGreen = new long[width];
  }

  /**
   * Scales a picture.
   *
   * @param width in pixels, at most that of the picture
   * @param height in pixels, at most that of the picture
   */
  public static Picture scale(Picture picture, int width, int height) {
    return scale(picture, Area.of(picture), width, height);
  }

  /**
   * Scales a part of a picture.
   *
   * @param width in pixels, at most that of the part
   * @param height in pixels, at most that of the part
   */
  public static Picture scale(Picture picture, Area part, int width, int height) {
    if (part.width() == width && part.height() == height && Area.of(picture).equals(part)) {
      return picture;
    }
    return Premultiplied.undo(shrunk(Premultiplied.of(picture), part, width, height));
  }

  private static Picture shrunk(Picture picture, Area part, int width, int height) {
    int across = factor(part.width() / width);
    int down = factor(part.height() / height);
    if (across > 1 || down > 1) {
      var shrunk = Shrink.by(across, down, picture);
      return shrunk(shrunk, part.shrunk(across, down), width, height);
    }
    var columns = new Taps(picture.width(), part.left(), part.width(), width);
    var rows = new Taps(picture.height(), part.top(), part.height(), height);
    return new Resampler(picture, columns, rows).filtered();
  }

  private static int factor(double scale) {
    return Math.clamp((long) (scale / SPARE), 1, Shrink.MAX_FACTOR);
  }

  private Picture filtered() {
    int width = columns.first.length;
    int height = rows.first.length;
    var argb = new int[Math.multiplyExact(width, height)];
    for (int y = 0; y < height; y++) {
      filterDown(y);
      spread();
      for (int x = 0; x < width; x++) {
        argb[y * width + x] = filterAlong(x);
      }
    }
    return new Picture(width, height, hasAlpha, argb);
  }

  private void filterDown(int y) {
    Arrays.fill(red, 0);
    Arrays.fill(green, 0);
    Arrays.fill(blue, 0);
    Arrays.fill(alpha, 0);
    for (int tap = 0; tap < rows.count; tap++) {
      int weight = rows.weights[y * rows.count + tap];
      if (weight != 0) {
        add(rows.first[y] + tap, weight);
      }
    }
  }

  /** Simple loops over whole rows, which the compiler turns into vector instructions. */
  private void add(int row, int weight) {
    int[] argb = picture.argb();
    int from = row * picture.width();
    for (int x = 0; x < red.length; x++) {
      int pixel = argb[from + x];
      red[x] += weight * (pixel >> 16 & 0xFF);
      green[x] += weight * (pixel >> 8 & 0xFF);
      blue[x] += weight * (pixel & 0xFF);
    }
    for (int x = 0; x < alpha.length; x++) {
      alpha[x] += weight * (argb[from + x] >>> 24);
    }
  }

  /** Packs two channels into one long each, so that one multiplication weighs both. */
  private void spread() {
    for (int x = 0; x < red.length; x++) {
      redBlue[x] = ((long) (red[x] >> DOWN) << 32) + (blue[x] >> DOWN);
    }
    if (hasAlpha) {
      for (int x = 0; x < green.length; x++) {
        alphaGreen[x] = ((long) (alpha[x] >> DOWN) << 32) + (green[x] >> DOWN);
      }
    } else {
      for (int x = 0; x < green.length; x++) {
        alphaGreen[x] = green[x] >> DOWN;
      }
    }
  }

  private int filterAlong(int x) {
    int first = columns.first[x];
    int weights = x * columns.count;
    long rb = 0;
    long ag = 0;
    for (int tap = 0; tap < columns.count; tap++) {
      long weight = columns.weights[weights + tap];
      rb += redBlue[first + tap] * weight;
      ag += alphaGreen[first + tap] * weight;
    }
    int most = hasAlpha ? sample(upper(ag), 255) : 255;
    return most << 24
        | sample(upper(rb), most) << 16
        | sample((int) ag, most) << 8
        | sample((int) rb, most);
  }

  /** The lower half was added with its sign, so it may have borrowed from the upper one. */
  private static int upper(long both) {
    return (int) ((both - (int) both) >> 32);
  }

  private static int sample(int weighted, int most) {
    return Math.max(0, Math.min(most, (weighted + (1 << (ALONG - 1))) >> ALONG));
  }
}
