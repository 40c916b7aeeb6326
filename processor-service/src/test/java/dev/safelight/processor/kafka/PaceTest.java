package dev.safelight.processor.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.processor.process.Capacity;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {

  /** It waits for two other images, each is tried twice; then there is the store. */
  @Test
  void slowestImagesKeepTheirConsumer() {
    var pace = new Pace(new Capacity(3, Duration.ofMinutes(2)));
    assertThat(pace.settings())
        .containsExactly("max.poll.records=1", "max.poll.interval.ms=" + (12 + 5) * 60_000);
  }

  @Test
  void oneIsReadOrStoredForEachThatIsDeveloped() {
    assertThat(new Capacity(3, Duration.ofMinutes(2)).images()).isEqualTo(6);
  }
}
