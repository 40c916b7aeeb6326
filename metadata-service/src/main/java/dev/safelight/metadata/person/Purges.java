package dev.safelight.metadata.person;

import dev.safelight.metadata.catalog.ImageRecord;
import reactor.core.publisher.Mono;

/** Removes images for good. */
@FunctionalInterface
public interface Purges {

  /**
   * Sees to it that an image is purged, now or soon: its pictures, and all of its record but its
   * id. Does no harm when it is asked for again, and does it on nobody's account.
   */
  Mono<Void> request(ImageRecord image);
}
