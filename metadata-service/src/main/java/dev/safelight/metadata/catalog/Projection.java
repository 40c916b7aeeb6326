package dev.safelight.metadata.catalog;

import reactor.core.publisher.Mono;

/** Turns events into records. */
public interface Projection {

  /**
   * Adds what an event says to the record of its image, which is made if there is none. Events may
   * come in any order and more than once; the record is the same in the end.
   *
   * <p>Fails with {@link CatalogUnavailableException} when the event may not have been kept.
   */
  Mono<Void> apply(ImageEvent event);
}
