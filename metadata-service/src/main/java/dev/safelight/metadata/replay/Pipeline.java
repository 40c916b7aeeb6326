package dev.safelight.metadata.replay;

import reactor.core.publisher.Mono;

/** The way to the scanner, which everything has to pass. */
public interface Pipeline {

  /**
   * Sends an image. Empty once that is certain, or {@link PipelineUnavailableException} when it may
   * not have been sent.
   */
  Mono<Void> send(Replay replay);
}
