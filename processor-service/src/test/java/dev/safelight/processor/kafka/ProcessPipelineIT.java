package dev.safelight.processor.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.safelight.event.ImageCleared;
import dev.safelight.event.ImageProcessed;
import dev.safelight.event.ImageRejected;
import dev.safelight.event.RejectionReason;
import dev.safelight.event.RejectionStage;
import dev.safelight.event.Topics;
import dev.safelight.event.Variant;
import dev.safelight.eventing.EventIds;
import dev.safelight.eventing.EventPublisher;
import dev.safelight.imageheader.ImageHeaders;
import dev.safelight.processor.scene.Jpegs;
import dev.safelight.processor.scene.Pngs;
import dev.safelight.processor.scene.Scene;
import dev.safelight.storage.ObjectStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.test.EmbeddedKafkaBroker;
import org.springframework.kafka.test.context.EmbeddedKafka;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The processor's stories on a real broker, a real S3 server and the real engine. */
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
      "safelight.s3.secret-key=secret",
      "safelight.s3.connect-timeout=200ms"
    })
class ProcessPipelineIT {

  private static final String DEAD_LETTERS = "image.cleared.processor-dlt";
  private static final byte[] PHOTO = Jpegs.photo(Scene.COLORED.draw(1000, 1500), 1);

  private static S3Server s3;

