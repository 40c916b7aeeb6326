package dev.safelight.scanner.kafka;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.safelight.event.ImageCleared;
import dev.safelight.event.ImageRejected;
import dev.safelight.event.ImageUploaded;
import dev.safelight.event.RejectionReason;
import dev.safelight.event.RejectionStage;
import dev.safelight.event.Topics;
import dev.safelight.event.Visibility;
import dev.safelight.eventing.EventIds;
import dev.safelight.eventing.EventPublisher;
import dev.safelight.eventing.Replays;
import dev.safelight.scanner.clamd.LocalClamd;
import dev.safelight.storage.ObjectStore;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.test.EmbeddedKafkaBroker;
import org.springframework.kafka.test.context.EmbeddedKafka;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The scanner's stories on a real broker, a real S3 server and a real clamd. */
@EmbeddedKafka(brokerProperties = "auto.create.topics.enable=false")
@AutoConfigureWebTestClient(timeout = "60s")
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.kafka.bootstrap-servers=${spring.embedded.kafka.brokers}",
      "safelight.eventing.first-retry=10ms",
      "safelight.eventing.longest-retry=50ms",
      "safelight.eventing.partitions=1",
      "safelight.oidc.issuer=http://127.0.0.1:1",
      "safelight.s3.access-key=key",
      "safelight.s3.secret-key=secret"
    })
class ScanPipelineIT {

  private static final String DEAD_LETTERS = "image.uploaded.scanner-dlt";

  private static LocalClamd clamd;
  private static Quarantine quarantine;

  @Autowired EventPublisher publisher;
  @Autowired EmbeddedKafkaBroker broker;
  @Autowired KafkaAdmin admin;
  @Autowired ObjectStore objects;
  @Autowired ProducerFactory<String, byte[]> producers;
  @Autowired WebTestClient http;

  @BeforeAll
  static void start(@TempDir Path bucketFolder, @TempDir Path clamdFolder) throws Exception {
    quarantine = new Quarantine(bucketFolder);
    clamd = new LocalClamd(clamdFolder).start();
  }

  @AfterAll
  static void stop() throws Exception {
    clamd.close();
    quarantine.stop();
  }

  @DynamicPropertySource
  static void outsideParts(DynamicPropertyRegistry settings) {
    settings.add("safelight.scanner.clamd.port", () -> clamd.port());
    settings.add("safelight.s3.endpoint", () -> quarantine.url());
  }

  @Test
  void cleanImageIsClearedForExactlyItsBytes() {
    var uploaded = upload("cat", sha256("cat"));

    var cleared = records().event(Topics.IMAGE_CLEARED, uploaded.getImageId(), ImageCleared.class);
    assertThat(cleared.getEventId())
        .isEqualTo(EventIds.derived(Topics.IMAGE_CLEARED, uploaded.getEventId()));
    assertThat(cleared.getSha256()).isEqualTo(sha256("cat"));
    assertThat(cleared.getSizeBytes()).isEqualTo(3);
    assertThat(cleared.getObjectKey()).isEqualTo(uploaded.getObjectKey());
    assertThat(cleared.getMimeType()).isEqualTo("image/jpeg");
    assertThat(cleared.getRequest()).isEqualTo(uploaded.getRequest());
    assertThat(cleared.getEngine()).startsWith("ClamAV ");
    assertThat(cleared.getSignatureVersion()).isEqualTo("0");
  }

  @Test
  void infectedImageIsRejectedWithItsSignature() {
    var uploaded = upload(eicar(), sha256(eicar()));

    var rejected = rejected(uploaded);
    assertThat(rejected.getReason()).isEqualTo(RejectionReason.INFECTED);
    assertThat(rejected.getStage()).isEqualTo(RejectionStage.SCAN);
    assertThat(rejected.getSignature()).isEqualTo("Local.Eicar.UNOFFICIAL");
    assertThat(rejected.getEventId())
        .isEqualTo(EventIds.derived(Topics.IMAGE_REJECTED, uploaded.getEventId()));
  }

  @Test
  void imageOfOtherBytesThanAnnouncedIsRejected() {
    var rejected = rejected(upload("dog", sha256("cat")));
    assertThat(rejected.getReason()).isEqualTo(RejectionReason.CONTENT_MISMATCH);
  }

  @Test
  void imageLargerThanWhatIsScannedIsRejected() {
    var uploaded = announce("uploads/none", 11_000_000, sha256("cat"));
    assertThat(rejected(uploaded).getReason()).isEqualTo(RejectionReason.SCAN_LIMIT_EXCEEDED);
  }

  @Test
  void imageThatWasDeletedMeanwhileIsPassedOver() {
    announce("uploads/none", 3, sha256("cat"));
    var next = upload("cat", sha256("cat"));
    assertThat(records().event(Topics.IMAGE_CLEARED, next.getImageId(), ImageCleared.class))
        .isNotNull();
  }

  /** Whatever the record says of where its original is. */
  @Test
  void anImageThatIsScannedAgainIsNotDevelopedAgain() {
    var image = replayed("cat", Replays.Purpose.RESCAN);

    var cleared = records().event(Topics.IMAGE_CLEARED, image.getImageId(), ImageCleared.class);
    assertThat(cleared.getRescan()).isTrue();
    assertThat(cleared.getObjectKey()).isEqualTo("uploads/" + image.getImageId());
    assertThat(cleared.getEventId())
        .isEqualTo(EventIds.derived(Topics.IMAGE_CLEARED, image.getEventId()));

    var uploaded = upload("cat", sha256("cat"));
    assertThat(
            records()
                .event(Topics.IMAGE_CLEARED, uploaded.getImageId(), ImageCleared.class)
                .getRescan())
        .isFalse();
  }

