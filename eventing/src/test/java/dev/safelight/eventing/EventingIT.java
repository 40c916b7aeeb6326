package dev.safelight.eventing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.event.ImageCleared;
import dev.safelight.event.ImageDeleted;
import dev.safelight.event.Topics;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.AdminClient;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.test.EmbeddedKafkaBroker;
import org.springframework.kafka.test.context.EmbeddedKafka;
import org.springframework.kafka.test.utils.KafkaTestUtils;

/** The three kinds of bad, against a real broker. */
@EmbeddedKafka(brokerProperties = {"auto.create.topics.enable=false", "log.cleaner.backoff.ms=200"})
@SpringBootTest(
    properties = {
      "spring.application.name=trial",
      "spring.config.import=classpath:eventing-defaults.yml",
      "spring.kafka.bootstrap-servers=${spring.embedded.kafka.brokers}",
      "spring.kafka.consumer.fetch-max-wait=100ms",
      "safelight.eventing.first-retry=10ms",
      "safelight.eventing.longest-retry=50ms",
      "safelight.eventing.partitions=2",
      "safelight.eventing.history.segment=200ms",
      "safelight.eventing.history.min-compaction-lag=0",
      "safelight.eventing.history.max-compaction-lag=200ms",
    })
class EventingIT {

  private static final String DEAD_LETTERS = "image.deleted.trial-dlt";

  /** What the listener does with the events of an owner. */
  private static final Map<String, Consumer<ImageDeleted>> REACTIONS = new ConcurrentHashMap<>();

  private static final List<UUID> HANDLED = new CopyOnWriteArrayList<>();

  @Autowired EventPublisher publisher;
  @Autowired EmbeddedKafkaBroker broker;
  @Autowired KafkaAdmin admin;
  @Autowired ProducerFactory<String, byte[]> producers;
  @Autowired PipelineHealthIndicator health;
  @Autowired TopicProvisioner topics;

