package dev.safelight.ingest.s3;

import dev.safelight.ingest.upload.UploadUnavailableException;
import dev.safelight.ingest.upload.resumable.IncomingObjects;
import dev.safelight.storage.Buckets;
import dev.safelight.storage.ListedObject;
import dev.safelight.storage.ObjectMissingException;
import dev.safelight.storage.ObjectStore;
import dev.safelight.storage.StorageUnavailableException;
import dev.safelight.storage.StoredObject;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Bytes of uploads that have begun, in the quarantine bucket, where nobody can read them. */
@Component
class S3IncomingObjects implements IncomingObjects {

  /** Nobody reads them as anything: what they are is told by their bytes, once all are there. */
  private static final String MIME_TYPE = "application/octet-stream";

  private final ObjectStore objects;
  private final String bucket;

  S3IncomingObjects(ObjectStore objects, Buckets buckets) {
    this.objects = objects;
    this.bucket = buckets.quarantine();
  }

  @Override
  public Mono<Void> store(String key, Path file) {
    return objects
        .putFile(bucket, key, file, MIME_TYPE)
        .onErrorMap(ObjectMissingException.class, S3IncomingObjects::unavailable)
        .onErrorMap(StorageUnavailableException.class, S3IncomingObjects::unavailable);
  }

  @Override
  public Mono<Flux<ByteBuffer>> open(String key) {
    return objects
        .get(bucket, key, null)
        .map(StoredObject::content)
        .map(
            content ->
                content.onErrorMap(
                    StorageUnavailableException.class, S3IncomingObjects::unavailable))
        .onErrorResume(ObjectMissingException.class, missing -> Mono.empty())
        .onErrorMap(StorageUnavailableException.class, S3IncomingObjects::unavailable);
  }

  @Override
  public Mono<Void> removeAll(UUID uploadId) {
    return objects
        .list(bucket, IncomingObjects.keyOf(uploadId))
        .concatMap(object -> objects.remove(bucket, object.key()))
        .then()
        .onErrorMap(StorageUnavailableException.class, S3IncomingObjects::unavailable);
  }

  @Override
  public Mono<Long> removeOlderThan(Instant time) {
    return objects
        .list(bucket, PREFIX)
        .filter(object -> object.lastModified().isBefore(time))
        .map(ListedObject::key)
        .concatMap(key -> objects.remove(bucket, key).thenReturn(key))
        .count()
        .onErrorMap(StorageUnavailableException.class, S3IncomingObjects::unavailable);
  }

  private static UploadUnavailableException unavailable(Throwable outage) {
    return new UploadUnavailableException("The bytes of uploads can't be reached", outage);
  }
}
