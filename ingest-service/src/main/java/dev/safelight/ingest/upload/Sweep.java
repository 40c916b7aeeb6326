package dev.safelight.ingest.upload;

import reactor.core.publisher.Mono;

/** One kind of abandoned thing, and how to be rid of it. */
public interface Sweep {

  /** What it removes, for logs and metrics, such as {@code expired-uploads}. */
  String name();

  /**
   * Removes what is abandoned by now. Does no harm when it runs twice, or on two instances at once.
   *
   * @return how many things it removed
   */
  Mono<Long> sweep();
}
