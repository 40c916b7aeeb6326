package dev.safelight.ingest.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.reactivestreams.client.MongoClient;
import dev.safelight.ingest.upload.RateDecision;
import dev.safelight.ingest.upload.RateLimit;
import dev.safelight.ingest.upload.RateLimits;
import dev.safelight.ingest.upload.RateScope;
import dev.safelight.ingest.upload.UploadUnavailableException;
import dev.safelight.testservers.EmbeddedMongo;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class MongoRatesTest {

  private static final EmbeddedMongo MONGO = new EmbeddedMongo();
  private static final MongoClient CLIENT = MONGO.client(Duration.ofSeconds(2));
  private static final RateLimit THREE = new RateLimit(3, Duration.ofMinutes(3));

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-21T10:00:00Z"));
  private final String database = "rates-" + UUID.randomUUID();
  private final MongoRates rates = instance(THREE);

  @AfterAll
  static void stop() {
    CLIENT.close();
    MONGO.close();
  }

  @Test
  void letsInAsManyAsAreAllowedAndTellsWhenToComeBack() {
    assertThat(take())
        .isEqualTo(
            new RateDecision(RateScope.USER, THREE, true, 2, Duration.ofMinutes(1), Duration.ZERO));
    take();
    assertThat(take().remaining()).isZero();

    var refused = take();

    assertThat(refused.granted()).isFalse();
    assertThat(refused.reset()).isEqualTo(Duration.ofMinutes(3));
    assertThat(refused.retryAfter()).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void roomComesBackEvenly() {
    take();
    take();
    take();
    move(Duration.ofSeconds(61));

    assertThat(take().granted()).isTrue();
    assertThat(take().granted()).isFalse();
  }

  @Test
  void subjectsAndScopesAreCountedApart() {
    take();

    assertThat(rates.take(RateScope.USER, "user-2").block().remaining()).isEqualTo(2);
    assertThat(rates.take(RateScope.ITEM, "user-1").block().remaining()).isEqualTo(2);
  }

  @Test
  void lookingCountsNothingAndLeavesNothing() {
    assertThat(rates.look(RateScope.USER, "user-1").block().remaining()).isEqualTo(3);
    assertThat(documents()).isZero();
    take();

    assertThat(rates.look(RateScope.USER, "user-1").block().remaining()).isEqualTo(2);
    assertThat(rates.look(RateScope.USER, "user-1").block().remaining()).isEqualTo(2);
    assertThat(take().remaining()).isEqualTo(1);
  }

  @Test
  void nothingIsKeptOfAnAccountThatIsErased() {
    take();
    rates.take(RateScope.USER, "user-2").block();

    rates.erase("user-1", now.get()).block();

    assertThat(documents()).isEqualTo(1);
    assertThat(take().remaining()).isEqualTo(2);
  }

  @Test
  void noLimitIsNoDecision() {
    var free = instance(new RateLimit(0, Duration.ofHours(1)));

    assertThat(free.take(RateScope.USER, "user-1").blockOptional()).isEmpty();
    assertThat(free.look(RateScope.USER, "user-1").blockOptional()).isEmpty();
  }

  @Test
  void instancesCountTogetherHoweverManyComeAtOnce() {
    var limit = new RateLimit(40, Duration.ofDays(1));
    var one = instance(limit);
    var other = instance(limit);

    var granted =
        Flux.range(0, 100)
            .flatMap(i -> (i % 2 == 0 ? one : other).take(RateScope.USER, "user-1"), 100)
            .filter(RateDecision::granted)
            .count()
            .block();

    assertThat(granted).isEqualTo(40);
  }

  @Test
  void whatIsFullAgainIsSweptAndNothingElse() {
    take();
    rates.take(RateScope.USER, "user-2").block();
    rates.take(RateScope.USER, "user-2").block();
    move(Duration.ofSeconds(61));

    assertThat(rates.sweep().block()).isEqualTo(1);
    assertThat(documents()).isEqualTo(1);
    assertThat(rates.take(RateScope.USER, "user-2").block().remaining()).isEqualTo(1);
    assertThat(take().remaining()).isEqualTo(2);
  }

  @Test
  void aChangedLimitBeginsAnew() {
    take();

    var changed = instance(new RateLimit(5, Duration.ofMinutes(3)));

    assertThat(changed.take(RateScope.USER, "user-1").block().remaining()).isEqualTo(4);
  }

  @Test
  void nothingTellsWhoseItIs() {
    take();

    var stored = Mono.from(rates().find().first()).map(Document::toJson).block();

    assertThat(stored).contains("user 3/PT3M").doesNotContain("user-1");
  }

  @Test
  void whatCannotBeCountedFailsSoonAndWorksAgainLater() {
    take();
    MONGO.stop();
    try {
      assertThatThrownBy(() -> rates.take(RateScope.USER, "user-1").block(Duration.ofSeconds(8)))
          .isInstanceOf(UploadUnavailableException.class);
    } finally {
      MONGO.startAgain();
    }
    Awaitility.await()
        .ignoreExceptionsInstanceOf(UploadUnavailableException.class)
        .until(() -> take().remaining() == 1);
  }

  private RateDecision take() {
    return rates.take(RateScope.USER, "user-1").block();
  }

  private long documents() {
    return Mono.from(rates().countDocuments()).block();
  }

  private com.mongodb.reactivestreams.client.MongoCollection<Document> rates() {
    return CLIENT.getDatabase(database).getCollection("rates");
  }

  private void move(Duration by) {
    now.updateAndGet(then -> then.plus(by));
  }

  private MongoRates instance(RateLimit limit) {
    var documents = new RateDocuments(CLIENT.getDatabase(database));
    InstantSource source = now::get;
    return new MongoRates(
        new RateLimits(limit, limit, limit), documents, source.withZone(ZoneOffset.UTC));
  }
}
