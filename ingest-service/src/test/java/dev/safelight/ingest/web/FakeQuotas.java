package dev.safelight.ingest.web;

import dev.safelight.ingest.upload.UploadUnavailableException;
import dev.safelight.ingest.upload.ledger.Quotas;
import dev.safelight.ingest.upload.ledger.Usage;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Limits in memory. Whose name is {@code away} can't be asked about. */
class FakeQuotas implements Quotas {

  static final long DEFAULT = 1000;

  final Map<String, Long> limits = new ConcurrentHashMap<>();

  void reset() {
    limits.clear();
  }

  @Override
  public Mono<Usage> usage(String owner) {
    return owner.equals("away")
        ? Mono.error(new UploadUnavailableException("away", new IOException("refused")))
        : Mono.just(
            new Usage(300, 200, 5, limits.getOrDefault(owner, DEFAULT), limits.containsKey(owner)));
  }

  @Override
  public Mono<Void> limit(String owner, @Nullable Long bytes) {
    return Mono.fromRunnable(() -> limits.compute(owner, (name, before) -> bytes));
  }
}
