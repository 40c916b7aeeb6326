package dev.safelight.bench.engine;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What a peer did in all rounds.
 *
 * @param peer its name
 * @param rounds one or more
 */
record Score(String peer, List<Round> rounds) {

  double imagesPerSecond() {
    return median(Round::imagesPerSecond);
  }

  double cpuMillisecondsPerImage() {
    return median(Round::cpuMillisecondsPerImage);
  }

  /** The most in any round, in MB of 1,000,000 bytes. */
  long residentMegabytes() {
    return rounds.stream().mapToLong(Round::residentBytes).max().orElse(0) / 1_000_000;
  }

  private double median(ToDoubleFunction<Round> figure) {
    var sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }
}
