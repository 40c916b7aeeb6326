package dev.safelight.metadata.outbox;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Announces what is in the outbox, then forgets it. A crash before the announcement loses nothing,
 * as the outbox is part of the record; a crash after it makes the same announcement again, with the
 * same event id. Announcements of one record are made one after the other, in their order.
 *
 * @param <A> what is announced
 */
public class OutboxRelay<A> {

  private static final System.Logger LOG = System.getLogger(OutboxRelay.class.getName());

  /** So that an announcement that hangs does not hold up those of other records. */
  private static final int AT_A_TIME = 16;

  private final Outbox<A> outbox;
  private final Announcer<A> announcer;
  private final int batch;
  private final Sinks.Many<Long> nudges = Sinks.many().multicast().directBestEffort();

  /**
   * Composes the relay.
   *
   * @param batch most records of one round
   */
  public OutboxRelay(Outbox<A> outbox, Announcer<A> announcer, int batch) {
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
    return outbox.waiting(batch).flatMapDelayError(this::relayInOrder, AT_A_TIME, AT_A_TIME).then();
  }

  private Mono<Void> relayInOrder(List<A> announcements) {
    return Flux.fromIterable(announcements).concatMap(this::relay).then();
  }

  private Mono<Void> relay(A announcement) {
    return announcer.announce(announcement).then(Mono.defer(() -> outbox.forget(announcement)));
  }

  private static Mono<Void> leftForTheNextRound(Throwable failure) {
    LOG.log(Level.WARNING, "Something is not announced yet: {0}", failure.getMessage());
    return Mono.empty();
  }
}
