package dev.safelight.ingest.mongo;

import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.proxy.ClientSideConfig;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.AbstractCompareAndSwapBasedProxyManager;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.AsyncCompareAndSwapOperation;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.CompareAndSwapOperation;
import io.github.bucket4j.distributed.remote.RemoteBucketState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Lets Bucket4j keep its buckets in MongoDB: read, compute, and write if nobody else has meanwhile.
 */
class BucketStore extends AbstractCompareAndSwapBasedProxyManager<String> {

  /** Longest time for one decision, with all that others write in between. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final RateDocuments documents;

  BucketStore(RateDocuments documents, Clock clock) {
    super(
        ClientSideConfig.getDefault()
            .withClientClock(new WallClock(clock))
            .withRequestTimeout(PATIENCE));
    this.documents = documents;
  }

  @Override
  protected AsyncCompareAndSwapOperation beginAsyncCompareAndSwapOperation(String key) {
    return new Attempts(key);
  }

  @Override
  protected CompareAndSwapOperation beginCompareAndSwapOperation(String key) {
    throw new UnsupportedOperationException("Use asAsync()");
  }

  @Override
  protected CompletableFuture<Void> removeAsync(String key) {
    throw new UnsupportedOperationException("Full ones are swept");
  }

  @Override
  public void removeProxy(String key) {
    throw new UnsupportedOperationException("Use asAsync()");
  }

  @Override
  public boolean isAsyncModeSupported() {
    return true;
  }

  /** All attempts at one decision; they follow each other. */
  private class Attempts implements AsyncCompareAndSwapOperation {

    private final String key;
    private volatile RateDocuments.@Nullable Stored read;

    Attempts(String key) {
      this.key = key;
    }

    @Override
    public CompletableFuture<Optional<byte[]>> getStateData(Optional<Long> timeoutNanos) {
      return future(documents.find(key).map(Optional::of).defaultIfEmpty(Optional.empty()))
          .thenApply(this::remembered);
    }

    private Optional<byte[]> remembered(Optional<RateDocuments.Stored> found) {
      read = found.orElse(null);
      return found.map(stored -> stored.state().getData());
    }

    @Override
    public CompletableFuture<Boolean> compareAndSwap(
        byte @Nullable [] original,
        byte[] changed,
        RemoteBucketState state,
        Optional<Long> timeoutNanos) {
      var fullAt = fullAt(state);
      var before = read;
      return before == null
          ? future(documents.insert(key, changed, fullAt))
          : future(documents.replace(key, before.version(), changed, fullAt));
    }
  }

  private static <T> CompletableFuture<T> future(Mono<T> result) {
    return result.toFuture().thenApply(Objects::requireNonNull);
  }

  private Instant fullAt(RemoteBucketState state) {
    long now = currentTimeNanos();
    long full = now + state.calculateFullRefillingTime(now);
    return Instant.ofEpochMilli(TimeUnit.NANOSECONDS.toMillis(full));
  }

  /** The time all instances have in common. */
  private record WallClock(Clock clock) implements TimeMeter {

    @Override
    public long currentTimeNanos() {
      return TimeUnit.MILLISECONDS.toNanos(clock.millis());
    }

    @Override
    public boolean isWallClockBased() {
      return true;
    }
  }
}
