package dev.safelight.metadata.catalog;

import java.lang.System.Logger.Level;
import java.time.Duration;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Announces what is in the outbox, then forgets it. A crash before the announcement loses nothing,
 * as the outbox is part of the record; a crash after it makes the same announcement again, with the
 * same event id.
 */
public class OutboxRelay {

  private static final System.Logger LOG = System.getLogger(OutboxRelay.class.getName());

  /** So that an announcement that hangs does not hold up all others. */
  private static final int AT_A_TIME = 16;

  private final Outbox outbox;
  private final Announcer announcer;
  private final int batch;
  private final Sinks.Many<Long> nudges = Sinks.many().multicast().directBestEffort();

  /**
   * Composes the relay.
   *
   * @param batch most announcements of one round
   */
  public OutboxRelay(Outbox outbox, Announcer announcer, int batch) {
    this.outbox = outbox;
    this.announcer = announcer;
    this.batch = batch;
  }

  /**
   * Relays whenever it is nudged, and every {@code sweep} in case a nudge was lost. One round at a
   * time, so that this instance announces nothing twice without need.
   *
   * @return what ends it
   */
  public Disposable start(Duration sweep) {
    return Flux.merge(Flux.interval(Duration.ZERO, sweep), nudges.asFlux())
        .onBackpressureLatest()
        .concatMap(
            tick -> Mono.defer(this::relay).onErrorResume(OutboxRelay::leftForTheNextRound), 1)
        .subscribe();
  }

  /** Says that something is in the outbox. Never blocks; may get lost, which the sweep makes up. */
  public void nudge() {
    nudges.tryEmitNext(0L);
  }

  /** One round: tries everything that waits, then fails if anything failed. */
  public Mono<Void> relay() {
    return outbox.waiting(batch).flatMapDelayError(this::relay, AT_A_TIME, AT_A_TIME).then();
  }

  private Mono<Void> relay(DeletedImage announcement) {
    return announcer.announce(announcement).then(Mono.defer(() -> outbox.forget(announcement)));
  }

  private static Mono<Void> leftForTheNextRound(Throwable failure) {
    LOG.log(Level.WARNING, "Some deletions are not announced yet: {0}", failure.getMessage());
    return Mono.empty();
  }
}
