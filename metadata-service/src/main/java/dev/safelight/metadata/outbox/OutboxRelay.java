package dev.safelight.metadata.outbox;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Announces what is in the outbox, then forgets it. A crash before the announcement loses nothing,
 * as the outbox is part of the record; a crash after it makes the same announcement again, with the
 * same event id. Announcements of one record are made one after the other, in their order, by one
 * instance at a time.
 *
 * @param <A> what it announces
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
   * How often, and for how long at a time.
   *
   * @param sweep how often the outbox is looked into besides when nudged
   * @param term after which another instance goes on when this one is gone; renewed while it is not
   */
  public record Pace(Duration sweep, Duration term) {}

  /**
   * Composes the relay.
   *
   * @param batch most records of one look
   */
  public OutboxRelay(Outbox<A> outbox, Announcer<A> announcer, int batch) {
    this.outbox = outbox;
    this.announcer = announcer;
    this.batch = batch;
  }

  /**
   * While it is this instance's turn, relays whenever it is nudged, and every {@code sweep}: what
   * other instances changed, and what a lost nudge was for. One round at a time.
   *
   * @return what ends it; the turn is still to be given back
   */
  public Disposable start(Turn turn, Pace pace) {
    var kept = new KeptTurn(turn, pace.term());
    return Flux.merge(Flux.interval(pace.sweep()), nudges.asFlux(), kept.keep())
        .onBackpressureLatest()
        .concatMap(
            tick ->
                Mono.defer(() -> relayWhile(kept::isMine))
                    .onErrorResume(OutboxRelay::leftForTheNextRound),
            1)
        .subscribe();
  }

  /** Says that something is in the outbox. Never blocks; may get lost, which the sweep makes up. */
  public void nudge() {
    nudges.tryEmitNext(0L);
  }

  /** Tries everything that waits, then fails if anything failed. */
  public Mono<Void> relay() {
    return relayWhile(() -> true);
  }

  private Mono<Void> relayWhile(BooleanSupplier allowed) {
    return allowed.getAsBoolean()
        ? round(allowed).flatMap(looked -> looked < batch ? Mono.empty() : relayWhile(allowed))
        : Mono.empty();
  }

  private Mono<Long> round(BooleanSupplier allowed) {
    return outbox
        .waiting(batch)
        .flatMapDelayError(
            waiting -> relayInOrder(waiting, allowed).thenReturn(waiting), AT_A_TIME, AT_A_TIME)
        .count();
  }

  private Mono<Void> relayInOrder(List<A> announcements, BooleanSupplier allowed) {
    return Flux.fromIterable(announcements)
        .takeWhile(announcement -> allowed.getAsBoolean())
        .concatMap(this::relay)
        .then();
  }

  private Mono<Void> relay(A announcement) {
    return announcer.announce(announcement).then(Mono.defer(() -> outbox.forget(announcement)));
  }

  private static Mono<Void> leftForTheNextRound(Throwable failure) {
    LOG.log(Level.WARNING, "Something is not announced yet: {0}", failure.getMessage());
    return Mono.empty();
  }
}
