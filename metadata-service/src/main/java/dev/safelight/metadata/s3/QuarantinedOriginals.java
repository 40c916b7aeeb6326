package dev.safelight.metadata.s3;

import dev.safelight.metadata.catalog.Original;
import dev.safelight.metadata.catalog.PicturesUnavailableException;
import dev.safelight.metadata.removal.Remains;
import dev.safelight.metadata.removal.Removed;
import dev.safelight.metadata.replay.Originals;
import dev.safelight.storage.Buckets;
import dev.safelight.storage.ObjectStore;
import dev.safelight.storage.StorageUnavailableException;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The original in quarantine, if it is still there. This service may look whether it is, and delete
 * it, and nothing else: no byte of it can be read.
 */
@Component
class QuarantinedOriginals implements Remains, Originals {

  private final ObjectStore objects;
  private final String bucket;

  QuarantinedOriginals(ObjectStore objects, Buckets buckets) {
    this.objects = objects;
    this.bucket = buckets.quarantine();
  }

  @Override
  public Mono<Removed> remove(UUID imageId) {
    return objects
        .remove(bucket, Original.keyOf(imageId))
        .thenReturn(Removed.NOTHING)
        .onErrorMap(StorageUnavailableException.class, PicturesUnavailableException::new);
  }

  /** By its name, as looking at an object takes the right to read it. */
  @Override
  public Mono<Boolean> isKept(UUID imageId) {
    return objects
        .list(bucket, Original.keyOf(imageId), 1)
        .any(page -> !page.isEmpty())
        .onErrorMap(StorageUnavailableException.class, PicturesUnavailableException::new);
  }
}
