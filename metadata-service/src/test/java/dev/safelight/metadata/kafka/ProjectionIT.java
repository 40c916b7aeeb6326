package dev.safelight.metadata.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.safelight.event.EventCodec;
import dev.safelight.event.ImageCleared;
import dev.safelight.event.ImageDeleted;
import dev.safelight.event.ImageProcessed;
import dev.safelight.event.ImageRejected;
import dev.safelight.event.ImageUploaded;
import dev.safelight.event.ItemChanged;
import dev.safelight.event.QuotaChanged;
import dev.safelight.event.RejectionReason;
import dev.safelight.event.RejectionStage;
import dev.safelight.event.Topics;
import dev.safelight.event.Variant;
import dev.safelight.event.Visibility;
import dev.safelight.eventing.DeadLetters;
import dev.safelight.eventing.EventPublisher;
import dev.safelight.metadata.audit.AuditEntry;
import dev.safelight.metadata.audit.AuditQuery;
import dev.safelight.metadata.audit.AuditTrail;
import dev.safelight.metadata.catalog.Catalog;
import dev.safelight.metadata.catalog.CatalogService;
import dev.safelight.metadata.catalog.ImageRecord;
import dev.safelight.metadata.catalog.ImageStatus;
import dev.safelight.metadata.catalog.Projection;
import dev.safelight.metadata.catalog.Rejection;
import dev.safelight.metadata.catalog.Samples;
import dev.safelight.metadata.catalog.Viewer;
import dev.safelight.metadata.item.Demands;
import dev.safelight.metadata.item.ItemDetails;
import dev.safelight.metadata.item.ItemService;
import dev.safelight.testservers.EmbeddedMongo;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.test.EmbeddedKafkaBroker;
import org.springframework.kafka.test.context.EmbeddedKafka;
import org.springframework.kafka.test.utils.KafkaTestUtils;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** What becomes of events, with a real broker and the real driver. */
@EmbeddedKafka(brokerProperties = "auto.create.topics.enable=false")
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.kafka.bootstrap-servers=${spring.embedded.kafka.brokers}",
      "safelight.eventing.first-retry=10ms",
      "safelight.eventing.longest-retry=50ms",
      "safelight.eventing.partitions=2",
      "safelight.database.selection-timeout=500ms",
      "safelight.oidc.issuer=http://127.0.0.1:1",
      "safelight.s3.endpoint=http://127.0.0.1:1",
      "safelight.s3.access-key=key",
      "safelight.s3.secret-key=secret",
      "server.address=127.0.0.1"
    })
class ProjectionIT {

  private static final Instant AT = Samples.START;

  /** How often the projection was asked to take an event. */
  private static final AtomicInteger ATTEMPTS = new AtomicInteger();

  @Autowired EventPublisher publisher;
  @Autowired EmbeddedKafkaBroker broker;
  @Autowired ProducerFactory<String, byte[]> producers;
  @Autowired EmbeddedMongo mongo;
  @Autowired Catalog catalog;
  @Autowired CatalogService service;
  @Autowired ItemService items;
  @Autowired AuditTrail trail;

  private final UUID id = Samples.id();

  @Test
  void goodImageBecomesReady() {
    publisher.publish(uploaded());
    await(image -> image.status() == ImageStatus.PENDING);
    publisher.publish(cleared());
    await(image -> image.status() == ImageStatus.CLEARED);
    publisher.publish(processed());

    var image = await(ready -> ready.status() == ImageStatus.READY);
    assertThat(image.upload().owner()).isEqualTo(Samples.OWNER);
    assertThat(image.upload().original().checksums().sha256()).isEqualTo("b".repeat(64));
    assertThat(image.details().audience().everyone()).isTrue();
    assertThat(image.shown().preferred().orElseThrow().objectKey()).isEqualTo(id + "/large-r1.jpg");
    assertThat(image.history().version()).isEqualTo(3);
  }

  @Test
  void rejectedImageKeepsTheReason() {
    publisher.publish(uploaded());
    publisher.publish(rejected());

    var image = await(rejected -> rejected.status() == ImageStatus.REJECTED);
    assertThat(image.state().rejection())
        .isEqualTo(new Rejection("too_many_pixels", "It has too many pixels.", "process", AT));
  }

