package dev.safelight.metadata.outbox;

import reactor.core.publisher.Mono;

/**
 * Tells everybody downstream.
 *
 * @param <A> what it tells
 */
@FunctionalInterface
public interface Announcer<A> {

  /** Completes once the announcement can no longer be lost; fails when that is not certain. */
  Mono<Void> announce(A announcement);
}
