package dev.safelight.metadata.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Mono;

/** Records in memory; {@code MongoCatalogTest} shows that the real one does the same. */
class FakeCatalog implements Catalog {

  final Map<UUID, ImageRecord> images = new ConcurrentHashMap<>();
  final List<ImageChange> announced = new ArrayList<>();
  final AtomicInteger looks = new AtomicInteger();

  ImageRecord add(ImageRecord image) {
    images.put(image.id(), image);
    return image;
  }

  @Override
  public Mono<ImageRecord> find(UUID id) {
    return Mono.fromSupplier(
        () -> {
          looks.incrementAndGet();
          return images.get(id);
        });
  }

  @Override
  public Mono<Boolean> commit(ImageChange change) {
    return Mono.fromSupplier(
        () -> {
          var image = images.get(change.cause().imageId());
          if (image == null || image.isDeleted()) {
            return false;
          }
          announced.add(change);
          return true;
        });
  }
}
