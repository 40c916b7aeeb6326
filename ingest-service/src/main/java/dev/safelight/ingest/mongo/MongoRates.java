package dev.safelight.ingest.mongo;

import dev.safelight.database.DatabaseUnavailableException;
import dev.safelight.ingest.upload.Erasable;
import dev.safelight.ingest.upload.RateDecision;
import dev.safelight.ingest.upload.RateLimits;
import dev.safelight.ingest.upload.RateScope;
import dev.safelight.ingest.upload.Rates;
import dev.safelight.ingest.upload.Sweep;
import dev.safelight.ingest.upload.UploadUnavailableException;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.TimeoutException;
import io.github.bucket4j.VerboseResult;
import io.github.bucket4j.distributed.AsyncBucketProxy;
import io.github.bucket4j.distributed.proxy.optimization.Optimizations;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.springframework.util.ConcurrentLruCache;
import reactor.core.publisher.Mono;

/** Counts uploads in MongoDB, by token buckets that all instances share. */
class MongoRates implements Rates, Sweep, Erasable {

  /**
   * Buckets that are kept in mind, and nothing of their state: requests of one instance for the
   * same bucket are put together, so that they don't stand in each other's way.
   */
  private static final int IN_MIND = 2000;

  private final RateLimits limits;
  private final RateDocuments documents;
  private final BucketStore store;
  private final Clock clock;
  private final ConcurrentLruCache<BucketKey, AsyncBucketProxy> buckets =
      new ConcurrentLruCache<>(IN_MIND, this::bucket);

  MongoRates(RateLimits limits, RateDocuments documents, Clock clock) {
    this.limits = limits;
    this.documents = documents;
    this.store = new BucketStore(documents, clock);
    this.clock = clock;
  }

  @Override
  public Mono<RateDecision> take(RateScope scope, String subject) {
    return Mono.just(new BucketKey(scope, limits.of(scope), subject))
        .filter(key -> !key.limit().isOff())
        .flatMap(key -> asked(key, bucket -> bucket.asVerbose().tryConsume(1)));
  }

  @Override
  public Mono<RateDecision> look(RateScope scope, String subject) {
    return Mono.just(new BucketKey(scope, limits.of(scope), subject))
        .filter(key -> !key.limit().isOff())
        .flatMap(this::looked);
  }

  /** Bucket4j would write a bucket that it only looks for. */
  private Mono<RateDecision> looked(BucketKey key) {
    return documents
        .find(key.text())
        .onErrorMap(MongoRates::isOutage, MongoRates::uncounted)
        .flatMap(there -> asked(key, MongoRates::available))
        .switchIfEmpty(Mono.fromSupplier(() -> untouched(key)));
  }

  @Override
  public String name() {
    return "full-rates";
  }

  @Override
  public Mono<Long> sweep() {
    return documents.removeFull(clock.instant());
  }

  /** Buckets by other limits than those of now are full, and removed, soon enough. */
  @Override
  public Mono<Void> erase(String account, Instant until) {
    var key = new BucketKey(RateScope.USER, limits.of(RateScope.USER), account);
    return documents.remove(key.text()).onErrorMap(MongoRates::isOutage, MongoRates::uncounted);
  }

  private Mono<RateDecision> asked(
      BucketKey key,
      Function<AsyncBucketProxy, CompletableFuture<VerboseResult<Boolean>>> question) {
    return Mono.fromFuture(() -> question.apply(buckets.get(key)), true)
        .map(answer -> decision(key, answer))
        .onErrorMap(MongoRates::isOutage, MongoRates::uncounted);
  }

  private static CompletableFuture<VerboseResult<Boolean>> available(AsyncBucketProxy bucket) {
    return bucket
        .asVerbose()
        .getAvailableTokens()
        .thenApply(answer -> answer.map(tokens -> tokens > 0));
  }

  private static RateDecision decision(BucketKey key, VerboseResult<Boolean> answer) {
    var state = answer.getDiagnostics();
    return new RateDecision(
        key.scope(),
        key.limit(),
        answer.getValue(),
        Math.max(0, state.getAvailableTokens()),
        Duration.ofNanos(state.calculateFullRefillingTime()),
        answer.getValue() ? Duration.ZERO : untilOne(answer));
  }

  private static RateDecision untouched(BucketKey key) {
    return new RateDecision(
        key.scope(), key.limit(), true, key.limit().limit(), Duration.ZERO, Duration.ZERO);
  }

  private static Duration untilOne(VerboseResult<Boolean> answer) {
    return Duration.ofNanos(
        answer
            .getState()
            .calculateDelayNanosAfterWillBePossibleToConsume(
                1, answer.getOperationTimeNanos(), true));
  }

  private AsyncBucketProxy bucket(BucketKey key) {
    var limit = key.limit();
    var configuration =
        BucketConfiguration.builder()
            .addLimit(
                tokens ->
                    tokens.capacity(limit.limit()).refillGreedy(limit.limit(), limit.window()))
            .build();
    return store
        .asAsync()
        .builder()
        .withOptimization(Optimizations.batching())
        .build(key.text(), () -> CompletableFuture.completedFuture(configuration));
  }

  private static boolean isOutage(Throwable failure) {
    return failure instanceof DatabaseUnavailableException || failure instanceof TimeoutException;
  }

  private static UploadUnavailableException uncounted(Throwable failure) {
    return new UploadUnavailableException("Uploads can't be counted", failure);
  }
}
