package dev.safelight.metadata.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.metadata.catalog.HoldPolicy;
import dev.safelight.metadata.catalog.ImageChange;
import dev.safelight.metadata.catalog.ImageEvent;
import dev.safelight.metadata.catalog.ImagePurgedException;
import dev.safelight.metadata.catalog.Samples;
import dev.safelight.metadata.outbox.OutboxRelay;
import dev.safelight.metadata.removal.Graveyard;
import dev.safelight.metadata.removal.Purger;
import dev.safelight.metadata.removal.Remains;
import dev.safelight.metadata.removal.Removed;
import dev.safelight.metadata.removal.Task;
import dev.safelight.metadata.removal.Tombstone;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

/** A crash is the end of the steps after it: here, a step that fails. */
class PurgeTest extends MongoTest {

  private static final Instant NOW = Samples.START.plus(Duration.ofDays(1));
  private static final Duration RECHECK = Duration.ofHours(24);

  private final MongoProjection projection = new MongoProjection(images, HoldPolicy.NONE);
  private final MongoCatalog catalog = new MongoCatalog(images);
  private final MongoGraveyard graveyard = new MongoGraveyard(images);

  /** Keys of what is stored, by image. */
  private final Map<UUID, Set<String>> stored = new ConcurrentHashMap<>();

  private final List<UUID> erased = new CopyOnWriteArrayList<>();
  private final List<ImageChange> told = new CopyOnWriteArrayList<>();
  private final AtomicInteger purged = new AtomicInteger();
  private boolean storeAway;

  @Test
  void onlyIdAndReceiptAreLeft() {
    var id = developed();
    deleteForGood(id);
    purger(NOW).purge(id).block();
    relay();

    assertThat(stored.get(id)).isEmpty();
    assertThat(document(id)).containsOnlyKeys("_id", "purged", "outbox", "revision", "version");
    assertThat(document(id).toJson()).doesNotContain(Samples.OWNER, "beach", "holiday");
    assertThat(graveyard.find(id).block()).isEqualTo(new Tombstone(id, NOW, new Removed(2, 20)));
    assertThat(told).hasExactlyElementsOfTypes(ImageChange.Deleted.class, ImageChange.Purged.class);
    StepVerifier.create(catalog.find(id)).verifyError(ImagePurgedException.class);
  }

  @Test
  void timeIsOverForThoseOfEarlierReleasesToo() {
    var over = developed();
    var notYet = developed();
    delete(over, NOW.minusMillis(1));
    delete(notYet, NOW.plusMillis(1));

    assertThat(graveyard.oldestDue(NOW).block()).isEqualTo(NOW.minusMillis(1));
    purger(NOW).purgeDue().block();

    assertThat(graveyard.find(over).block()).isNotNull();
    assertThat(graveyard.find(notYet).block()).isNull();
    assertThat(stored.get(notYet)).hasSize(2);
    assertThat(graveyard.oldestDue(NOW).blockOptional()).isEmpty();
  }

  @Test
  void whatIsBeingPurgedCanNotBeRestored() {
    var id = developed();
    delete(id, NOW.minusMillis(1));
    var image = catalog.find(id).blockOptional().orElseThrow();
    graveyard.claim(id, NOW).block();

    var restored = new ImageChange.Restored(image.changedBy(Samples.OWNER, NOW), 77);

    assertThat(catalog.commit(restored).block()).isFalse();
  }

