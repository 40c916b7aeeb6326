package dev.safelight.ingest.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.reactivestreams.client.MongoClient;
import dev.safelight.database.IndexDeclarer;
import dev.safelight.ingest.upload.UploadUnavailableException;
import dev.safelight.ingest.upload.idempotency.Claim;
import dev.safelight.ingest.upload.idempotency.IdempotencyTerms;
import dev.safelight.ingest.upload.idempotency.KeyedRequest;
import dev.safelight.ingest.upload.idempotency.StoredAnswer;
import dev.safelight.testservers.EmbeddedMongo;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

class MongoIdempotencyKeysTest {

  private static final EmbeddedMongo MONGO = new EmbeddedMongo();
  private static final MongoClient CLIENT = MONGO.client(Duration.ofSeconds(2));
  private static final KeyedRequest REQUEST = new KeyedRequest("user-1", "key", "print");
  private static final KeyedRequest OTHER = new KeyedRequest("user-1", "key", "other print");
  private static final StoredAnswer ANSWER =
      new StoredAnswer(201, Map.of("Location", "/api/images/1", "X-Image-ID", "1"), "{\"a\": 1}");

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-21T10:00:00Z"));
  private final String database = "keys-" + UUID.randomUUID();
  private final MongoIdempotencyKeys keys = instance(CLIENT);
  private final MongoIdempotencyKeys another = instance(CLIENT);

  @AfterAll
  static void stop() {
    CLIENT.close();
    MONGO.close();
  }

  @Test
  void ofManyAtOnceOneIsGranted() {
    var claims =
        Flux.range(0, 20)
            .flatMap(i -> (i % 2 == 0 ? keys : another).claim(REQUEST, UUID.randomUUID()))
            .collectList()
            .block();

    assertThat(claims).filteredOn(claim -> claim instanceof Claim.Granted).hasSize(1);
    assertThat(claims).filteredOn(claim -> claim instanceof Claim.InProgress).hasSize(19);
  }

  @Test
  void theAnswerIsRememberedForAllInstancesAndOverRestarts() {
    try (var mongo = new EmbeddedMongo();
        var before = mongo.client()) {
      var first = instance(before);
      first.answer(granted(first, REQUEST), ANSWER).block();
      mongo.stop();
      mongo.startAgain();
      move(Duration.ofHours(23));
      try (var after = mongo.client()) {
        var second = instance(after);
        assertThat(claim(second, REQUEST)).isEqualTo(new Claim.Answered(ANSWER));
        assertThat(claim(second, OTHER)).isEqualTo(new Claim.Reused());
      }
    }
  }

  @Test
  void keysBelongToACaller() {
    granted(keys, REQUEST);

    granted(keys, new KeyedRequest("user-2", "key", "print"));
    granted(keys, new KeyedRequest("user-1", "other key", "print"));
  }

  @Test
  void keysOfAnAccountThatWasErasedAreFreeAndThoseItUsesLaterAreNot() {
    var other = new KeyedRequest("user-2", "key", "print");
    granted(keys, other);
    keys.answer(granted(keys, REQUEST), ANSWER).block();
    var erasedAt = now.get();

    keys.erase("user-1", erasedAt).block();

    var again = granted(keys, REQUEST);
    assertThat(claim(another, other)).isEqualTo(new Claim.InProgress());
    move(Duration.ofSeconds(1));
    keys.answer(again, ANSWER).block();
    keys.erase("user-1", erasedAt).block();
    assertThat(claim(another, REQUEST)).isEqualTo(new Claim.Answered(ANSWER));
  }

  @Test
  void whoDiedIsFollowedWithTheSameSeed() {
    var dead = granted(keys, REQUEST);
    move(Duration.ofSeconds(30));
    assertThat(claim(another, REQUEST)).isEqualTo(new Claim.InProgress());
    move(Duration.ofMillis(1));
    assertThat(claim(another, OTHER)).isEqualTo(new Claim.Reused());

    var follower = granted(another, REQUEST);

    assertThat(follower.seed()).isEqualTo(dead.seed());
    assertThat(claim(keys, REQUEST)).isEqualTo(new Claim.InProgress());
  }

  @Test
  void whoLivesIsNot() {
    var claim = granted(keys, REQUEST);
    move(Duration.ofSeconds(29));
    keys.renew(claim).block();
    move(Duration.ofSeconds(29));

    assertThat(claim(another, REQUEST)).isEqualTo(new Claim.InProgress());
  }

  @Test
  void whoWakesUpLateChangesNothing() {
    var late = granted(keys, REQUEST);
    move(Duration.ofSeconds(31));
    var follower = granted(another, REQUEST);
    another.answer(follower, ANSWER).block();

    keys.renew(late).block();
    keys.release(late).block();
    keys.answer(late, new StoredAnswer(500, Map.of(), "")).block();

    assertThat(claim(keys, REQUEST)).isEqualTo(new Claim.Answered(ANSWER));
  }

  @Test
  void whatFailedMayBeTriedAgainWithTheSameSeedOrBeAnotherRequest() {
    var failed = granted(keys, REQUEST);
    keys.release(failed).block();

    var again = granted(another, REQUEST);
    assertThat(again.seed()).isEqualTo(failed.seed());
    another.release(again).block();
    assertThat(granted(keys, OTHER).seed()).isNotEqualTo(failed.seed());
  }

  @Test
  void keysEndAndAreSwept() {
    keys.answer(granted(keys, REQUEST), ANSWER).block();
    move(Duration.ofHours(24).plusMillis(1));
    granted(keys, OTHER);
    granted(keys, new KeyedRequest("user-3", "key", "print"));
    assertThat(keys.sweep().block()).isZero();
    move(Duration.ofHours(25));

    assertThat(keys.sweep().block()).isEqualTo(2);
    assertThat(keys.sweep().block()).isZero();
  }

  @Test
  void anOutageIsToldAsOne() {
    try (var mongo = new EmbeddedMongo();
        var client = mongo.client(Duration.ofMillis(200))) {
      var cutOff = instance(client);
      var claim = granted(cutOff, REQUEST);
      mongo.stop();

      assertThatThrownBy(() -> claim(cutOff, REQUEST))
          .isInstanceOf(UploadUnavailableException.class);
      assertThatThrownBy(() -> cutOff.answer(claim, ANSWER).block())
          .isInstanceOf(UploadUnavailableException.class);
    }
  }

  @Test
  void indexesCanBeDeclared() {
    new IndexDeclarer(List.of(keys.indexes())).declare().block(Duration.ofSeconds(10));
  }

  private MongoIdempotencyKeys instance(MongoClient client) {
    InstantSource source = now::get;
    return new MongoIdempotencyKeys(
        client.getDatabase(database),
        new IdempotencyTerms(Duration.ofHours(24), Duration.ofSeconds(30)),
        source.withZone(ZoneOffset.UTC));
  }

  private void move(Duration by) {
    now.updateAndGet(instant -> instant.plus(by));
  }

  private static Claim.Granted granted(MongoIdempotencyKeys keys, KeyedRequest request) {
    return (Claim.Granted) claim(keys, request);
  }

  private static Claim claim(MongoIdempotencyKeys keys, KeyedRequest request) {
    return keys.claim(request, UUID.randomUUID()).block();
  }
}
