package dev.safelight.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.testservers.EmbeddedMongo;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

class LeasesTest {

  private static final Duration TERM = Duration.ofMinutes(1);
  private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");

  @Test
  void oneHolderAtATime() {
    try (var mongo = new EmbeddedMongo();
        var client = mongo.client()) {
      var database = client.getDatabase("test");
      var first = new Leases(database, Clock.fixed(START, ZoneOffset.UTC));
      var later = new Leases(database, Clock.fixed(START.plusSeconds(61), ZoneOffset.UTC));

      assertThat(first.take("sweep", "a", TERM).block()).isTrue();
      assertThat(first.take("sweep", "b", TERM).block()).isFalse();
      assertThat(first.take("sweep", "a", TERM).block()).isTrue();
      assertThat(first.take("other", "b", TERM).block()).isTrue();
      assertThat(later.take("sweep", "b", TERM).block()).isTrue();
      first.giveBack("sweep", "a").block();
      assertThat(later.take("sweep", "c", TERM).block()).isFalse();
      first.giveBack("sweep", "b").block();
      assertThat(later.take("sweep", "c", TERM).block()).isTrue();
    }
  }

  @Test
  void ofManyAtOnceOneGetsIt() {
    try (var mongo = new EmbeddedMongo();
        var client = mongo.client()) {
      var leases = new Leases(client.getDatabase("test"), Clock.systemUTC());

      var taken =
          Flux.fromStream(IntStream.range(0, 20).boxed())
              .flatMap(i -> leases.take("sweep", "holder-" + i, TERM))
              .filter(mine -> mine)
              .count()
              .block();

      assertThat(taken).isEqualTo(1);
    }
  }
}
