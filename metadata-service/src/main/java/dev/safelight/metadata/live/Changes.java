package dev.safelight.metadata.live;

import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Images by when they changed last. Everything here fails with {@link
 * dev.safelight.metadata.catalog.CatalogUnavailableException} when they can't be reached.
 */
public interface Changes {

  /** An image as it is; empty while its upload is not known. */
  Mono<Change> find(UUID imageId);

  /** As {@link #find}, but empty as long as the image lacks what an event says. */
  Mono<Change> find(Fact fact);

  /** The images of an owner that changed last, the newest first. */
  Flux<Change> newest(String owner, int limit);

  /** The images of an owner that changed after a position, the oldest first. */
  Flux<Change> after(String owner, Position position, int limit);
}
