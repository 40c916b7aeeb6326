package dev.safelight.metadata.catalog;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Announcements that are decided but perhaps not made yet. Everything here fails with {@link
 * CatalogUnavailableException} when it can't be reached.
 */
public interface Outbox {

  /** Some of what waits to be announced. */
  Flux<DeletedImage> waiting(int limit);

  /** Forgets an announcement that was made; nothing happens when it is forgotten already. */
  Mono<Void> forget(DeletedImage announcement);
}
