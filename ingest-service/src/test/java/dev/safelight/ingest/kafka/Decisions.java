package dev.safelight.ingest.kafka;

import dev.safelight.event.ImageProcessed;
import dev.safelight.event.ImageRejected;
import dev.safelight.event.RejectionReason;
import dev.safelight.event.RejectionStage;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Events that end an image's stay in quarantine. */
public final class Decisions {

  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

  private Decisions() {}

  /** The image is ready. */
  public static ImageProcessed processed(UUID imageId) {
    return ImageProcessed.newBuilder()
        .setEventId(UUID.randomUUID())
        .setImageId(imageId)
        .setOccurredAt(NOW)
        .setObjectKey("uploads/" + imageId)
        .setSha256("00")
        .setWidth(1)
        .setHeight(1)
        .setRecipe("r")
        .setEngine("none")
        .setVariants(List.of())
        .build();
  }

  /** The image will never be. */
  public static ImageRejected rejected(UUID imageId) {
    return ImageRejected.newBuilder()
        .setEventId(UUID.randomUUID())
        .setImageId(imageId)
        .setOccurredAt(NOW)
        .setObjectKey("uploads/" + imageId)
        .setStage(RejectionStage.SCAN)
        .setReason(RejectionReason.INFECTED)
        .setDetail("The file holds malware.")
        .build();
  }
}
