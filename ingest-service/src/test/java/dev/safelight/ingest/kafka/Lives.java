package dev.safelight.ingest.kafka;

import dev.safelight.event.ImageDeleted;
import dev.safelight.event.ImagePurged;
import dev.safelight.event.ImageRestored;
import dev.safelight.event.ImageUploaded;
import java.time.Instant;
import java.util.UUID;

/** Events of an image's life, each of one image of one owner. */
public final class Lives {

  /** Bytes of every image. */
  public static final long BYTES = 4711;

  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

  private Lives() {}

  /** It was accepted. */
  public static ImageUploaded uploaded(UUID imageId, String owner) {
    return ImageUploaded.newBuilder()
        .setEventId(UUID.randomUUID())
        .setImageId(imageId)
        .setOccurredAt(NOW)
        .setOwner(owner)
        .setObjectKey("uploads/" + imageId)
        .setSizeBytes(BYTES)
        .setSha256("b".repeat(64))
        .setMd5("a".repeat(32))
        .setMimeType("image/jpeg")
        .setWidth(1)
        .setHeight(1)
        .build();
  }

  /** It was deleted some seconds later. */
  public static ImageDeleted deleted(UUID imageId, String owner, int seconds) {
    return ImageDeleted.newBuilder()
        .setEventId(UUID.randomUUID())
        .setImageId(imageId)
        .setOccurredAt(NOW.plusSeconds(seconds))
        .setOwner(owner)
        .setDeletedBy(owner)
        .setRestorableUntil(NOW.plusSeconds(1000))
        .build();
  }

  /** It was restored some seconds later. */
  public static ImageRestored restored(UUID imageId, String owner, int seconds) {
    return ImageRestored.newBuilder()
        .setEventId(UUID.randomUUID())
        .setImageId(imageId)
        .setOccurredAt(NOW.plusSeconds(seconds))
        .setOwner(owner)
        .setRestoredBy(owner)
        .build();
  }

  /** Nothing is left of it. */
  public static ImagePurged purged(UUID imageId, String owner) {
    return ImagePurged.newBuilder()
        .setEventId(UUID.randomUUID())
        .setImageId(imageId)
        .setOccurredAt(NOW)
        .setOwner(owner)
        .build();
  }
}
