package dev.safelight.metadata.rebuild;

import dev.safelight.metadata.catalog.ImageChange;
import dev.safelight.metadata.item.Item;
import reactor.core.publisher.Mono;

/**
 * Where the catalog is made anew. Everything here fails with {@link
 * dev.safelight.metadata.catalog.CatalogUnavailableException} when it can't be reached.
 */
public interface EmptyCatalog {

  /** Whether there are no images and no items. */
  Mono<Boolean> isEmpty();

  /**
   * Adds what somebody did to an image that is there, unless something later of the kind is known.
   * Changes may come in any order and more than once. Announces nothing: it was announced.
   */
  Mono<Void> apply(ImageChange change);

  /** Adds an item, unless a later version of it is there. */
  Mono<Void> apply(Item item);

  /**
   * Makes ready for use what was added.
   *
   * @param lift how much higher the versions are to be than what was counted
   */
  Mono<Void> finish(long lift);
}
