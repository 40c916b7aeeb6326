package dev.safelight.ingest.upload.ledger;

import dev.safelight.ingest.upload.KeptOriginals;
import dev.safelight.ingest.upload.Quarantine;
import dev.safelight.ingest.upload.Sweep;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Originals that stayed in quarantine although nobody needs them: the second line of defence behind
 * the consumer that removes each in its time. What was announced and is not decided stays, however
 * old it is.
 */
public class ExpirySweep implements Sweep {

  private static final int LOOKS = 30;

  private final Originals originals;
  private final Reservations reservations;
  private final Progress progress;
  private final Quarantine quarantine;
  private final Rule rule;
  private final Clock clock;
  private volatile Instant next = Instant.MIN;

  /**
   * When an original has expired.
   *
   * @param expiry how old it has to be; looked for thirty times in as long, as a look lists all
   *     that is in quarantine, which is a lot where originals are kept
   * @param kept which of them stay all the same
   */
  public record Rule(Duration expiry, KeptOriginals kept) {}

  /** Sets the rule. */
  public ExpirySweep(
      Originals originals,
      Reservations reservations,
      Progress progress,
      Quarantine quarantine,
      Rule rule,
      Clock clock) {
    this.originals = originals;
    this.reservations = reservations;
    this.progress = progress;
    this.quarantine = quarantine;
    this.rule = rule;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "expired-originals";
  }

  @Override
  public Mono<Long> sweep() {
    return Mono.defer(() -> clock.instant().isBefore(next) ? Mono.just(0L) : look());
  }

  private Mono<Long> look() {
    var now = clock.instant();
    return originals
        .storedBefore(now.minus(rule.expiry()))
        .filter(page -> !page.isEmpty())
        .filterWhen(page -> progress.caughtUp(), 1)
        .concatMap(this::unneeded)
        .concatMap(id -> quarantine.remove(Quarantine.keyOf(id)).thenReturn(id))
        .count()
        .doOnSuccess(count -> next = now.plus(rule.expiry().dividedBy(LOOKS)));
  }

  private Flux<UUID> unneeded(List<UUID> page) {
    return reservations
        .needed(page, rule.kept())
        .flatMapIterable(needed -> page.stream().filter(id -> !needed.contains(id)).toList());
  }
}
