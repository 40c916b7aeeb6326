package dev.safelight.metadata.catalog;

import reactor.core.publisher.Mono;

/** Tells everybody downstream. */
public interface Announcer {

  /** Completes once the announcement can no longer be lost; fails when that is not certain. */
  Mono<Void> announce(DeletedImage announcement);
}
