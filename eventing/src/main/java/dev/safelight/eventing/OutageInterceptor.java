package dev.safelight.eventing;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.listener.RecordInterceptor;

/** A record that went through ends the outage of its partition. */
class OutageInterceptor implements RecordInterceptor<Object, Object> {

  private final OutageMonitor monitor;

  OutageInterceptor(OutageMonitor monitor) {
    this.monitor = monitor;
  }

  @Override
  public ConsumerRecord<Object, Object> intercept(
      ConsumerRecord<Object, Object> record, Consumer<Object, Object> consumer) {
    return record;
  }

  @Override
  public void success(ConsumerRecord<Object, Object> record, Consumer<Object, Object> consumer) {
    monitor.ended(new TopicPartition(record.topic(), record.partition()));
  }
}
