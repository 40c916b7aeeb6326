package dev.safelight.metadata.removal;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The records of images that are to go, and of those that went. Everything here fails with {@link
 * dev.safelight.metadata.catalog.CatalogUnavailableException} when they can't be reached.
 */
public interface Graveyard {

  /** Images that something is to be done with by now, those that wait longest first. */
  Flux<UUID> due(Instant now);

  /** Since when the purge that waits longest has been due; empty where none is. */
  Mono<Instant> oldestDue(Instant now);

  /**
   * What is to be done with an image by now. One that is to be purged can't be restored any more
   * from then on, and is gone for everybody.
   *
   * @return nothing if nothing is to be done
   */
  Mono<Task> claim(UUID imageId, Instant now);

  /**
   * Puts a tombstone in the place of a record and, in the same step, the announcement into the
   * outbox.
   *
   * @param lookAt when to look again
   * @return whether it did: false when something was heard of the image since the task was given
   */
  Mono<Boolean> bury(Task.Purge purge, Removed removed, Instant lookAt);

  /**
   * Notes what a look found. Where an event was heard of meanwhile, the image stays due.
   *
   * @param lookAt when to look again; null for never
   */
  Mono<Void> looked(Task.Look look, Removed removed, @Nullable Instant lookAt);

  /** What is left of an image that was purged; empty for any other. */
  Mono<Tombstone> find(UUID imageId);
}
