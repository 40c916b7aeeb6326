package dev.safelight.ingest.upload;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import reactor.core.publisher.Mono;

/**
 * Empties quarantine. An original is kept for a while after it is no longer needed, so that a stage
 * to which its event is delivered a second time still finds it.
 */
public class Retention {

  private final Quarantine quarantine;
  private final Duration keep;
  private final KeptOriginals kept;
  private final Clock clock;

  /**
   * Sets the rule.
   *
   * @param keep how long originals are kept once their image is ready or rejected
   * @param kept which of them are kept for longer
   */
  public Retention(Quarantine quarantine, Duration keep, KeptOriginals kept, Clock clock) {
    this.quarantine = quarantine;
    this.keep = keep;
    this.kept = kept;
    this.clock = clock;
  }

  /** Which originals are kept for longer. */
  public KeptOriginals kept() {
    return kept;
  }

  /** How long an original is still to be kept; zero or less if it may go. */
  public Duration remaining(Instant decidedAt) {
    return Duration.between(clock.instant(), decidedAt.plus(keep));
  }

  /** Removes the original of an image; a second time changes nothing. */
  public Mono<Void> remove(UUID imageId) {
    return quarantine.remove(Quarantine.keyOf(imageId));
  }
}
