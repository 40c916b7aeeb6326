package dev.safelight.metadata.kafka;

import dev.safelight.event.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;

/** Has a real broker forget now what it would forget in some weeks. */
public final class Compaction {

  private static final List<String> TOPICS =
      Topics.all().stream().filter(Topics::isCompacted).toList();

  private static final Map<String, String> AT_ONCE =
      Map.of(
          "segment.ms", "100",
          "min.cleanable.dirty.ratio", "0",
          "min.compaction.lag.ms", "0",
          "max.compaction.lag.ms", "100",
          "delete.retention.ms", "0");

  /** Key of records that are there to close the segment of those before them. */
  private static final String CLOSER = "closer";

  private final Map<String, Object> settings;

  /** Uses a broker whose cleaner does not rest for long. */
  public Compaction(String brokers) {
    this.settings = Map.of("bootstrap.servers", brokers);
  }

  /** Waits until no topic has a superseded record, or a tombstone, any more. */
  public void complete() throws Exception {
    hurry();
    try (var producer =
        new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
      Awaitility.await()
          .atMost(Duration.ofSeconds(60))
          .pollInterval(Duration.ofMillis(300))
          .until(
              () -> {
                for (var partition : partitions()) {
                  producer.send(closer(partition)).get();
                }
                return isComplete();
              });
    }
  }

  /** The keys of all records of these topics. */
  public List<String> keys(Collection<String> topics) {
    return records().stream()
        .filter(it -> topics.contains(it.topic()))
        .map(ConsumerRecord::key)
        .toList();
  }

  /** How many records are not there any more. */
  public long forgotten() {
    try (var consumer = consumer()) {
      var ends = consumer.endOffsets(partitions()).values();
      return ends.stream().mapToLong(Long::longValue).sum() - records().size();
    }
  }

  private void hurry() throws Exception {
    var wanted = new HashMap<ConfigResource, Collection<AlterConfigOp>>();
    for (var topic : TOPICS) {
      wanted.put(
          new ConfigResource(ConfigResource.Type.TOPIC, topic),
          AT_ONCE.entrySet().stream()
              .map(it -> new ConfigEntry(it.getKey(), it.getValue()))
              .map(it -> new AlterConfigOp(it, AlterConfigOp.OpType.SET))
              .toList());
    }
    try (var admin = Admin.create(settings)) {
      admin.incrementalAlterConfigs(wanted).all().get();
    }
  }

  private boolean isComplete() {
    var told = records().stream().filter(it -> !CLOSER.equals(it.key())).toList();
    var keys = told.stream().map(it -> it.topic() + ' ' + it.key()).collect(Collectors.toSet());
    return keys.size() == told.size() && told.stream().allMatch(it -> it.value() != null);
  }

  private List<ConsumerRecord<String, byte[]>> records() {
    try (var consumer = consumer()) {
      var partitions = partitions();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = consumer.endOffsets(partitions);
      var found = new ArrayList<ConsumerRecord<String, byte[]>>();
      while (partitions.stream().anyMatch(it -> consumer.position(it) < ends.get(it))) {
        consumer.poll(Duration.ofMillis(100)).forEach(found::add);
      }
      return found;
    }
  }

  private List<TopicPartition> partitions() {
    try (var consumer = consumer()) {
      return TOPICS.stream()
          .flatMap(topic -> consumer.partitionsFor(topic).stream())
          .map(it -> new TopicPartition(it.topic(), it.partition()))
          .toList();
    }
  }

  private KafkaConsumer<String, byte[]> consumer() {
    return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
  }

  private static ProducerRecord<String, byte[]> closer(TopicPartition at) {
    return new ProducerRecord<>(at.topic(), at.partition(), CLOSER, null);
  }
}