  @Test
  void eventsOutOfOrderAndTwiceGiveTheSame() {
    var uploaded = uploaded();
    var processed = processed();
    publisher.publish(processed);
    publisher.publish(cleared());
    publisher.publish(processed);
    publisher.publish(uploaded);
    publisher.publish(uploaded);

    await(image -> image.status() == ImageStatus.READY && image.history().version() == 3);
  }

  @Test
  void outageLongerThanTheRetriesOfADefectIsWaitedOut() {
    var before = ATTEMPTS.get();
    mongo.stop();
    publisher.publish(uploaded());
    patiently().until(() -> ATTEMPTS.get() >= before + 8);
    mongo.startAgain();

    await(image -> image.status() == ImageStatus.PENDING);
    assertThat(records(DeadLetters.topicOf(Topics.IMAGE_UPLOADED, "metadata"), id.toString()))
        .isEmpty();
  }

  @Test
  void garbageIsParkedAsItWas() {
    var garbage = new byte[] {42, 0, 7};
    var key = UUID.randomUUID().toString();
    new KafkaTemplate<>(producers, Map.of("value.serializer", ByteArraySerializer.class))
        .send(Topics.IMAGE_UPLOADED, key, garbage)
        .join();

    var parked = awaitRecord("image.uploaded.metadata-dlt", key);
    assertThat(parked.value()).isEqualTo(garbage);
    assertThat(parked.headers().lastHeader("kafka_dlt-exception-message")).isNotNull();
  }

  @Test
  void deletionIsAnnouncedOnceWithItsId() {
    publisher.publish(uploaded());
    await(image -> true);
    service.delete(id, new Viewer(Samples.OWNER, false)).block();

    var record = awaitRecord(Topics.IMAGE_DELETED, id.toString());
    var event = (ImageDeleted) new EventCodec().decode(record.value());
    assertThat(event.getOwner()).isEqualTo(Samples.OWNER);
    assertThat(event.getDeletedBy()).isEqualTo(Samples.OWNER);
    assertThat(event.getSizeBytes()).isEqualTo(4711);
    assertThat(event.getRestorableUntil())
        .isEqualTo(event.getOccurredAt().plus(Duration.ofDays(30)));
    assertThat(records(Topics.IMAGE_DELETED, id.toString())).hasSize(1);
  }

  @Test
  void changesOfAnItemAreAnnouncedInOrder() {
    var itemId = "shoe " + id;
    var owner = new Viewer(Samples.OWNER, false);
    var details = new ItemDetails("product", "Shoe", "{}", Demands.NONE, false);
    items.create(itemId, Samples.OWNER, details).block();
    items.change(itemId, owner, details, item -> true).block();
    items.delete(itemId, owner, item -> true, false).block();

    patiently().until(() -> records(Topics.ITEM_CHANGED, itemId).size() == 3);
    assertThat(records(Topics.ITEM_CHANGED, itemId))
        .extracting(record -> (ItemChanged) new EventCodec().decode(record.value()))
        .extracting(ItemChanged::getVersion)
        .containsExactly(1L, 2L, 3L);
  }

  @Test
  void whoChangesALimitIsKept() {
    var account = "account " + id;
    publisher.publish(limit(account, AT, 4711L));
    publisher.publish(limit(account, AT.plusSeconds(1), null));

    var query = new AuditQuery(null, null, account, new AuditQuery.Period(null, null), null);
    var entries =
        patiently()
            .until(() -> trail.list(query, 3).collectList().block(), found -> found.size() == 2);
    assertThat(entries)
        .extracting(AuditEntry::at, AuditEntry::actor, AuditEntry::action, AuditEntry::detail)
        .containsExactly(
            tuple(AT.plusSeconds(1), Samples.ADMIN, "quota.changed", "default"),
            tuple(AT, Samples.ADMIN, "quota.changed", "4711 bytes"));
  }

  private ImageRecord await(Predicate<ImageRecord> asExpected) {
    return patiently()
        .ignoreExceptions()
        .until(() -> catalog.find(id).block(), image -> image != null && asExpected.test(image));
  }