  @Test
  void storeThatIsAwayIsWaitedFor() {
    var id = developed();
    deleteForGood(id);
    storeAway = true;
    StepVerifier.create(purger(NOW).purgeDue()).verifyError();

    relay();
    assertThat(told).hasExactlyElementsOfTypes(ImageChange.Deleted.class);
    StepVerifier.create(catalog.find(id)).verifyError(ImagePurgedException.class);

    storeAway = false;
    purger(NOW).purgeDue().block();
    assertThat(stored.get(id)).isEmpty();
    assertThat(graveyard.find(id).block()).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"claim", "bury", "bury!", "looked"})
  void anotherInstanceEndsWhatACrashLeft(String step) {
    var id = developed();
    deleteForGood(id);
    var crashing = purger(crashingAt(step), NOW);
    crashing.purgeDue().onErrorComplete().block();
    purger(NOW).purgeDue().block();
    projection.apply(Samples.processed(id)).block();
    write(id, "late");
    crashing.purgeDue().onErrorComplete().block();

    purger(NOW).purgeDue().block();
    relay();

    assertThat(stored.get(id)).isEmpty();
    assertThat(told).hasExactlyElementsOfTypes(ImageChange.Deleted.class, ImageChange.Purged.class);
  }

  @Test
  void twoInstancesPurgeOnce() {
    for (int round = 0; round < 20; round++) {
      var id = developed();
      deleteForGood(id);
      var one = purger(NOW).purge(id).subscribeOn(Schedulers.parallel());
      var other = purger(NOW).purge(id).subscribeOn(Schedulers.parallel());
      Mono.when(one, other).block();
      assertThat(graveyard.find(id).block()).isNotNull();
    }
    relay();
    assertThat(told).filteredOn(ImageChange.Purged.class::isInstance).hasSize(20);
    assertThat(purged).hasValue(20);
  }

  @Test
  void lateEventChangesNothingButIsLookedAfter() {
    var id = developed();
    deleteForGood(id);
    purger(NOW).purge(id).block();
    var before = document(id).getLong("version");
    write(id, "late");
    projection.apply(Samples.uploaded(id)).block();
    projection.apply(Samples.processed(id)).block();

    assertThat(document(id)).doesNotContainKeys("upload", "details", "development", "rank");
    assertThat(document(id)).containsEntry("version", before);
    purger(NOW).purgeDue().block();

    assertThat(stored.get(id)).isEmpty();
    assertThat(erased).containsExactly(id);
    assertThat(graveyard.find(id).block().removed()).isEqualTo(new Removed(3, 30));
  }

  @Test
  void whatAKilledProcessorLeftIsFoundLater() {
    var id = developed();
    deleteForGood(id);
    purger(NOW).purge(id).block();
    write(id, "late");
    purger(NOW.plus(RECHECK).minusMillis(1)).purgeDue().block();
    assertThat(stored.get(id)).hasSize(1);

    purger(NOW.plus(RECHECK)).purgeDue().block();
    assertThat(stored.get(id)).isEmpty();
    purger(NOW.plus(RECHECK.multipliedBy(2))).purgeDue().block();

    assertThat(graveyard.due(NOW.plus(Duration.ofDays(99))).collectList().block()).isEmpty();
  }

  /** The image is uploaded first, as nobody can delete it before; all else comes as it may. */
  @Test
  void nothingIsLeftWhateverTheOrder() {
    for (int seed = 0; seed < 60; seed++) {
      var id = Samples.id();
      projection.apply(Samples.uploaded(id)).block();
      var steps = steps(id);
      Collections.shuffle(steps, new Random(seed));

      steps.forEach(Runnable::run);
      for (int days = 1; days <= 3; days++) {
        purger(NOW.plus(RECHECK.multipliedBy(days))).purgeDue().block();
      }

      assertThat(stored.getOrDefault(id, Set.of())).as("seed %d", seed).isEmpty();
      assertThat(document(id)).containsOnlyKeys("_id", "purged", "outbox", "revision", "version");
      relay();
      assertThat(told).filteredOn(ImageChange.Purged.class::isInstance).hasSize(seed + 1);
    }
  }

  @Test
  void newCatalogRemembersWhatWasPurged() {
    var id = Samples.id();
    var cause = new ImageChange.Cause(UUID.randomUUID(), id, Samples.OWNER, null, NOW, 0);
    projection.apply(Samples.uploaded(id)).block();
    for (int twice = 0; twice < 2; twice++) {
      new MongoEmptyCatalog(images, images).apply(new ImageChange.Purged(cause, 77)).block();
    }
    projection.apply(Samples.processed(id)).block();

    assertThat(graveyard.find(id).block()).isEqualTo(new Tombstone(id, NOW, Removed.NOTHING));
    assertThat(document(id)).doesNotContainKey("upload");
  }

  private List<Runnable> steps(UUID id) {
    var events =
        List.<ImageEvent>of(Samples.cleared(id), Samples.processed(id), Samples.rejected(id));
    var steps = new ArrayList<Runnable>();
    for (var event : events) {
      steps.add(() -> hear(event));
      steps.add(() -> hear(event));
    }
    steps.add(() -> projection.apply(Samples.uploaded(id)).block());
    steps.add(() -> write(id, "never-told"));
    steps.add(() -> deleteForGood(id));
    for (int round = 0; round < 3; round++) {
      steps.add(() -> purger(NOW).purgeDue().block());
    }
    return steps;
  }

  /** What is told was done before. */
  private void hear(ImageEvent event) {
    if (event instanceof ImageEvent.Processed) {
      write(event.imageId(), "thumbnail");
    }
    projection.apply(event).block();
  }

  private UUID developed() {
    var id = Samples.id();
    projection.apply(Samples.uploaded(id)).block();
    projection.apply(Samples.processed(id)).block();
    write(id, "large");
    write(id, "thumbnail");
    return id;
  }

  private void write(UUID id, String name) {
    stored.computeIfAbsent(id, any -> ConcurrentHashMap.newKeySet()).add(name);
  }

  private void deleteForGood(UUID id) {
    delete(id, Samples.START.plusSeconds(9));
  }

  private void delete(UUID id, Instant restorableUntil) {
    var deletion = Samples.deletion(id);
    var change = new ImageChange.Deleted(deletion.cause(), deletion.size(), restorableUntil);
    assertThat(catalog.commit(change).block()).isTrue();
  }

  private void relay() {
    new OutboxRelay<>(
            new MongoImageOutbox(images),
            change -> Mono.<Void>fromRunnable(() -> told.add(change)),
            1000)
        .relay()
        .block();
  }

  private Document document(UUID id) {
    return Mono.from(images.find(new Document("_id", id.toString())).first())
        .blockOptional()
        .orElseThrow();
  }

  private Purger purger(Instant now) {
    return purger(graveyard, now);
  }

  private Purger purger(Graveyard records, Instant now) {
    Remains store =
        id -> storeAway ? Mono.error(new IllegalStateException("away")) : Mono.just(removed(id));
    return new Purger(
        records,
        List.of(store),
        id -> Mono.fromRunnable(() -> erased.add(id)),
        removed -> purged.incrementAndGet(),
        RECHECK,
        Clock.fixed(now, ZoneOffset.UTC));
  }

  private Removed removed(UUID id) {
    var keys = stored.put(id, ConcurrentHashMap.newKeySet());
    var count = keys == null ? 0 : keys.size();
    return new Removed(count, count * 10L);
  }

  /** Fails at a step; with an exclamation mark, right after it. */
  private Graveyard crashingAt(String step) {
    return new Graveyard() {
      @Override
      public Flux<UUID> due(Instant now) {
        return graveyard.due(now);
      }

      @Override
      public Mono<Instant> oldestDue(Instant now) {
        return graveyard.oldestDue(now);
      }

      @Override
      public Mono<Task> claim(UUID imageId, Instant now) {
        return crash("claim", graveyard.claim(imageId, now));
      }

      @Override
      public Mono<Boolean> bury(Task.Purge purge, Removed removed, Instant lookAt) {
        return crash("bury", graveyard.bury(purge, removed, lookAt));
      }

      @Override
      public Mono<Void> looked(Task.Look look, Removed removed, @Nullable Instant lookAt) {
        return crash("looked", graveyard.looked(look, removed, lookAt));
      }

      @Override
      public Mono<Tombstone> find(UUID imageId) {
        return graveyard.find(imageId);
      }

      private <T> Mono<T> crash(String here, Mono<T> work) {
        Mono<T> killed = Mono.error(new IllegalStateException("killed"));
        if (step.equals(here)) {
          return killed;
        }
        return step.equals(here + '!') ? work.then(killed) : work;
      }
    };
  }
}
