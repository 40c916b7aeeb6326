package dev.safelight.metadata.kafka;

import dev.safelight.metadata.live.LiveService;
import java.util.Collection;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;

/** Whenever we begin to hear, something may have been said before. */
class LiveAssignment implements ConsumerAwareRebalanceListener {

  private final LiveService live;

  LiveAssignment(LiveService live) {
    this.live = live;
  }

  @Override
  public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
    live.miss();
  }
}
