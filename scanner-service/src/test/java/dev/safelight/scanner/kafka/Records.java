package dev.safelight.scanner.kafka;

import dev.safelight.event.EventCodec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.test.EmbeddedKafkaBroker;
import org.springframework.kafka.test.utils.KafkaTestUtils;

/** Finds records on topics, as a stranger to the scanner would. */
final class Records {

  private final EventCodec codec = new EventCodec();
  private final EmbeddedKafkaBroker broker;

  Records(EmbeddedKafkaBroker broker) {
    this.broker = broker;
  }

  <E extends SpecificRecord> E event(String topic, UUID imageId, Class<E> type) {
    return type.cast(codec.decode(withKey(topic, imageId.toString()).value()));
  }

  ConsumerRecord<String, byte[]> withKey(String topic, String key) {
    var settings = KafkaTestUtils.consumerProps(broker, UUID.randomUUID().toString(), true);
    try (var consumer =
        new DefaultKafkaConsumerFactory<>(
                settings, new StringDeserializer(), new ByteArrayDeserializer())
            .createConsumer()) {
      consumer.subscribe(List.of(topic));
      for (var deadline = Instant.now().plusSeconds(40); Instant.now().isBefore(deadline); ) {
        for (var found : consumer.poll(Duration.ofMillis(200)).records(topic)) {
          if (found.key().equals(key)) {
            return found;
          }
        }
      }
    }
    throw new AssertionError("No record " + key + " on " + topic);
  }
}
