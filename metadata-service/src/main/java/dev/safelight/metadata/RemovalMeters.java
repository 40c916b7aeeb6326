package dev.safelight.metadata;

import dev.safelight.metadata.removal.Graveyard;
import dev.safelight.metadata.removal.Removed;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What operators see of purges: how many there were, and how late the latest one is. */
class RemovalMeters {

  private final AtomicLong overdueMillis = new AtomicLong();
  private final Counter purged;
  private final Counter bytes;
  private final Clock clock;

  RemovalMeters(MeterRegistry meters, Clock clock) {
    this.clock = clock;
    this.purged =
        Counter.builder("safelight.metadata.purged")
            .description("Images that were removed for good")
            .register(meters);
    this.bytes =
        Counter.builder("safelight.metadata.purged.bytes")
            .description("What the pictures of purged images took in the store")
            .baseUnit("bytes")
            .register(meters);
    TimeGauge.builder(
            "safelight.metadata.purge.overdue",
            overdueMillis,
            TimeUnit.MILLISECONDS,
            AtomicLong::doubleValue)
        .description("For how long the purge that waits longest has been due; 0 where none is")
        .register(meters);
  }

  void count(Removed removed) {
    purged.increment();
    bytes.increment((double) removed.bytes());
  }

  /** Looks now and then, on every instance. */
  Disposable watch(Graveyard graveyard, Duration interval) {
    return Flux.interval(interval)
        .onBackpressureDrop()
        .concatMap(tick -> look(graveyard).onErrorComplete(), 1)
        .subscribe();
  }

  /** Looks once. */
  Mono<Long> look(Graveyard graveyard) {
    return Mono.defer(() -> graveyard.oldestDue(clock.instant()))
        .map(due -> Duration.between(due, clock.instant()).toMillis())
        .defaultIfEmpty(0L)
        .doOnNext(overdueMillis::set);
  }
}
