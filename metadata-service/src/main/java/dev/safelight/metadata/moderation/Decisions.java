package dev.safelight.metadata.moderation;

import dev.safelight.metadata.catalog.ImageChange;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** What was decided of images. */
@FunctionalInterface
public interface Decisions {

  /**
   * The decision that counts, as it was told or is to be; empty where there is none. Fails with
   * {@link dev.safelight.metadata.catalog.CatalogUnavailableException} when it can't be reached.
   */
  Mono<ImageChange.Moderated> latest(UUID imageId);
}
