package dev.safelight.bench.engine;

/** Scales down by Lanczos with three lobes, every pixel of the original counted: slow and exact. */
final class Lanczos {

  private static final int LOBES = 3;

  private Lanczos() {}

  /** The picture in another size, at most its own. */
  static Luma scale(Luma picture, int width, int height) {
    return rows(rows(picture, width).transposed(), height).transposed();
  }

  private static Luma rows(Luma picture, int width) {
    if (width == picture.width()) {
      return picture;
    }
    var scaled = new float[width * picture.height()];
    for (int x = 0; x < width; x++) {
      column(picture, scaled, width, x);
    }
    return new Luma(width, picture.height(), scaled);
  }

  private static void column(Luma picture, float[] scaled, int width, int x) {
    double shrink = (double) picture.width() / width;
    double centre = (x + 0.5) * shrink - 0.5;
    int first = (int) Math.ceil(centre - LOBES * shrink);
    var weights = weights(first, (int) Math.floor(centre + LOBES * shrink), centre, shrink);
    for (int y = 0; y < picture.height(); y++) {
      scaled[y * width + x] = weighted(picture, y, first, weights);
    }
  }

  private static double[] weights(int first, int last, double centre, double shrink) {
    var weights = new double[last - first + 1];
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      weights[i] = kernel((first + i - centre) / shrink);
      sum += weights[i];
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] /= sum;
    }
    return weights;
  }

  /** What is beyond the edge is as the edge. */
  private static float weighted(Luma picture, int y, int first, double[] weights) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      int x = Math.clamp(first + i, 0, picture.width() - 1);
      sum += weights[i] * picture.values()[y * picture.width() + x];
    }
    return (float) sum;
  }

  private static double kernel(double distance) {
    return Math.abs(distance) < LOBES ? sinc(distance) * sinc(distance / LOBES) : 0;
  }

  private static double sinc(double x) {
    return x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
  }
}
