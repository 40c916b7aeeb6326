package dev.safelight.metadata.catalog;

import java.time.Duration;
import java.util.function.Predicate;
import reactor.core.publisher.Mono;

/** Looks again and again, at growing intervals, without holding a thread. */
public class Patience {

  /** More doublings than this would overflow long before any bound of ours is reached. */
  private static final int MOST_DOUBLINGS = 20;

  private final Duration firstPause;
  private final Duration longestPause;

  /** Pauses for so long at first, then for twice as long each time, up to the longest. */
  public Patience(Duration firstPause, Duration longestPause) {
    this.firstPause = firstPause;
    this.longestPause = longestPause;
  }

  /**
   * Looks until what is seen is {@code enough} or {@code limit} is over, then gives what it saw
   * last. Looks at least once.
   */
  public <T> Mono<T> until(Mono<T> look, Predicate<T> enough, Duration limit) {
    if (limit.isZero() || limit.isNegative()) {
      return look;
    }
    return look.filter(enough)
        .repeatWhenEmpty(
            looks ->
                looks
                    .concatMap(count -> Mono.delay(pauseAfter(count)))
                    .takeUntilOther(Mono.delay(limit)))
        .switchIfEmpty(look);
  }

  private Duration pauseAfter(long looks) {
    var pause = firstPause.multipliedBy(1L << Math.min(looks, MOST_DOUBLINGS));
    return pause.compareTo(longestPause) < 0 ? pause : longestPause;
  }
}
