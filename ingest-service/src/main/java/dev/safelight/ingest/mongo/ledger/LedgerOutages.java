package dev.safelight.ingest.mongo.ledger;

import dev.safelight.database.DatabaseUnavailableException;
import dev.safelight.database.Outages;
import dev.safelight.ingest.upload.UploadUnavailableException;
import java.time.Duration;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Says in the words of the core that the database is away, or that everybody is in the way. */
final class LedgerOutages {

  /** Somebody always gets through, so this many misses in a row take a crowd. */
  private static final Retry AGAIN =
      Retry.backoff(100, Duration.ofMillis(1))
          .maxBackoff(Duration.ofMillis(100))
          .jitter(1)
          .filter(Overtaken.class::isInstance)
          .onRetryExhaustedThrow(
              (retry, last) ->
                  new UploadUnavailableException("The ledger is too busy", last.failure()));

  private LedgerOutages() {}

  /** The single result of an operation, or {@link UploadUnavailableException}. */
  static <T> Mono<T> mono(Publisher<T> operation) {
    return Outages.mono(operation).onErrorMap(DatabaseUnavailableException.class, e -> away(e));
  }

  /** All results of an operation, or {@link UploadUnavailableException}. */
  static <T> Flux<T> flux(Publisher<T> operation) {
    return Outages.flux(operation).onErrorMap(DatabaseUnavailableException.class, e -> away(e));
  }

  /** Tries again from the start as long as somebody else is quicker. */
  static <T> Mono<T> unlessOvertaken(Mono<T> attempt) {
    return attempt.retryWhen(AGAIN);
  }

  /** Fails with {@link Overtaken} unless the document was still as it was read. */
  static Mono<Void> matched(long documents) {
    return documents == 1 ? Mono.empty() : Mono.error(new Overtaken());
  }

  private static UploadUnavailableException away(Throwable cause) {
    return new UploadUnavailableException("The ledger can't be reached", cause);
  }

  /** A document changed after it was read: read it again. */
  static final class Overtaken extends RuntimeException {

    Overtaken() {
      super("Somebody else was quicker", null, false, false);
    }
  }
}
