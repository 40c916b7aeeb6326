package dev.safelight.bench.engine;

/**
 * Structural similarity of two pictures (Wang, Bovik, Sheikh and Simoncelli, 2004) in luma, over
 * windows of 8 × 8 pixels, four pixels apart: 1 for the same picture, near 0 for unrelated ones.
 */
final class Ssim {

  private static final int WINDOW = 8;
  private static final int STEP = 4;
  private static final double C1 = Math.pow(0.01 * 255, 2);
  private static final double C2 = Math.pow(0.03 * 255, 2);

  private Ssim() {}

  /**
   * Compares.
   *
   * @throws IllegalArgumentException if the sizes differ
   */
  static double of(Luma one, Luma other) {
    if (one.width() != other.width() || one.height() != other.height()) {
      throw new IllegalArgumentException("Only pictures of the same size can be compared");
    }
    double sum = 0;
    int windows = 0;
    for (int top = 0; top == 0 || top + WINDOW <= one.height(); top += STEP) {
      for (int left = 0; left == 0 || left + WINDOW <= one.width(); left += STEP) {
        sum += window(one, other, left, top);
        windows++;
      }
    }
    return sum / windows;
  }

  private static double window(Luma one, Luma other, int left, int top) {
    int right = Math.min(left + WINDOW, one.width());
    int bottom = Math.min(top + WINDOW, one.height());
    double a = 0;
    double b = 0;
    double aa = 0;
    double bb = 0;
    double ab = 0;
    for (int y = top; y < bottom; y++) {
      for (int i = y * one.width() + left; i < y * one.width() + right; i++) {
        double p = one.values()[i];
        double q = other.values()[i];
        a += p;
        b += q;
        aa += p * p;
        bb += q * q;
        ab += p * q;
      }
    }
    return index((right - left) * (bottom - top), a, b, aa, bb, ab);
  }

  /** The formula, from sums over so many pixels. */
  private static double index(int n, double a, double b, double aa, double bb, double ab) {
    double meanA = a / n;
    double meanB = b / n;
    double varianceA = aa / n - meanA * meanA;
    double varianceB = bb / n - meanB * meanB;
    double covariance = ab / n - meanA * meanB;
    return (2 * meanA * meanB + C1)
        * (2 * covariance + C2)
        / ((meanA * meanA + meanB * meanB + C1) * (varianceA + varianceB + C2));
  }
}
