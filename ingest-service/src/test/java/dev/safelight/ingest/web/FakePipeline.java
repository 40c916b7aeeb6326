package dev.safelight.ingest.web;

import dev.safelight.ingest.upload.AcceptedImage;
import dev.safelight.ingest.upload.Announcer;
import dev.safelight.ingest.upload.Catalog;
import dev.safelight.ingest.upload.Fate;
import dev.safelight.ingest.upload.Item;
import dev.safelight.ingest.upload.Items;
import dev.safelight.ingest.upload.Ledger;
import dev.safelight.ingest.upload.Quarantine;
import dev.safelight.ingest.upload.Reservation;
import dev.safelight.ingest.upload.UploadUnavailableException;
import dev.safelight.ingest.upload.ledger.LimitChange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** Everything behind the web side, in memory, and unwilling when told to be. */
class FakePipeline implements Items, Ledger, Quarantine, Announcer, Catalog {

  final Map<String, byte[]> stored = new ConcurrentHashMap<>();
  final List<AcceptedImage> announced = new CopyOnWriteArrayList<>();
  final List<LimitChange> limits = new CopyOnWriteArrayList<>();
  final List<String> asked = new CopyOnWriteArrayList<>();
  volatile Mono<Void> storing = Mono.empty();
  volatile Mono<Void> announcing = Mono.empty();
  volatile Function<UUID, Fate> fates = id -> new Fate.Unknown();

  volatile Reservation room = new Reservation.Granted();
  volatile Optional<UUID> duplicate = Optional.empty();

  /** The images that the catalog shows. */
  volatile Mono<String> catalog = Mono.empty();

  void reset() {
    room = new Reservation.Granted();
    duplicate = Optional.empty();
    catalog = Mono.empty();
    stored.clear();
    announced.clear();
    limits.clear();
    asked.clear();
    storing = Mono.empty();
    announcing = Mono.empty();
    fates = id -> new Fate.Unknown();
  }

  static Mono<Void> away() {
    return Mono.error(() -> new UploadUnavailableException("away", new IOException("refused")));
  }

  @Override
  public Mono<Item> find(String id) {
    return Mono.just(new Item(id, "", true, "", Item.ItemLimits.NONE));
  }

  @Override
  public Mono<Reservation> reserve(UUID imageId, String owner, String sha256, long bytes) {
    return Mono.just(room);
  }

  @Override
  public Mono<Void> announced(UUID imageId) {
    return Mono.empty();
  }

  @Override
  public Mono<Void> release(UUID imageId) {
    return Mono.empty();
  }

  @Override
  public Mono<UUID> duplicateOf(String owner, String sha256) {
    return Mono.justOrEmpty(duplicate);
  }

  @Override
  public Mono<Void> store(String objectKey, Path file, String mimeType) {
    return Mono.defer(() -> storing)
        .then(Mono.fromCallable(() -> stored.put(objectKey, Files.readAllBytes(file))))
        .then();
  }

  @Override
  public Mono<Void> remove(String objectKey) {
    return Mono.fromRunnable(() -> stored.remove(objectKey));
  }

  @Override
  public Mono<Void> announce(AcceptedImage image) {
    return Mono.defer(() -> announcing).then(Mono.fromRunnable(() -> announced.add(image)));
  }

  Mono<Void> announceLimit(LimitChange change) {
    return Mono.defer(() -> announcing).then(Mono.fromRunnable(() -> limits.add(change)));
  }

  @Override
  public Mono<String> find(UUID imageId, String credentials) {
    return Mono.defer(() -> catalog).filter(image -> image.contains(imageId.toString()));
  }

  @Override
  public Mono<Fate> await(UUID imageId, Duration patience, String credentials) {
    asked.add(patience.toSeconds() + " " + credentials);
    return Mono.fromSupplier(() -> fates.apply(imageId));
  }
}
