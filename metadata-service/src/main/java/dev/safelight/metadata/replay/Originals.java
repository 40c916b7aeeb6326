package dev.safelight.metadata.replay;

import java.util.UUID;
import reactor.core.publisher.Mono;

/** Originals in quarantine, of which one may know whether they are there. */
public interface Originals {

  /**
   * Whether the original of an image is still kept. Fails with {@link
   * dev.safelight.metadata.catalog.PicturesUnavailableException} when nobody can say.
   */
  Mono<Boolean> isKept(UUID imageId);
}
