package dev.safelight.processor.pixels;

import java.util.List;
import java.util.function.IntConsumer;

/** A part of the colour space whose axes have 32 steps each; it holds at least one pixel. */
final class ColorBox {

  private static final int STEPS = 32;
  private static final int AXES = 3;

  private final long[] counts;
  private final int[] low;
  private final int[] high;
  private final int widest;
  private final double mean;
  private final double variation;

  private ColorBox(long[] counts, int[] low, int[] high) {
    this.counts = counts;
    this.low = low;
    this.high = high;
    var moments = new double[AXES][];
    int widestAxis = 0;
    for (int axis = 0; axis < AXES; axis++) {
      moments[axis] = moments(axis);
      widestAxis = moments[axis][1] > moments[widestAxis][1] ? axis : widestAxis;
    }
    this.widest = widestAxis;
    this.mean = moments[widestAxis][0];
    this.variation = moments[widestAxis][1];
  }

  static ColorBox all(long[] counts) {
    return new ColorBox(counts, new int[AXES], new int[] {STEPS - 1, STEPS - 1, STEPS - 1});
  }

  /** The sum of squared distances from the mean along the axis where it is largest. */
  double variation() {
    return variation;
  }

  /** Both parts at the sides of the mean; there are pixels in each if there is any variation. */
  List<ColorBox> halves() {
    var below = high.clone();
    below[widest] = (int) Math.floor(mean);
    var above = low.clone();
    above[widest] = below[widest] + 1;
    return List.of(new ColorBox(counts, low, below), new ColorBox(counts, above, high));
  }

  void forEachBin(IntConsumer action) {
    for (int red = low[0]; red <= high[0]; red++) {
      for (int green = low[1]; green <= high[1]; green++) {
        for (int blue = low[2]; blue <= high[2]; blue++) {
          action.accept(red << 10 | green << 5 | blue);
        }
      }
    }
  }

  private double[] moments(int axis) {
    int shift = 10 - 5 * axis;
    var sums = new long[3];
    forEachBin(
        bin -> {
          long place = bin >> shift & (STEPS - 1);
          sums[0] += counts[bin];
          sums[1] += counts[bin] * place;
          sums[2] += counts[bin] * place * place;
        });
    double average = (double) sums[1] / sums[0];
    return new double[] {average, Math.max(0, sums[2] - sums[1] * average)};
  }
}
