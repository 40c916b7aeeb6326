package dev.safelight.metadata.item;

import java.util.Collection;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * All items, those that are deleted included. Every write puts its announcement into the outbox in
 * the same atomic step. Everything here fails with {@link
 * dev.safelight.metadata.catalog.CatalogUnavailableException} when they can't be reached.
 */
public interface Items {

  /** The item of this id, deleted or not; empty if there never was one. */
  Mono<Item> find(String id);

  /** Those of these ids that there are, deleted or not. */
  Flux<Item> findAll(Collection<String> ids);

  /** Items that are not deleted, by id. */
  Flux<Item> list(ItemListing listing, int limit);

  /**
   * Adds an item.
   *
   * @return whether it did: false when there is, or was, one of this id
   */
  Mono<Boolean> add(Item item);

  /**
   * Puts an item in the place of the version before it.
   *
   * @return whether it did: false when that is not what is there
   */
  Mono<Boolean> replace(Item item);
}
