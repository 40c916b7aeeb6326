package dev.safelight.e2e.events;

import dev.safelight.e2e.stack.Port;
import dev.safelight.e2e.stack.SafelightStack;
import dev.safelight.event.EventCodec;
import dev.safelight.event.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;

/** Reads topics from their beginning, with Kafka's own client and the contract's codec. */
public final class Downstream implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final EventCodec codec = new EventCodec();
  private final Consumer<String, byte[]> consumer;
  private final List<Received> received = new ArrayList<>();
  private final Set<String> forgotten = new HashSet<>();

  /** Follows all topics of the pipeline. */
  public Downstream(SafelightStack stack) {
    consumer = consumer(stack);
    var partitions = Topics.all().stream().flatMap(topic -> partitions(topic).stream()).toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  /** Waits for the event of this type about this image. */
  public Received await(String topic, String imageId) {
    return Awaitility.await(topic + " of " + imageId)
        .atMost(PATIENCE)
        .pollDelay(Duration.ZERO)
        .until(() -> find(topic, imageId), found -> !found.isEmpty())
        .getFirst();
  }

  /** All that has arrived so far of this type about this image. */
  public List<Received> find(String topic, String imageId) {
    poll();
    return received.stream()
        .filter(event -> event.record().topic().equals(topic))
        .filter(event -> event.record().key().equals(imageId))
        .toList();
  }

  /** Waits until a topic was told to forget this image. */
  public void awaitTombstone(String topic, String imageId) {
    Awaitility.await("tombstone on " + topic)
        .atMost(PATIENCE)
        .until(
            () -> {
              poll();
              return forgotten.contains(topic + '/' + imageId);
            });
  }

  /** A record without a value tells the broker what to forget: no event, and nothing to read. */
  private void poll() {
    for (var record : consumer.poll(Duration.ofMillis(200))) {
      if (record.value() == null) {
        forgotten.add(record.topic() + '/' + record.key());
      } else {
        received.add(new Received(codec.decode(record.value()), record));
      }
    }
  }

  /** As {@link #await}, and what the event says. */
  public <E extends SpecificRecord> E await(String topic, String imageId, Class<E> type) {
    return type.cast(await(topic, imageId).event());
  }

  /** How many records each dead-letter topic holds. */
  public static Map<String, Long> deadLetters(SafelightStack stack) {
    try (var consumer = consumer(stack)) {
      var counts = new TreeMap<String, Long>();
      consumer.listTopics().keySet().stream()
          .filter(topic -> topic.endsWith("-dlt"))
          .forEach(topic -> counts.put(topic, size(consumer, topic)));
      return counts;
    }
  }

  private static long size(Consumer<?, ?> consumer, String topic) {
    var partitions = partitions(consumer, topic);
    var begin = consumer.beginningOffsets(partitions);
    var end = consumer.endOffsets(partitions);
    return partitions.stream().mapToLong(each -> end.get(each) - begin.get(each)).sum();
  }

  private List<TopicPartition> partitions(String topic) {
    return partitions(consumer, topic);
  }

  private static List<TopicPartition> partitions(Consumer<?, ?> consumer, String topic) {
    return consumer.partitionsFor(topic).stream()
        .map(info -> new TopicPartition(topic, info.partition()))
        .toList();
  }

  private static Consumer<String, byte[]> consumer(SafelightStack stack) {
    return new KafkaConsumer<>(
        Map.of("bootstrap.servers", "127.0.0.1:" + stack.port(Port.KAFKA)),
        new StringDeserializer(),
        new ByteArrayDeserializer());
  }

  @Override
  public void close() {
    consumer.close();
  }
}
