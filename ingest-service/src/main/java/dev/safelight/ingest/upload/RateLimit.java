package dev.safelight.ingest.upload;

import java.time.Duration;

/**
 * How many uploads are let in. They may come at once; room for more comes back evenly.
 *
 * @param limit most of them in a window; 0 for no limit
 * @param window time in which all of the room comes back
 */
public record RateLimit(long limit, Duration window) {

  /** Whether nothing is limited. */
  public boolean isOff() {
    return limit == 0;
  }
}
