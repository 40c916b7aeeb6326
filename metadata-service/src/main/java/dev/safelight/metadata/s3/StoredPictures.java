package dev.safelight.metadata.s3;

import dev.safelight.metadata.catalog.PicturesUnavailableException;
import dev.safelight.metadata.removal.Remains;
import dev.safelight.metadata.removal.Removed;
import dev.safelight.storage.Buckets;
import dev.safelight.storage.ListedObject;
import dev.safelight.storage.ObjectStore;
import dev.safelight.storage.StorageUnavailableException;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Everything under an image's id in the images bucket: variants of all recipes, manifests. */
@Component
class StoredPictures implements Remains {

  private static final int PAGE = 1000;
  private static final int AT_A_TIME = 8;

  private final ObjectStore objects;
  private final String bucket;

  StoredPictures(ObjectStore objects, Buckets buckets) {
    this.objects = objects;
    this.bucket = buckets.images();
  }

  @Override
  public Mono<Removed> remove(UUID imageId) {
    return objects
        .list(bucket, imageId + "/", PAGE)
        .concatMap(page -> Flux.fromIterable(page).flatMap(this::remove, AT_A_TIME))
        .reduce(Removed.NOTHING, Removed::plus)
        .onErrorMap(StorageUnavailableException.class, PicturesUnavailableException::new);
  }

  private Mono<Removed> remove(ListedObject object) {
    return objects.remove(bucket, object.key()).thenReturn(new Removed(1, object.size()));
  }
}
