package dev.safelight.ingest.upload.ledger;

import reactor.core.publisher.Mono;

/** How far the ledger has heard what was announced. */
@FunctionalInterface
public interface Progress {

  /**
   * Whether the ledger has every announcement that the broker had when this was subscribed to;
   * waits a little for those that are on their way.
   */
  Mono<Boolean> caughtUp();
}
