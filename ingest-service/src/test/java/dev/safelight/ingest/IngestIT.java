package dev.safelight.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.safelight.event.AccountErased;
import dev.safelight.event.Contributors;
import dev.safelight.event.ImageUploaded;
import dev.safelight.event.ItemChanged;
import dev.safelight.event.Topics;
import dev.safelight.event.Visibility;
import dev.safelight.eventing.EventDeserializer;
import dev.safelight.eventing.EventPublisher;
import dev.safelight.eventing.OutageTypes;
import dev.safelight.ingest.TestParts.StoppedClock;
import dev.safelight.ingest.kafka.Decisions;
import dev.safelight.ingest.kafka.Lives;
import dev.safelight.ingest.upload.Ledger;
import dev.safelight.ingest.upload.ledger.ExpirySweep;
import dev.safelight.ingest.upload.ledger.OrphanSweep;
import dev.safelight.ingest.upload.ledger.Quotas;
import dev.safelight.storage.ObjectStore;
import dev.safelight.storage.StorageUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.context.annotation.Import;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.test.EmbeddedKafkaBroker;
import org.springframework.kafka.test.context.EmbeddedKafka;
import org.springframework.kafka.test.utils.KafkaTestUtils;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import org.springframework.web.reactive.function.BodyInserters;
import reactor.core.publisher.Mono;

/** The whole service against a real broker and a real S3 server. */
@EmbeddedKafka(brokerProperties = "auto.create.topics.enable=false")
@AutoConfigureWebTestClient(timeout = "60s")
@Import(TestParts.class)
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.kafka.bootstrap-servers=${spring.embedded.kafka.brokers}",
      "safelight.oidc.issuer=http://issuer.test",
      "safelight.s3.access-key=key",
      "safelight.s3.secret-key=secret",
      "safelight.eventing.partitions=2",
      "safelight.eventing.first-retry=10ms",
      "spring.kafka.consumer.properties.metadata.max.age.ms=500",
      "spring.kafka.listener.poll-timeout=200ms",
      "safelight.ingest.quarantine.keep=200ms",
      "safelight.ingest.items.settle=100ms",
      "safelight.ingest.rates.user.limit=0",
      "safelight.ingest.rates.address.limit=0",
    })
class IngestIT {

  private static final String TRACE_ID = "0af7651916cd43dd8448eb211c80319c";

  @Autowired WebTestClient http;
  @Autowired ObjectStore objects;
  @Autowired EventPublisher publisher;
  @Autowired EmbeddedKafkaBroker broker;
  @Autowired ProducerFactory<String, byte[]> producers;
  @Autowired StoppedClock clock;
  @Autowired OutageTypes outages;
  @Autowired Ledger ledger;
  @Autowired Quotas quotas;
  @Autowired OrphanSweep orphans;
  @Autowired ExpirySweep expired;
  @Autowired MongoDatabase database;

  @Test
  void whatIsAcknowledgedIsStoredAndAnnouncedInOneTrace() {
    var body = new MultipartBodyBuilder();
    body.part("visibility", "public");
    body.part("variants", "[{\"height\": 9, \"name\": \"low\"}]");
    body.part("file", new ByteArrayResource(Pictures.png())).filename("photo.png");

    var id =
        http.post()
            .uri("/api/images")
            .header("Authorization", "Bearer any")
            .header("traceparent", "00-" + TRACE_ID + "-b7ad6b7169203331-01")
            .body(BodyInserters.fromMultipartData(body.build()))
            .exchange()
            .expectStatus()
            .isCreated()
            .returnResult(Void.class)
            .getResponseHeaders()
            .getFirst("X-Image-ID");

    assertThat(objects.read("quarantine", "uploads/" + id)).isEqualTo(Pictures.png());
    var record = find(Topics.IMAGE_UPLOADED, id);
    assertThat(header(record, "ce_type")).isEqualTo("dev.safelight.image.uploaded");
    assertThat(header(record, "ce_source")).isEqualTo("/safelight/ingest");
    assertThat(header(record, "traceparent")).startsWith("00-" + TRACE_ID);
    var event =
        (ImageUploaded) new EventDeserializer().deserialize(Topics.IMAGE_UPLOADED, record.value());
    assertThat(event.getOwner()).isEqualTo("user-1");
    assertThat(event.getObjectKey()).isEqualTo("uploads/" + id);
    assertThat(event.getSizeBytes()).isEqualTo(Pictures.png().length);
    assertThat(event.getWidth()).isEqualTo(60);
    assertThat(event.getVisibility()).isEqualTo(Visibility.PUBLIC);
    assertThat(event.getMimeType()).isEqualTo("image/png");
    assertThat(event.getRequest()).isEqualTo("{\"variants\":[{\"name\":\"low\",\"height\":9}]}");
  }

