package dev.safelight.processor.kafka;

import dev.safelight.event.ImageCleared;
import dev.safelight.eventing.EventPublisher;
import dev.safelight.eventing.Replays;
import dev.safelight.storage.ObjectStore;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.UUID;

/** Plays the services before this one: puts originals into quarantine and clears them. */
final class Clearings {

  private final ObjectStore objects;
  private final EventPublisher publisher;

  Clearings(ObjectStore objects, EventPublisher publisher) {
    this.objects = objects;
    this.publisher = publisher;
  }

  ImageCleared of(byte[] content) {
    return asking("{}", content);
  }

  ImageCleared asking(String request, byte[] content) {
    var key = "uploads/" + UUID.randomUUID();
    objects.put("quarantine", key, content, "image/jpeg");
    return announce(key, content.length, sha256(content), request);
  }

  ImageCleared announce(String key, long size, String sha256) {
    return announce(key, size, sha256, "{}");
  }

  private ImageCleared announce(String key, long size, String sha256, String request) {
    var event =
        ImageCleared.newBuilder()
            .setEventId(UUID.randomUUID())
            .setImageId(UUID.randomUUID())
            .setOccurredAt(Instant.now().truncatedTo(ChronoUnit.MILLIS))
            .setObjectKey(key)
            .setSizeBytes(size)
            .setSha256(sha256)
            .setMimeType("image/jpeg")
            .setEngine("ClamAV")
            .setSignatureVersion("0")
            .setRequest(request)
            .build();
    publisher.publish(event);
    return event;
  }

  /** Tells everybody that an image was judged again. */
  void rescanned(ImageCleared cleared) {
    publisher.publish(again(cleared).setRescan(true).build());
  }

  /** Tells the processor that an image was judged again, to be developed as it is asked for. */
  ImageCleared replay(ImageCleared cleared, String request) {
    var event = again(cleared).setRequest(request).build();
    publisher.publishReplay(event, "processor", Replays.Purpose.REPROCESS);
    return event;
  }

  private static ImageCleared.Builder again(ImageCleared cleared) {
    return ImageCleared.newBuilder(cleared).setEventId(UUID.randomUUID());
  }

  static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
