package dev.safelight.metadata.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.metadata.catalog.Audience;
import dev.safelight.metadata.catalog.Description;
import dev.safelight.metadata.catalog.HoldPolicy;
import dev.safelight.metadata.catalog.ImageChange;
import dev.safelight.metadata.catalog.ImageDetails;
import dev.safelight.metadata.catalog.Placement;
import dev.safelight.metadata.catalog.Samples;
import dev.safelight.metadata.catalog.Standing;
import dev.safelight.metadata.outbox.Announcer;
import dev.safelight.metadata.outbox.Outbox;
import dev.safelight.metadata.outbox.OutboxRelay;
import dev.safelight.metadata.outbox.Turn;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** A crash is the end of the steps after it: here, a step that fails or never ends. */
class OutboxCrashTest extends MongoTest {

  private static final Turn ALWAYS =
      new Turn() {
        @Override
        public Mono<Boolean> take(Duration term) {
          return Mono.just(true);
        }

        @Override
        public Mono<Void> giveBack() {
          return Mono.empty();
        }
      };

  private final List<ImageChange> published = new CopyOnWriteArrayList<>();
  private final List<ImageChange> byOther = new CopyOnWriteArrayList<>();
  private final MongoImageOutbox outbox = new MongoImageOutbox(images);
  private final Announcer<ImageChange> broker =
      announcement -> Mono.fromRunnable(() -> published.add(announcement));

  @Test
  void crashBetweenWriteAndPublishLosesNothing() {
    var deleted = delete();
    Announcer<ImageChange> crashing =
        announcement -> Mono.error(new IllegalStateException("killed"));
    StepVerifier.create(new OutboxRelay<>(outbox, crashing, 10).relay()).verifyError();

    new OutboxRelay<>(outbox, broker, 10).relay().block();
    new OutboxRelay<>(outbox, broker, 10).relay().block();

    assertThat(published).containsExactly(deleted);
  }

  @Test
  void crashBetweenPublishAndForgettingSaysTheSameAgain() {
    var deleted = delete();
    StepVerifier.create(new OutboxRelay<>(crashingAfterPublish(), broker, 10).relay())
        .verifyError();

    new OutboxRelay<>(outbox, broker, 10).relay().block();
    new OutboxRelay<>(outbox, broker, 10).relay().block();

    assertThat(published).containsExactly(deleted, deleted);
  }

  @Test
  void announcementThatFailsDoesNotHoldUpOthers() {
    var failing = delete();
    var other = delete();
    Announcer<ImageChange> picky =
        announcement ->
            announcement.equals(failing)
                ? Mono.error(new IllegalStateException("broken"))
                : broker.announce(announcement);
    StepVerifier.create(new OutboxRelay<>(outbox, picky, 10).relay()).verifyError();

    assertThat(published).containsExactly(other);
    assertThat(outbox.waiting(10).collectList().block()).containsExactly(List.of(failing));
  }

  @Test
  void startedRelayFindsWhatAnEarlierOneLeft() {
    var deleted = delete();
    var running = new OutboxRelay<>(outbox, broker, 10).start(ALWAYS, pace(Duration.ofHours(1)));
    try {
      Awaitility.await().until(() -> published.contains(deleted));
    } finally {
      running.dispose();
    }
  }

  @Test
  void nudgedRelayDoesNotWaitForTheSweep() {
    var relay = new OutboxRelay<>(outbox, broker, 10);
    var first = delete();
    var running = relay.start(ALWAYS, pace(Duration.ofHours(1)));
    try {
      Awaitility.await().until(() -> published.contains(first));
      var second = delete();
      relay.nudge();
      Awaitility.await().until(() -> published.contains(second));
    } finally {
      running.dispose();
    }
  }

  @Test
  void sweepGoesOnAfterAFailure() {
    var deleted = delete();
    var failuresLeft = new AtomicInteger(3);
    Announcer<ImageChange> recovering =
        announcement ->
            failuresLeft.getAndDecrement() > 0
                ? Mono.error(new IllegalStateException("away"))
                : broker.announce(announcement);
    var running =
        new OutboxRelay<>(outbox, recovering, 10).start(ALWAYS, pace(Duration.ofMillis(10)));
    try {
      Awaitility.await().until(() -> published.contains(deleted));
    } finally {
      running.dispose();
    }
  }

  /** A compacted topic keeps what was told last, which must then be the newest. */
  @Test
  void whoWasOvertakenHasTheNewestToldAgain() {
    var first = edit(uploaded(), 1, "one");
    var second = edit(first.cause().imageId(), 2, "two");
    new OutboxRelay<>(outbox, broker, 10).relay().block();

    broker.announce(first).then(outbox.forget(first)).block();
    new OutboxRelay<>(outbox, broker, 10).relay().block();

    assertThat(published).containsExactly(first, second, first, second);
    assertThat(outbox.waiting(10).collectList().block()).isEmpty();
  }

  /** The newest may be on its way while an older one is told after it. */
  @Test
  void whatWaitsStillIsToldOnceMoreAfterSomethingOlder() {
    var first = edit(uploaded(), 1, "one");
    var second = edit(first.cause().imageId(), 2, "two");
    outbox.forget(first).block();
    broker.announce(second).block();
    broker.announce(first).then(outbox.forget(first)).block();
    outbox.forget(second).block();
    new OutboxRelay<>(outbox, broker, 10).relay().block();

    assertThat(published).containsExactly(second, first, second);
    assertThat(outbox.waiting(10).collectList().block()).isEmpty();
  }

