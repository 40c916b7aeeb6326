package dev.safelight.ingest.upload.ledger;

import dev.safelight.ingest.upload.KeptOriginals;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What the cleaner asks of the ledger. Everything fails with {@link
 * dev.safelight.ingest.upload.UploadUnavailableException} while it can't be reached.
 */
public interface Reservations {

  /** Uploads that took room before then and of which no announcement is known. */
  Flux<UUID> unannouncedSince(Instant then);

  /** When the oldest upload that is not known to be announced took room; empty if there is none. */
  Mono<Instant> oldestUnannounced();

  /**
   * Gives up an upload: from now on it can't be taken up again until it is forgotten.
   *
   * @return whether it is given up; not if it was announced or taken up again since then
   */
  Mono<Boolean> giveUp(UUID imageId, Instant then);

  /** Gives the room of an upload back that was given up, and forgets it. */
  Mono<Void> forget(UUID imageId);

  /** Those of these images whose originals are needed: announced and not decided, or to be kept. */
  Mono<Set<UUID>> needed(Collection<UUID> imageIds, KeptOriginals kept);
}
