package dev.safelight.ingest.s3;

import dev.safelight.ingest.upload.Quarantine;
import dev.safelight.ingest.upload.UploadUnavailableException;
import dev.safelight.storage.Buckets;
import dev.safelight.storage.ObjectMissingException;
import dev.safelight.storage.ObjectStore;
import dev.safelight.storage.StorageUnavailableException;
import java.nio.file.Path;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Originals in the quarantine bucket. */
@Component
class S3Quarantine implements Quarantine {

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

  /** To a PUT, "missing" means that the bucket is: nothing the uploader could mend. */
  private static boolean isOutage(Throwable failure) {
    return failure instanceof StorageUnavailableException
        || failure instanceof ObjectMissingException;
  }
}
