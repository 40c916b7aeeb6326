package dev.safelight.bench.delivery;

import dev.safelight.bench.service.Parts;
import dev.safelight.event.EventCodec;
import dev.safelight.event.ImageProcessed;
import dev.safelight.event.ImageUploaded;
import dev.safelight.event.Topics;
import dev.safelight.event.Variant;
import dev.safelight.event.Visibility;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** A public image with one picture of noise, in the store and, by its events, in the catalog. */
final class Sample {

  private static final String BUCKET = "images";

  private final UUID id = UUID.fromString("019a0000-0000-7000-8000-000000000001");
  private final String key = id + "/large-r";
  private final byte[] content;

  Sample(int size) {
    content = new byte[size];
    new Random(1).nextBytes(content);
  }

  int size() {
    return content.length;
  }

  String path() {
    return "/api/images/" + id + "/content/large?v=r";
  }

  void store(URI store) {
    try (var client =
        S3AsyncClient.builder()
            .endpointOverride(store)
            .region(Region.US_EAST_1)
            .credentialsProvider(credentials())
            .forcePathStyle(true)
            .build()) {
      client
          .putObject(
              put -> put.bucket(BUCKET).key(key).contentType("image/jpeg"),
              AsyncRequestBody.fromBytes(content))
          .join();
    }
  }

  /** The address under which the store gives it to anybody. */
  URI bare(URI store) {
    try (var presigner =
        S3Presigner.builder()
            .endpointOverride(store)
            .region(Region.US_EAST_1)
            .credentialsProvider(credentials())
            .serviceConfiguration(S3Configuration.builder().pathStyleAccessEnabled(true).build())
            .build()) {
      var signed =
          presigner.presignGetObject(
              request ->
                  request
                      .signatureDuration(Duration.ofDays(1))
                      .getObjectRequest(get -> get.bucket(BUCKET).key(key)));
      return URI.create(signed.url().toString());
    }
  }

  void announce(String kafka) throws Exception {
    Map<String, Object> settings = Map.of("bootstrap.servers", kafka);
    var codec = new EventCodec();
    try (var producer =
        new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
      for (var event :
          Map.<String, SpecificRecord>of(
                  Topics.IMAGE_UPLOADED, uploaded(), Topics.IMAGE_PROCESSED, processed())
              .entrySet()) {
        var record =
            new ProducerRecord<>(event.getKey(), id.toString(), codec.encode(event.getValue()));
        producer.send(record).get();
      }
    }
  }

  private ImageUploaded uploaded() {
    return ImageUploaded.newBuilder()
        .setEventId(UUID.randomUUID())
        .setImageId(id)
        .setOccurredAt(now())
        .setOwner("bench")
        .setObjectKey("uploads/" + id)
        .setSizeBytes(content.length)
        .setSha256("a".repeat(64))
        .setMd5("a".repeat(32))
        .setMimeType("image/jpeg")
        .setWidth(1200)
        .setHeight(800)
        .setVisibility(Visibility.PUBLIC)
        .build();
  }

  private ImageProcessed processed() {
    var variant =
        Variant.newBuilder()
            .setName("large")
            .setObjectKey(key)
            .setMimeType("image/jpeg")
            .setWidth(1200)
            .setHeight(800)
            .setSizeBytes(content.length)
            .setSha256("b".repeat(64))
            .build();
    return ImageProcessed.newBuilder()
        .setEventId(UUID.randomUUID())
        .setImageId(id)
        .setOccurredAt(now())
        .setObjectKey("uploads/" + id)
        .setSha256("a".repeat(64))
        .setWidth(1200)
        .setHeight(800)
        .setRecipe("r")
        .setEngine("bench")
        .setVariants(List.of(variant))
        .build();
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }

  private static StaticCredentialsProvider credentials() {
    return StaticCredentialsProvider.create(AwsBasicCredentials.create(Parts.KEY, Parts.KEY));
  }
}
