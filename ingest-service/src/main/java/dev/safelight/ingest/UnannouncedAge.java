package dev.safelight.ingest;

import dev.safelight.ingest.upload.ledger.Reservations;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The age of the oldest upload that is not known to be announced, as the metric {@code
 * safelight.ingest.unannounced.age}: seconds in a healthy system, and never much more than what the
 * cleaner waits for.
 */
@Component
class UnannouncedAge implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(UnannouncedAge.class);
  private static final Duration INTERVAL = Duration.ofSeconds(30);

  private final Reservations reservations;
  private final Clock clock;
  private final Disposable.Swap asking = Disposables.swap();
  private volatile Optional<Instant> oldest = Optional.empty();
  private volatile boolean running;

  UnannouncedAge(Reservations reservations, Clock clock, MeterRegistry meters) {
    this.reservations = reservations;
    this.clock = clock;
    TimeGauge.builder(
            "safelight.ingest.unannounced.age", this, TimeUnit.SECONDS, UnannouncedAge::seconds)
        .description("Age of the oldest upload that is not known to be announced")
        .register(meters);
  }

  @Override
  public void start() {
    running = true;
    asking.update(
        Flux.interval(Duration.ZERO, INTERVAL)
            .onBackpressureDrop()
            .concatMap(tick -> refresh().onErrorResume(UnannouncedAge::skipped), 1)
            .subscribe());
  }

  @Override
  public void stop() {
    running = false;
    asking.update(Disposables.disposed());
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Asks the ledger. */
  Mono<Void> refresh() {
    return reservations
        .oldestUnannounced()
        .map(Optional::of)
        .defaultIfEmpty(Optional.empty())
        .doOnNext(found -> oldest = found)
        .then();
  }

  private double seconds() {
    return oldest
        .map(since -> Duration.between(since, clock.instant()).toMillis() / 1000.0)
        .orElse(0.0);
  }

  private static Mono<Void> skipped(Throwable failure) {
    log.warn("The ledger can't be asked for unannounced uploads: {}", failure.toString());
    return Mono.empty();
  }
}
