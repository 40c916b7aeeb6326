package dev.safelight.eventing;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.RetryListener;

/** Tells an outage from a defect in the log and in the health answer. */
class OutageRetryListener implements RetryListener {

  private static final Logger log = LoggerFactory.getLogger(OutageRetryListener.class);

  private final OutageTypes outages;
  private final OutageMonitor monitor;

  OutageRetryListener(OutageTypes outages, OutageMonitor monitor) {
    this.outages = outages;
    this.monitor = monitor;
  }

  @Override
  public void failedDelivery(ConsumerRecord<?, ?> failed, @Nullable Exception cause, int attempt) {
    if (cause != null && outages.cover(cause)) {
      monitor.began(partitionOf(failed), rootMessage(cause));
      log.warn("Waiting at {} {}: {}", failed.topic(), failed.key(), rootMessage(cause));
    }
  }

  @Override
  public void recovered(ConsumerRecord<?, ?> parked, @Nullable Exception cause) {
    monitor.ended(partitionOf(parked));
    log.error("Parked {} {} in the dead letters", parked.topic(), parked.key(), cause);
  }

  private static TopicPartition partitionOf(ConsumerRecord<?, ?> record) {
    return new TopicPartition(record.topic(), record.partition());
  }

  private static String rootMessage(Throwable failure) {
    var root = Causes.of(failure).getLast();
    return root.getClass().getSimpleName() + ": " + root.getMessage();
  }
}
