package dev.safelight.ingest.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.reactivestreams.client.MongoClient;
import dev.safelight.ingest.upload.OnDuplicate;
import dev.safelight.ingest.upload.SpooledFile.FileClaim;
import dev.safelight.ingest.upload.UploadUnavailableException;
import dev.safelight.ingest.upload.Uploader;
import dev.safelight.ingest.upload.resumable.AnnouncedFile;
import dev.safelight.ingest.upload.resumable.Completion;
import dev.safelight.ingest.upload.resumable.OpenUpload;
import dev.safelight.ingest.upload.resumable.OpenUpload.Part;
import dev.safelight.testservers.EmbeddedMongo;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** Against a MongoDB-compatible server. */
class MongoOpenUploadsTest {

  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
  private static final Instant LATER = NOW.plusSeconds(15);

  private static EmbeddedMongo mongo;
  private static MongoClient client;

  private final MongoOpenUploads uploads =
      new MongoOpenUploads(client.getDatabase("test").getCollection(UUID.randomUUID().toString()));

  @BeforeAll
  static void start() {
    mongo = new EmbeddedMongo();
    client = mongo.client();
  }

  @AfterAll
  static void stop() {
    client.close();
    mongo.close();
  }

  @Test
  void whatIsKeptIsFoundAsItWas() {
    var upload = added("user-1", NOW.plusSeconds(60));

    assertThat(uploads.find(upload.id()).block()).isEqualTo(upload);
    assertThat(uploads.find(UUID.randomUUID()).block()).isNull();

    var completion = new Completion(upload.id(), "{}");
    uploads.complete(upload.id(), completion).block();
    assertThat(uploads.find(upload.id()).blockOptional().orElseThrow().completion())
        .isEqualTo(completion);
    uploads.remove(upload.id()).block();
    uploads.remove(upload.id()).block();
    assertThat(uploads.find(upload.id()).block()).isNull();
  }

  @Test
  void ofManyAtOnceOneGetsTheLock() {
    var id = added("user-1", NOW.plusSeconds(60)).id();

    var holders =
        Flux.range(0, 16)
            .flatMap(i -> uploads.lock(id, "token-" + i, NOW, LATER).map(held -> i), 16)
            .collectList()
            .blockOptional()
            .orElseThrow();

    assertThat(holders).hasSize(1);
    var holder = "token-" + holders.getFirst();
    assertThat(uploads.lock(id, "other", LATER.minusMillis(1), LATER).block()).isNull();
    assertThat(uploads.renew(id, "other", LATER.plusSeconds(9)).block()).isFalse();
    assertThat(uploads.renew(id, holder, LATER.plusSeconds(9)).block()).isTrue();
    assertThat(uploads.lock(id, "other", LATER, LATER).block()).isNull();
    uploads.unlock(id, "other").block();
    assertThat(uploads.lock(id, "other", LATER, LATER).block()).isNull();
    uploads.unlock(id, holder).block();
    assertThat(uploads.lock(id, "other", LATER, LATER).block()).isNotNull();
  }

  @Test
  void aLockEndsByItselfAndItsHolderMovesNothingAnyMore() {
    var id = added("user-1", NOW.plusSeconds(60)).id();
    uploads.lock(id, "dead", NOW, LATER).block();
    uploads.lock(id, "next", LATER, LATER.plusSeconds(15)).block();

    assertThat(uploads.append(id, "dead", 0, new Part("a", 3)).block()).isFalse();
    assertThat(uploads.append(id, "next", 0, new Part("b", 4)).block()).isTrue();
    assertThat(uploads.append(id, "next", 0, new Part("c", 4)).block()).isFalse();
    assertThat(uploads.append(id, "next", 4, new Part("d", 2)).block()).isTrue();

    var upload = uploads.find(id).blockOptional().orElseThrow();
    assertThat(upload.offset()).isEqualTo(6);
    assertThat(upload.parts()).containsExactly(new Part("b", 4), new Part("d", 2));
  }

  @Test
  void openOnesAreThoseThatAreNeitherCompletedNorExpired() {
    added("user-1", NOW.plusSeconds(60));
    added("user-1", NOW);
    added("user-2", NOW.plusSeconds(60));
    var done = added("user-1", NOW.plusSeconds(60)).id();
    uploads.complete(done, new Completion(done, null)).block();

    assertThat(uploads.countOpen("user-1", NOW).block()).isEqualTo(1);
  }

  @Test
  void thoseOfAnAccountAreFoundWhateverBecameOfThem() {
    var open = added("user-1", NOW.plusSeconds(60)).id();
    var done = added("user-1", NOW.plusSeconds(60)).id();
    var inUse = added("user-1", NOW).id();
    added("user-2", NOW.plusSeconds(60));
    uploads.complete(done, new Completion(done, null)).block();
    uploads.lock(inUse, "token", NOW, LATER).block();

    assertThat(uploads.of("user-1").collectList().block())
        .containsExactlyInAnyOrder(open, done, inUse);
  }

  @Test
  void expiredOnesAreFoundUnlessSomebodyIsAtThem() {
    added("user-1", NOW.plusSeconds(1));
    var expired = added("user-1", NOW).id();
    var inUse = added("user-1", NOW).id();
    uploads.lock(inUse, "token", NOW, LATER).block();

    assertThat(uploads.expired(NOW).collectList().block()).isEqualTo(List.of(expired));
    assertThat(uploads.expired(LATER).collectList().block()).hasSize(3);
  }

  @Test
  void anOutageIsToldAsOne() {
    try (var away = new EmbeddedMongo();
        var impatient = away.client(Duration.ofMillis(200))) {
      var lost = new MongoOpenUploads(impatient.getDatabase("test").getCollection("uploads"));
      away.stop();

      assertThatThrownBy(() -> lost.find(UUID.randomUUID()).block())
          .isInstanceOf(UploadUnavailableException.class);
      assertThatThrownBy(() -> lost.expired(NOW).collectList().block())
          .isInstanceOf(UploadUnavailableException.class);
    }
  }

  private OpenUpload added(String owner, Instant expiresAt) {
    var announced =
        new AnnouncedFile(
            new FileClaim("a.png", "image/png"),
            6,
            "ab",
            Map.of("tags[]", List.of("x", "y"), "altText", List.of("z")),
            OnDuplicate.RETURN);
    var upload =
        OpenUpload.begun(UUID.randomUUID(), new Uploader(owner, true), announced, expiresAt);
    uploads.add(upload).block();
    return upload;
  }
}
