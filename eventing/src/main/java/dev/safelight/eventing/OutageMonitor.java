package dev.safelight.eventing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;

/** Remembers which partitions are waiting for something that is away, for the health answer. */
class OutageMonitor {

  /**
   * One partition that waits.
   *
   * @param since first failure in a row
   * @param last latest failure
   * @param reason what the latest failure said
   */
  record Outage(Instant since, Instant last, String reason) {}

  private final Map<TopicPartition, Outage> outages = new ConcurrentHashMap<>();
  private final Clock clock;
  private final Duration staleAfter;

  /**
   * Forgets outages that are not heard of again, such as those of a partition another instance
   * took.
   *
   * @param staleAfter longer than the longest wait between two retries
   */
  OutageMonitor(Clock clock, Duration staleAfter) {
    this.clock = clock;
    this.staleAfter = staleAfter;
  }

  void began(TopicPartition partition, String reason) {
    var now = clock.instant();
    outages.merge(
        partition,
        new Outage(now, now, reason),
        (known, latest) -> new Outage(known.since(), now, reason));
  }

  void ended(TopicPartition partition) {
    outages.remove(partition);
  }

  Map<TopicPartition, Outage> current() {
    var oldest = clock.instant().minus(staleAfter);
    outages.values().removeIf(outage -> outage.last().isBefore(oldest));
    return Map.copyOf(outages);
  }
}
