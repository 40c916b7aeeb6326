package dev.safelight.processor.fuzz;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;

/** How often each outcome was. Safe for use by many threads. */
public final class Tally {

  private static final int MILESTONE = 1000;

  private final Map<String, AtomicInteger> counts = new ConcurrentSkipListMap<>();

  void count(String outcome) {
    add(outcome, 1);
    if (total() % MILESTONE == 0) {
      System.out.println(total() + " files judged");
    }
  }

  /** How often it was. */
  public int of(String outcome) {
    var count = counts.get(outcome);
    return count == null ? 0 : count.get();
  }

  /** How many there were in all. */
  public int total() {
    return counts.values().stream().mapToInt(AtomicInteger::get).sum();
  }

  /** Both together. */
  public Tally plus(Tally other) {
    var sum = new Tally();
    counts.forEach((outcome, count) -> sum.add(outcome, count.get()));
    other.counts.forEach((outcome, count) -> sum.add(outcome, count.get()));
    return sum;
  }

  private void add(String outcome, int count) {
    counts.computeIfAbsent(outcome, o -> new AtomicInteger()).addAndGet(count);
  }

  @Override
  public String toString() {
    var table = new StringBuilder("| outcome | files |\n|---|---|\n");
    counts.forEach(
        (outcome, count) -> table.append("| %s | %d |\n".formatted(outcome, count.get())));
    return table.toString();
  }
}
