package dev.safelight.bench.live;

import dev.safelight.event.EventCodec;
import dev.safelight.event.ImageUploaded;
import dev.safelight.event.Topics;
import dev.safelight.event.Visibility;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Plays the rest of the pipeline, and the broker that was away. */
final class Events implements AutoCloseable {

  private final EventCodec codec = new EventCodec();
  private final Map<String, Object> settings;
  private final Producer<String, byte[]> producer;

  Events(String bootstrapServers) {
    settings = Map.of("bootstrap.servers", bootstrapServers);
    producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
  }

  /** Announces an upload, and waits until the broker has it. */
  void upload(UUID image, String owner) throws Exception {
    var event = codec.encode(uploaded(image, owner));
    producer.send(new ProducerRecord<>(Topics.IMAGE_UPLOADED, image.toString(), event)).get();
  }

  /** Makes the service miss what is said, as it does when the broker was away. */
  void interrupt() throws Exception {
    try (var admin = Admin.create(settings)) {
      var groups =
          admin.listGroups().all().get().stream()
              .map(group -> group.groupId())
              .filter(group -> group.startsWith("metadata-live-"))
              .toList();
      for (var group : groups) {
        var everybody = new RemoveMembersFromConsumerGroupOptions();
        admin.removeMembersFromConsumerGroup(group, everybody).all().get();
      }
    }
  }

  private static ImageUploaded uploaded(UUID image, String owner) {
    return ImageUploaded.newBuilder()
        .setEventId(UUID.randomUUID())
        .setImageId(image)
        .setOccurredAt(Instant.now().truncatedTo(ChronoUnit.MILLIS))
        .setOwner(owner)
        .setObjectKey("uploads/" + image)
        .setSizeBytes(1000)
        .setSha256("a".repeat(64))
        .setMd5("a".repeat(32))
        .setMimeType("image/jpeg")
        .setWidth(1200)
        .setHeight(800)
        .setVisibility(Visibility.PRIVATE)
        .build();
  }

  @Override
  public void close() {
    producer.close();
  }
}
