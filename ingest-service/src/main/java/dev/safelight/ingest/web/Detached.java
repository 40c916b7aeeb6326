package dev.safelight.ingest.web;

import reactor.core.publisher.Mono;

/** Work that goes on when the client who asked for it goes away. */
final class Detached {

  private Detached() {}

  /**
   * The same, but not cancelled. A client whose connection breaks has its request cancelled, and
   * just then what came of it has to be stored.
   */
  static <T> Mono<T> of(Mono<T> work) {
    return Mono.deferContextual(
        context -> Mono.fromFuture(work.contextWrite(context).toFuture(), true));
  }
}
