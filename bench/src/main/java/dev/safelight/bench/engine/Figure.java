package dev.safelight.bench.engine;

import java.util.List;
import java.util.Locale;

/**
 * What is said of one variant of one photo.
 *
 * @param similarity SSIM to its reference
 * @param size in bytes
 */
record Figure(double similarity, long size) {

  /**
   * What is said of many, for a cell of a table: the median SSIM, the lowest, and the mean size. A
   * mean SSIM would tell of the one photo whose colours or transparency a peer reads otherwise.
   */
  static String summary(List<Figure> figures) {
    var sorted = figures.stream().mapToDouble(Figure::similarity).sorted().toArray();
    return String.format(
        Locale.ROOT,
        "%.4f, %.2f, %.1f",
        sorted[sorted.length / 2],
        sorted[0],
        figures.stream().mapToLong(Figure::size).average().orElse(0) / 1000);
  }
}
