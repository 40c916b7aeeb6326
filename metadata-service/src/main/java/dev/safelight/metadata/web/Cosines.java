package dev.safelight.metadata.web;

/** A channel of a picture as a sum of a few cosines: those below the diagonal of their matrix. */
final class Cosines {

  private final int across;
  private final int down;
  private final double constant;
  private final double[][] factors;

  /**
   * Reads the factors.
   *
   * @param across most waves across, their number plus one
   * @param down most waves down, their number plus one
   * @param constant the mean
   * @param scale the largest factor there can be
   */
  Cosines(int across, int down, double constant, double scale, Nibbles coefficients) {
    this.across = across;
    this.down = down;
    this.constant = constant;
    this.factors = new double[down][across];
    for (int v = 0; v < down; v++) {
      for (int u = first(v); isThere(u, v); u++) {
        factors[v][u] = (coefficients.next() / 7.5 - 1) * scale;
      }
    }
  }

  /** The value at a place; both sides of the picture are π long. */
  double at(double x, double y) {
    double value = constant;
    for (int v = 0; v < down; v++) {
      double wave = 2 * Math.cos(v * y);
      for (int u = first(v); isThere(u, v); u++) {
        value += factors[v][u] * Math.cos(u * x) * wave;
      }
    }
    return value;
  }

  /** The very first is the constant. */
  private static int first(int v) {
    return v == 0 ? 1 : 0;
  }

  private boolean isThere(int u, int v) {
    return u * down < across * (down - v);
  }
}
