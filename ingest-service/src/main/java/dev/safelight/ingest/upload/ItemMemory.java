package dev.safelight.ingest.upload;

import reactor.core.publisher.Mono;

/** Learns what {@link Items} tells. */
public interface ItemMemory {

  /**
   * Remembers a change, unless a later one is known. Done when it is safe; fails with {@link
   * UploadUnavailableException} while it can't be.
   */
  Mono<Void> remember(ItemChange change);
}
