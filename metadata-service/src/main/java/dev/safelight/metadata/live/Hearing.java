package dev.safelight.metadata.live;

import dev.safelight.metadata.catalog.Patience;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;

/**
 * Wakes listeners once the catalog has what an event says. Looks only for what somebody here may
 * care about, and for so many at a time without a thread for any. What it can't follow it makes up
 * for by waking everybody.
 */
class Hearing {

  private static final System.Logger LOG = System.getLogger(Hearing.class.getName());
  private static final int AT_A_TIME = 1024;

  /** So many listeners are woken, then so much time is left to everybody else. */
  private static final int AT_ONCE = 100;

  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final Patience PATIENCE =
      new Patience(Duration.ofMillis(20), Duration.ofSeconds(5));

  private final Sinks.Many<Fact> heard = Sinks.many().multicast().directAllOrNothing();
  private final AtomicBoolean missed = new AtomicBoolean();
  private final Changes changes;
  private final Listeners listeners;
  private final Duration patience;
  private final Scheduler timer;

  Hearing(Changes changes, Listeners listeners, Duration patience, Scheduler timer) {
    this.changes = changes;
    this.listeners = listeners;
    this.patience = patience;
    this.timer = timer;
  }

  Disposable start() {
    return heard.asFlux().flatMap(this::look, AT_A_TIME).subscribe();
  }

  /** Says that an event came. Never blocks. */
  void hear(Fact fact) {
    if (!listeners.mayCare(fact)) {
      return;
    }
    if (fact.proof() instanceof Fact.Proof.Gone && fact.owner() != null) {
      gone(fact.imageId(), fact.owner());
    } else if (heard.tryEmitNext(fact) != Sinks.EmitResult.OK) {
      miss();
    }
  }

  /** Says that events may have come of which nobody knows. */
  void miss() {
    missed.set(true);
  }

  /**
   * Wakes everybody if anything was missed since; not all at once, as each of them looks at the
   * catalog, where others wait for answers.
   */
  void makeUp() {
    if (missed.getAndSet(false)) {
      Flux.fromStream(listeners::all)
          .buffer(AT_ONCE)
          .delayElements(PAUSE, timer)
          .subscribe(some -> some.forEach(Listener::nudge), closed -> {});
    }
  }

  private Mono<Void> look(Fact fact) {
    return PATIENCE
        .until(changes.find(fact), change -> true, patience(fact))
        .doOnNext(this::wake)
        .switchIfEmpty(Mono.fromRunnable(() -> notThere(fact)))
        .onErrorResume(this::notNow)
        .then();
  }

  /** What people did was in the record before it was told. */
  private Duration patience(Fact fact) {
    return fact.proof() instanceof Fact.Proof.None ? Duration.ZERO : patience;
  }

  /** An image of which people did something, and that is not there, was purged since. */
  private void notThere(Fact fact) {
    if (!(fact.proof() instanceof Fact.Proof.None)) {
      miss();
    }
  }

  private void wake(Change change) {
    listeners.of(change.image().id()).forEach(Listener::nudge);
    listeners.of(change.image().upload().owner()).forEach(Listener::nudge);
  }

  /** There is no record to look for; those who look at it will see that. */
  private void gone(UUID imageId, String owner) {
    listeners.of(imageId).forEach(Listener::nudge);
    listeners.of(owner).forEach(listener -> listener.lose(imageId));
  }

  private Mono<Change> notNow(Throwable failure) {
    LOG.log(Level.DEBUG, "Listeners are told later: {0}", failure.getMessage());
    miss();
    return Mono.empty();
  }
}
