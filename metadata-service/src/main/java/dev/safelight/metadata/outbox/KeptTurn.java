package dev.safelight.metadata.outbox;

import java.lang.System.Logger.Level;
import java.time.Duration;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A turn that is kept for as long as it can be. */
class KeptTurn {

  private static final System.Logger LOG = System.getLogger(KeptTurn.class.getName());

  /** Before it is over there are two more tries to have it for longer. */
  private static final int TRIES = 3;

  private final Turn turn;
  private final Duration term;
  private volatile boolean mine;
  private volatile long until;

  KeptTurn(Turn turn, Duration term) {
    this.turn = turn;
    this.term = term;
  }

  /** Takes and keeps it for as long as this is subscribed to; says each time that it was taken. */
  Flux<Long> keep() {
    return Flux.interval(Duration.ZERO, term.dividedBy(TRIES))
        .onBackpressureDrop()
        .concatMap(this::renew, 1);
  }

  /** Whether it is ours now. Never longer than others believe it, as our time runs from before. */
  boolean isMine() {
    return mine && System.nanoTime() - until < 0;
  }

  private Mono<Long> renew(long tick) {
    var had = isMine();
    var end = System.nanoTime() + term.toNanos();
    return Mono.defer(() -> turn.take(term))
        .doOnNext(
            taken -> {
              until = end;
              mine = taken;
            })
        .filter(taken -> taken && !had)
        .map(taken -> tick)
        .onErrorResume(KeptTurn::leftForTheNextTime);
  }

  private static Mono<Long> leftForTheNextTime(Throwable failure) {
    LOG.log(Level.WARNING, "Whose turn it is can't be told: {0}", failure.getMessage());
    return Mono.empty();
  }
}