  @Autowired EventPublisher publisher;
  @Autowired EmbeddedKafkaBroker broker;
  @Autowired ObjectStore objects;
  @Autowired ProducerFactory<String, byte[]> producers;
  @Autowired KafkaListenerEndpointRegistry listeners;
  @Autowired WebTestClient http;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    s3 = new S3Server(folder);
  }

  @AfterAll
  static void stop() throws Exception {
    s3.stop();
  }

  @DynamicPropertySource
  static void outsideParts(DynamicPropertyRegistry settings) {
    settings.add("safelight.s3.endpoint", () -> s3.url());
  }

  @Test
  void photoBecomesAllOfItsVariants() {
    var cleared = clearings().of(PHOTO);
    var processed = processed(cleared);
    assertThat(processed.getWidth()).isEqualTo(1000);
    assertThat(processed.getHeight()).isEqualTo(1500);
    assertThat(processed.getSha256()).isEqualTo(cleared.getSha256());
    assertThat(processed.getObjectKey()).isEqualTo(cleared.getObjectKey());
    assertThat(processed.getEngine()).isNotBlank();
    assertThat(processed.getEventId())
        .isEqualTo(
            EventIds.derived(Topics.IMAGE_PROCESSED, cleared.getEventId(), processed.getRecipe()));
    assertThat(processed.getVariants())
        .extracting(Variant::getName)
        .containsExactly("large", "medium", "thumbnail", "tiny", "webp", "original");
    processed.getVariants().forEach(this::assertStored);
  }

  @Test
  void whatWasAskedForIsMadeToo() {
    var request =
        """
        {"variants":[{"name":"card","width":60,"height":60,"fit":"cover","format":"png"}],
         "pipeline":[{"type":"rotate","options":{"angle":90}},
                     {"type":"resize","options":{"width":150}}]}
        """;
    var variants = processed(clearings().asking(request, PHOTO)).getVariants();
    assertThat(variants).hasSize(8);
    assertThat(variants.get(6).getName()).isEqualTo("card");
    assertThat(variants.get(6).getMimeType()).isEqualTo("image/png");
    assertThat(variants.get(7).getName()).isEqualTo("custom");
    assertThat(variants.get(7).getHeight()).isEqualTo(100);
    variants.forEach(this::assertStored);
  }

  @Test
  void whatIsNotConfiguredIsToldToTheUploader() {
    var rejected = rejected(clearings().asking("{\"variantSet\":\"none\"}", PHOTO));
    assertThat(rejected.getReason()).isEqualTo(RejectionReason.UNSUITABLE_REQUEST);
    assertThat(rejected.getDetail()).contains("no such set");
  }

  @Test
  void unreadableRequestIsParked() {
    var cleared = clearings().asking("{\"variants\":7}", PHOTO);
    var parked = records().withKey(DEAD_LETTERS, cleared.getImageId().toString());
    assertThat(
            new String(parked.headers().lastHeader("kafka_dlt-exception-message").value(), UTF_8))
        .contains("A request is not readable");
  }

  @Test
  void redeliveredEventIsAnnouncedAsBeforeWithoutItsOriginal() {
    var cleared = clearings().of(PHOTO);
    var first = processed(cleared);
    objects.delete("quarantine", cleared.getObjectKey());
    publisher.publish(cleared);
    var both =
        records().events(2, Topics.IMAGE_PROCESSED, cleared.getImageId(), ImageProcessed.class);
    assertThat(both).containsExactly(first, first);
  }

  /** What is cleared next on the partition is developed after all that came before. */
  @Test
  void imageThatWasOnlyJudgedAgainKeepsWhatItHas() {
    var cleared = clearings().of(PHOTO);
    var first = processed(cleared);
    clearings().rescanned(cleared);
    processed(clearings().of(PHOTO));

    var replayed = clearings().replay(cleared, "{}");
    var all =
        records().events(2, Topics.IMAGE_PROCESSED, cleared.getImageId(), ImageProcessed.class);
    assertThat(all.getFirst()).isEqualTo(first);
    assertThat(all.getLast().getEventId())
        .isEqualTo(
            EventIds.derived(Topics.IMAGE_PROCESSED, replayed.getEventId(), first.getRecipe()));
    assertThat(all.getLast().getVariants()).isEqualTo(first.getVariants());
  }

  /** And nobody is told that it is rejected. */
  @Test
  void imageThatCanNotBeDevelopedAgainKeepsWhatItHas() {
    var cleared = clearings().of(PHOTO);
    processed(cleared);
    clearings().replay(cleared, "{\"variantSet\":\"none\"}");

    var parked =
        records()
            .withKey(
                "image.cleared.processor-replay.processor-dlt", cleared.getImageId().toString());
    var reason = parked.headers().lastHeader("kafka_dlt-exception-message").value();
    assertThat(new String(reason, UTF_8)).contains("keeps the pictures it has", "no such set");
  }

  @Test
  void truncatedPhotoIsRejectedInWordsForPeople() {
    var rejected = rejected(clearings().of(Arrays.copyOf(PHOTO, PHOTO.length / 2)));
    assertThat(rejected.getStage()).isEqualTo(RejectionStage.PROCESS);
    assertThat(rejected.getReason()).isEqualTo(RejectionReason.UNREADABLE);
    assertThat(rejected.getDetail()).startsWith("The image is cut off");
  }

  @Test
  void smallFileThatClaimsManyPixelsIsRejected() {
    var file = Pngs.claiming(50_000, 50_000);
    assertThat(file).hasSizeLessThan(200);
    assertThat(rejected(clearings().of(file)).getReason())
        .isEqualTo(RejectionReason.TOO_MANY_PIXELS);
  }

  @Test
  void otherBytesThanWereScannedAreRejected() {
    var key = "uploads/" + UUID.randomUUID();
    objects.put("quarantine", key, PHOTO, "image/jpeg");
    var rejected = rejected(clearings().announce(key, PHOTO.length, Clearings.sha256(new byte[0])));
    assertThat(rejected.getReason()).isEqualTo(RejectionReason.CONTENT_MISMATCH);
    assertThat(rejected.getSignature()).isNull();
  }

  @Test
  void imageThatWasDeletedMeanwhileIsPassedOver() {
    clearings().announce("uploads/none", 3, Clearings.sha256(new byte[3]));
    var key = "uploads/" + UUID.randomUUID();
    objects.put("quarantine", key, PHOTO, "image/jpeg");
    var next = clearings().announce(key, PHOTO.length, Clearings.sha256(PHOTO));
    assertThat(processed(next).getVariants()).hasSize(6);
  }

  @Test
  void outageIsWaitedOutSeenAndForgotten() throws Exception {
    var key = "uploads/" + UUID.randomUUID();
    objects.put("quarantine", key, PHOTO, "image/jpeg");
    int port = s3.port();
    s3.stop();
    var cleared = clearings().announce(key, PHOTO.length, Clearings.sha256(PHOTO));
    awaitHealth("$.components.pipeline.status", "DOWN");
    s3.startAgain(port);
    assertThat(processed(cleared).getVariants()).hasSize(6);
    awaitHealth("$.components.pipeline.status", "UP");
  }

  @Test
  void unreadableRecordIsParkedAsItWas() {
    var garbage = new byte[] {42};
    new KafkaTemplate<>(producers, Map.of("value.serializer", ByteArraySerializer.class))
        .send(Topics.IMAGE_CLEARED, "poison", garbage)
        .join();
    assertThat(records().withKey(DEAD_LETTERS, "poison").value()).isEqualTo(garbage);
  }

  /** What nobody has scanned cannot reach a decoder, as nobody tells this service about it. */
  @Test
  void hearsOfClearedImagesOnly() {
    assertThat(listeners.getListenerContainers())
        .flatMap(container -> List.of(container.getContainerProperties().getTopics()))
        .containsExactlyInAnyOrder("image.cleared", "image.cleared.processor-replay");
  }

  @Test
  void servesNothingButHealth() {
    http.get().uri("/actuator/health/readiness").exchange().expectStatus().isOk();
    http.get().uri("/api/images").exchange().expectStatus().isUnauthorized();
  }

  private void assertStored(Variant variant) {
    var content = objects.read("images", variant.getObjectKey());
    var header = ImageHeaders.read(content);
    assertThat(header.type().mimeType()).isEqualTo(variant.getMimeType());
    assertThat(header.width()).isEqualTo(variant.getWidth());
    assertThat(header.height()).isEqualTo(variant.getHeight());
    assertThat(variant.getSizeBytes()).isEqualTo(content.length);
    assertThat(variant.getSha256()).isEqualTo(Clearings.sha256(content));
  }

  private ImageProcessed processed(ImageCleared cleared) {
    return records().event(Topics.IMAGE_PROCESSED, cleared.getImageId(), ImageProcessed.class);
  }

  private ImageRejected rejected(ImageCleared cleared) {
    var rejected =
        records().event(Topics.IMAGE_REJECTED, cleared.getImageId(), ImageRejected.class);
    assertThat(rejected.getEventId())
        .isEqualTo(EventIds.derived(Topics.IMAGE_REJECTED, cleared.getEventId()));
    return rejected;
  }

  private Clearings clearings() {
    return new Clearings(objects, publisher);
  }

  private Records records() {
    return new Records(broker);
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
}
