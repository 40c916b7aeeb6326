package dev.safelight.metadata.item;

import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Which images belong to items. */
public interface ItemImages {

  /** How many images that are not deleted belong to an item. */
  Mono<Long> count(String itemId);

  /** Those that are not deleted. */
  Flux<UUID> present(String itemId);

  /** All of them, as those that are deleted may come back. */
  Flux<UUID> all(String itemId);
}
