package dev.safelight.processor.process;

import java.util.ArrayList;
import java.util.List;

/**
 * The lowest frequencies of one channel of a picture.
 *
 * @param mean the constant term
 * @param scale largest magnitude of any other term
 * @param terms the other terms, from 0 (minus the scale) to 1 (plus the scale)
 */
record ThumbHashChannel(double mean, double scale, List<Double> terms) {

  /**
   * Transforms a channel; frequencies above the diagonal of {@code columns × rows} are left out.
   */
  static ThumbHashChannel of(double[] channel, int width, int height, int columns, int rows) {
    double mean = 0;
    double scale = 0;
    var terms = new ArrayList<Double>();
    for (int v = 0; v < rows; v++) {
      for (int u = 0; u * rows < columns * (rows - v); u++) {
        double term = term(channel, width, height, u, v);
        if (u == 0 && v == 0) {
          mean = term;
        } else {
          terms.add(term);
          scale = Math.max(scale, Math.abs(term));
        }
      }
    }
    double largest = scale;
    terms.replaceAll(term -> largest == 0 ? 0 : 0.5 + 0.5 / largest * term);
    return new ThumbHashChannel(mean, scale, terms);
  }

  private static double term(double[] channel, int width, int height, int u, int v) {
    double sum = 0;
    for (int y = 0; y < height; y++) {
      double row = 0;
      for (int x = 0; x < width; x++) {
        row += channel[y * width + x] * Math.cos(Math.PI / width * u * (x + 0.5));
      }
      sum += row * Math.cos(Math.PI / height * v * (y + 0.5));
    }
    return sum / (width * height);
  }
}