  /** Each type has a topic of its own, and of each the newest has to be last. */
  @Test
  void whatWasToldOfAnotherTopicIsNotToldAgain() {
    var edited = edit(uploaded(), 1, "one");
    var id = edited.cause().imageId();
    var deleted = new ImageChange.Deleted(cause(id, 2), 77, Samples.START.plusSeconds(99));
    assertThat(new MongoCatalog(images).commit(deleted).block()).isTrue();
    new OutboxRelay<>(outbox, broker, 10).relay().block();

    broker.announce(edited).then(outbox.forget(edited)).block();
    broker.announce(deleted).then(outbox.forget(deleted)).block();
    new OutboxRelay<>(outbox, broker, 10).relay().block();

    assertThat(published).containsExactly(edited, deleted, edited, deleted);
  }

  /** As when a lease ended too early: everything is told, and of each image the newest last. */
  @Test
  void twoRelaysAtOnceLeaveTheNewestAsTheLast() {
    var ids = Flux.range(0, 5).map(n -> uploaded()).collectList().block();
    Announcer<ImageChange> unsteady =
        change ->
            Mono.delay(Duration.ofMillis(ThreadLocalRandom.current().nextInt(5)))
                .then(Mono.defer(() -> broker.announce(change)));
    for (int revision = 1; revision <= 8; revision++) {
      for (var id : ids) {
        edit(id, revision, "text " + revision);
      }
      if (revision % 4 == 0) {
        Flux.range(0, 3).flatMap(n -> new OutboxRelay<>(outbox, unsteady, 10).relay()).blockLast();
      }
    }
    new OutboxRelay<>(outbox, broker, 10).relay().block();

    for (var id : ids) {
      var told = published.stream().filter(it -> it.cause().imageId().equals(id)).toList();
      assertThat(told).extracting(it -> it.cause().revision()).contains(1L, 2L, 3L, 4L, 5L, 6L, 7L);
      assertThat(told.getLast().cause().revision()).isEqualTo(8);
      assertThat(told.stream().map(it -> it.cause().eventId()).distinct()).hasSize(8);
      assertThat(told.stream().distinct()).hasSize(8);
    }
    assertThat(outbox.waiting(10).collectList().block()).isEmpty();
  }

  @Test
  void onlyWhoseTurnItIsTells() {
    var turn = new AtomicInteger(1);
    var one = new OutboxRelay<>(outbox, broker, 10);
    var other =
        new OutboxRelay<>(outbox, change -> Mono.fromRunnable(() -> byOther.add(change)), 10);
    var pace = new OutboxRelay.Pace(Duration.ofMillis(20), Duration.ofMillis(150));
    var running =
        Disposables.composite(one.start(turn(turn, 1), pace), other.start(turn(turn, 2), pace));
    try {
      var first = delete();
      other.nudge();
      Awaitility.await().until(() -> published.contains(first));
      assertThat(byOther).isEmpty();

      turn.set(2);
      Awaitility.await().pollDelay(Duration.ofMillis(300)).until(() -> true);
      var second = delete();
      one.nudge();
      Awaitility.await().until(() -> byOther.contains(second));
      assertThat(published).containsExactly(first);
    } finally {
      running.dispose();
    }
  }

  private static Turn turn(AtomicInteger whose, int mine) {
    return new Turn() {
      @Override
      public Mono<Boolean> take(Duration term) {
        return Mono.fromSupplier(() -> whose.get() == mine);
      }

      @Override
      public Mono<Void> giveBack() {
        return Mono.empty();
      }
    };
  }

  private UUID uploaded() {
    var id = Samples.id();
    new MongoProjection(images, HoldPolicy.NONE).apply(Samples.uploaded(id)).block();
    return id;
  }

  private ImageChange edit(UUID id, long revision, String text) {
    var details =
        new ImageDetails(
            new Placement("prod_789", 4),
            new Description(text, null, List.of("sea"), "{}"),
            new Audience(true, List.of()));
    var curation =
        new ImageChange.Curation(new Standing(true, 7), Samples.START.plusSeconds(revision), true);
    var change =
        new ImageChange.Updated(cause(id, revision), details, curation, List.of("altText"));
    assertThat(new MongoCatalog(images).commit(change).block()).isTrue();
    return change;
  }

  private static ImageChange.Cause cause(UUID id, long revision) {
    return new ImageChange.Cause(
        UUID.randomUUID(),
        id,
        Samples.OWNER,
        Samples.OWNER,
        Samples.START.plusSeconds(9),
        revision);
  }

  private ImageChange delete() {
    var id = Samples.id();
    new MongoProjection(images, HoldPolicy.NONE).apply(Samples.uploaded(id)).block();
    var announcement = Samples.deletion(id);
    assertThat(new MongoCatalog(images).commit(announcement).block()).isTrue();
    return announcement;
  }

  private static OutboxRelay.Pace pace(Duration sweep) {
    return new OutboxRelay.Pace(sweep, Duration.ofMinutes(1));
  }

  private Outbox<ImageChange> crashingAfterPublish() {
    return new Outbox<>() {
      @Override
      public Flux<List<ImageChange>> waiting(int limit) {
        return outbox.waiting(limit);
      }

      @Override
      public Mono<Void> forget(ImageChange announcement) {
        return Mono.error(new IllegalStateException("killed"));
      }
    };
  }
}
