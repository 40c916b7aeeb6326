package dev.safelight.metadata.item;

import java.time.Instant;
import reactor.core.publisher.Mono;

/** The images of items. */
public interface ItemImages {

  /** How many images that are not deleted belong to an item. */
  Mono<Long> count(String itemId);

  /**
   * Makes all images of an item belong to none. Does no harm when it is done twice.
   *
   * @param at when that was decided
   */
  Mono<Void> detachAll(String itemId, Instant at);

  /**
   * As {@link #detachAll}, but leaves alone what was uploaded after {@code at}, and may be for
   * another item that has the id now.
   */
  Mono<Void> detachOlder(String itemId, Instant at);
}
