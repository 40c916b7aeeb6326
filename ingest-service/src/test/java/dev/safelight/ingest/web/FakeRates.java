package dev.safelight.ingest.web;

import dev.safelight.ingest.upload.RateDecision;
import dev.safelight.ingest.upload.RateLimit;
import dev.safelight.ingest.upload.RateScope;
import dev.safelight.ingest.upload.Rates;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Mono;

/** Counts to a limit that a test may lower, and forgets nothing until it is told to. */
class FakeRates implements Rates {

  private static final RateLimit MUCH = new RateLimit(1_000_000, Duration.ofHours(1));

  final Map<RateScope, RateLimit> limits = new ConcurrentHashMap<>();
  final Map<String, Long> taken = new ConcurrentHashMap<>();
  volatile Mono<RateDecision> before = Mono.empty();

  void reset() {
    limits.clear();
    taken.clear();
    before = Mono.empty();
  }

  @Override
  public Mono<RateDecision> take(RateScope scope, String subject) {
    return before.switchIfEmpty(Mono.fromSupplier(() -> decision(scope, subject, 1)));
  }

  @Override
  public Mono<RateDecision> look(RateScope scope, String subject) {
    return Mono.fromSupplier(() -> decision(scope, subject, 0));
  }

  private RateDecision decision(RateScope scope, String subject, long tokens) {
    var limit = limits.getOrDefault(scope, MUCH);
    long count = taken.merge(scope + " " + subject, tokens, Long::sum);
    boolean granted = count <= limit.limit();
    return new RateDecision(
        scope,
        limit,
        granted,
        Math.max(0, limit.limit() - count),
        Duration.ofSeconds(count),
        granted ? Duration.ZERO : Duration.ofMillis(71_400));
  }
}
