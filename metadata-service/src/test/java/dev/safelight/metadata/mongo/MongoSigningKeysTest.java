package dev.safelight.metadata.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.metadata.signing.HmacSignatures;
import dev.safelight.metadata.signing.KeyKeeper;
import dev.safelight.metadata.signing.Purpose;
import dev.safelight.metadata.signing.SigningSettings;
import dev.safelight.testservers.EmbeddedMongo;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

class MongoSigningKeysTest {

  private static final SigningSettings SETTINGS =
      new SigningSettings(Duration.ofDays(30), Duration.ofDays(8), Duration.ofMinutes(1));

  @Test
  void instancesThatStartAtOnceSignWithOneKey() {
    try (var server = new EmbeddedMongo();
        var client = server.client()) {
      var keys = new MongoSigningKeys(client.getDatabase("test"));
      var instances =
          IntStream.range(0, 20)
              .mapToObj(i -> new HmacSignatures(SETTINGS, Clock.systemUTC()))
              .toList();
      Flux.fromIterable(instances)
          .flatMap(one -> new KeyKeeper(keys, one, SETTINGS, Clock.systemUTC()).ready(), 20)
          .blockLast();

      assertThat(keys.all().block()).hasSize(1);
      assertThat(instances.stream().map(one -> one.sign(Purpose.RECEIPT, "text")).distinct())
          .hasSize(1);
      assertThat(restarted(keys).sign(Purpose.RECEIPT, "text"))
          .isEqualTo(instances.getFirst().sign(Purpose.RECEIPT, "text"));
    }
  }

  private static HmacSignatures restarted(MongoSigningKeys keys) {
    var signatures = new HmacSignatures(SETTINGS, Clock.systemUTC());
    new KeyKeeper(keys, signatures, SETTINGS, Clock.systemUTC()).refresh().block();
    return signatures;
  }
}
