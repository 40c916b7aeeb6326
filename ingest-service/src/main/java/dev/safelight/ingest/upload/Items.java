package dev.safelight.ingest.upload;

import reactor.core.publisher.Mono;

/** The items that are known here: what metadata-service has told of them so far. */
@FunctionalInterface
public interface Items {

  /**
   * Looks an item up.
   *
   * @return empty if there is none, or {@link UploadUnavailableException}
   */
  Mono<Item> find(String id);
}