  @Test
  void theProcessorAloneHearsOfWhatIsToBeDevelopedAgain() {
    admin.createOrModifyTopics(new NewTopic("image.cleared.processor-replay", 1, (short) 1));
    var image = replayed("cat", Replays.Purpose.REPROCESS);

    var cleared = records().event(Topics.IMAGE_CLEARED, image.getImageId(), ImageCleared.class);
    assertThat(cleared.getRescan()).isTrue();
    var again =
        records().event("image.cleared.processor-replay", image.getImageId(), ImageCleared.class);
    assertThat(again.getRescan()).isFalse();
    assertThat(again.getEventId()).isEqualTo(cleared.getEventId());
  }

  /** It may have been published since, and is no malware. */
  @Test
  void replayOfAnAlteredImageIsParked() {
    var image = replayed("dog", Replays.Purpose.RESCAN);

    var parked =
        records()
            .withKey("image.uploaded.scanner-replay.scanner-dlt", image.getImageId().toString());
    var reason = parked.headers().lastHeader("kafka_dlt-exception-message").value();
    assertThat(new String(reason, US_ASCII)).contains("not what was uploaded");
  }

  @Test
  void outageIsWaitedOutSeenAndForgotten() {
    clamd.kill();
    var uploaded = upload("cat", sha256("cat"));
    awaitHealth("$.components.pipeline.status", "DOWN");
    awaitHealth("$.components.clamd.status", "DOWN");

    clamd.start();
    assertThat(records().event(Topics.IMAGE_CLEARED, uploaded.getImageId(), ImageCleared.class))
        .isNotNull();
    awaitHealth("$.status", "UP");
  }

  @Test
  void unreadableRecordIsParkedAsItWas() {
    var garbage = new byte[] {42};
    new KafkaTemplate<>(producers, Map.of("value.serializer", ByteArraySerializer.class))
        .send(Topics.IMAGE_UPLOADED, "poison", garbage)
        .join();
    assertThat(records().withKey(DEAD_LETTERS, "poison").value()).isEqualTo(garbage);
  }

  @Test
  void healthTellsTheEngineAndWarnsOfMissingSignatures() {
    awaitHealth("$.components.clamd.status", "UP");
    http.get()
        .uri("/actuator/health")
        .exchange()
        .expectBody()
        .jsonPath("$.components.clamd.details.engine")
        .value(String.class, engine -> assertThat(engine).startsWith("ClamAV "))
        .jsonPath("$.components.clamd.details.warning")
        .value(String.class, warning -> assertThat(warning).contains("freshclam"));
  }

  @Test
  void nothingElseIsServed() {
    http.get().uri("/api/images").exchange().expectStatus().isUnauthorized();
  }

  private ImageRejected rejected(ImageUploaded uploaded) {
    return records().event(Topics.IMAGE_REJECTED, uploaded.getImageId(), ImageRejected.class);
  }

  private Records records() {
    return new Records(broker);
  }

  private ImageUploaded upload(String content, String sha256) {
    var key = "uploads/" + UUID.randomUUID();
    objects.put("quarantine", key, content.getBytes(US_ASCII), "image/jpeg");
    return announce(key, content.length(), sha256);
  }

  /** Tells the scanner again of an image that was announced as a cat. */
  private ImageUploaded replayed(String content, Replays.Purpose purpose) {
    var image = image("uploads/somebody-elses", 3, sha256("cat"));
    var key = "uploads/" + image.getImageId();
    objects.put("quarantine", key, content.getBytes(US_ASCII), "image/jpeg");
    publisher.publishReplay(image, "scanner", purpose);
    return image;
  }

  private ImageUploaded announce(String key, long size, String sha256) {
    var event = image(key, size, sha256);
    publisher.publish(event);
    return event;
  }

  private static ImageUploaded image(String key, long size, String sha256) {
    return ImageUploaded.newBuilder()
        .setEventId(UUID.randomUUID())
        .setImageId(UUID.randomUUID())
        .setOccurredAt(Instant.now().truncatedTo(ChronoUnit.MILLIS))
        .setOwner("somebody")
        .setObjectKey(key)
        .setSizeBytes(size)
        .setSha256(sha256)
        .setMd5("")
        .setMimeType("image/jpeg")
        .setWidth(1)
        .setHeight(1)
        .setVisibility(Visibility.PRIVATE)
        .setRequest("{\"watermark\":true}")
        .build();
  }

  private void awaitHealth(String path, String status) {
    await()
        .atMost(Duration.ofSeconds(40))
        .pollInterval(Duration.ofMillis(100))
        .untilAsserted(
            () ->
                http.get()
                    .uri("/actuator/health")
                    .exchange()
                    .expectBody()
                    .jsonPath(path)
                    .isEqualTo(status));
  }

  private static String eicar() {
    var hex = LocalClamd.ANYWHERE.substring(LocalClamd.ANYWHERE.lastIndexOf(':') + 1);
    return new String(HexFormat.of().parseHex(hex), US_ASCII);
  }

  private static String sha256(String content) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(US_ASCII));
      return HexFormat.of().formatHex(digest);
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
