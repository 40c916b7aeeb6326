package dev.safelight.metadata.live;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What one listener is to be told. Not safe for use by several threads at a time. */
interface Feed {

  /** Where the listener is when it comes. */
  Mono<Position> open();

  /** What the listener has not been told yet. */
  Flux<Signal.Told> news();
}