  private ConsumerRecord<String, byte[]> awaitRecord(String topic, String key) {
    return patiently().until(() -> records(topic, key), found -> !found.isEmpty()).getFirst();
  }

  /** All records of a key that are on a topic now. */
  private List<ConsumerRecord<String, byte[]>> records(String topic, String key) {
    var settings = KafkaTestUtils.consumerProps(broker, UUID.randomUUID().toString(), false);
    try (var consumer =
        new DefaultKafkaConsumerFactory<>(
                settings, new StringDeserializer(), new ByteArrayDeserializer())
            .createConsumer()) {
      var partitions =
          consumer.partitionsFor(topic).stream()
              .map(partition -> new TopicPartition(topic, partition.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = consumer.endOffsets(partitions);
      var found = new ArrayList<ConsumerRecord<String, byte[]>>();
      while (partitions.stream().anyMatch(it -> consumer.position(it) < ends.get(it))) {
        for (var record : consumer.poll(Duration.ofMillis(100))) {
          if (key.equals(record.key())) {
            found.add(record);
          }
        }
      }
      return found;
    }
  }

  private static ConditionFactory patiently() {
    return Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(50));
  }

  private ImageUploaded uploaded() {
    return ImageUploaded.newBuilder()
        .setEventId(UUID.randomUUID())
        .setImageId(id)
        .setOccurredAt(AT)
        .setOwner(Samples.OWNER)
        .setObjectKey("uploads/" + id)
        .setSizeBytes(4711)
        .setSha256("b".repeat(64))
        .setMd5("a".repeat(32))
        .setMimeType("image/jpeg")
        .setWidth(3000)
        .setHeight(2000)
        .setVisibility(Visibility.PUBLIC)
        .build();
  }

  private static QuotaChanged limit(String account, Instant at, @Nullable Long bytes) {
    return QuotaChanged.newBuilder()
        .setEventId(UUID.randomUUID())
        .setAccountId(account)
        .setOccurredAt(at)
        .setChangedBy(Samples.ADMIN)
        .setLimitBytes(bytes)
        .build();
  }

  private ImageCleared cleared() {
    return ImageCleared.newBuilder()
        .setEventId(UUID.randomUUID())
        .setImageId(id)
        .setOccurredAt(AT)
        .setObjectKey("uploads/" + id)
        .setSizeBytes(4711)
        .setSha256("b".repeat(64))
        .setMimeType("image/jpeg")
        .setEngine("ClamAV")
        .setSignatureVersion("1")
        .build();
  }

  private ImageRejected rejected() {
    return ImageRejected.newBuilder()
        .setEventId(UUID.randomUUID())
        .setImageId(id)
        .setOccurredAt(AT)
        .setObjectKey("uploads/" + id)
        .setStage(RejectionStage.PROCESS)
        .setReason(RejectionReason.TOO_MANY_PIXELS)
        .setDetail("It has too many pixels.")
        .build();
  }

  private ImageProcessed processed() {
    var large =
        new Variant("large", id + "/large-r1.jpg", "image/jpeg", 1200, 800, 9L, "c".repeat(64));
    return ImageProcessed.newBuilder()
        .setEventId(UUID.randomUUID())
        .setImageId(id)
        .setOccurredAt(AT)
        .setObjectKey("uploads/" + id)
        .setSha256("b".repeat(64))
        .setWidth(3000)
        .setHeight(2000)
        .setRecipe("r1")
        .setEngine("test")
        .setVariants(List.of(large))
        .build();
  }

  @TestConfiguration(proxyBeanMethods = false)
  static class Surroundings {

    @Bean
    EmbeddedMongo embeddedMongo() {
      return new EmbeddedMongo();
    }

    @Bean
    DynamicPropertyRegistrar addresses(EmbeddedMongo mongo) {
      return registry -> registry.add("spring.mongodb.uri", () -> mongo.uri("it"));
    }

    @Bean
    static BeanPostProcessor countingAttempts() {
      return new BeanPostProcessor() {
        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
          return bean instanceof Projection projection ? counting(projection) : bean;
        }
      };
    }

    private static Projection counting(Projection projection) {
      return event -> {
        ATTEMPTS.incrementAndGet();
        return projection.apply(event);
      };
    }
  }
}
