package dev.safelight.ingest.web;

import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** Work that goes on when the client who asked for it goes away. */
final class Detached {

  private static final Logger log = LoggerFactory.getLogger(Detached.class);

  /** Reactor's key for what happens to an error that nobody waits for any more. */
  private static final String ON_ERROR_DROPPED = "reactor.onErrorDropped.local";

  private Detached() {}

  /**
   * The same, but not cancelled. A client whose connection breaks has its request cancelled, and
   * just then what came of it has to be stored.
   */
  static <T> Mono<T> of(Mono<T> work) {
    return Mono.deferContextual(
            context -> Mono.fromFuture(work.contextWrite(context).toFuture(), true))
        .contextWrite(
            context -> context.put(ON_ERROR_DROPPED, (Consumer<Throwable>) Detached::unheard));
  }

  private static void unheard(Throwable failure) {
    log.debug("Work of a client who has gone failed", failure);
  }
}
