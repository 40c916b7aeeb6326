package dev.safelight.metadata.kafka;

import dev.safelight.event.ImageCleared;
import dev.safelight.event.ImageProcessed;
import dev.safelight.event.ImageRejected;
import dev.safelight.event.ImageUploaded;
import dev.safelight.event.Visibility;
import dev.safelight.metadata.catalog.Appearance;
import dev.safelight.metadata.catalog.Audience;
import dev.safelight.metadata.catalog.Checksums;
import dev.safelight.metadata.catalog.Description;
import dev.safelight.metadata.catalog.Development;
import dev.safelight.metadata.catalog.Dimensions;
import dev.safelight.metadata.catalog.ImageDetails;
import dev.safelight.metadata.catalog.ImageEvent;
import dev.safelight.metadata.catalog.Original;
import dev.safelight.metadata.catalog.Placement;
import dev.safelight.metadata.catalog.Rejection;
import dev.safelight.metadata.catalog.Shot;
import dev.safelight.metadata.catalog.Upload;
import dev.safelight.metadata.catalog.Variant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What Avro records say, in the words of the core. */
final class Facts {

  private Facts() {}

  static ImageEvent of(ImageUploaded event) {
    return new ImageEvent.Uploaded(
        event.getEventId(), event.getImageId(), upload(event), details(event), event.getPrimary());
  }

  static ImageEvent of(ImageCleared event) {
    return new ImageEvent.Cleared(
        event.getEventId(), event.getImageId(), event.getOccurredAt(), event.getRescan());
  }

  static ImageEvent of(ImageRejected event) {
    var rejection =
        new Rejection(
            lowerCase(event.getReason()),
            event.getDetail(),
            lowerCase(event.getStage()),
            event.getOccurredAt());
    return new ImageEvent.Rejected(event.getEventId(), event.getImageId(), rejection);
  }

  static ImageEvent of(ImageProcessed event) {
    var development =
        new Development(
            new Dimensions(event.getWidth(), event.getHeight()),
            event.getRecipe(),
            event.getVariants().stream().map(Facts::variant).toList(),
            appearance(event),
            new Shot(event.getTakenAt(), event.getCamera(), event.getLens()),
            event.getOccurredAt());
    return new ImageEvent.Processed(event.getEventId(), event.getImageId(), development);
  }

  private static Appearance appearance(ImageProcessed event) {
    return new Appearance(
        event.getFrames(),
        event.getHasAlpha(),
        known(event.getPerceptualHash()),
        known(event.getThumbHash()),
        known(event.getAverageColor()),
        event.getDominantColors());
  }

  private static Upload upload(ImageUploaded event) {
    return new Upload(event.getOwner(), original(event), event.getRequest(), event.getOccurredAt());
  }

  private static ImageDetails details(ImageUploaded event) {
    return new ImageDetails(
        new Placement(event.getItemId(), event.getOrder()),
        new Description(
            event.getAltText(),
            event.getCaption(),
            List.copyOf(event.getTags()),
            event.getMetadata()),
        new Audience(
            event.getVisibility() == Visibility.PUBLIC, List.copyOf(event.getSharedWith())));
  }

  private static Original original(ImageUploaded event) {
    return new Original(
        event.getOriginalName(),
        event.getMimeType(),
        event.getSizeBytes(),
        new Dimensions(event.getWidth(), event.getHeight()),
        new Checksums(event.getMd5(), event.getSha256()));
  }

  private static Variant variant(dev.safelight.event.Variant variant) {
    return new Variant(
        variant.getName(),
        variant.getObjectKey(),
        variant.getMimeType(),
        new Dimensions(variant.getWidth(), variant.getHeight()),
        variant.getSizeBytes(),
        variant.getSha256());
  }

  private static @Nullable String known(String text) {
    return text.isEmpty() ? null : text;
  }

  private static String lowerCase(Enum<?> symbol) {
    return symbol.name().toLowerCase(Locale.ROOT);
  }
}
