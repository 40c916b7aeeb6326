package dev.safelight.eventing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class OutageMonitorTest {

  private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");
  private static final TopicPartition PARTITION = new TopicPartition("image.uploaded", 3);

  private final AtomicReference<Instant> now = new AtomicReference<>(START);
  private final InstantSource source = now::get;
  private final Clock clock = source.withZone(ZoneOffset.UTC);
  private final OutageMonitor monitor = new OutageMonitor(clock, Duration.ofMinutes(1));

  @Test
  void keepsTheBeginningAndTheLatestReason() {
    monitor.began(PARTITION, "refused");
    now.set(START.plusSeconds(30));
    monitor.began(PARTITION, "timed out");

    assertThat(monitor.current())
        .containsEntry(PARTITION, new OutageMonitor.Outage(START, now.get(), "timed out"));
  }

  @Test
  void forgetsWhatEnded() {
    monitor.began(PARTITION, "refused");
    monitor.ended(PARTITION);

    assertThat(monitor.current()).isEmpty();
  }

  @Test
  void forgetsWhatIsNotHeardOfAgain() {
    monitor.began(PARTITION, "refused");
    now.set(START.plusSeconds(61));

    assertThat(monitor.current()).isEmpty();
  }
}
