package dev.safelight.processor.process;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;

/**
 * The colours a picture mainly consists of. Pixels are counted in coarse cells of the colour space;
 * then, from the fullest cell on, each joins the nearest colour found so far or becomes one.
 */
final class Palette {

  private static final int MOST_COLORS = 5;

  /** Colours closer than this look like one: a distance in RGB, of 0 to 441. */
  private static final double SAME = 60;

  /** A smaller part of the picture is no main colour. */
  private static final double LEAST_SHARE = 0.02;

  private Palette() {}

  /** At most five colours, the most frequent first; none for a picture that cannot be seen. */
  static List<String> of(Preview preview) {
    var colors = new ArrayList<Cluster>();
    for (var cell : cells(preview)) {
      colors.stream()
          .filter(color -> color.distance(cell) < SAME)
          .min(Comparator.comparingDouble(color -> color.distance(cell)))
          .ifPresentOrElse(color -> color.add(cell), () -> colors.add(cell));
    }
    double all = colors.stream().mapToDouble(Cluster::weight).sum();
    return colors.stream()
        .filter(color -> color.weight() >= all * LEAST_SHARE)
        .sorted(Comparator.comparingDouble(Cluster::weight).reversed())
        .limit(MOST_COLORS)
        .map(Cluster::css)
        .toList();
  }

  /** The cells in use, the fullest first; ties by place, so that the order is always the same. */
  private static List<Cluster> cells(Preview preview) {
    var cells = new HashMap<Integer, Cluster>();
    for (int argb : preview.argb()) {
      if (argb >>> 24 > 0) {
        cells.computeIfAbsent(argb >> 4 & 0x0F0F0F, Cluster::new).add(argb);
      }
    }
    return cells.values().stream()
        .sorted(
            Comparator.comparingDouble(Cluster::weight).reversed().thenComparingInt(Cluster::place))
        .toList();
  }

  /** Pixels of similar colour. */
  private static final class Cluster {

    private final int place;
    private double red;
    private double green;
    private double blue;
    private double weight;

    Cluster(int place) {
      this.place = place;
    }

    void add(int argb) {
      double opacity = (argb >>> 24) / 255.0;
      red += opacity * (argb >> 16 & 0xFF);
      green += opacity * (argb >> 8 & 0xFF);
      blue += opacity * (argb & 0xFF);
      weight += opacity;
    }

    void add(Cluster other) {
      red += other.red;
      green += other.green;
      blue += other.blue;
      weight += other.weight;
    }

    double distance(Cluster other) {
      return Math.hypot(
          Math.hypot(
              red / weight - other.red / other.weight, green / weight - other.green / other.weight),
          blue / weight - other.blue / other.weight);
    }

    int place() {
      return place;
    }

    double weight() {
      return weight;
    }

    String css() {
      return "#%02x%02x%02x"
          .formatted(
              Math.round(red / weight), Math.round(green / weight), Math.round(blue / weight));
    }
  }
}