  @Test
  void whatIsPublishedIsHandledWithItsTrace() {
    var event = publish("good", ignored -> {});

    await().until(() -> HANDLED.contains(event.getEventId()));
    var record = find(Topics.IMAGE_DELETED, event.getImageId().toString());
    assertThat(header(record, "ce_id")).isEqualTo(event.getEventId().toString());
    assertThat(header(record, "traceparent")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");
  }

  @Test
  void outageIsWaitedOutAndSeenMeanwhile() {
    var failuresLeft = new AtomicInteger(12);
    var statusMeanwhile = new CopyOnWriteArrayList<Status>();
    var event =
        publish(
            "outage",
            ignored -> {
              if (failuresLeft.getAndDecrement() > 0) {
                statusMeanwhile.add(health.health().getStatus());
                throw new TrialOutageException(new ConnectException("refused"));
              }
            });

    await().until(() -> HANDLED.contains(event.getEventId()));
    assertThat(failuresLeft).hasValue(-1);
    assertThat(statusMeanwhile).contains(Status.DOWN);
    await().until(() -> health.health().getStatus().equals(Status.UP));
  }

  @Test
  void defectIsRetriedAFewTimesAndParkedWithItsReason() {
    var attempts = new AtomicInteger();
    var event =
        publish(
            "defect",
            ignored -> {
              attempts.incrementAndGet();
              throw new IllegalStateException("a bug of ours");
            });

    var parked = find(DEAD_LETTERS, event.getImageId().toString());
    assertThat(header(parked, "kafka_dlt-exception-message")).contains("a bug of ours");
    assertThat(header(parked, "kafka_dlt-original-topic")).isEqualTo("image.deleted");
    assertThat(new EventDeserializer().deserialize(DEAD_LETTERS, parked.value())).isEqualTo(event);
    assertThat(attempts).hasValue(4);
  }

  @Test
  void errorIsADefectAndTheConsumerGoesOn() {
    var poison =
        publish(
            "error",
            ignored -> {
              throw new OutOfMemoryError("Java heap space");
            });
    var next = publish("good", ignored -> {});

    var parked = find(DEAD_LETTERS, poison.getImageId().toString());
    assertThat(header(parked, "kafka_dlt-exception-message")).contains("Java heap space");
    await().until(() -> HANDLED.contains(next.getEventId()));
  }

  @Test
  void unreadableRecordIsParkedAsTheBytesItWas() {
    var garbage = new byte[] {42, 0, 1};
    sendBytes("garbage", garbage);

    assertThat(find(DEAD_LETTERS, "garbage").value()).isEqualTo(garbage);
  }

  @Test
  void eventOfAnotherTypeIsParked() {
    var cleared =
        ImageCleared.newBuilder()
            .setEventId(UUID.randomUUID())
            .setImageId(UUID.randomUUID())
            .setOccurredAt(Events.deleted().getOccurredAt())
            .setObjectKey("uploads/1")
            .setSizeBytes(1)
            .setSha256("")
            .setMimeType("image/png")
            .setEngine("none")
            .setSignatureVersion("0")
            .build();
    sendBytes("wrong-type", new EventSerializer().serialize(Topics.IMAGE_DELETED, cleared));

    assertThat(find(DEAD_LETTERS, "wrong-type")).isNotNull();
  }

  /** The listener's publish is not acknowledged yet, so neither may the record be. */
  @Test
  void offsetMovesOnlyAfterTheListenerIsDone() throws Exception {
    var entered = new CountDownLatch(1);
    var acknowledged = new CountDownLatch(1);
    var event =
        publish(
            "slow",
            ignored -> {
              entered.countDown();
              awaitQuietly(acknowledged);
            });
    assertThat(entered.await(60, TimeUnit.SECONDS)).isTrue();
    var record = find(Topics.IMAGE_DELETED, event.getImageId().toString());

    assertThat(committedOffset(record)).isLessThanOrEqualTo(record.offset());
    acknowledged.countDown();
    await().until(() -> committedOffset(record) > record.offset());
  }

  @Test
  void tombstonesPassTheListenersQuietly() throws Exception {
    var key = UUID.randomUUID().toString();
    publisher.erase(Topics.IMAGE_DELETED, key).join();
    var tombstone = find(Topics.IMAGE_DELETED, key);
    var next = publish("good", ignored -> {});

    await().until(() -> HANDLED.contains(next.getEventId()));
    await().until(() -> committedOffset(tombstone) > tombstone.offset());
    assertThat(tombstone.value()).isNull();
    assertThat(isParked(key)).isFalse();
  }

  /** The second tombstone closes the segment that the first is in, as the later look does. */
  @Test
  void erasedEventDisappearsFromTheTopic() {
    var erased = publish("good", ignored -> {}).getImageId().toString();
    var kept = publish("good", ignored -> {}).getImageId().toString();
    assertThat(find(Topics.IMAGE_DELETED, erased).value()).isNotNull();

    publisher.erase(Topics.IMAGE_DELETED, erased).join();

    await()
        .until(
            () -> {
              publisher.erase(Topics.IMAGE_DELETED, erased).join();
              return find(Topics.IMAGE_DELETED, erased).value() == null;
            });
    assertThat(find(Topics.IMAGE_DELETED, kept).value()).isNotNull();
  }

  @Test
  void topicOfAnEarlierReleaseGetsThePresentPolicy() {
    var before = TopicBuilder.name(Topics.IMAGE_CLEARED).config("cleanup.policy", "delete").build();
    await().ignoreExceptions().until(() -> policy(Topics.IMAGE_CLEARED).equals("compact"));
    admin.createOrModifyTopics(before);
    await().until(() -> policy(Topics.IMAGE_CLEARED).equals("delete"));

    topics.start();

    await().until(() -> policy(Topics.IMAGE_CLEARED).equals("compact"));
  }

  @Test
  void everyTopicIsDeclaredWithItsPartitions() {
    var all = Topics.all().toArray(String[]::new);
    await()
        .ignoreExceptions()
        .untilAsserted(() -> assertThat(admin.describeTopics(all)).hasSize(all.length));
    assertThat(admin.describeTopics(Topics.IMAGE_UPLOADED).get(Topics.IMAGE_UPLOADED).partitions())
        .hasSize(2);
  }

  private ImageDeleted publish(String owner, Consumer<ImageDeleted> reaction) {
    var event = Events.deleted(owner + UUID.randomUUID());
    REACTIONS.put(event.getOwner(), reaction);
    publisher.publish(event);
    return event;
  }

  private boolean isParked(String key) {
    try (var consumer = consumer()) {
      var partitions =
          consumer.partitionsFor(DEAD_LETTERS).stream()
              .map(partition -> new TopicPartition(DEAD_LETTERS, partition.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      return !poll(consumer, DEAD_LETTERS, key).isEmpty();
    }
  }

  private String policy(String topic) {
    var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    try (var client = AdminClient.create(admin.getConfigurationProperties())) {
      return client
          .describeConfigs(List.of(resource))
          .all()
          .get()
          .get(resource)
          .get("cleanup.policy")
          .value();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private void sendBytes(String key, byte[] value) {
    new KafkaTemplate<>(producers, Map.of("value.serializer", ByteArraySerializer.class))
        .send(Topics.IMAGE_DELETED, key, value)
        .join();
  }

  private ConsumerRecord<String, byte[]> find(String topic, String key) {
    try (var consumer = consumer()) {
      consumer.subscribe(List.of(topic));
      return await().until(() -> poll(consumer, topic, key), found -> !found.isEmpty()).getFirst();
    }
  }

  private org.apache.kafka.clients.consumer.Consumer<String, byte[]> consumer() {
    return new DefaultKafkaConsumerFactory<>(
            KafkaTestUtils.consumerProps(broker, UUID.randomUUID().toString(), true),
            new StringDeserializer(),
            new ByteArrayDeserializer())
        .createConsumer();
  }

  private static List<ConsumerRecord<String, byte[]>> poll(
      org.apache.kafka.clients.consumer.Consumer<String, byte[]> consumer,
      String topic,
      String key) {
    var found = new CopyOnWriteArrayList<ConsumerRecord<String, byte[]>>();
    consumer
        .poll(Duration.ofMillis(200))
        .records(topic)
        .forEach(
            record -> {
              if (record.key().equals(key)) {
                found.add(record);
              }
            });
    return found;
  }

  private long committedOffset(ConsumerRecord<?, ?> record) throws Exception {
    var committed =
        KafkaTestUtils.getCurrentOffset(
            broker.getBrokersAsString(), "trial", record.topic(), record.partition());
    return committed == null ? 0 : committed.offset();
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String header(ConsumerRecord<?, ?> record, String name) {
    return new String(record.headers().lastHeader(name).value(), UTF_8);
  }

  private static ConditionFactory await() {
    return Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(50));
  }

  static class TrialOutageException extends RuntimeException {

    TrialOutageException(IOException cause) {
      super("away", cause);
    }
  }

  @SpringBootApplication
  static class Trial {

    @Bean
    OutageTypes outages() {
      return OutageTypes.of(TrialOutageException.class);
    }

    @KafkaListener(id = "deleted", topics = Topics.IMAGE_DELETED, idIsGroup = false)
    void on(ImageDeleted event) {
      REACTIONS.getOrDefault(event.getOwner(), ignored -> {}).accept(event);
      HANDLED.add(event.getEventId());
    }
  }
}
