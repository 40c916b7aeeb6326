package dev.safelight.ingest.upload;

import reactor.core.publisher.Mono;

/** Tells the pipeline about an image in quarantine. */
@FunctionalInterface
public interface Announcer {

  /**
   * Announces the image.
   *
   * @return empty once the broker has said that it has it, or {@link UploadUnavailableException},
   *     which doesn't prove that the broker lacks it
   */
  Mono<Void> announce(AcceptedImage image);
}
