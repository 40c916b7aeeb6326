package dev.safelight.metadata.catalog;

import reactor.core.publisher.Mono;

/** Which images others see only once a moderator has looked at them. */
@FunctionalInterface
public interface HoldPolicy {

  /** Nobody has to look at anything. */
  HoldPolicy NONE = details -> Mono.just(false);

  /**
   * Whether an image of which this is said needs a moderator. Asked before it is said, so that no
   * moment is left in which others see what is to be held. An image that was approved stays
   * approved whatever the answer is.
   *
   * <p>Fails with {@link CatalogUnavailableException} when that can't be known.
   */
  Mono<Boolean> holds(ImageDetails details);
}
