package dev.safelight.processor.kafka;

import dev.safelight.event.ImageCleared;
import dev.safelight.eventing.EventPublisher;
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

  static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
