package dev.safelight.metadata.catalog;

import java.util.UUID;
import reactor.core.publisher.Mono;

/**
 * The records of all images. Everything here fails with {@link CatalogUnavailableException} when
 * the records can't be reached.
 */
public interface Catalog {

  /** The record of an image whose upload is known; empty if there is none. */
  Mono<ImageRecord> find(UUID id);

  /**
   * Makes a change and, in the same atomic step, puts the announcement of it into the outbox.
   *
   * @return whether it did: false when somebody else has changed the image since it was looked at
   */
  Mono<Boolean> commit(ImageChange change);
}
