package dev.safelight.storage;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Down while the object store does not answer or lacks a bucket. */
class StorageHealthIndicator extends AbstractHealthIndicator {

  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final int FORBIDDEN = 403;

  private final S3AsyncClient s3;
  private final List<String> buckets;

  StorageHealthIndicator(S3AsyncClient s3, Buckets buckets) {
    super("The object store does not answer");
    this.s3 = s3;
    this.buckets = List.of(buckets.quarantine(), buckets.images());
  }

  @Override
  protected void doHealthCheck(Health.Builder health) {
    buckets.forEach(this::check);
    health.up();
  }

  private void check(String bucket) {
    try {
      s3.headBucket(
              head ->
                  head.bucket(bucket).overrideConfiguration(call -> call.apiCallTimeout(PATIENCE)))
          .join();
    } catch (CompletionException e) {
      if (!isForbidden(e.getCause())) {
        throw e;
      }
    }
  }

  /**
   * Most services hold a key for one bucket only; being kept out of the other is as it should be.
   */
  private static boolean isForbidden(@Nullable Throwable failure) {
    return failure instanceof S3Exception answer && answer.statusCode() == FORBIDDEN;
  }
}
