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
  private final boolean keepRejected;
  private final Clock clock;

  /**
   * Sets the rule.
   *
   * @param keep how long originals are kept once their image is ready or rejected
   * @param keepRejected whether those of rejected images are kept for good
   */
  public Retention(Quarantine quarantine, Duration keep, boolean keepRejected, Clock clock) {
    this.quarantine = quarantine;
    this.keep = keep;
    this.keepRejected = keepRejected;
    this.clock = clock;
  }

  /** Whether originals of rejected images stay, for analysis. */
  public boolean keepsRejected() {
    return keepRejected;
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
