package dev.safelight.processor.pixels;

/**
 * Which pixels of a line each pixel of a shorter line is made of, and how much of each: Lanczos'
 * kernel of three lobes, stretched to the size of the new pixels.
 */
final class Taps {

  /** Weights of one pixel sum up to {@code 1 << SHIFT}. */
  static final int SHIFT = 14;

  private static final double LOBES = 3;

  final int count;
  final int[] first;
  final int[] weights;

  /**
   * The taps for a line.
   *
   * @param source number of pixels that there are
   * @param start where the part begins of which the line is to be made, in pixels
   * @param extent length of that part in pixels
   * @param target number of pixels to be made, at most {@code extent}
   */
  Taps(int source, double start, double extent, int target) {
    double scale = extent / target;
    this.count = Math.min(source, 2 * (int) Math.ceil(LOBES * scale) + 1);
    this.first = new int[target];
    this.weights = new int[target * count];
    for (int i = 0; i < target; i++) {
      double centre = start + (i + 0.5) * scale - 0.5;
      int leftmost = (int) Math.ceil(centre - LOBES * scale);
      first[i] = Math.clamp(leftmost, 0, source - count);
      weigh(i, centre, scale, source);
    }
  }

  /** What would lie outside of the line is left out, and the others weigh the more. */
  private void weigh(int target, double centre, double scale, int source) {
    var exact = new double[count];
    double sum = 0;
    for (int tap = 0; tap < count && first[target] + tap < source; tap++) {
      exact[tap] = lanczos((first[target] + tap - centre) / scale);
      sum += exact[tap];
    }
    int rest = 1 << SHIFT;
    int heaviest = target * count;
    for (int tap = 0; tap < count; tap++) {
      int at = target * count + tap;
      weights[at] = (int) Math.round(exact[tap] / sum * (1 << SHIFT));
      rest -= weights[at];
      heaviest = weights[at] > weights[heaviest] ? at : heaviest;
    }
    weights[heaviest] += rest;
  }

  private static double lanczos(double x) {
    if (x == 0) {
      return 1;
    }
    if (Math.abs(x) >= LOBES) {
      return 0;
    }
    double angle = Math.PI * x;
    return LOBES * Math.sin(angle) * Math.sin(angle / LOBES) / (angle * angle);
  }
}
