package dev.safelight.database;

import java.time.Duration;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Does some work now and then, on one instance at a time. A round that fails is tried again when
 * the next one is due; the lease of a holder that dies ends by itself.
 */
public class LeasedRounds implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(LeasedRounds.class);

  private final String name;
  private final Leases leases;
  private final Pace pace;
  private final Mono<?> work;
  private final String instance = UUID.randomUUID().toString();
  private final Disposable.Swap rounds = Disposables.swap();
  private volatile boolean running;

  /**
   * How often, and how long one instance has the work for itself.
   *
   * @param interval from one round to the next
   * @param term after which another instance may do the work although nobody gave it back; renewed
   *     while a round lasts
   */
  public record Pace(Duration interval, Duration term) {}

  /**
   * Will do the work.
   *
   * @param name of the work, and of its lease
   * @param work one round of it; must do no harm when it is done twice
   */
  public LeasedRounds(String name, Leases leases, Pace pace, Mono<?> work) {
    this.name = name;
    this.leases = leases;
    this.pace = pace;
    this.work = work;
  }

  @Override
  public void start() {
    running = true;
    rounds.update(
        Flux.interval(pace.interval())
            .onBackpressureDrop()
            .concatMap(tick -> round().onErrorResume(this::skipped), 1)
            .subscribe());
  }

  @Override
  public void stop() {
    running = false;
    rounds.update(Disposables.disposed());
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** One round, if no other instance is at it. */
  public Mono<Void> round() {
    return take()
        .filter(mine -> mine)
        .flatMap(mine -> work.takeUntilOther(lost()).then())
        .then(Mono.defer(() -> leases.giveBack(name, instance)));
  }

  /** Renews the lease while the work lasts; ends when another instance has it. */
  private Mono<Boolean> lost() {
    return Flux.interval(pace.term().dividedBy(3))
        .onBackpressureDrop()
        .concatMap(tick -> take(), 1)
        .filter(mine -> !mine)
        .next();
  }

  private Mono<Boolean> take() {
    return leases.take(name, instance, pace.term());
  }

  private Mono<Void> skipped(Throwable failure) {
    log.warn("{} could not be done and is tried again later: {}", name, failure.toString());
    return Mono.empty();
  }
}
