package dev.safelight.metadata.rebuild;

import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What was told of all images and items since the beginning. */
public interface History {

  /**
   * Notes where it ends now, which is as far as will be read. Fails with {@link
   * RebuildRefusedException} if there is nothing to read, or the service is running.
   */
  Mono<Reading> open();

  /** A history that has an end. */
  interface Reading {

    /** The facts of a chapter: several parts, and of each some facts at a time, in their order. */
    List<Flux<List<Fact>>> parts(Chapter chapter);

    /** How many facts of what was read so far are not kept any more, such as overwritten ones. */
    long forgotten();

    /** Has the service go on from where this ends. */
    Mono<Void> handOver();
  }
}
