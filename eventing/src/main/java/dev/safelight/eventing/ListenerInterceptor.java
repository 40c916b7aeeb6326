package dev.safelight.eventing;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.listener.RecordInterceptor;
import org.springframework.kafka.support.KafkaUtils;

/**
 * Stands before every listener of a service. Tombstones end here: they tell the broker what to
 * forget, and no listener of anything that happened. A record that went through ends the outage of
 * its partition.
 */
class ListenerInterceptor implements RecordInterceptor<Object, Object> {

  private final OutageMonitor monitor;

  ListenerInterceptor(OutageMonitor monitor) {
    this.monitor = monitor;
  }

  @Override
  public @Nullable ConsumerRecord<Object, Object> intercept(
      ConsumerRecord<Object, Object> record, Consumer<Object, Object> consumer) {
    return isTombstone(record) ? null : record;
  }

  @Override
  public void success(ConsumerRecord<Object, Object> record, Consumer<Object, Object> consumer) {
    monitor.ended(new TopicPartition(record.topic(), record.partition()));
  }

  /** What could not be read has no value either, but says in a header why, and is parked. */
  private static boolean isTombstone(ConsumerRecord<?, ?> record) {
    return record.value() == null
        && record.headers().lastHeader(KafkaUtils.VALUE_DESERIALIZER_EXCEPTION_HEADER) == null;
  }
}
