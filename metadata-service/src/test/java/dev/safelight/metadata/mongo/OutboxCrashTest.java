package dev.safelight.metadata.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoCollection;
import dev.safelight.metadata.catalog.HoldPolicy;
import dev.safelight.metadata.catalog.ImageChange;
import dev.safelight.metadata.catalog.Samples;
import dev.safelight.metadata.outbox.Announcer;
import dev.safelight.metadata.outbox.Outbox;
import dev.safelight.metadata.outbox.OutboxRelay;
import dev.safelight.metadata.outbox.Turn;
import dev.safelight.testservers.EmbeddedMongo;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** A crash is the end of the steps after it: here, a step that fails or never ends. */
class OutboxCrashTest {

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

  private static EmbeddedMongo server;
  private static MongoClient client;
  private static MongoCollection<Document> images;

  private final List<ImageChange> published = new CopyOnWriteArrayList<>();
  private final MongoImageOutbox outbox = new MongoImageOutbox(images);
  private final Announcer<ImageChange> broker =
      announcement -> Mono.fromRunnable(() -> published.add(announcement));

  @BeforeAll
  static void connect() {
    server = new EmbeddedMongo();
    client = server.client();
    images = client.getDatabase("test").getCollection("images");
  }

  @AfterAll
  static void disconnect() {
    client.close();
    server.close();
  }

  @BeforeEach
  void empty() {
    Mono.from(images.deleteMany(new Document())).block();
  }

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
