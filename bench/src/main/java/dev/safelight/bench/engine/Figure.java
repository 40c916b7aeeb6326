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

  /** The means of many, for a cell of a table. */
  static String mean(List<Figure> figures) {
    return String.format(
        Locale.ROOT,
        "%.4f (%.1f)",
        figures.stream().mapToDouble(Figure::similarity).average().orElse(0),
        figures.stream().mapToLong(Figure::size).average().orElse(0) / 1000);
  }
}
