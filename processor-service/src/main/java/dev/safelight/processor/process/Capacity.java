package dev.safelight.processor.process;

import java.time.Duration;

/**
 * How much is done at the same time, and how long it may take.
 *
 * @param workers images developed at the same time
 * @param timeLimit longest that one image may be developed
 */
public record Capacity(int workers, Duration timeLimit) {

  /** Reading an original and storing what was made of it, over a store that is slow. */
  private static final Duration TRANSFER = Duration.ofMinutes(5);

  /**
   * Images taken on at the same time: for each that is developed, another one whose original is
   * being read or whose variants are being stored, so that workers need not wait for the store.
   * Also the most originals that are in memory, but for one that is developed again.
   */
  public int images() {
    return 2 * workers;
  }

  /**
   * Longest from taking an image on to its outcome: it may have to wait for another one and for one
   * that is developed again, each of the three may be tried twice, and it has to be read and
   * stored.
   */
  public Duration longest() {
    return timeLimit.multipliedBy(6).plus(TRANSFER);
  }
}
