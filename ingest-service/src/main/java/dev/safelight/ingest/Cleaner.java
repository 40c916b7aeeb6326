package dev.safelight.ingest;

import dev.safelight.database.Leases;
import dev.safelight.ingest.upload.Sweep;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Runs every {@link Sweep} now and then, on one instance at a time, and counts what they remove in
 * {@code safelight.ingest.swept}. A sweep that fails is tried again in the next round and keeps no
 * other from running.
 */
@Component
class Cleaner implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(Cleaner.class);
  private static final String LEASE = "cleaner";

  private final List<Sweep> sweeps;
  private final Leases leases;
  private final CleanerProperties settings;
  private final MeterRegistry meters;
  private final String instance = UUID.randomUUID().toString();
  private final Disposable.Swap rounds = Disposables.swap();
  private volatile boolean running;

  Cleaner(List<Sweep> sweeps, Leases leases, CleanerProperties settings, MeterRegistry meters) {
    this.sweeps = List.copyOf(sweeps);
    this.leases = leases;
    this.settings = settings;
    this.meters = meters;
  }

  @Override
  public void start() {
    running = true;
    rounds.update(
        Flux.interval(settings.interval())
            .onBackpressureDrop()
            .concatMap(tick -> round().onErrorResume(Cleaner::skipped), 1)
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
  Mono<Void> round() {
    return leases
        .take(LEASE, instance, settings.term())
        .filter(mine -> mine)
        .flatMapMany(mine -> Flux.fromIterable(sweeps).concatMap(this::run))
        .then(Mono.defer(() -> leases.giveBack(LEASE, instance)));
  }

  private Mono<Long> run(Sweep sweep) {
    return Mono.defer(sweep::sweep)
        .doOnNext(removed -> count(sweep.name(), removed))
        .onErrorResume(failure -> failed(sweep.name(), failure));
  }

  private void count(String name, long removed) {
    meters.counter("safelight.ingest.swept", "kind", name).increment((double) removed);
    if (removed > 0) {
      log.info("Removed {} abandoned {}", removed, name);
    }
  }

  private static Mono<Long> failed(String name, Throwable failure) {
    log.warn("The sweep of {} failed and is tried again later: {}", name, failure.toString());
    return Mono.empty();
  }

  private static Mono<Void> skipped(Throwable failure) {
    log.warn("The cleaner could not run and tries again later: {}", failure.toString());
    return Mono.empty();
  }
}
