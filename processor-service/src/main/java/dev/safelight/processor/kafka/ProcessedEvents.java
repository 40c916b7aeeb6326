package dev.safelight.processor.kafka;

import dev.safelight.event.ImageProcessed;
import dev.safelight.event.Topics;
import dev.safelight.event.Variant;
import dev.safelight.eventing.EventIds;
import dev.safelight.processor.process.ClearedImage;
import dev.safelight.processor.process.PhotoFacts;
import dev.safelight.processor.process.ProcessedImage;
import dev.safelight.processor.process.StoredVariant;
import dev.safelight.processor.process.Traits;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

/** Says in the words of the contract what an image was developed into. */
final class ProcessedEvents {

  private ProcessedEvents() {}

  static ImageProcessed of(ClearedImage image, ProcessedImage result) {
    var event =
        ImageProcessed.newBuilder()
            .setEventId(EventIds.derived(Topics.IMAGE_PROCESSED, image.eventId(), result.recipe()))
            .setImageId(image.id())
            .setOccurredAt(later(result.processedAt(), image.at()))
            .setObjectKey(image.objectKey())
            .setSha256(image.sha256())
            .setWidth(result.width())
            .setHeight(result.height())
            .setFrames(result.frames())
            .setHasAlpha(result.hasAlpha())
            .setRecipe(result.recipe())
            .setEngine(result.engine())
            .setVariants(result.variants().stream().map(ProcessedEvents::variant).toList());
    add(event, result.traits());
    add(event, result.facts());
    return event.build();
  }

  /** What is announced anew from its manifest replaces what was made since by other settings. */
  private static Instant later(Instant processedAt, Instant clearedAt) {
    return processedAt.isBefore(clearedAt) ? clearedAt : processedAt;
  }

  private static void add(ImageProcessed.Builder event, Traits traits) {
    event
        .setPerceptualHash(traits.perceptualHash())
        .setThumbHash(traits.thumbHash())
        .setAverageColor(traits.averageColor())
        .setDominantColors(traits.dominantColors());
  }

  private static void add(ImageProcessed.Builder event, PhotoFacts facts) {
    var takenAt = facts.takenAt();
    event
        .setTakenAt(takenAt == null ? null : DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(takenAt))
        .setCamera(facts.camera())
        .setLens(facts.lens());
  }

  private static Variant variant(StoredVariant stored) {
    return Variant.newBuilder()
        .setName(stored.name())
        .setObjectKey(stored.objectKey())
        .setMimeType(stored.mimeType())
        .setWidth(stored.width())
        .setHeight(stored.height())
        .setSizeBytes(stored.sizeBytes())
        .setSha256(stored.sha256())
        .build();
  }
}
