package dev.safelight.metadata.outbox;

import java.time.Duration;
import reactor.core.publisher.Mono;

/**
 * Lets one instance at a time do something. No fence: one that was asleep may believe for a moment
 * that it still has its turn.
 */
public interface Turn {

  /**
   * Takes the turn, or has it for longer.
   *
   * @return whether this instance has it for this long from now; fails when nobody can tell
   */
  Mono<Boolean> take(Duration term);

  /** Lets others have it; nothing happens where another has it already. */
  Mono<Void> giveBack();
}