  @Test
  void originalsLeaveQuarantineSomeTimeAfterTheyAreDecided() {
    var ready = UUID.randomUUID();
    var rejected = UUID.randomUUID();
    put(ready);
    put(rejected);
    clock.moveTo(Instant.now());

    publisher.publish(Decisions.processed(ready));
    publisher.publish(Decisions.rejected(rejected));

    var readings = clock.readings();
    await().until(() -> clock.readings() > readings + 5);
    assertThat(isThere(ready)).isTrue();
    assertThat(isThere(rejected)).isTrue();
    clock.move(Duration.ofHours(1));
    await().until(() -> !isThere(ready) && !isThere(rejected));
  }

  @Test
  void whatIsGoneAlreadyIsDoneAndTheNextFollows() {
    var id = UUID.randomUUID();
    put(id);
    clock.move(Duration.ofHours(1));
    publisher.publish(Decisions.processed(UUID.randomUUID()));
    publisher.publish(Decisions.processed(id));
    publisher.publish(Decisions.processed(id));

    await().until(() -> !isThere(id));
    await().untilAsserted(() -> assertThat(lag(Topics.IMAGE_PROCESSED)).isZero());
  }

  @Test
  void garbageIsParkedAndTheNextFollows() {
    var id = UUID.randomUUID();
    put(id);
    clock.move(Duration.ofHours(1));
    new KafkaTemplate<>(producers, Map.of("value.serializer", ByteArraySerializer.class))
        .send(Topics.IMAGE_REJECTED, id.toString(), new byte[] {42})
        .join();
    publisher.publish(Decisions.rejected(id));

    assertThat(find("image.rejected.ingest-dlt", id.toString()).value()).isEqualTo(new byte[] {42});
    await().until(() -> !isThere(id));
    await().untilAsserted(() -> assertThat(lag(Topics.IMAGE_REJECTED)).isZero());
  }

  /** Whoever wins, both are told of one image or asked to come again. */
  @Test
  void twoAtOnceUnderOneKeyMakeOneImage() {
    var key = UUID.randomUUID().toString();

    var answers =
        Stream.generate(() -> CompletableFuture.supplyAsync(() -> keyed(key, Pictures.png())))
            .limit(4)
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();

    assertThat(answers).allMatch(answer -> answer.status() == 201 || answer.status() == 409);
    var ids = answers.stream().flatMap(answer -> answer.id().stream()).distinct().toList();
    assertThat(ids).hasSize(1);
    assertThat(keyed(key, Pictures.png()).id()).isEqualTo(Optional.of(ids.getFirst()));
    assertThat(recordsOf(Topics.IMAGE_UPLOADED, ids.getFirst(), 1)).hasSize(1);
    assertThat(keyed(key, Pictures.drawn("png", 10, 10)).status()).isEqualTo(409);
  }

  /** The image is announced, and its instance dies before it can remember the answer. */
  @Test
  void whoDiesBeforeTheAnswerIsFollowedByOneWhoMakesTheSameImage() {
    var key = UUID.randomUUID().toString();
    clock.moveTo(Instant.now());
    var first = keyed(key, Pictures.png()).id().orElseThrow();
    Mono.from(
            database
                .getCollection("idempotency")
                .updateOne(Filters.regex("body", first), Updates.set("state", "running")))
        .block();

    assertThat(keyed(key, Pictures.png()).status()).isEqualTo(409);
    clock.move(Duration.ofSeconds(31));

    assertThat(keyed(key, Pictures.png()).id()).contains(first);
    var events = recordsOf(Topics.IMAGE_UPLOADED, first, 2);
    assertThat(events)
        .extracting(record -> header(record, "ce_id"))
        .containsOnly(header(events.getFirst(), "ce_id"));
  }

  private record Keyed(int status, Optional<String> id) {}

