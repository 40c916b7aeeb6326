package dev.safelight.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoClient;
import dev.safelight.database.Leases;
import dev.safelight.testservers.EmbeddedMongo;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

class LeasedRoundsTest {

  private static final LeasedRounds.Pace PACE =
      new LeasedRounds.Pace(Duration.ofHours(1), Duration.ofMinutes(1));

  private static EmbeddedMongo server;
  private static MongoClient client;

  private final AtomicInteger done = new AtomicInteger();

  @BeforeAll
  static void connect() {
    server = new EmbeddedMongo();
    client = server.client();
  }

  @AfterAll
  static void disconnect() {
    client.close();
    server.close();
  }

  @Test
  void oneInstanceAtATimeIsAtIt() {
    var release = Sinks.empty();
    var first = rounds("slow", release.asMono().then(Mono.fromRunnable(done::incrementAndGet)));
    var second = rounds("slow", Mono.fromRunnable(done::incrementAndGet));

    StepVerifier.create(first.round())
        .then(() -> StepVerifier.create(second.round()).verifyComplete())
        .then(() -> assertThat(done).hasValue(0))
        .then(release::tryEmitEmpty)
        .verifyComplete();
    assertThat(done).hasValue(1);

    second.round().block();
    assertThat(done).hasValue(2);
  }

  private static LeasedRounds rounds(String name, Mono<?> work) {
    return new LeasedRounds(
        name, new Leases(client.getDatabase("rounds"), Clock.systemUTC()), PACE, work);
  }
}
