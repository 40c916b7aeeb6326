package dev.safelight.processor.process;

import java.util.Arrays;

/**
 * A hash by which pictures that look alike can be found (pHash): 64 low frequencies of the
 * picture's luma, each above their median or not. Scaling, recompression and small changes turn few
 * bits over, at most about ten; unrelated pictures differ in about half of them.
 */
final class PerceptualHash {

  private static final int SIDE = 32;
  private static final int FREQUENCIES = 8;
  private static final double[][] COSINES = cosines();

  private PerceptualHash() {}

  /** The hash, in 16 hexadecimal digits. */
  static String of(Preview preview) {
    var luma = luma(preview);
    var coefficients = new double[FREQUENCIES * FREQUENCIES];
    for (int v = 0; v < FREQUENCIES; v++) {
      for (int u = 0; u < FREQUENCIES; u++) {
        coefficients[v * FREQUENCIES + u] = coefficient(luma, u, v);
      }
    }
    double median = median(coefficients);
    long bits = 0;
    for (double coefficient : coefficients) {
      bits = bits << 1 | (coefficient > median ? 1 : 0);
    }
    return "%016x".formatted(bits);
  }

  /** The picture over white, stretched to a square by averaging what falls into each cell. */
  private static double[][] luma(Preview preview) {
    var cells = new double[SIDE][SIDE];
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        cells[y][x] = cell(preview, x, y);
      }
    }
    return cells;
  }

  private static double cell(Preview preview, int x, int y) {
    int left = x * preview.width() / SIDE;
    int top = y * preview.height() / SIDE;
    int right = Math.max(left + 1, (x + 1) * preview.width() / SIDE);
    int bottom = Math.max(top + 1, (y + 1) * preview.height() / SIDE);
    double sum = 0;
    for (int row = top; row < bottom; row++) {
      for (int column = left; column < right; column++) {
        sum += luma(preview.argb()[row * preview.width() + column]);
      }
    }
    return sum / ((right - left) * (bottom - top));
  }

  private static double luma(int argb) {
    double alpha = (argb >>> 24) / 255.0;
    double luma = 0.299 * (argb >> 16 & 0xFF) + 0.587 * (argb >> 8 & 0xFF) + 0.114 * (argb & 0xFF);
    return alpha * luma + (1 - alpha) * 255;
  }

  /** One coefficient of the DCT; rounded, so that a flat picture's noise of arithmetic is zero. */
  private static double coefficient(double[][] luma, int u, int v) {
    double sum = 0;
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        sum += luma[y][x] * COSINES[u][x] * COSINES[v][y];
      }
    }
    return Math.rint(sum * 1024) / 1024;
  }

  /** Frequencies from 1 on: what is the same everywhere says nothing about shapes. */
  private static double[][] cosines() {
    var cosines = new double[FREQUENCIES][SIDE];
    for (int u = 0; u < FREQUENCIES; u++) {
      for (int x = 0; x < SIDE; x++) {
        cosines[u][x] = Math.cos(Math.PI * (u + 1) * (2 * x + 1) / (2 * SIDE));
      }
    }
    return cosines;
  }

  private static double median(double[] values) {
    var sorted = values.clone();
    Arrays.sort(sorted);
    return (sorted[sorted.length / 2 - 1] + sorted[sorted.length / 2]) / 2;
  }
}
