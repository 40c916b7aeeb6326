package dev.safelight.standalone.supervisor;

import java.time.Duration;

/**
 * How long to wait before a part that died is started again: doubling from the first pause up to a
 * cap, without end.
 *
 * @param first pause after the first death
 * @param cap longest pause; a part that lived longer than this is taken to be well again
 */
public record BackOff(Duration first, Duration cap) {

  /** Half a second to half a minute. */
  public static final BackOff USUAL = new BackOff(Duration.ofMillis(500), Duration.ofSeconds(30));

  /** The pause after so many deaths in a row, counted from one. */
  Duration after(int deaths) {
    var doubled = first.multipliedBy(1L << Math.min(deaths - 1, 16));
    return doubled.compareTo(cap) < 0 ? doubled : cap;
  }
}
