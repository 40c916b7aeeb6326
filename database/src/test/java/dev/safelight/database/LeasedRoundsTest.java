package dev.safelight.database;

import static org.assertj.core.api.Assertions.assertThat;
import static reactor.core.publisher.Sinks.EmitFailureHandler.FAIL_FAST;

import com.mongodb.reactivestreams.client.MongoClient;
import dev.safelight.testservers.EmbeddedMongo;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

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
    var begun = Sinks.<Void>empty();
    var release = Sinks.<Void>empty();
    var work =
        Mono.fromRunnable(() -> begun.emitEmpty(FAIL_FAST))
            .then(release.asMono())
            .then(Mono.fromRunnable(done::incrementAndGet));
    var first = rounds("slow", work);
    var second = rounds("slow", Mono.fromRunnable(done::incrementAndGet));

    var running = first.round().toFuture();
    begun.asMono().block(Duration.ofSeconds(10));
    second.round().block();
    assertThat(done).hasValue(0);

    release.emitEmpty(FAIL_FAST);
    running.join();
    assertThat(done).hasValue(1);

    second.round().block();
    assertThat(done).hasValue(2);
  }

  private static LeasedRounds rounds(String name, Mono<?> work) {
    return new LeasedRounds(
        name, new Leases(client.getDatabase("rounds"), Clock.systemUTC()), PACE, work);
  }
}