  private Keyed keyed(String key, byte[] picture) {
    var answer =
        http.post()
            .uri("/api/images")
            .header("Authorization", "Bearer any")
            .header("Idempotency-Key", key)
            .contentType(MediaType.IMAGE_PNG)
            .bodyValue(picture)
            .exchange()
            .returnResult(Void.class);
    return new Keyed(
        answer.getStatus().value(),
        Optional.ofNullable(answer.getResponseHeaders().getFirst("X-Image-ID")));
  }

  @Test
  void imagesAreTakenForItemsWeHeardOf() {
    upload("shoe").expectStatus().isNotFound();
    publisher.publish(item("shoe", 1, false));
    await().untilAsserted(() -> upload("shoe").expectStatus().isCreated());

    publisher.publish(item("shoe", 2, true));
    publisher.publish(item("shoe", 1, false));

    await().untilAsserted(() -> upload("shoe").expectStatus().isNotFound());
  }

  private ResponseSpec upload(String itemId) {
    var body = new MultipartBodyBuilder();
    body.part("itemId", itemId);
    body.part("file", new ByteArrayResource(Pictures.png())).filename("photo.png");
    return http.post()
        .uri("/api/images")
        .header("Authorization", "Bearer any")
        .body(BodyInserters.fromMultipartData(body.build()))
        .exchange();
  }

  private static ItemChanged item(String id, long version, boolean deleted) {
    return ItemChanged.newBuilder()
        .setEventId(UUID.randomUUID())
        .setItemId(id)
        .setOccurredAt(Instant.parse("2026-11-21T10:00:00Z"))
        .setVersion(version)
        .setDeleted(deleted)
        .setOwner("user-1")
        .setContributors(Contributors.OWNER)
        .setKind("product")
        .build();
  }

  @Test
  void aStoreThatIsAwayIsWaitedFor() {
    assertThat(outages.cover(new StorageUnavailableException("away", new Exception()))).isTrue();
  }

  @Test
  void eventsSettleTheLedgerInWhateverOrderTheyCome() {
    var owner = UUID.randomUUID().toString();
    var id = UUID.randomUUID();
    var rejected = UUID.randomUUID();
    publisher.publish(Decisions.rejected(rejected));
    publisher.publish(Lives.uploaded(rejected, owner));
    publisher.publish(Lives.uploaded(id, owner));
    awaitUsage(owner, 0, Lives.BYTES, 1);
    publisher.publish(Decisions.processed(id));
    publisher.publish(Decisions.processed(id));
    awaitUsage(owner, Lives.BYTES, 0, 1);
    publisher.publish(Lives.deleted(id, owner, 1));
    awaitUsage(owner, 0, 0, 0);
    publisher.publish(Lives.restored(id, owner, 2));
    publisher.publish(Lives.deleted(id, owner, 1));
    awaitUsage(owner, Lives.BYTES, 0, 1);
    publisher.publish(Lives.purged(id, owner));
    awaitUsage(owner, 0, 0, 0);
  }

  @Test
  void whatWasStoredAndNeverAnnouncedIsSweptAndWhatWasIsNot() {
    clock.moveTo(Instant.now());
    var owner = UUID.randomUUID().toString();
    var orphan = UUID.randomUUID();
    var announced = UUID.randomUUID();
    for (var id : List.of(orphan, announced)) {
      ledger.reserve(id, owner, "b".repeat(64), Lives.BYTES).block();
      put(id);
    }
    publisher.publish(Lives.uploaded(announced, owner));
    clock.move(Duration.ofMinutes(61));

    await().until(() -> orphans.sweep().block() > 0);

    assertThat(isThere(orphan)).isFalse();
    assertThat(isThere(announced)).isTrue();
    awaitUsage(owner, 0, Lives.BYTES, 1);

    var forgotten = UUID.randomUUID();
    put(forgotten);
    clock.moveTo(Instant.now().plus(Duration.ofDays(31)));
    expired.sweep().block();
    assertThat(isThere(forgotten)).isFalse();
    assertThat(isThere(announced)).as("announced and not decided").isTrue();
    clock.moveTo(Instant.now());
  }

