package dev.safelight.ingest;

import dev.safelight.ingest.upload.Sweep;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Runs every {@link Sweep} and counts what they remove in {@code safelight.ingest.swept}. A sweep
 * that fails is tried again in the next round and keeps no other from running.
 */
class Cleaner {

  private static final Logger log = LoggerFactory.getLogger(Cleaner.class);

  private final List<Sweep> sweeps;
  private final MeterRegistry meters;

  Cleaner(List<Sweep> sweeps, MeterRegistry meters) {
    this.sweeps = List.copyOf(sweeps);
    this.meters = meters;
  }

  Mono<Void> clean() {
    return Flux.fromIterable(sweeps).concatMap(this::run).then();
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
}
