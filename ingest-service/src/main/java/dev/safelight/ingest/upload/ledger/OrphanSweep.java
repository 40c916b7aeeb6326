package dev.safelight.ingest.upload.ledger;

import dev.safelight.ingest.upload.Quarantine;
import dev.safelight.ingest.upload.Sweep;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Uploads that took room and were never announced: their request failed, or its process was killed.
 *
 * <p>An announcement that nobody acknowledged may be on the topic all the same. So candidates are
 * listed first, then the ledger has to hear everything that is on the topic by then, and only what
 * is still unannounced is given up. Whatever is killed in between leaves something that the next
 * round finds again.
 */
public class OrphanSweep implements Sweep {

  private final Reservations reservations;
  private final Progress progress;
  private final Quarantine quarantine;
  private final Duration age;
  private final Clock clock;

  /**
   * Sets the rule.
   *
   * @param age how old an upload has to be; much longer than a request can last
   */
  public OrphanSweep(
      Reservations reservations,
      Progress progress,
      Quarantine quarantine,
      Duration age,
      Clock clock) {
    this.reservations = reservations;
    this.progress = progress;
    this.quarantine = quarantine;
    this.age = age;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "unannounced-uploads";
  }

  @Override
  public Mono<Long> sweep() {
    return Mono.defer(() -> sweep(clock.instant().minus(age)));
  }

  private Mono<Long> sweep(Instant then) {
    return reservations
        .unannouncedSince(then)
        .collectList()
        .filter(candidates -> !candidates.isEmpty())
        .filterWhen(candidates -> progress.caughtUp())
        .flatMapMany(Flux::fromIterable)
        .concatMap(id -> remove(id, then))
        .count();
  }

  private Mono<UUID> remove(UUID id, Instant then) {
    return reservations
        .giveUp(id, then)
        .filter(givenUp -> givenUp)
        .flatMap(
            givenUp ->
                quarantine
                    .remove(Quarantine.keyOf(id))
                    .then(Mono.defer(() -> reservations.forget(id)))
                    .thenReturn(id));
  }
}
