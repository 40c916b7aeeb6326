package dev.safelight.metadata.person;

import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Erasures that were asked for. Everything here fails with {@link
 * dev.safelight.metadata.catalog.CatalogUnavailableException} when they can't be reached.
 */
public interface Erasures {

  /** Begins one, unless one of the same account is in progress. Gives the one that is. */
  Mono<Erasure> begin(Erasure wanted);

  /** One by its id, whatever became of it; empty if there is none. */
  Mono<Erasure> find(UUID id);

  /** Those that are in progress, the oldest first. */
  Flux<Erasure> inProgress();

  /** Those that are complete, and whose account is still known. */
  Flux<Erasure> watched();

  /** Notes a thing that is to be erased; in the place of what was noted of it before. */
  Mono<Void> note(UUID id, Piece piece);

  /** The sum of all that is noted. */
  Mono<Tally> tally(UUID id);

  /** Completes one that is in progress; another is left as it is. */
  Mono<Void> complete(UUID id, Erasure.Completion completion);

  /** Forgets whose it was, and all that is noted. */
  Mono<Void> forgetAccount(UUID id);
}
