package dev.safelight.processor.kafka;

import dev.safelight.processor.process.Capacity;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.springframework.stereotype.Component;

/** How consumers poll, given how long images take. */
@Component
class Pace {

  private final Capacity capacity;

  Pace(Capacity capacity) {
    this.capacity = capacity;
  }

  /**
   * One record at a time, and as much time for it as it may take at worst: a consumer that is away
   * for longer loses its partitions, and its image would be developed by two.
   */
  public List<String> settings() {
    return List.of(
        ConsumerConfig.MAX_POLL_RECORDS_CONFIG + "=1",
        ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG + "=" + capacity.longest().toMillis());
  }
}
