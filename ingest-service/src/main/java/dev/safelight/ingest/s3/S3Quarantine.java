package dev.safelight.ingest.s3;

import dev.safelight.ingest.upload.Quarantine;
import dev.safelight.ingest.upload.UploadUnavailableException;
import dev.safelight.ingest.upload.ledger.Originals;
import dev.safelight.storage.Buckets;
import dev.safelight.storage.ObjectMissingException;
import dev.safelight.storage.ObjectStore;
import dev.safelight.storage.StorageUnavailableException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Originals in the quarantine bucket. */
@Component
class S3Quarantine implements Quarantine, Originals {

  private static final int PAGE = 1000;

  private final ObjectStore objects;
  private final String bucket;

  S3Quarantine(ObjectStore objects, Buckets buckets) {
    this.objects = objects;
    this.bucket = buckets.quarantine();
  }

  @Override
  public Mono<Void> store(String objectKey, Path file, String mimeType) {
    return objects
        .putFile(bucket, objectKey, file, mimeType)
        .onErrorMap(
            S3Quarantine::isOutage,
            e -> new UploadUnavailableException("The original was not stored", e));
  }

  @Override
  public Mono<Void> remove(String objectKey) {
    return objects.remove(bucket, objectKey);
  }

  /** What has another kind of key is not ours to judge. */
  @Override
  public Flux<List<UUID>> storedBefore(Instant then) {
    return objects
        .list(bucket, Quarantine.PREFIX, PAGE)
        .map(
            page ->
                page.stream()
                    .filter(object -> object.lastModified().isBefore(then))
                    .flatMap(object -> Quarantine.imageOf(object.key()).stream())
                    .toList());
  }

  /** To a PUT, "missing" means that the bucket is: nothing the uploader could mend. */
  private static boolean isOutage(Throwable failure) {
    return failure instanceof StorageUnavailableException
        || failure instanceof ObjectMissingException;
  }
}
