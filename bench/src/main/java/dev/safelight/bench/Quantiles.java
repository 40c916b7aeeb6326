package dev.safelight.bench;

import java.util.List;

/** Quantiles by the nearest rank. */
public final class Quantiles {

  private Quantiles() {}

  /** The value that so large a part of the values does not exceed; {@code part} is from 0 to 1. */
  public static double of(List<Double> values, double part) {
    var sorted = values.stream().sorted().toList();
    var rank = (int) Math.ceil(part * sorted.size());
    return sorted.get(Math.max(rank, 1) - 1);
  }
}
