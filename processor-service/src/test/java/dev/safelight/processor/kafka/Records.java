package dev.safelight.processor.kafka;

import dev.safelight.event.EventCodec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.test.EmbeddedKafkaBroker;
import org.springframework.kafka.test.utils.KafkaTestUtils;

/** Finds records on topics, as a stranger to the processor would. */
final class Records {

  private final EventCodec codec = new EventCodec();
  private final EmbeddedKafkaBroker broker;

  Records(EmbeddedKafkaBroker broker) {
    this.broker = broker;
  }

  <E extends SpecificRecord> E event(String topic, UUID imageId, Class<E> type) {
    return events(1, topic, imageId, type).getFirst();
  }

  /** Waits until there are this many. */
  <E extends SpecificRecord> List<E> events(int count, String topic, UUID imageId, Class<E> type) {
    return withKey(count, topic, imageId.toString()).stream()
        .map(found -> type.cast(codec.decode(found.value())))
        .toList();
  }

  ConsumerRecord<String, byte[]> withKey(String topic, String key) {
    return withKey(1, topic, key).getFirst();
  }

  private List<ConsumerRecord<String, byte[]>> withKey(int count, String topic, String key) {
    var settings = KafkaTestUtils.consumerProps(broker, UUID.randomUUID().toString(), true);
    var all = new ArrayList<ConsumerRecord<String, byte[]>>();
    try (var consumer =
        new DefaultKafkaConsumerFactory<>(
                settings, new StringDeserializer(), new ByteArrayDeserializer())
            .createConsumer()) {
      consumer.subscribe(List.of(topic));
      for (var deadline = Instant.now().plusSeconds(60); Instant.now().isBefore(deadline); ) {
        for (var found : consumer.poll(Duration.ofMillis(200)).records(topic)) {
          if (found.key().equals(key)) {
            all.add(found);
          }
        }
        if (all.size() >= count) {
          return all;
        }
      }
    }
    throw new AssertionError(all.size() + " records of " + key + " on " + topic);
  }
}
