package dev.safelight.metadata.s3;

import dev.safelight.metadata.catalog.PicturesUnavailableException;
import dev.safelight.metadata.removal.Remains;
import dev.safelight.metadata.removal.Removed;
import dev.safelight.storage.Buckets;
import dev.safelight.storage.ObjectStore;
import dev.safelight.storage.StorageUnavailableException;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The original in quarantine, if it is still there. This service may delete it and nothing else: it
 * has no right to look whether it is there, so it is not counted.
 */
@Component
class QuarantinedOriginals implements Remains {

  private final ObjectStore objects;
  private final String bucket;

  QuarantinedOriginals(ObjectStore objects, Buckets buckets) {
    this.objects = objects;
    this.bucket = buckets.quarantine();
  }

  @Override
  public Mono<Removed> remove(UUID imageId) {
    return objects
        .remove(bucket, "uploads/" + imageId)
        .thenReturn(Removed.NOTHING)
        .onErrorMap(StorageUnavailableException.class, PicturesUnavailableException::new);
  }
}