  @Test
  void nothingThatWasBegunIsKeptOfAnAccountThatWasErased() {
    clock.moveTo(Instant.now());
    var account = "user-1";
    var opened = open();
    objects.put("quarantine", "incoming/" + opened, new byte[] {1}, "image/png");
    var made = keyed(UUID.randomUUID().toString(), Pictures.png()).id().orElseThrow();
    quotas.limit(account, 12_345_678L).block();

    assertThat(count("direct_uploads", Filters.eq("_id", opened))).isEqualTo(1);
    assertThat(count("idempotency", Filters.regex("body", made))).isEqualTo(1);

    for (int told = 0; told < 2; told++) {
      publisher.publish(erased(account));
      await()
          .untilAsserted(
              () -> {
                assertThat(count("direct_uploads", Filters.eq("_id", opened))).isZero();
                assertThat(count("idempotency", Filters.regex("body", made))).isZero();
                assertThat(objects.exists("quarantine", "incoming/" + opened)).isFalse();
                assertThat(quotas.usage(account).block().custom()).isFalse();
              });
    }
  }

  private String open() {
    return http.post()
        .uri("/api/uploads/presigned")
        .header("Authorization", "Bearer any")
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue(
            Map.of(
                "filename",
                "a.png",
                "contentType",
                "image/png",
                "size",
                100,
                "sha256",
                "a".repeat(64)))
        .exchange()
        .expectStatus()
        .isCreated()
        .expectBody(new ParameterizedTypeReference<Map<String, Object>>() {})
        .returnResult()
        .getResponseBody()
        .get("uploadId")
        .toString();
  }

  private AccountErased erased(String account) {
    return AccountErased.newBuilder()
        .setEventId(UUID.randomUUID())
        .setAccountId(account)
        .setOccurredAt(clock.instant().plusSeconds(1).truncatedTo(ChronoUnit.MILLIS))
        .setReceiptId(UUID.randomUUID())
        .build();
  }

  private long count(String collection, Bson condition) {
    return Mono.from(database.getCollection(collection).countDocuments(condition))
        .blockOptional()
        .orElseThrow();
  }

  private void awaitUsage(String owner, long used, long reserved, long images) {
    await()
        .untilAsserted(
            () -> {
              var usage = quotas.usage(owner).block();
              assertThat(List.of(usage.used(), usage.reserved(), usage.images()))
                  .containsExactly(used, reserved, images);
            });
  }

  private void put(UUID id) {
    objects.put("quarantine", "uploads/" + id, new byte[] {1}, "image/png");
  }

  private boolean isThere(UUID id) {
    return objects.exists("quarantine", "uploads/" + id);
  }

  private long lag(String topic) throws Exception {
    long lag = 0;
    for (int partition = 0; partition < 2; partition++) {
      var committed =
          KafkaTestUtils.getCurrentOffset(
              broker.getBrokersAsString(), "ingest-emptier", topic, partition);
      lag += end(topic, partition) - (committed == null ? 0 : committed.offset());
    }
    return lag;
  }

  private long end(String topic, int partition) {
    var settings = KafkaTestUtils.consumerProps(broker, UUID.randomUUID().toString(), true);
    try (var consumer =
        new DefaultKafkaConsumerFactory<>(
                settings, new StringDeserializer(), new ByteArrayDeserializer())
            .createConsumer()) {
      var place = new TopicPartition(topic, partition);
      return consumer.endOffsets(List.of(place)).get(place);
    }
  }

  private ConsumerRecord<String, byte[]> find(String topic, String key) {
    return recordsOf(topic, key, 1).getFirst();
  }

  /** All that are in the topic once there are so many. */
  private List<ConsumerRecord<String, byte[]>> recordsOf(String topic, String key, int atLeast) {
    var settings = KafkaTestUtils.consumerProps(broker, UUID.randomUUID().toString(), true);
    try (var consumer =
        new DefaultKafkaConsumerFactory<>(
                settings, new StringDeserializer(), new ByteArrayDeserializer())
            .createConsumer()) {
      consumer.subscribe(List.of(topic));
      var found = new ArrayList<ConsumerRecord<String, byte[]>>();
      return await()
          .until(
              () -> {
                consumer.poll(Duration.ofMillis(200)).records(topic).forEach(found::add);
                found.removeIf(record -> !record.key().equals(key));
                return found;
              },
              all -> all.size() >= atLeast);
    }
  }

  private static String header(ConsumerRecord<?, ?> record, String name) {
    return new String(record.headers().lastHeader(name).value(), UTF_8);
  }

  private static ConditionFactory await() {
    return Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(50));
  }
}
